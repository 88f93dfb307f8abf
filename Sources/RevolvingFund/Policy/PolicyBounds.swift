/// Within what a board may set its policy; the province's to say (rules.md 2.2; 9.2 D-7).
public struct PolicyBounds: Hashable, Sendable {
  public let ceiling: ClosedRange<Int64>
  public let term: ClosedRange<Int64>
  public let rateMillionths: ClosedRange<Int64>
  public let roundUnits: [Int64]

  /// The bounds before a province sets its own: the values found in practice, B-11 to B-19.
  public static let standard = PolicyBounds(
    ceiling: 1...5_000_000, term: 1...24, rateMillionths: 0...30_000,
    roundUnits: [1, 100, 500, 1000])

  /// What in a policy is out of bounds, field by field in the order of the fields.
  public func violations(in policy: LendingPolicy) -> [Rejection] {
    var found: [Rejection] = []
    func check(_ field: PolicyField, _ value: Int64, _ bounds: ClosedRange<Int64>) {
      guard !bounds.contains(value) else { return }
      found.append(
        .policyOutOfBounds(
          field: field, value: value, least: bounds.lowerBound, most: bounds.upperBound))
    }
    check(.firstLoanCeiling, policy.firstLoanCeiling.amount, ceiling)
    check(
      .laterLoanCeiling, policy.laterLoanCeiling.amount,
      max(
        ceiling.lowerBound, min(policy.firstLoanCeiling.amount, ceiling.upperBound))...ceiling
        .upperBound)
    check(.shortestTerm, Int64(policy.shortestTerm), term)
    check(
      .longestTerm, Int64(policy.longestTerm),
      max(term.lowerBound, min(Int64(policy.shortestTerm), term.upperBound))...term.upperBound)
    check(.rate, policy.rate.millionths, rateMillionths)
    if !roundUnits.contains(policy.roundUnit) {
      found.append(.roundUnitNotAllowed(unit: policy.roundUnit, allowed: roundUnits))
    }
    return found
  }
}

/// The fields of a policy that have bounds.
public enum PolicyField: String, Hashable, Sendable, CaseIterable {
  case firstLoanCeiling, laterLoanCeiling, shortestTerm, longestTerm, rate
}
