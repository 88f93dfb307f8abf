/// A bank account and a month, counted from the year 0.
struct BankMonth: Hashable {
  let account: Int
  let month: Int
}

/// What a reconciliation left behind for the next.
struct Reconciled {
  let version: Int64
  let onlyInBank: [BankSide]
  let onlyInBooks: [BankSide]
}

/// What a voucher moved on a bank account.
struct BankEntry {
  let day: CivilDay
  let sequence: Int64
  let voucher: String
  let amount: Int64
  let reference: String?
}

extension Retelling {
  /// Keeps what an event moved on the bank accounts, voucher by voucher.
  mutating func bookBanks(_ event: EventRow) {
    let own = Dictionary(grouping: postings["\(event.sequence)"] ?? []) {
      voucherName($0, prefix: "voucher_")
    }
    for name in event.vouchers {
      sheets[name] = "\(event.sequence)"
      guard let day = own[name]?.first?["booked_on"].flatMap({ CivilDay($0) }) else { continue }
      for account in [11021, 11022] {
        let amount = (own[name] ?? []).compactMap { Move($0) }.total {
          ($0.debit == account ? $0.amount : 0) - ($0.credit == account ? $0.amount : 0)
        }
        guard amount != 0 else { continue }
        bankEntries[BankMonth(account: account, month: day.monthIndex), default: []].append(
          BankEntry(
            day: day, sequence: event.sequence, voucher: name, amount: amount,
            reference: references[name]))
      }
    }
  }

  mutating func reconcile(_ event: EventRow, on day: CivilDay) {
    guard let account = event.asked("account"), let first = event.month,
      let start = event.statementLines.first, let end = event.statementLines.last
    else { return wonder(event, "content", expected: "a statement", found: "none") }
    let key = BankMonth(account: Int(account), month: first.monthIndex)
    let before = reconciled[BankMonth(account: key.account, month: key.month - 1)]
    let matching = BankMatching(
      bank: (before?.onlyInBank ?? []) + event.statementLines.map(\.side),
      books: withoutReversed((before?.onlyInBooks ?? []) + entries(of: key)))
    let ledger = balance(
      key.account, through: CivilDay(lastOfMonth: key.month), before: event)
    let onlyInBank = matching.items.compactMap { $0.books == nil ? $0.bank : nil }
    let onlyInBooks = matching.items.compactMap { $0.bank == nil ? $0.books : nil }
    let unexplained =
      end.balance + onlyInBooks.total(\.amount) - ledger - onlyInBank.total(\.amount)
    let number = draw("reconciliation")
    let version = (reconciled[key]?.version ?? 0) + 1
    require(event, "version", event.came("version"), is: version)
    require(event, "unexplained", event.came("unexplained"), is: unexplained)
    reconciled[key] = Reconciled(
      version: version, onlyInBank: onlyInBank.map(\.carried),
      onlyInBooks: onlyInBooks.map(\.carried))
    expect(
      .reconciliation,
      Cells([
        "number": number, "account": account, "month": first, "version": version,
        "reconciled_on": day, "statement_opening": start.balance - start.side.amount,
        "statement_balance": end.balance, "ledger_balance": ledger,
        "is_reconciled": unexplained == 0 && onlyInBank.isEmpty,
      ]))
    expect(matching.items, of: number)
  }

  private mutating func expect(_ items: [BankMatching.Item], of number: Int64) {
    for (place, item) in items.enumerated() {
      let voucher = item.books.map { VoucherColumns($0.text) }
      expect(
        .reconciliationItem,
        Cells([
          "reconciliation": number, "item": place + 1,
          "amount": item.bank?.amount ?? item.books?.amount, "stated_on": item.bank?.day,
          "statement": item.bank?.text, "booked_on": item.books?.day,
          "voucher_kind": voucher?.kind, "voucher_year": voucher?.year,
          "voucher_number": voucher?.number,
        ]))
    }
  }

  /// What the books have of a month, in the order of the journal.
  private func entries(of key: BankMonth) -> [BankSide] {
    func order(_ entry: BankEntry) -> (CivilDay, Int64, String, Int64) {
      let name = VoucherColumns(entry.voucher)
      return (entry.day, entry.sequence, name.kind ?? "", name.number ?? 0)
    }
    return (bankEntries[key] ?? []).sorted { order($0) < order($1) }.map {
      BankSide(
        day: $0.day, amount: $0.amount, text: $0.voucher, paper: $0.reference, isCarried: false)
    }
  }

  /// Without a voucher and the one that takes it back where both are there: no bank sees them.
  private func withoutReversed(_ sides: [BankSide]) -> [BankSide] {
    let there = Set(sides.map(\.text))
    let pairs = reversals.filter { there.contains($0.key) && there.contains($0.value) }
    let gone = Set(pairs.keys).union(pairs.values)
    return sides.filter { !gone.contains($0.text) }
  }
}

extension EventRow {
  /// The lines `line.1`, `line.2` … of a statement, each as `day|amount|balance|text`.
  fileprivate var statementLines: [(side: BankSide, balance: Int64)] {
    let numbers = (content ?? [:]).keys.filter { $0.hasPrefix("line.") }
      .compactMap { $0.dropFirst(5).number }.sorted()
    return numbers.compactMap { number in
      let cells = (content?["line.\(number)"] ?? "").split(
        separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
      guard cells.count == 4, let day = CivilDay(cells[0]), let amount = cells[1].number,
        let balance = cells[2].number
      else { return nil }
      return (
        BankSide(
          day: day, amount: amount, text: String(cells[3]), paper: nil, isCarried: false), balance
      )
    }
  }
}
