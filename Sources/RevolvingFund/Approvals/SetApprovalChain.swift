/// Puts a new version of a board's approval chain in force from a day on.
///
/// Manager and coordinator sign every loan (rules.md 4.1); more steps may come for large amounts or
/// while PAR is high. Applications that were inspected before keep the steps of their inspection.
///
/// Refused with: `textMissing`, `textTooLong` (the minutes), `chainOutOfBounds`,
/// `chainRoleNotAllowed`, `chainWithoutRole`, `dayInFuture`, `dayBefore` (the version before it,
/// or, once there is one, the day after the latest booked one).
public struct SetApprovalChain: Command {
  /// The chain as asked for; its version number is given here.
  public let chain: ApprovalChain
  public let day: Day

  public init(chain: ApprovalChain, day: Day) {
    self.chain = chain
    self.day = day
  }

  public var kind: CommandKind { .setApprovalChain }
  public var stream: UPKID { chain.upk }
  public var content: Content {
    var content = Content()
    content.add("valid_from", chain.validFrom)
    for step in chain.steps {
      content.add(
        "step.\(step.number)",
        "\(step.role.rawValue)/\(step.quorum)/\(step.deadlineDays)/\(step.fromAmount.amount)"
          + "/\(step.fromPARThousandths)")
    }
    content.add("inspection_days", chain.inspectionDays)
    content.add("disbursement_days", chain.disbursementDays)
    content.add("minutes", chain.minutes)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.chainsOf.insert(chain.upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(chain.minutes, .minutes)
    violations.add(chain.violations)
    violations.requirePast(day, caller)
    violations.require(
      beginsOn: chain.validFrom, after: (facts.chains[chain.upk] ?? []).map(\.validFrom),
      .chainBegan, facts.head(stream))
    try violations.check()

    var version: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      version = numbering.take(.approvalChain)
      return .approvalChain(chain.upk, version: version)
    }
    var numbered = chain
    numbered.version = version
    effects.add(.approvalChain(numbered))
    return effects
  }
}

extension ApprovalChain {
  /// The roles without which no loan is decided.
  static let always: [Role] = [.manager, .bkmCoordinator]

  /// What no chain may be: `chainOutOfBounds`, `chainRoleNotAllowed`, `chainWithoutRole`.
  var violations: [Rejection] {
    var found: [Rejection] = []
    func check(_ field: ChainField, _ value: Int64, _ bounds: ClosedRange<Int64>) {
      guard !bounds.contains(value) else { return }
      found.append(
        .chainOutOfBounds(
          field: field, value: value, least: bounds.lowerBound, most: bounds.upperBound))
    }
    check(.steps, Int64(steps.count), 2...6)
    for step in steps {
      check(.quorum, Int64(step.quorum), 1...5)
      check(.deadlineDays, Int64(step.deadlineDays), 1...30)
      check(.fromAmount, step.fromAmount.amount, 0...Rupiah.limit.amount)
      check(.fromPARThousandths, Int64(step.fromPARThousandths), 0...1000)
    }
    check(.inspectionDays, Int64(inspectionDays), 1...60)
    check(.disbursementDays, Int64(disbursementDays), 1...60)
    found += steps.filter { !Role.deciders.contains($0.role) }
      .map { .chainRoleNotAllowed($0.role, step: $0.number) }
    let unconditional = steps.filter { $0.fromAmount == .zero && $0.fromPARThousandths == 0 }
    found += ApprovalChain.always
      .filter { role in !unconditional.contains { $0.role == role } }
      .map { .chainWithoutRole($0) }
    return found
  }
}
