/// Records what borrowers stated of their balances, beside the books of a day.
///
/// A difference that a paper proves opens a finding. Whoever asked for all leaves out no share that
/// is open on the day asked about.
///
/// Refused with: `amountNotPositive` (below zero), `amountTooLarge`, `textTooLong`, `notFound` (a
/// loan, a member), `dayInFuture`, `dayBefore` (the day asked about is after the recording),
/// `roleMissing` (the caller is no supervisor), `confirmationEmpty`, `tooManyFindings`,
/// `statementRepeated`, `confirmationIncomplete`.
public struct ConfirmBalances: Command {
  public let upk: UPKID
  public let asOf: Day
  public let scope: ConfirmationScope
  public let statements: [Statement]
  public let day: Day

  /// What one member said is still to be paid.
  public struct Statement: Hashable, Sendable {
    public let loan: Int64
    public let member: Int64
    public let stated: Rupiah
    public let evidence: String

    public init(loan: Int64, member: Int64, stated: Rupiah, evidence: String) {
      self.loan = loan
      self.member = member
      self.stated = stated
      self.evidence = evidence
    }
  }

  /// More statements than one recording holds.
  static let mostStatements = 1000

  public init(
    upk: UPKID, asOf: Day, scope: ConfirmationScope, statements: [Statement], day: Day
  ) {
    self.upk = upk
    self.asOf = asOf
    self.scope = scope
    self.statements = statements
    self.day = day
  }

  public var kind: CommandKind { .confirmBalances }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("as_of", asOf)
    content.add("scope", scope.rawValue)
    for (place, statement) in statements.enumerated() {
      content.add("loan.\(place + 1)", statement.loan)
      content.add("member.\(place + 1)", statement.member)
      content.add("stated.\(place + 1)", statement.stated)
      content.add("evidence.\(place + 1)", statement.evidence)
    }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    let loans = Set(statements.map { LoanID(upk, $0.loan) })
    keys.loans.formUnion(loans)
    keys.repaymentsOf.formUnion(loans)
    keys.portfolios.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let lines = statements.map { line($0, facts) }
    try check(lines, facts, caller)

    var number: Int64 = 0
    var effects = Effects(head: facts.head(upk)) { numbering in
      number = numbering.take(.confirmation)
      return .confirmation(upk, number: number)
    }
    let named = lines.compactMap(\.self)
    var findings: [Finding] = []
    for line in named where line.result == .proven {
      findings.append(
        Finding(
          id: FindingID(upk, effects.draw(.finding)), source: .confirmation(number), on: day,
          text: """
            \(line.loan.number)/\(line.member): \(line.stated.amount) / \(line.books.amount) \
            (\(line.evidence))
            """,
          due: day.addingDays(RecordSupervision.daysToAnswer), by: caller.person, answer: nil))
    }
    let confirmation = BalanceConfirmation(
      upk: upk, number: number, asOf: asOf, on: day, by: caller.person, scope: scope,
      lines: named, findings: findings)
    for result in ConfirmationResult.allCases {
      effects.outcome.add(result.rawValue, confirmation.count(result))
    }
    effects.add(.accountability(.confirmation(confirmation)))
    return effects
  }

  /// What was stated beside the books; `nil` for a share that was not there on the day.
  private func line(_ statement: Statement, _ facts: Facts) -> BalanceConfirmation.Line? {
    let id = LoanID(upk, statement.loan)
    guard let loan = facts.loans[id], loan.disbursedOn <= asOf else { return nil }
    let standing = JointLiability(
      loan, repayments: facts.repayments[id] ?? [], settlements: [],
      writeOff: facts.portfolios[upk]?[id]?.writeOff, asOf: asOf)
    return standing.members.first { $0.member == statement.member }.map {
      BalanceConfirmation.Line(
        loan: id, member: statement.member, stated: statement.stated, books: $0.open,
        evidence: statement.evidence)
    }
  }

  private func check(
    _ lines: [BalanceConfirmation.Line?], _ facts: Facts, _ caller: Caller
  ) throws(Refusal) {
    var violations = Violations()
    for (place, statement) in statements.enumerated() {
      violations.require(
        statement.stated >= .zero, .amountNotPositive(field: .line(place + 1), statement.stated))
      violations.require(
        statement.stated <= .limit, .amountTooLarge(field: .line(place + 1), statement.stated))
      violations.requireLength(statement.evidence, .evidence, atMost: 200, line: place + 1)
      if lines[place] == nil {
        violations.add([
          facts.loans[LoanID(upk, statement.loan)] == nil
            ? .notFound(.loan, name: "\(statement.loan)")
            : .notFound(.member, name: "\(statement.loan)/\(statement.member)")
        ])
      }
    }
    violations.requirePast(day, caller)
    violations.require(day, notBefore: asOf, .askedAbout)
    violations.require(
      facts.holds(.supervisor, person: caller.person, at: upk, on: day),
      .roleMissing(.supervisor, on: day))
    let asked = statements.map { AskedShare(loan: $0.loan, member: $0.member) }
    violations.require(!asked.isEmpty, .confirmationEmpty)
    violations.require(
      asked.count <= Self.mostStatements,
      .tooManyFindings(count: asked.count, limit: Self.mostStatements))
    for share in asked where asked.count(where: { $0 == share }) > 1 {
      violations.add([.statementRepeated(loan: share.loan, member: share.member)])
      break
    }
    let left = scope == .all ? open(facts).subtracting(asked).count : 0
    violations.require(left == 0, .confirmationIncomplete(missing: left))
    try violations.check()
  }

  /// The shares of loans with a balance at the end of the day asked about.
  private func open(_ facts: Facts) -> Set<AskedShare> {
    let loans = (facts.portfolios[upk]?.loans ?? []).filter {
      $0.position(asOf: asOf).map { $0.outstanding > .zero } ?? false
    }
    return Set(
      loans.flatMap { history in
        history.loan.shares.map {
          AskedShare(loan: history.loan.id.number, member: $0.member)
        }
      })
  }
}

/// A member's share of a loan that somebody is asked about.
private struct AskedShare: Hashable {
  let loan: Int64
  let member: Int64
}
