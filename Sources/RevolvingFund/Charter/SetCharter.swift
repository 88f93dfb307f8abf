/// Records a new version of a board's charter, in force from a day on.
///
/// Refused with: `textMissing` (deed or minutes, or a clause without words), `textTooLong`,
/// `dayInFuture`, `dayBefore` (the version before it, or, once there is one, the day after the
/// latest booked one).
public struct SetCharter: Command {
  /// The charter as it is; its version number is given here.
  public let charter: Charter
  public let day: Day

  public init(charter: Charter, day: Day) {
    self.charter = charter
    self.day = day
  }

  public var kind: CommandKind { .setCharter }
  public var stream: UPKID { charter.upk }
  public var content: Content {
    var content = Content()
    content.add("valid_from", charter.validFrom)
    content.add("deed", charter.deed)
    for clause in CharterClause.allCases {
      if let article = charter.articles[clause] {
        content.add("clause.\(clause.rawValue)", article)
      }
    }
    content.add("minutes", charter.minutes)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.chartersOf.insert(charter.upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(charter.deed, .deed)
    for clause in CharterClause.allCases {
      guard let article = charter.articles[clause] else { continue }
      violations.require(article, clause.field, atMost: 2000)
    }
    violations.require(charter.minutes, .minutes)
    violations.requirePast(day, caller)
    violations.require(
      beginsOn: charter.validFrom, after: (facts.charters[charter.upk] ?? []).map(\.validFrom),
      .charterBegan, facts.head(stream))
    try violations.check()

    var version: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      version = numbering.take(.charter)
      return .charter(charter.upk, version: version)
    }
    var numbered = charter
    numbered.version = version
    effects.add(.charter(numbered))
    return effects
  }
}

extension CharterClause {
  /// The field in which its article is written.
  fileprivate var field: TextField {
    switch self {
    case .povertyTool: .povertyTool
    case .lendingOnly: .lendingOnly
    case .incomeForUnitOnly: .incomeForUnitOnly
    }
  }
}
