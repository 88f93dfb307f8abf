/// Begins the books of a UPK with what its files hold: opening balances, groups, loans with their
/// history, and vouchers; all of it or nothing (rules.md 0, ruling 27a).
///
/// Everything must balance, and every loan's account must be what its repayments leave at the end
/// of every day. Numbers of the files are kept, and series go on behind them. Only a UPK without
/// books takes them.
///
/// Refused with: `booksNotEmpty`; `bookFileWrong` for every line that is wrong, `notFound` (a
/// person), `dayInFuture`.
public struct ImportBooks: Command {
  public let upk: UPKID
  /// Without the registers of the province.
  public let files: [BookFile]
  /// Who the persons of the files are here.
  public let persons: [Int64: PersonID]
  private let records: BookRecords
  private let assembly: BookAssembly

  public init(upk: UPKID, files: [BookFile], persons: [Int64: PersonID]) {
    self.upk = upk
    self.files = files.filter { !$0.kind.isRegister }
    self.persons = persons
    records = BookRecords(self.files)
    assembly = BookAssembly(records, upk: upk, by: PersonID(0), persons: persons)
  }

  public var kind: CommandKind { .importBooks }
  public var stream: UPKID { upk }
  /// The last day of the files.
  public var day: Day { assembly.lastDay ?? Day(epochDays: 0) }
  /// What the files say, however they are written; nothing of it depends on the caller.
  public var content: Content {
    var content = Content()
    for row in records.accounts {
      content.add("account.\(row.account.code.number)", row.account.name)
    }
    for row in records.ksms { content.add("ksm.\(row.number)", "\(row.formedOn)|\(row.name)") }
    for row in records.members {
      let person = persons[row.person].map { "\($0.value)" } ?? ""
      content.add(
        "member.\(row.ksm).\(row.number)",
        "\(person)|\(row.joinedOn)|\(row.leftOn.map { "\($0)" } ?? "")")
    }
    content.add(assembly.loans)
    content.add(assembly.repayments)
    content.add(assembly.vouchers)
    content.add(assembly.assets, records.losses)
    content.add(assembly.years)
    content.add(assembly.restructurings)
    content.add(assembly.writeOffs)
    content.add(assembly.settlements)
    content.add(assembly.assignments)
    content.add(assembly.allocations)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.accountsOf.insert(upk)
    let members = records.members.compactMap { persons[$0.person] }
    keys.persons.formUnion(records.named.compactMap { persons[$0.person] })
    keys.openSharesOf.formUnion(members)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let head = facts.head(stream)
    let begun = head.counters.keys.filter(ImportBooks.belongsToBooks).sorted()
    guard begun.isEmpty && head.closedThrough == nil else {
      throw Refusal(.booksNotEmpty(series: begun))
    }
    let books = BookAssembly(records, upk: upk, by: caller.person, persons: persons)
    var violations = Violations()
    let problems =
      records.problems.isEmpty ? books.problems + personProblems(books, facts) : records.problems
    violations.add(problems.map { .bookFileWrong($0) })
    for (number, person) in persons.sorted(by: { $0.key < $1.key })
    where facts.persons[person] == nil && records.named.contains(where: { $0.person == number }) {
      violations.add([.notFound(.person, name: "\(person.value)")])
    }
    if let last = books.latestDay { violations.requirePast(last, caller) }
    violations.require(
      books.lastDay != nil || !problems.isEmpty,
      .bookFileWrong(
        BookProblem(.vouchers, line: 1, .fileMissing)))
    try violations.check()
    return effects(of: books, facts)
  }

  /// Whether a series of numbers counts what the files would bring.
  private static func belongsToBooks(_ series: String) -> Bool {
    [
      "ksm", "application", "loan", "repayment", "asset", "cash-count", "debt-settlement",
      "suspense-assignment",
    ].contains(series)
      || ["KM-", "KK-", "PB-", "KW-", "member-"].contains { series.hasPrefix($0) }
  }

  /// Members must be known here; who owes something must have a NIK, and owe nothing elsewhere.
  private func personProblems(_ books: BookAssembly, _ facts: Facts) -> [BookProblem] {
    let borrowing = books.borrowing
    let strangers = records.named.filter { persons[$0.person] == nil }.map(\.stranger)
    return strangers
      + records.members.flatMap { row -> [BookProblem] in
        guard let person = persons[row.person].flatMap({ facts.persons[$0] }) else { return [] }
        guard borrowing.contains([row.ksm, row.number]) else { return [] }
        if !person.isIdentified {
          return [BookProblem(.members, line: row.line, .personUnidentified(row.person))]
        }
        return facts.claimed.contains(person.id)
          ? [BookProblem(.members, line: row.line, .personBorrowsElsewhere(row.person))] : []
      }
  }
}

// What is written once all is well.
extension ImportBooks {
  private func effects(of books: BookAssembly, _ facts: Facts) -> Effects {
    var effects = Effects(head: facts.head(stream), subject: .journal(upk))
    let chart = facts.accounts[upk] ?? []
    for row in records.accounts where !chart.contains(row.account.code) {
      effects.add(.account(upk, row.account))
    }
    for row in records.ksms {
      effects.add(
        .ksm(KSM(id: KSMID(upk, row.number), name: row.name, formedOn: row.formedOn, members: [])))
    }
    for row in records.members {
      guard let person = persons[row.person].flatMap({ facts.persons[$0] }) else { continue }
      effects.add(
        .member(
          KSMID(upk, row.ksm),
          Member(
            number: row.number, person: person.id, gender: person.gender, joinedOn: row.joinedOn,
            leftOn: row.leftOn)))
    }
    for loan in books.loans { open(loan, of: books, &effects) }
    for voucher in books.vouchers { effects.book(voucher) }
    for repayment in books.repayments {
      var received = repayment
      received.reversal = nil
      effects.add(.repayment(received))
      if let reversal = repayment.reversal { effects.add(.repaymentReversed(repayment, reversal)) }
    }
    for asset in books.assets { effects.add(.asset(asset)) }
    for row in records.losses {
      effects.add(.assetDepreciated(upk, asset: row.asset, row.entry, row.voucher))
    }
    for year in books.years { effects.add(.yearClosed(year)) }
    decide(books, &effects)
    effects.go(on: books.next)
    effects.outcome.add("vouchers", books.vouchers.count)
    effects.outcome.add("ksms", records.ksms.count)
    effects.outcome.add("loans", books.loans.count)
    effects.outcome.add("repayments", books.repayments.count)
    effects.outcome.add("outstanding", books.outstanding)
    return effects
  }

  private func open(_ loan: Loan, of books: BookAssembly, _ effects: inout Effects) {
    let members = records.members.reduce(into: [Int64: PersonID]()) { found, row in
      if row.ksm == loan.ksm.number { found[row.number] = persons[row.person] }
    }
    let row = records.loans.first { $0.number == loan.id.number }
    var application = Application(
      id: loan.application, ksm: loan.ksm, purpose: row?.purpose ?? .productiveBusiness,
      businessStage: row?.businessStage ?? .existing, months: loan.terms.months,
      requested: loan.shares, submittedOn: loan.disbursedOn, state: .approved, inspection: nil,
      approvals: [], loan: nil)
    application.completedOn = loan.disbursedOn
    // What follows a restructured loan has no application of its own.
    if loan.succession == nil { effects.add(.application(application)) }
    let borrowers = loan.holdsNames ? books.held(to: loan).compactMap { members[$0] } : []
    effects.add(.loanOpened(loan, borrowers: borrowers))
    if loan.succession == nil {
      effects.add(.applicationState(loan.application, .disbursed, loan: loan.id))
    }
    effects.add(.loanPaid(loan))
  }
}

// What was decided, once the loans are there.
extension ImportBooks {
  private func decide(_ books: BookAssembly, _ effects: inout Effects) {
    for restructuring in books.restructurings { effects.add(.restructuring(restructuring)) }
    for writeOff in books.writeOffs {
      effects.add(.writeOff(writeOff))
      for recovery in writeOff.recoveries {
        effects.add(.claimRecovered(writeOff.loan, recovery))
        if let reversal = recovery.reversal {
          effects.add(.recoveryReversed(writeOff.loan, recovery, reversal))
        }
      }
      if let waiver = writeOff.waiver { effects.add(.claimWaived(writeOff.loan, waiver)) }
    }
    for settlement in books.settlements { effects.add(.memberDebtSettled(settlement)) }
    for assignment in books.assignments { effects.add(.suspenseAssigned(assignment)) }
    for allocation in books.allocations { effects.add(.profitAllocated(allocation)) }
  }
}

extension Loan {
  /// Whether its borrowers are held to it, so that they borrow nowhere else.
  var holdsNames: Bool { [.active, .writtenOff].contains(state) }
}

extension BookAssembly {
  /// Members, each with the group's number first, who are held to a loan.
  fileprivate var borrowing: Set<[Int64]> {
    Set(
      loans.filter(\.holdsNames).flatMap { loan in
        held(to: loan).map { [loan.ksm.number, $0] }
      })
  }

  /// What is owed on all loans.
  fileprivate var outstanding: Rupiah {
    loans.filter { $0.state == .active }.total { $0.principal - $0.paid.principal }
  }
}
