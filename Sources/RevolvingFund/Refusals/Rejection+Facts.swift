extension Rejection {
  /// A number or a name behind a rejection, as text for the wire.
  public typealias Fact = (name: String, value: String)

  /// The numbers behind it, in a fixed order; none where the code says all.
  public var facts: [Fact] {
    writtenFacts ?? timeAndPeopleFacts ?? groupFacts ?? eligibilityFacts ?? applicationFacts
      ?? pipelineFacts
      ?? accountabilityFacts
      ?? caseFacts ?? authorityFacts ?? disbursementFacts ?? moneyFacts ?? bookFacts
      ?? journalFacts
      ?? closingFacts ?? importFacts ?? []
  }

  private var writtenFacts: [Fact]? {
    switch self {
    case .amountNotPositive(let field, let amount):
      field.facts + [("amount", "\(amount.amount)")]
    case .amountTooLarge(let field, let amount):
      field.facts + [("amount", "\(amount.amount)"), ("limit", "\(Rupiah.limit.amount)")]
    case .textMissing(let field, let line):
      [("field", field.rawValue)] + lineFact(line)
    case .textTooLong(let field, let length, let limit, let line):
      [("field", field.rawValue), ("length", "\(length)"), ("limit", "\(limit)")]
        + lineFact(line)
    case .scheduleNotPossible(let share, let months, let unit):
      [("share", "\(share.amount)"), ("months", "\(months)"), ("round_unit", "\(unit)")]
    case .policyOutOfBounds(let field, let value, let least, let most),
      .boundOutOfLimits(let field, let value, let least, let most):
      [
        ("field", field.rawValue), ("value", "\(value)"), ("least", "\(least)"),
        ("most", "\(most)"),
      ]
    case .roundUnitNotAllowed(let unit, let allowed):
      [("round_unit", "\(unit)"), ("allowed", list(allowed.map { "\($0)" }))]
    case .savingsAccountNotAllowed(let rule, let allowed):
      [("savings_account", rule.rawValue), ("allowed", list(allowed.map(\.rawValue)))]
    case .startUpsNotAllowed(let version):
      [("policy_bounds", "\(version)")]
    case .tokenLifeOutOfRange(let days, let longest):
      [("days", "\(days)"), ("longest", "\(longest)")]
    case .personCountOutOfRange(let count, let most):
      [("count", "\(count)"), ("most", "\(most)")]
    case .notFound(let noun, let name):
      [("noun", noun.rawValue), ("name", name)]
    case .alreadyExists(let noun, let name):
      [("noun", noun.rawValue), ("name", name)]
    case .paperOnFile(let paper, let assignment):
      [("paper", paper.rawValue), ("assignment", "\(assignment)")]
    case .requestIDReused(let field), .fieldRepeated(let field):
      [("field", field)]
    default: nil
    }
  }

  private var timeAndPeopleFacts: [Fact]? {
    switch self {
    case .dayInFuture(let day, let today, let line):
      [("day", "\(day)"), ("today", "\(today)")] + lineFact(line)
    case .dayBefore(let day, let earliest, let milestone):
      [("day", "\(day)"), ("earliest", "\(earliest)"), ("milestone", milestone.rawValue)]
    case .periodClosed(let day, let closed, let line):
      [("day", "\(day)"), ("closed_through", "\(closed)")] + lineFact(line)
    case .periodNotOver(let month, let day):
      [("month", "\(month)"), ("day", "\(day)")]
    case .periodOutOfOrder(let month, let expected):
      [("month", "\(month)"), ("expected", "\(expected)")]
    case .entryTooLate(let day, let earliest):
      [("day", "\(day)"), ("earliest", "\(earliest)")]
    case .noCharterInForce(let day), .noPolicyInForce(let day):
      [("day", "\(day)")]
    case .roleMissing(let role, let day, let person):
      [("role", role.rawValue), ("day", "\(day)")]
        + (person.map { [("person", "\($0)")] } ?? [])
    case .sameSigner(let step):
      [("step", "\(step.number)")]
    case .stepOutOfOrder(let step, let expected):
      [("step", "\(step.number)"), ("expected", "\(expected.number)")]
    case .rolesIncompatible(let role, let held):
      [("role", role.rawValue), ("held", held.rawValue)]
    default: nil
    }
  }

  private var groupFacts: [Fact]? {
    switch self {
    case .ksmTooSmall(let members, let required):
      [("members", "\(members)"), ("required", "\(required)")]
    case .tooFewWomen(let women, let members, let required):
      [("women", "\(women)"), ("members", "\(members)"), ("required", "\(required)")]
    case .ksmTooYoung(let formedOn, let eligibleFrom):
      [("formed_on", "\(formedOn)"), ("eligible_from", "\(eligibleFrom)")]
    case .personNotIdentified(let person):
      [("person", "\(person)")]
    case .alreadyMember(let person, let ksm):
      [("person", "\(person)"), ("ksm", "\(ksm)")]
    case .memberNotActive(let member, let day):
      [("member", "\(member)"), ("day", "\(day)")]
    case .memberIsLiable(let member, let loan):
      [("member", "\(member)"), ("loan", "\(loan)")]
    case .borrowerHasOpenShare(let member):
      [("member", "\(member)")]
    default: nil
    }
  }
}

extension AmountField {
  fileprivate var facts: [(name: String, value: String)] {
    switch self {
    case .amount: [("field", "amount")]
    case .share(let member): [("field", "share"), ("member", "\(member)")]
    case .line(let line): [("field", "amount"), ("line", "\(line)")]
    }
  }
}

func lineFact(_ line: Int?) -> [Rejection.Fact] {
  line.map { [("line", "\($0)")] } ?? []
}

/// Names in a row, for a fact with several values.
func list(_ names: [String]) -> String {
  names.reduce("") { $0.isEmpty ? $1 : "\($0),\($1)" }
}
