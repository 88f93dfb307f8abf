internal import Libpq
public import RevolvingFund

/// A repayment as booked.
public struct Repayment: Hashable, Sendable {
  /// The event that booked it.
  public let sequence: Int64
  public let loan: LoanID
  public let on: Day
  public let paid: PaidTotals
  public let voucher: VoucherNumber
  /// The number on the paper receipt.
  public let reference: String?
}

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

  /// Repayments on a loan in the order in which they were recorded, behind an event.
  ///
  /// - Throws: `StoreError`.
  public func repayments(
    _ loan: LoanID, after: Int64?, limit: Int
  ) async throws -> [Repayment] {
    let parameters: [Parameter] = [
      .int8(loan.upk.value), .int8(loan.number), .int8(after ?? 0), .int4(Int32(clamping: limit)),
    ]
    return try await read(LoanStatements.repayments, parameters) { rows in
      try rows.map { row in
        Repayment(
          sequence: try row.int8(0), loan: loan, on: try row.day(4),
          paid: PaidTotals(principal: try row.rupiah(5), serviceCharge: try row.rupiah(6)),
          voucher: try row.voucherNumber(1, 2, 3), reference: try row.optionalText(7))
      }
    }
  }
}
