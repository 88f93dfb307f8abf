/// What the rows of a UPK must be, told again event by event.
///
/// Nothing of it comes from the rows that are checked, but for the order of the shares, which no
/// event says and two tables do, and for the postings, which the chain holds.
struct Retelling {
  let upk: Int64
  let operatingSince: Int?
  /// The order of an application's shares.
  let shareOrder: [Int64: [Int64: Int64]]
  let postings: [String: [Cells]]
  /// The number of the paper by voucher.
  let references: [String: String]

  /// The province's bounds, in the order of their versions.
  let province: [ProvinceRule]

  var policies: [Policy] = []
  var applications: [Int64: Application] = [:]
  var loans: [Int64: LoanLife] = [:]
  var repayments: [String: Receipt] = [:]
  var writeOffs: [Int64: Claim] = [:]
  var months = ClosedMonths()
  /// The event in which a voucher was booked, and the vouchers that take another back.
  var sheets: [String: String] = [:]
  var reversals: [String: String] = [:]
  var counts: [Int64: Counted] = [:]
  var assets: [Int64: Worn] = [:]
  var bankEntries: [BankMonth: [BankEntry]] = [:]
  var reconciled: [BankMonth: Reconciled] = [:]
  /// The result of each closed year.
  var profits: [Int64: Int64] = [:]
  /// What was given of 21030 to groups, less what was taken again.
  var assigned: [Int64: Int64] = [:]
  /// What files brought, where the books began with them.
  var imported: Imported?
  /// How far each series has come.
  var drawn: [String: Int64] = [:]
  var latestDay: CivilDay?
  /// Debits less credits by account and day.
  var movements: [Int: [CivilDay: Int64]] = [:]
  /// Those of them that closed a year over 31050: they move no figure of a month (ruling 15).
  var closings: [Int: [CivilDay: Int64]] = [:]
  private(set) var rows: [BookTable: [String: Cells]] = [:]
  var findings: [Finding] = []

  init(_ books: Books) {
    upk = books.upk
    province = ProvinceRule.told(by: books.bounds)
    operatingSince = books[.upk].first?["operating_since"].flatMap { CivilDay($0) }?.monthIndex
    shareOrder = books[.applicationShare].reduce(into: [:]) { order, row in
      guard let application = row["application"]?.number, let member = row["member"]?.number
      else { return }
      order[application, default: [:]][member] = row["line"]?.number
    }
    postings = Dictionary(grouping: books[.posting]) { $0["seq"] ?? "" }
    references = books[.voucher].reduce(into: [:]) { $0[voucherName($1)] = $1["reference"] }
    openChart()
    openFreezes(books[.freeze])
    for event in books.events {
      guard let day = event.bookedOn else { continue }
      latestDay = max(latestDay ?? day, day)
      checkDays(of: event)
      book(event)
      tell(event, on: day)
    }
  }

  private mutating func tell(_ event: EventRow, on day: CivilDay) {
    switch event.kind {
    case "policy.set": setPolicy(event)
    case "application.submit", "application.draft": submit(event)
    case "inspection.record": inspect(event)
    case "approval.sign": sign(event, on: day)
    case "disbursement.post": disburse(event, on: day)
    case "disbursement.confirm": confirm(event, on: day)
    case "disbursement.void": void(event, on: day)
    case "repayment.record", "suspense.apply", "joint-liability.set-off": pay(event, on: day)
    case "repayment.reverse": reverse(event, on: day)
    case "joint-liability.call": call(event, on: day)
    case "joint-liability.settle": settle(event, on: day)
    case "restructure.post": restructure(event, on: day)
    case "write-off.post": writeOff(event, on: day)
    case "write-off.recover": recover(event, on: day)
    case "write-off.waive": waive(event, on: day)
    case "period.close": close(event, on: day)
    case "recovery.confirm": confirmRecovery(event, on: day)
    case "books.import": importBooks(event)
    default: tellBooks(event, on: day)
    }
  }

  private mutating func tellBooks(_ event: EventRow, on day: CivilDay) {
    switch event.kind {
    case "account.open": openAccount(event)
    case "journal.reverse": reverseVoucher(event)
    case "cash.count": countCash(event, on: day)
    case "cash.difference": bookDifference(event)
    case "bank.reconcile": reconcile(event, on: day)
    case "asset.register": registerAsset(event, on: day)
    case "asset.depreciate": depreciate(event)
    case "suspense.assign": assign(event, on: day)
    case "suspense.unassign": unassign(event, on: day)
    case "write-off.reverse": reverseRecovery(event, on: day)
    case "period.reopen": askReopening(event, on: day)
    case "period.confirm-reopening": reopen(event, on: day)
    case "period.close-year": closeYear(event, on: day)
    case "profit.allocate": allocate(event, on: day)
    case "profit.pay-supervisors": paySupervisors(event)
    case "budget.propose": proposeBudget(event, on: day)
    case "budget.approve": approveBudget(event, on: day)
    case "books.request-release": requestRelease(event, on: day)
    case "books.release": release(event, on: day)
    default: tellPapers(event, on: day)
    }
  }

  private mutating func tellPapers(_ event: EventRow, on day: CivilDay) {
    switch event.kind {
    case "complaint.record": complain(event, on: day)
    case "complaint.answer": answerComplaint(event, on: day)
    case "meeting.record": meet(event, on: day)
    case "supervision.record": supervise(event, on: day)
    case "finding.answer": answerFinding(event, on: day)
    case "publication.record": publish(event, on: day)
    case "balance.confirm": confirmBalances(event, on: day)
    default: break
    }
  }

  /// Takes the next number of a series.
  mutating func draw(_ series: String) -> Int64 {
    drawn[series, default: 0] += 1
    return drawn[series] ?? 0
  }

  /// Expects a row, or another form of the row that was expected under its key.
  mutating func expect(_ table: BookTable, _ cells: Cells) {
    var cells = cells
    cells["upk_id"] = "\(upk)"
    rows[table, default: [:]][rowName(table, cells)] = cells
  }

  /// An event that cannot be what it says.
  mutating func wonder(_ event: EventRow, _ what: String, expected: String, found: String) {
    findings.append(
      Finding(.record, event.place, what, expected: expected, found: found))
  }

  /// The loan that an event asks for under `loan`.
  mutating func loan(of event: EventRow) -> LoanLife? {
    let loan = event.asked("loan").flatMap { loans[$0] }
    if loan == nil {
      wonder(
        event, "loan", expected: "a loan that was paid out",
        found: event.content?["loan"] ?? "none")
    }
    return loan
  }
}

/// Such as `installment/3.1`.
func rowName(_ table: BookTable, _ cells: Cells) -> String {
  let key = table.key.map { cells[$0] ?? "" }
  switch table {
  case .voucher: return "voucher/\(voucherName(cells))"
  case .head, .upk: return table.rawValue
  default: return "\(table.rawValue)/\(key.joined(separator: "."))"
  }
}
