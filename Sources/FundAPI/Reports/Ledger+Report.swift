public import RevolvingFund

extension Bergulir_V1_Report {
  /// An account's postings between what it held and what it holds.
  public init(_ ledger: AccountLedger, of upk: Code) {
    let name = ReportCell.none
    let lines = ledger.entries.map { entry -> [ReportCell] in
      [
        .term(.line), .day(entry.voucher.bookedOn), .text(entry.voucher.number.description),
        .account(entry.counter), .text(entry.voucher.description),
        .text(entry.voucher.reference ?? ""), .amount(entry.debit), .amount(entry.credit),
        .amount(entry.balance),
      ]
    }
    func balance(_ row: ReportTerm, _ day: Day, _ balance: Rupiah) -> [ReportCell] {
      [.term(row), .day(day), name, name, name, name, name, name, .amount(balance)]
    }
    self.init(
      "ledger", of: upk, asOf: ledger.until,
      [
        .shown("row", .term), .shown("date", .day), .shown("voucher", .text),
        .shown("counter_account", .account), .shown("description", .text),
        .detail("reference", .text),
        .shown("debit", .amount), .shown("credit", .amount), .shown("balance", .amount),
      ],
      [balance(.opening, ledger.from, ledger.opening)] + lines + [
        [
          .term(.closing), .day(ledger.until), name, name, name, name,
          .amount(ledger.totalDebit), .amount(ledger.totalCredit), .amount(ledger.closing),
        ]
      ],
      facts: [
        ("account", .account(ledger.account.code)), ("display_name", .accountName(ledger.account)),
        ("from", .day(ledger.from)), ("until", .day(ledger.until)),
      ])
  }

  /// What was received, or what was paid, in the order of a ledger.
  public init(
    _ direction: MoneyDirection, of vouchers: [Voucher], in upk: Code, from: Day, until: Day
  ) {
    let flows = vouchers.flatMap { voucher in
      voucher.moneyFlows.filter { $0.direction == direction }.map { (voucher, flow: $0) }
    }
    let lines = flows.map { voucher, flow -> [ReportCell] in
      [
        .term(.line), .day(voucher.bookedOn), .text(voucher.number.description),
        .account(flow.account), .account(flow.counter), .text(voucher.description),
        .text(voucher.reference ?? ""), .amount(flow.amount),
      ]
    }
    self.init(
      "money-\(direction.rawValue)", of: upk, asOf: until,
      [
        .shown("row", .term), .shown("date", .day), .shown("voucher", .text),
        .shown("account", .account), .shown("counter_account", .account),
        .shown("description", .text),
        .detail("reference", .text), .shown("amount", .amount),
      ],
      lines + [
        [
          .term(.total), .none, .none, .none, .none, .none, .none,
          .amount(flows.total(\.flow.amount)),
        ]
      ], facts: [("from", .day(from)), ("until", .day(until))])
  }
}
