public import RevolvingFund

extension RequestID {
  /// A new one from the system's random numbers.
  public init() {
    var generator = SystemRandomNumberGenerator()
    self.init(using: &generator)
  }
}
