internal import Libpq
public import RevolvingFund

/// A voucher with the event that booked it.
public struct BookedVoucher: Hashable, Sendable {
  public let sequence: Int64
  public let voucher: Voucher
  /// The voucher that took it back, if any.
  public let reversedBy: VoucherNumber?

  /// Its place in the order of the journal.
  public var key: VoucherKey {
    VoucherKey(bookedOn: voucher.bookedOn, sequence: sequence, number: voucher.number)
  }
}

/// A voucher's place in the journal: by day, then as recorded.
public struct VoucherKey: Hashable, Sendable {
  public let bookedOn: Day
  public let sequence: Int64
  public let number: VoucherNumber

  public init(bookedOn: Day, sequence: Int64, number: VoucherNumber) {
    self.bookedOn = bookedOn
    self.sequence = sequence
    self.number = number
  }
}

extension FundStore {
  /// The chart of a UPK, by code.
  ///
  /// - Throws: `StoreError`.
  public func accounts(_ upk: UPKID) async throws -> [Account] {
    try await read(JournalStatements.accounts, [.upks([upk])]) { try $0.map { try Account($0) } }
  }

  /// What came into a UPK's hands in cash and left them up to a day, day by day.
  ///
  /// - Throws: `StoreError`.
  public func cashByDay(_ upk: UPKID, upTo day: Day) async throws -> CashFlowByDay {
    try await read(JournalStatements.cashByDay, [.int8(upk.value), .day(day)]) { rows in
      CashFlowByDay(
        try rows.map {
          CashFlowByDay.Entry(
            on: try $0.day(0), came: try $0.rupiah(1), went: try $0.rupiah(2))
        })
    }
  }

  /// What was debited and credited up to a day, by account and month.
  ///
  /// - Throws: `StoreError`.
  public func movements(_ upk: UPKID, upTo day: Day) async throws -> [TrialBalance.Movement] {
    try await read(JournalStatements.movements, [.int8(upk.value), .day(day)]) { rows in
      try rows.map { try TrialBalance.Movement($0) }
    }
  }

  /// The vouchers of a span of days, by day and as recorded, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func vouchers(
    _ upk: UPKID, from: Day, to: Day, after: VoucherKey?, limit: Int
  ) async throws -> [BookedVoucher] {
    try await read(
      JournalStatements.page,
      [
        .int8(upk.value), .day(from), .day(to), .day(after?.bookedOn),
        .int8(after?.sequence), .text(after?.number.kind.rawValue),
        .int8(after?.number.number), .int4(Int32(clamping: limit)),
      ]
    ) { try $0.map { try BookedVoucher($0) } }
  }
}

extension TrialBalance.Movement {
  /// A row of `JournalStatements.movements`.
  init(_ row: Row) throws {
    self.init(
      account: try row.accountCode(0), month: try row.day(1).month, debit: try row.rupiah(2),
      credit: try row.rupiah(3), origin: try row.bool(4) ? .yearClose : .business)
  }
}

extension BookedVoucher {
  /// A row of `JournalStatements.page`, `.ofEvents` or `.byNumber`.
  init(_ row: Row) throws {
    let debits = try row.int4s(7)
    let credits = try row.int4s(8)
    let amounts = try row.int8s(9)
    let loans = try row.optionalInt8s(10)
    let ksms = try row.optionalInt8s(11)
    let fromLoans = try row.optionalInt8s(12)
    self.init(
      sequence: try row.int8(0),
      voucher: Voucher(
        number: try row.voucherNumber(1, 2, 3), bookedOn: try row.day(4),
        description: try row.text(5), reference: try row.optionalText(6),
        postings: debits.indices.map { index in
          Posting(
            debit: AccountCode(debits[index]), credit: AccountCode(credits[index]),
            amount: Rupiah(amounts[index]), loan: loans[index], ksm: ksms[index],
            fromLoan: fromLoans[index])
        }, reverses: try row.optionalVoucherNumber(13, 14, 15)),
      reversedBy: try row.optionalVoucherNumber(16, 17, 18))
  }
}

extension Row {
  /// A voucher's number, from the columns of its kind, its year and its number.
  func voucherNumber(_ kind: Int, _ year: Int, _ number: Int) throws -> VoucherNumber {
    VoucherNumber(kind: try named(kind), year: Int(try int4(year)), number: try int8(number))
  }

  /// As above; `nil` where the columns are empty.
  func optionalVoucherNumber(_ kind: Int, _ year: Int, _ number: Int) throws -> VoucherNumber? {
    try optionalText(kind) == nil ? nil : voucherNumber(kind, year, number)
  }
}
