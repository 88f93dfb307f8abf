/// One measured value beside what is asked of it.
public struct Requirement: Hashable, Sendable {
  public let measure: Measure
  public let measured: MeasuredValue
  public let threshold: Threshold
  /// Whether the criterion hangs on it; what is merely ideal does not bind.
  public let isBinding: Bool

  init(
    _ measure: Measure, _ measured: MeasuredValue, _ threshold: Threshold,
    isBinding: Bool = true
  ) {
    self.measure = measure
    self.measured = measured
    self.threshold = threshold
    self.isBinding = isBinding
  }

  public var isMet: Bool { threshold.admits(measured) }
}

/// What is counted or compared.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  case criteriaNotMet
  case provinceConsultants, facilitators, volunteers
  case charters, povertyClauses, lendingOnlyClauses, incomeClauses, policyHeadings
  case supervisors, supervisorsUntrained, supervisorsWithoutDuties, supervisorsWithoutMinutes
  case womenSupervisors, menSupervisors
  case officers, officersUntrained, officersWithoutDuties, officersUnacquainted
  case signatories, signatoriesWithoutMinutes
  case par, authority, loansAgainstSuspension, collectionsMissing, repairsOpen
  case capital, monthsOverdue, savingsUncovered
  case members, women, monthsSinceFormation, monthsSaved, membersUntrained
  case itemsMet, listedAsPoor, openShares, officesHeld
}

/// A measured value.
public enum MeasuredValue: Hashable, Sendable {
  case count(Int)
  case amount(Rupiah)
  case ratio(Ratio)
  case category(AuthorityCategory)

  /// Exact text for programs: a number, `12330000/20000000`, or a category's code.
  public var text: String {
    switch self {
    case .count(let count): "\(count)"
    case .amount(let amount): "\(amount.amount)"
    case .ratio(let ratio): "\(ratio.numerator)/\(ratio.denominator)"
    case .category(let category): category.rawValue
    }
  }
}

/// What a value must be.
public enum Threshold: Hashable, Sendable {
  case least(Int)
  case most(Int)
  case between(ClosedRange<Int>)
  case belowPercent(Int64)
  /// A category under which groups that are new may borrow.
  case newGroupsAdmitted

  /// Text for programs: `>=2`, `<=0`, `2..3`, `<10%`, `!=SUSPENDED`.
  public var text: String {
    switch self {
    case .least(let least): ">=\(least)"
    case .most(let most): "<=\(most)"
    case .between(let range): "\(range.lowerBound)..\(range.upperBound)"
    case .belowPercent(let percent): "<\(percent)%"
    case .newGroupsAdmitted: "!=\(AuthorityCategory.suspended.rawValue)"
    }
  }

  /// Whether a value passes; a ratio without a denominator has nothing against it.
  func admits(_ value: MeasuredValue) -> Bool {
    switch (self, value) {
    case (.least(let least), .count(let count)): least <= count
    case (.most(let most), .count(let count)): count <= most
    case (.between(let range), .count(let count)): range.contains(count)
    case (.least(let least), .amount(let amount)): Int64(least) <= amount.amount
    case (.most(let most), .amount(let amount)): amount.amount <= Int64(most)
    case (.belowPercent(let percent), .ratio(let ratio)):
      !ratio.isRated || ratio.compared(toPercent: percent) == .below
    case (.newGroupsAdmitted, .category(let category)): category.admits(.new)
    default: preconditionFailure("a threshold is of the kind of what it is held against")
    }
  }
}

extension MeasuredValue {
  /// Reads what `text` writes; `nil` for anything else.
  ///
  /// Counts and amounts are written alike; the measure tells them apart.
  public init?(parsing text: String, of measure: Measure) {
    if let category = AuthorityCategory(rawValue: text) {
      self = .category(category)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int64($0) }
    guard numbers.count == parts.count else { return nil }
    switch (measure, numbers.count) {
    case (_, 2): self = .ratio(Ratio(numbers[0], numbers[1]))
    case (.capital, 1), (.savingsUncovered, 1): self = .amount(Rupiah(numbers[0]))
    case (_, 1): self = .count(Int(numbers[0]))
    default: return nil
    }
  }
}

extension Threshold {
  /// Reads what `text` writes; `nil` for anything else.
  public init?(parsing text: String) {
    if text == Threshold.newGroupsAdmitted.text {
      self = .newGroupsAdmitted
    } else if text.hasPrefix(">="), let least = Int(text.dropFirst(2)) {
      self = .least(least)
    } else if text.hasPrefix("<="), let most = Int(text.dropFirst(2)) {
      self = .most(most)
    } else if text.hasPrefix("<"), text.hasSuffix("%"),
      let percent = Int(text.dropFirst().dropLast())
    {
      self = .belowPercent(Int64(percent))
    } else {
      let ends = text.split(separator: ".").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { return nil }
      self = .between(ends[0]...ends[1])
    }
  }
}
