internal import Libpq
public import RevolvingFund

/// What the books hold, of one state of the database: what statements and ledgers are made from.
public struct JournalRecord: Hashable, Sendable {
  public let chart: [Account]
  /// By account and month, up to a day.
  public let movements: [TrialBalance.Movement]
  /// Those of a span of days, in the order of a ledger.
  public let vouchers: [Voucher]
}

extension FundStore {
  /// The movements of a UPK up to a day, and its vouchers of a span of days.
  ///
  /// - Throws: `StoreError`.
  public func journalRecord(
    _ upk: UPKID, movementsUpTo day: Day, vouchers span: ClosedRange<Day>
  ) async throws -> JournalRecord {
    let none = Parameter.int8(nil)
    let requests = [
      Request(JournalStatements.accounts, [.upks([upk])]),
      Request(JournalStatements.movements, [.int8(upk.value), .day(day)]),
      Request(
        JournalStatements.page,
        [
          .int8(upk.value), .day(span.lowerBound), .day(span.upperBound), .day(nil), none,
          .text(nil), none, .int4(.max),
        ]),
    ]
    return try await read(requests) { rows in
      JournalRecord(
        chart: try rows[0].map { try Account($0) },
        movements: try rows[1].map { try TrialBalance.Movement($0) },
        vouchers: try rows[2].map { try BookedVoucher($0).voucher }.inLedgerOrder())
    }
  }
}
