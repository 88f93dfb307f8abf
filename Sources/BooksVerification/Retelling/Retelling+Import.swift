/// What the files of an import brought, by account and group.
struct Imported {
  /// The first day that it booked on: nothing before it stands in the journal.
  let begin: CivilDay
  /// Credits less debits of an account, by group; 0 for what names none.
  private(set) var gained: [Int: [Int64: Int64]] = [:]
  /// The papers that it gave and that stood then: what they moved is in `gained`.
  var papers: Set<String> = []
  /// Those that it gave and took back.
  var undone: Set<String> = []

  init?(_ event: EventRow) {
    let fields = event.content ?? [:]
    let days = fields.filter { $0.key.hasPrefix("voucher.") }
      .compactMap { Imported.cells($0.value).dropFirst().first.flatMap { CivilDay($0) } }
    guard let begin = days.min() else { return nil }
    self.begin = begin
    for (name, value) in fields where name.hasPrefix("posting.") {
      let cells = Imported.cells(value)
      guard cells.count == 6, let debit = Int(cells[0]), let credit = Int(cells[1]),
        let amount = cells[2].number
      else { continue }
      // What the profit added to the capital is no capital that was received (rules.md 2.10).
      guard debit != 31040 || credit != 31030 else { continue }
      let ksm = cells[5].number ?? 0
      gained[debit, default: [:]][ksm, default: 0] -= amount
      gained[credit, default: [:]][ksm, default: 0] += amount
    }
  }

  static func cells(_ text: String) -> [Substring] {
    text.split(separator: "|", omittingEmptySubsequences: false)
  }
}

extension Retelling {
  /// Books that began with files: the event has what they held, row by row.
  mutating func importBooks(_ event: EventRow) {
    imported = Imported(event)
    let fields = (event.content ?? [:]).map { (name: $0.key.split(separator: "."), text: $0.value) }
    for field in fields where field.name.count >= 2 {
      guard let number = field.name[1].number else { continue }
      switch field.name[0] {
      case "account": expect(.account, Cells(["code": number, "name": field.text]))
      case "ksm": passed("ksm", number)
      case "member":
        if let member = field.name.last?.number { passed("member-\(number)", member) }
      case "loan": importLoan(number, Imported.cells(field.text), event)
      case "asset": importAsset(number, Imported.cells(field.text), event)
      case "year": importYear(number, Imported.cells(field.text), event)
      case "voucher" where field.name.last == "reverses":
        let own = Imported.cells(event.content?["voucher.\(number)"] ?? "").first
        if let own { reversals[String(own)] = field.text }
      default: break
      }
    }
    for field in fields where field.name.first == "depreciation" && field.name.count == 3 {
      importLoss(field.name[1].number, field.name[2], Imported.cells(field.text), event)
    }
    let receipts = fields.filter { $0.name.first == "repayment" || $0.name.first == "reversal" }
      .compactMap { field in field.name.last?.number.map { ($0, field.name[0], field.text) } }
      .sorted { $0.0 < $1.0 }
    for (number, kind, text) in receipts {
      passed("repayment", number)
      if kind == "repayment" {
        importReceipt(number, Imported.cells(text), event)
      } else {
        importReversal(number, Imported.cells(text), event)
      }
    }
    importDecisions(event)
  }

  /// A series goes on behind a number.
  mutating func passed(_ series: String, _ number: Int64) {
    drawn[series] = max(drawn[series] ?? 0, number)
  }

  private mutating func importLoan(_ number: Int64, _ cells: [Substring], _ event: EventRow) {
    guard [11, 13].contains(cells.count), let ksm = cells[0].number,
      let application = cells[1].number,
      let day = CivilDay(cells[2]), let months = Int(cells[3]), let rate = cells[4].number,
      let unit = cells[6].number, let fee = cells[8].number, let savings = cells[9].number
    else {
      return wonder(
        event, "loan.\(number)", expected: "a loan", found: cells.joined(separator: "|"))
    }
    passed("loan", number)
    passed("application", application)
    var shares: [MemberShare] = []
    while let text = event.content?["share.\(number).\(shares.count + 1)"] {
      let parts = Imported.cells(text).compactMap(\.number)
      guard [2, 3].contains(parts.count) else { break }
      shares.append(
        MemberShare(
          member: parts[0], amount: parts[1], carried: parts.count == 3 ? parts[2] : 0))
    }
    var loan = LoanLife(
      number: number, ksm: ksm, application: application,
      terms: Terms(
        months: months, rateMillionths: rate, method: String(cells[5]), roundUnit: unit,
        earlySettlement: String(cells[7]), lateFee: fee, savingsThousandths: savings),
      shares: shares, disbursedOn: day)
    if let cancelled = CivilDay(cells[10]) { loan.ending = ("cancelled", cancelled) }
    if cells.count == 13, let inherited = Int(cells[12]) {
      loan.predecessor = cells[11].number
      loan.inheritedClass = inherited
    }
    open(loan)
  }

  private mutating func importReceipt(_ number: Int64, _ cells: [Substring], _ event: EventRow) {
    let paper = cells.count > 1 ? cells[1].split(separator: "-") : []
    guard cells.count == 10, paper.count == 3, let place = paper[2].number,
      let loan = cells[0].number.flatMap({ loans[$0] }), let day = CivilDay(cells[2]),
      let account = cells[3].number, let part = cells[4].number, let fee = cells[5].number,
      let saved = cells[6].number, let held = cells[7].number
    else {
      return wonder(
        event, "repayment.\(number)", expected: "a receipt", found: cells.joined(separator: "|"))
    }
    let members = cells[9].split(separator: " ").compactMap { text in
      let parts = text.split(separator: "/").compactMap(\.number)
      return parts.count == 3 ? (member: parts[0], payer: parts[1], amount: parts[2]) : nil
    }
    let receipt = Receipt(
      number: number, loan: loan.number, day: day, loanPart: part, lateFee: fee, savings: saved,
      excess: held, account: account, members: members)
    repayments[String(cells[1])] = receipt
    imported?.papers.insert(String(cells[1]))
    passed("KW-\(paper[1])", place)
    take(receipt, on: day, order: number, sign: 1)
    let voucher = cells[8].split(separator: "-")
    expect(
      .repayment,
      Cells([
        "number": number, "loan": loan.number, "receipt_year": paper[1].number,
        "receipt_number": place, "paid_on": day, "account": account, "loan_part": part,
        "late_fee": fee, "savings": saved, "excess": held,
        "members": array(members.map(\.member)), "payers": array(members.map(\.payer)),
        "amounts": array(members.map(\.amount)), "voucher_kind": voucher.first,
        "voucher_year": voucher.dropFirst().first.flatMap(\.number),
        "voucher_number": voucher.dropFirst(2).first.flatMap(\.number),
        "recorded_by": event.person,
      ]))
  }

  private mutating func importReversal(_ number: Int64, _ cells: [Substring], _ event: EventRow) {
    guard cells.count >= 3, let repayment = cells[0].number, let day = CivilDay(cells[1]),
      let (paper, receipt) = repayments.first(where: { $0.value.number == repayment })
    else {
      return wonder(
        event, "reversal.\(number)", expected: "a receipt taken back",
        found: cells.joined(separator: "|"))
    }
    repayments[paper]?.reversedOn = day
    imported?.papers.remove(paper)
    imported?.undone.insert(paper)
    take(receipt, on: day, order: number, sign: -1)
    expect(
      .repaymentReversal,
      Cells([
        "repayment": repayment, "number": number, "reversed_on": day,
        "reason": cells.dropFirst(2).joined(separator: "|"), "recorded_by": event.person,
      ]))
  }

  private mutating func take(_ receipt: Receipt, on day: CivilDay, order: Int64, sign: Int64) {
    guard var loan = loans[receipt.loan] else { return }
    loan.entries.append(Entry(day: day, order: order, amount: sign * receipt.loanPart))
    loan.lateFees += sign * receipt.lateFee
    loan.savings += sign * receipt.savings
    for part in receipt.members { loan.memberPaid[part.member, default: 0] += sign * part.amount }
    loans[receipt.loan] = loan
  }
}
