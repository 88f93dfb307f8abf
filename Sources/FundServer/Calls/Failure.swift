internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund

/// Why a call failed: what the caller is told, and what only the log may know.
struct Failure: Sendable {
  /// What goes back over the wire.
  let answer: any Error & RPCErrorConvertible & Sendable
  let severity: Severity

  /// How bad it is for those who run the daemon.
  enum Severity: Hashable, Sendable {
    /// The fund's rules or the caller's request: nothing is wrong here.
    case expected
    /// The world did not work; the reason is for the log alone.
    case failed(reason: String, reference: String?)
    /// Stored data break a rule.
    case corrupted(reason: String, reference: String)
  }

  init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self.init(Problem(refusal), .expected)
    case let fault as Fault: self.init(Problem(fault), .expected)
    case let problem as Problem: self.init(problem, .expected)
    case let error as StoreError: self.init(error)
    case let error as PersonalDataError: self.init(corrupted: "\(error)")
    case let error as RPCError: self.init(error, .expected)
    case is CancellationError:
      self.init(RPCError(code: .cancelled, message: "the call was cancelled"), .expected)
    default: self.init(unexpected: "\(error)")
    }
  }

  private init(
    _ answer: any Error & RPCErrorConvertible & Sendable, _ severity: Severity
  ) {
    self.answer = answer
    self.severity = severity
  }

  private init(_ error: StoreError) {
    switch error {
    case .unavailable, .closed:
      self.init(
        Problem(.databaseUnavailable), .failed(reason: error.description, reference: nil))
    case .full:
      self.init(Problem(.databaseFull), .failed(reason: error.description, reference: nil))
    case .held:
      self.init(Problem(.booksHeld), .failed(reason: error.description, reference: nil))
    case .standbyTooFarBehind(let limit):
      self.init(Problem(.standbyBehind(limitSeconds: limit)), .expected)
    case .overloaded:
      self.init(
        Problem(.overloaded(retryAfterMilliseconds: Failure.retryAfterMilliseconds)), .expected)
    case .deadlineExceeded:
      self.init(Problem(.deadlineExceeded), .expected)
    case .corrupted(let what):
      self.init(corrupted: what)
    case .schema, .keys, .database:
      self.init(unexpected: error.description)
    }
  }

  private init(corrupted reason: String) {
    let reference = Failure.reference()
    self.init(
      Problem(.corrupted(reference: reference)),
      .corrupted(reason: reason, reference: reference))
  }

  private init(unexpected reason: String) {
    let reference = Failure.reference()
    self.init(
      Problem(.unexpected(reference: reference)), .failed(reason: reason, reference: reference))
  }

  /// How long a caller is asked to wait when too many others wait: a few commits' time.
  private static let retryAfterMilliseconds = 500

  /// What ties an answer without details to the line in the log that has them.
  private static func reference() -> String {
    let digits = String(UInt32.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
