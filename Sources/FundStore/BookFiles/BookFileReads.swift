internal import Libpq
public import RevolvingFund

extension FundStore {
  /// The whole books of a UPK, of one state of the database.
  ///
  /// - Throws: `StoreError`.
  public func bookSource(_ upk: UPKID) async throws -> ExportedBooks.Source {
    try await read { session in
      let own: [Parameter] = [.int8(upk.value)]
      let groups = try session.rows(BookFileStatements.groups, own)
        .map { KSMID(upk, try $0.int8(0)) }
      let ksms = try KSMStatements.groups(
        try session.rows(KSMStatements.loading(groups, of: [], [])))
      let books = try LoanStatements.books(
        try session.rows(LoanStatements.loadingBooks([upk])), of: [upk])
      let book = books[upk] ?? .empty
      let ids = book.loans.map(\.loan.id)
      var keys = Keys()
      keys.repaymentsOf = Set(ids)
      keys.debtSettlementsOf = Set(ids)
      keys.unnamedSuspenseOf = [upk]
      keys.allocationsOf = [upk]
      var facts = Facts()
      let load = FactLoad(keys, asOf: Day(epochDays: 0))
      try load.take(try session.rows(load.requests), into: &facts)
      let chart = try session.rows(JournalStatements.accounts, [.upks([upk])])
        .map { try Account($0) }
      let vouchers = try session.rows(
        JournalStatements.ofEvents, [.int8(upk.value), .int8(0), .int8(.max)]
      ).map { try BookedVoucher($0).voucher }
      return ExportedBooks.Source(
        chart: chart, ksms: ksms, book: book, repayments: facts.repayments,
        purposes: try purposes(try session.rows(BookFileStatements.purposes, own), of: upk),
        vouchers: vouchers,
        assets: try session.rows(AssetStatements.ofUPKs, [.upks([upk])]).map { try Asset($0) },
        losses: try session.rows(BookFileStatements.losses, own).map { row in
          ExportedBooks.Source.Loss(
            asset: try row.int8(0),
            entry: Asset.Depreciation(month: try row.day(1).month, amount: try row.rupiah(2)),
            voucher: try row.voucherNumber(3, 4, 5))
        },
        years: try session.rows(YearStatements.ofUPKs, [.upks([upk])]).map { try ClosedYear($0) },
        restructurings: try session.rows(RestructuringStatements.ofUPK, [.upks([upk])])
          .map { try Restructuring($0) },
        settlements: facts.debtSettlements.values.flatMap(\.self)
          .sorted { $0.number < $1.number },
        assignments: (facts.suspenseAssignments[upk] ?? []).sorted { $0.number < $1.number },
        allocations: facts.allocations[upk] ?? [])
    }
  }

  /// The persons who are members of a UPK's groups, now or before.
  ///
  /// - Throws: `StoreError`.
  public func memberPersons(of upk: UPKID) async throws -> [PersonID] {
    try await read(BookFileStatements.members, [.int8(upk.value)]) { rows in
      try rows.map { try $0.personID(0) }
    }
  }
}

private func purposes(
  _ rows: Rows, of upk: UPKID
) throws -> [LoanID: ExportedBooks.Source.Purpose] {
  try rows.reduce(into: [:]) { purposes, row in
    purposes[LoanID(upk, try row.int8(0))] = ExportedBooks.Source.Purpose(
      try row.named(1), try row.named(2))
  }
}
