/// The journal against what the events say of loans, savings, what is held, and capital.
struct BalanceControls {
  private(set) var findings: [Finding] = []
  private let postings: [Booked]
  private let retelling: Retelling

  /// A posting that can be read.
  private struct Booked {
    let day: CivilDay
    let debit: Int
    let credit: Int
    let amount: Int64
    let loan: Int64?
    let fromLoan: Int64?
    let ksm: Int64?

    init?(_ cells: Cells) {
      guard let day = cells["booked_on"].flatMap({ CivilDay($0) }),
        let debit = cells["debit"].flatMap({ Int($0) }),
        let credit = cells["credit"].flatMap({ Int($0) }), let amount = cells["amount"]?.number
      else { return nil }
      self.day = day
      self.debit = debit
      self.credit = credit
      self.amount = amount
      loan = cells["loan"]?.number
      fromLoan = cells["from_loan"]?.number
      ksm = cells["ksm"]?.number
    }

    /// What an account gains by it.
    func moved(_ account: Int) -> Int64 {
      (debit == account ? amount : 0) - (credit == account ? amount : 0)
    }
  }

  init(_ books: Books, _ retelling: Retelling) {
    self.retelling = retelling
    postings = books[.posting].compactMap { Booked($0) }.sorted { $0.day < $1.day }
    checkLoans()
    checkClasses()
    checkServiceCharge()
    checkSavings(books)
    checkSuspense(books)
    checkCapital(books)
  }

  private mutating func find(
    _ control: Control, _ place: String, _ what: String, _ expected: Int64, _ found: Int64
  ) {
    guard expected != found else { return }
    findings.append(
      Finding(control, place, what, expected: "\(expected)", found: "\(found)"))
  }

  /// Each loan's part of 11030 at the end of every day on which it or the account moved.
  private mutating func checkLoans() {
    var moves: [Int64: [CivilDay: Int64]] = [:]
    for posting in postings where posting.debit == 11030 || posting.credit == 11030 {
      let (to, from) = (posting.loan ?? 0, posting.fromLoan ?? posting.loan ?? 0)
      if posting.debit == 11030 {
        moves[to, default: [:]][posting.day, default: 0] += posting.amount
      }
      if posting.credit == 11030 {
        moves[from, default: [:]][posting.day, default: 0] -= posting.amount
      }
    }
    for number in Set(moves.keys).union(retelling.loans.keys).sorted() {
      let account = retelling.loans[number]?.account
      let life = account?.life
      let own =
        (account?.days.map(\.day) ?? [])
        + [life?.disbursedOn, life?.ending?.day].compactMap(\.self)
      var balance: Int64 = 0
      let begin = retelling.imported?.begin
      for day in Set(own).union((moves[number] ?? [:]).keys).sorted()
      where begin.map({ $0 <= day }) ?? true {
        balance += moves[number]?[day] ?? 0
        find(
          .loans, "loan/\(number)", "account 11030 on \(day)", account?.outstanding(asOf: day) ?? 0,
          balance)
      }
    }
  }

  /// At every month's end the classes together are the account (rules.md 2.12, 1 to 4 and 6).
  private mutating func checkClasses() {
    guard let first = postings.first?.day, let last = postings.last?.day else { return }
    let accounts = retelling.loans.values.map(\.account)
    var balance: Int64 = 0
    var rest = postings[...]
    for month in first.monthIndex...last.monthIndex {
      let end = CivilDay(lastOfMonth: month)
      while let posting = rest.first, posting.day <= end {
        balance += posting.moved(11030)
        rest = rest.dropFirst()
      }
      let standings = accounts.compactMap { $0.standing(asOf: end) }
      find(
        .classes, "account 11030", "classes 1 to 5 on \(end)", standings.total(\.balance), balance)
    }
  }

  /// What loans were paid in service charge is what 41010 earned from them (2.12, 5).
  private mutating func checkServiceCharge() {
    var earned: [Int64: Int64] = [:]
    for posting in postings where posting.debit == 41010 || posting.credit == 41010 {
      guard let loan = posting.loan else { continue }
      earned[loan, default: 0] -= posting.moved(41010)
    }
    for (number, loan) in retelling.loans.sorted(by: { $0.key < $1.key }) {
      // What was paid before books began with files earned nothing in them.
      let before =
        retelling.imported.map { begun in
          loan.account.days.last { $0.day < begun.begin }?.paid.charge ?? 0
        } ?? 0
      find(
        .serviceCharge, "loan/\(number)", "account 41010", loan.account.paid.charge - before,
        earned[number] ?? 0)
    }
  }

  /// Each group's savings by its events; the ring-fence on every day (rules.md 2.6).
  private mutating func checkSavings(_ books: Books) {
    var told = brought(21020)
    for event in books.events {
      guard let amount = event.asked("amount"), let ksm = event.asked("ksm") else { continue }
      if event.kind == "savings.deposit" { told[ksm, default: 0] += amount }
      if event.kind == "savings.withdraw" { told[ksm, default: 0] -= amount }
    }
    for (receipt, sign) in receipts {
      guard let ksm = retelling.loans[receipt.loan]?.ksm else { continue }
      told[ksm, default: 0] += sign * receipt.savings
      if receipt.account == 21020 {
        told[ksm, default: 0] -= sign * (receipt.loanPart + receipt.lateFee)
      }
    }
    compare(.savings, 21020, told)
    var saved: Int64 = 0
    var cover: Int64 = 0
    for (place, posting) in postings.enumerated() {
      saved -= posting.moved(21020)
      cover += posting.moved(11022) + posting.moved(11012)
      let isLast = place + 1 == postings.count || postings[place + 1].day != posting.day
      if isLast && cover < saved {
        find(.savings, "account 21020", "11022 and 11012 on \(posting.day)", saved, cover)
      }
    }
  }

  /// What files brought on an account, by group.
  private func brought(_ account: Int) -> [Int64: Int64] {
    (retelling.imported?.gained[account] ?? [:]).filter { $0.key != 0 }
  }

  /// The receipts that stand and were given here, and those that files brought and were taken back
  /// here.
  private var receipts: [(receipt: Receipt, sign: Int64)] {
    retelling.repayments.compactMap { paper, receipt in
      guard !(retelling.imported?.undone.contains(paper) ?? false) else { return nil }
      let isBrought = retelling.imported?.papers.contains(paper) ?? false
      guard isBrought != (receipt.reversedOn == nil) else { return nil }
      return (receipt, isBrought ? -1 : 1)
    }
  }

  private mutating func checkSuspense(_ books: Books) {
    var told = brought(21030)
    for event in books.events where event.kind == "suspense.refund" {
      guard let amount = event.asked("amount"), let ksm = event.asked("ksm") else { continue }
      told[ksm, default: 0] -= amount
    }
    for (receipt, sign) in receipts {
      guard let ksm = retelling.loans[receipt.loan]?.ksm else { continue }
      told[ksm, default: 0] += sign * receipt.excess
      if receipt.account == 21030 {
        told[ksm, default: 0] -= sign * (receipt.loanPart + receipt.lateFee)
      }
    }
    compare(.suspense, 21030, told)
    for (ksm, amount) in told.merging(retelling.assigned, uniquingKeysWith: +)
      .sorted(by: { $0.key < $1.key }) where amount < 0
    {
      find(.suspense, "ksm/\(ksm)", "held on account 21030", 0, amount)
    }
  }

  /// The balance of each group on an account; what names no group is not a group's.
  private mutating func compare(_ control: Control, _ account: Int, _ told: [Int64: Int64]) {
    var booked: [Int64: Int64] = [:]
    for posting in postings {
      guard let ksm = posting.ksm else { continue }
      booked[ksm, default: 0] -= posting.moved(account)
    }
    for ksm in Set(told.keys).union(booked.keys).sorted() {
      find(control, "ksm/\(ksm)", "account \(account)", told[ksm] ?? 0, booked[ksm] ?? 0)
    }
  }

  private mutating func checkCapital(_ books: Books) {
    let accounts = ["p2kp": 31010, "blm": 31020, "other": 31030]
    for (source, account) in accounts.sorted(by: { $0.value < $1.value }) {
      let received =
        books.events
        .filter { $0.kind == "capital.receive" && $0.content?["source"] == source }
        .total { $0.asked("amount") ?? 0 }
        + (retelling.imported?.gained[account] ?? [:]).values.total { $0 }
      let booked = -postings.total { $0.moved(account) }
      // What the profit added to the capital is no capital that was received (rules.md 2.10).
      let allocated =
        account == 31030 ? postings.filter { $0.debit == 31040 }.total { -$0.moved(31030) } : 0
      find(.capital, "account \(account)", "received", received, booked - allocated)
    }
  }
}
