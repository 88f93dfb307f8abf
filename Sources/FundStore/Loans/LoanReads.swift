internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Every loan of a UPK with every payment, and what was written off.
  ///
  /// - Throws: `StoreError`.
  public func loanBook(_ upk: UPKID) async throws -> LoanBook {
    try await read(LoanStatements.loadingBooks([upk])) { rows in
      try LoanStatements.books(rows, of: [upk])[upk] ?? LoanBook(loans: [], writtenOff: [])
    }
  }

  /// Loans of a UPK paid out by a day, with their payments, by number, behind one of them; or only
  /// those of them that were open at the end of the day.
  ///
  /// - Throws: `StoreError`.
  public func loans(
    _ upk: UPKID, asOf day: Day, openOnly: Bool, after: Int64?, limit: Int
  ) async throws -> [LoanHistory] {
    try await read { session in
      let page = try session.rows(
        LoanStatements.page,
        [
          .int8(upk.value), .int8(after ?? 0), .int4(Int32(clamping: limit)), .day(day),
          .bool(openOnly),
        ])
      let ids = try page.map { LoanID(upk, try $0.int8(0)) }
      return try LoanStatements.histories(try session.rows(LoanStatements.loadingHistories(ids)))
    }
  }

  /// A loan with its payments.
  ///
  /// - Throws: `StoreError`.
  public func loan(_ id: LoanID) async throws -> LoanHistory? {
    try await read(LoanStatements.loadingHistories([id])) {
      try LoanStatements.histories($0).first
    }
  }
}
