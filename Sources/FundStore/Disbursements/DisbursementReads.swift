internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Loans of a UPK paid out by a day, with how, by number, behind one of them; or only those of
  /// which a member has not signed by the end of the day.
  ///
  /// - Throws: `StoreError`.
  public func disbursements(
    _ upk: UPKID, asOf day: Day, unconfirmedOnly: Bool, after: Int64, limit: Int
  ) async throws -> [DisbursedLoan] {
    try await read { session in
      let page = try session.rows(
        DisbursementStatements.page,
        [
          .int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day),
          .bool(unconfirmedOnly),
        ])
      let ids = try page.map { LoanID(upk, try $0.int8(0)) }
      return try disbursedLoans(try session.rows(loading(ids)))
    }
  }

  /// A loan with how it was paid out.
  ///
  /// - Throws: `StoreError`.
  public func disbursement(_ id: LoanID) async throws -> DisbursedLoan? {
    try await read(loading([id])) { try disbursedLoans($0).first }
  }
}

private func loading(_ ids: [LoanID]) -> [Request] {
  LoanStatements.loading(ids) + DisbursementStatements.loading(ids)
}

private func disbursedLoans(_ rows: [Rows]) throws -> [DisbursedLoan] {
  let loans = try LoanStatements.loans(rows[0], shares: rows[1])
  let disbursements = try DisbursementStatements.disbursements(Array(rows[2...]))
    .reduce(into: [:]) { $0[$1.loan] = $1 }
  return loans.map { DisbursedLoan(loan: $0, disbursement: disbursements[$0.id]) }
}
