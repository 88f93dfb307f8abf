public import RevolvingFund

// Days, months and amounts are written as literals in tests; a bad one is a mistake in the test.

extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let day = Day(parsing: text) else { preconditionFailure("no day: \(text)") }
    self = day
  }
}

extension Month: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let month = Month(parsing: text) else { preconditionFailure("no month: \(text)") }
    self = month
  }
}

extension Code: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let code = Code(text) else { preconditionFailure("no code: \(text)") }
    self = code
  }
}

extension RegionCode: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let code = RegionCode(text) else { preconditionFailure("no region: \(text)") }
    self = code
  }
}

extension Rupiah: ExpressibleByIntegerLiteral {
  public init(integerLiteral amount: Int64) {
    self.init(amount)
  }
}

extension MonthlyRate {
  static let onePointFive = MonthlyRate(millionths: 15_000)
}
