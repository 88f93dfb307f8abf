internal import Libpq
public import RevolvingFund

/// A repayment with its event, and how it splits after all that is recorded.
public struct RecordedRepayment: Hashable, Sendable {
  public let repayment: Repayment
  /// The event that booked it.
  public let sequence: Int64
  public let paid: PaidTotals
}

/// All that was paid on a loan, and between its members.
public struct LoanRecord: Hashable, Sendable {
  public let loan: Loan
  public let repayments: [Repayment]
  public let settlements: [DebtSettlement]
  public let calls: [LiabilityCall]
  /// How it went off the books, where it did.
  public let writeOff: WriteOff?

  /// The loan with its payments, to be read as of any day.
  public var history: LoanHistory {
    LoanHistory(loan: loan, entries: repayments.flatMap(\.entries), writeOff: writeOff)
  }
}

/// A loan with what was paid beside it by the end of a day.
public struct LoanStanding: Hashable, Sendable {
  public let history: LoanHistory
  public let lateFeeOwed: Rupiah
  public let lateFeePaid: Rupiah
  public let savingsPaid: Rupiah
}

extension LoanStanding {
  /// Of a loan of which nothing was taken back; `days` are empty where its totals say all.
  fileprivate init(
    _ loan: Loan, lastPaidOn: Day?, days: [(on: Day, amount: Rupiah, savings: Rupiah)],
    writeOff: WriteOff?, asOf day: Day
  ) {
    let isWhole = days.isEmpty
    self.init(
      history: isWhole
        ? LoanHistory(loan: loan, lastPaidOn: lastPaidOn, writeOff: writeOff)
        : LoanHistory(
          loan: loan, sums: days.map { (on: $0.on, amount: $0.amount) }, writeOff: writeOff),
      lateFeeOwed: .zero, lateFeePaid: .zero,
      savingsPaid: isWhole
        ? loan.savingsPaid : days.filter { $0.on <= day }.total(\.savings))
  }

  fileprivate init(_ record: LoanRecord, asOf day: Day) {
    let counted = record.repayments.filter { $0.counts(on: day) }
    self.init(
      history: record.history,
      lateFeeOwed: record.loan.lateFeeOwed(record.repayments, asOf: day),
      lateFeePaid: counted.total(\.lateFee), savingsPaid: counted.total(\.savings))
  }
}

extension FundStore {
  /// Repayments on a loan in the order in which they were recorded, behind an event; reversed ones
  /// too.
  ///
  /// - Throws: `StoreError`.
  public func repayments(
    _ loan: LoanID, after: Int64?, limit: Int
  ) async throws -> [RecordedRepayment] {
    let keys = keyColumns([loan])
    let page: [Parameter] = [
      .int8(loan.upk.value), .int8(loan.number), .int8(after ?? 0), .int4(Int32(clamping: limit)),
    ]
    let requests =
      LoanStatements.loading([loan]) + [
        Request(RepaymentStatements.entries, keys), Request(RepaymentStatements.page, page),
      ]
    return try await read(requests) { rows in
      guard let found = try LoanStatements.loans(rows[0], shares: rows[1]).first else { return [] }
      let ledger = LoanLedger(
        schedule: found.schedule, rule: found.terms.earlySettlement,
        entries: try RepaymentStatements.entries(rows[2])[loan] ?? [])
      return try rows[3].map { row in
        let repayment = try Repayment(row)
        return RecordedRepayment(
          repayment: repayment, sequence: try row.int8(23),
          paid: ledger.split(of: repayment.number))
      }
    }
  }

  /// A loan as it stood at the end of a day.
  ///
  /// A loan of many payments is read as fast as one of few where nothing came after the day: then
  /// its own totals say all. Else payments are summed by day; where some were taken back or it has
  /// late fees the ledger is needed, payment by payment.
  ///
  /// - Throws: `StoreError`.
  public func loanStanding(_ id: LoanID, asOf day: Day) async throws -> LoanStanding? {
    let numbers: [Parameter] = [.int8(id.upk.value), .int8(id.number)]
    let requests =
      LoanStatements.loading([id]) + [
        Request(RepaymentStatements.lastDay, numbers),
        Request(RepaymentStatements.byDay, numbers + [.day(day)]),
        Request(RepaymentStatements.isTakenBack, numbers),
      ] + WriteOffStatements.loading(keyColumns([id]))
    let summed = try await read(ofOne: requests) { rows -> LoanStanding?? in
      guard let loan = try LoanStatements.loans(rows[0], shares: rows[1]).first else {
        return .some(nil)
      }
      let isTakenBack = try stored(rows[4].first, "a question without an answer").bool(0)
      guard !isTakenBack, loan.terms.lateFee == .zero else { return nil }
      return LoanStanding(
        loan, lastPaidOn: try rows[2].first?.optionalDay(0),
        days: try rows[3].map { (on: try $0.day(0), amount: try $0.rupiah(1), try $0.rupiah(2)) },
        writeOff: try WriteOffStatements.writeOffs(rows[5], recoveries: rows[6])[id], asOf: day)
    }
    if let summed { return summed }
    return try await loanRecord(id, asOf: day).map { LoanStanding($0, asOf: day) }
  }

  /// The loan that a receipt of a UPK is of.
  ///
  /// - Throws: `StoreError`.
  public func loan(of receipt: ReceiptNumber, in upk: UPKID) async throws -> LoanID? {
    let parameters: [Parameter] = [
      .int8(upk.value), .int4(Int32(clamping: receipt.year)), .int8(receipt.number),
    ]
    return try await read(RepaymentStatements.loanOfReceipt, parameters) { rows in
      try rows.first.map { try $0.number(0, 1) }
    }
  }

  /// A loan with its repayments, what its members gave each other back, and the calls up to a day.
  ///
  /// - Throws: `StoreError`.
  public func loanRecord(_ id: LoanID, asOf day: Day) async throws -> LoanRecord? {
    let keys = keyColumns([id])
    let requests =
      LoanStatements.loading([id]) + [
        Request(RepaymentStatements.ofLoans, keys), Request(RepaymentStatements.settlements, keys),
        Request(
          RepaymentStatements.calls, [.int8(id.upk.value), .int8(id.number), .day(day)]),
      ] + WriteOffStatements.loading(keys)
    return try await read(requests) { rows in
      try LoanStatements.loans(rows[0], shares: rows[1]).first.map { loan in
        LoanRecord(
          loan: loan, repayments: try rows[2].map { try Repayment($0) },
          settlements: try rows[3].map { try DebtSettlement($0) },
          calls: try rows[4].map { try LiabilityCall($0) },
          writeOff: try WriteOffStatements.writeOffs(rows[5], recoveries: rows[6])[id])
      }
    }
  }

  /// The members of a UPK whose own share is late at the end of a day, by loan and then in the
  /// order of the shares.
  ///
  /// - Throws: `StoreError`.
  public func memberArrears(_ upk: UPKID, asOf day: Day) async throws -> [MemberArrears] {
    let parameters: [Parameter] = [.int8(upk.value), .day(day)]
    let requests =
      [
        Request(RepaymentStatements.ofOpenLoans, parameters),
        Request(RepaymentStatements.settlementsByUPK, parameters),
      ] + LoanStatements.loadingBooks([upk])
    return try await read(requests) { rows in
      let repayments = Dictionary(grouping: try rows[0].map { try Repayment($0) }, by: \.loan)
      let settlements = Dictionary(grouping: try rows[1].map { try DebtSettlement($0) }, by: \.loan)
      let book = try LoanStatements.books(rows.dropFirst(2), of: [upk])[upk] ?? .empty
      return book.loans.flatMap { history in
        history.memberArrears(
          repayments[history.loan.id] ?? [], settlements[history.loan.id] ?? [], asOf: day)
      }
    }
  }

  /// The loans of a group that were paid out by a day, by number.
  ///
  /// - Throws: `StoreError`.
  public func loans(of ksm: KSMID, asOf day: Day) async throws -> [LoanID] {
    try await read(
      RepaymentStatements.loansOfGroup, [.int8(ksm.upk.value), .int8(ksm.number), .day(day)]
    ) { rows in
      try rows.map { LoanID(ksm.upk, try $0.int8(0)) }
    }
  }

  /// What is held for groups at the end of a day, by group, behind one of them; groups for which
  /// nothing is held are left out.
  ///
  /// - Throws: `StoreError`.
  public func suspense(
    _ upk: UPKID, asOf day: Day, after: Int64?, limit: Int
  ) async throws -> [(ksm: KSMID, balance: Rupiah)] {
    let parameters: [Parameter] = [
      .int8(upk.value), .day(day), .int8(after ?? 0), .int4(Int32(clamping: limit)),
    ]
    return try await read(RepaymentStatements.suspenseByUPK, parameters) { rows in
      try rows.map { (try $0.number(0, 1), try $0.rupiah(2)) }
    }
  }

  /// What is held without a group at the end of a day.
  ///
  /// - Throws: `StoreError`.
  public func unnamedSuspense(_ upk: UPKID, asOf day: Day) async throws -> Rupiah {
    try await read(SuspenseStatements.loading([upk])) { rows in
      let given = try rows[1].map { try SuspenseAssignment($0) }
      return try SuspenseStatements.unnamed(rows[0], given)[upk]?.balance(asOf: day) ?? .zero
    }
  }

  /// What groups were given of it up to a day, or no longer have, by number, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func suspenseAssignments(
    _ upk: UPKID, asOf day: Day, after: Int64?, limit: Int
  ) async throws -> [SuspenseAssignment] {
    let parameters: [Parameter] = [
      .int8(upk.value), .day(day), .int8(after ?? 0), .int4(Int32(clamping: limit)),
    ]
    return try await read(SuspenseStatements.page, parameters) { rows in
      try rows.map { try SuspenseAssignment($0) }
    }
  }
}
