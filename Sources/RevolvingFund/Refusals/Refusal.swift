/// Everything that speaks against a command, in the order of `Rejection`'s cases.
///
/// Never empty.
public struct Refusal: Error, Hashable, Sendable {
  public let first: Rejection
  public let others: [Rejection]

  public init(_ first: Rejection, _ others: [Rejection] = []) {
    self.first = first
    self.others = others
  }

  public var rejections: [Rejection] { [first] + others }
}

/// The violations that were found so far.
///
/// All checks come first, then all effects: a command collects here what is wrong and then throws
/// it whole, so that nobody has to mend one mistake to hear of the next.
struct Violations {
  private var found: [Rejection] = []

  /// Notes a rejection unless the condition holds.
  mutating func require(_ condition: Bool, _ rejection: @autoclosure () -> Rejection) {
    if !condition { found.append(rejection()) }
  }

  mutating func add(_ rejections: some Sequence<Rejection>) {
    found.append(contentsOf: rejections)
  }

  /// Whether an amount can be booked at all.
  static func isAmount(_ amount: Rupiah) -> Bool { amount > .zero && amount <= .limit }

  /// An amount that people typed: above zero and within the limit.
  mutating func require(_ amount: Rupiah, _ field: AmountField) {
    require(amount > .zero, .amountNotPositive(field: field, amount))
    require(amount <= .limit, .amountTooLarge(field: field, amount))
  }

  /// A text that people typed: present and not too long.
  mutating func require(
    _ text: String, _ field: TextField, atMost limit: Int = 200, line: Int? = nil
  ) {
    require(text.contains { !$0.isWhitespace }, .textMissing(field: field, line: line))
    requireLength(text, field, atMost: limit, line: line)
  }

  /// A text that may be empty: not too long.
  mutating func requireLength(
    _ text: String, _ field: TextField, atMost limit: Int, line: Int? = nil
  ) {
    let length = text.unicodeScalars.count
    require(
      length <= limit, .textTooLong(field: field, length: length, limit: limit, line: line))
  }

  /// Adds what rules say on the day on which a step is judged; where that is later than the day the
  /// step is dated and one of them was kept then, `judgedLater` says so, once.
  mutating func judge(_ day: Day, on judged: Day, by rules: (Day) -> [Rejection]) {
    let broken = rules(judged)
    add(broken)
    guard day < judged, !broken.isEmpty else { return }
    let brokenThen = Set(rules(day).map(\.code))
    let note = Rejection.judgedLater(day, on: judged)
    guard !found.contains(note), !broken.allSatisfy({ brokenThen.contains($0.code) }) else {
      return
    }
    found.append(note)
  }

  /// Throws what was found, in the documented order.
  func check() throws(Refusal) {
    let ordered = found.enumerated()
      .sorted { ($0.element.precedence, $0.offset) < ($1.element.precedence, $1.offset) }
      .map(\.element)
    guard let first = ordered.first else { return }
    throw Refusal(first, Array(ordered.dropFirst()))
  }
}
