import FrameTransport
import FundAPI
import GRPCCore
import RevolvingFund

/// Why a command ended without its answer, ready to be shown.
struct CallFailure: Error, Hashable, Sendable {
  let status: CallStatus
  let exit: ExitStatus
  /// Never empty; the first one names the failure.
  private(set) var violations: [Problem.Violation]
  /// How many more violations there were than the answer had room for.
  let omitted: Int
  /// Whether the call went without any context, so that nobody had said where to and as whom.
  private(set) var lacksContext = false
  /// How many requests of the same command were done before this one failed.
  private(set) var requestsDone = 0

  /// A failure of the call, or what the program itself found.
  init(_ error: any Error, address: ListenAddress) {
    if let failure = (error as? RPCError)?.cause as? SecurityFailure {
      self.init(failure, address: address)
    } else if let error = error as? RPCError, error.isRefusedConnection {
      self.init(Problem(.notConnected(address: address.description)))
    } else {
      self.init(error)
    }
  }

  /// A failure of a call, a mistake that was found before it, or something nobody foresaw.
  init(_ error: any Error) {
    switch error {
    case let failure as CallFailure: self = failure
    case let error as RPCError:
      self = Problem(error).map { CallFailure($0) } ?? CallFailure(foreign: error)
    case let complaint as Complaint: self.init(complaint)
    case let problem as Problem: self.init(problem)
    default: self.init(foreign: RPCError(code: .unknown, message: "\(error)"))
    }
  }

  private init(_ problem: Problem) {
    let status = CallStatus(problem.status)
    self.init(
      status: status, exit: ExitStatus(status), violations: problem.violations,
      omitted: problem.omitted)
  }

  private init(_ complaint: Complaint) {
    self.init(status: .invalidArgument, exit: .usage, violations: complaint.violations)
  }

  /// An error without a problem of ours: of the wire, or of another server.
  private init(foreign error: RPCError) {
    let status = CallStatus(error.code)
    self.init(
      status: status, exit: ExitStatus(status),
      violations: [
        Problem.Violation(
          reason: status.name, facts: [],
          message: status.words(detail: error.message), remedy: Notes.none)
      ])
  }

  /// A connection that is not secured, so that nothing was sent.
  private init(_ failure: SecurityFailure, address: ListenAddress) {
    self.init(
      status: .unavailable, exit: .unreachable,
      violations: [
        Problem.Violation(
          Mistake.security(.notSecured(address: address.description, .init(failure))))
      ])
  }

  init(
    status: CallStatus, exit: ExitStatus, violations: [Problem.Violation], omitted: Int = 0
  ) {
    self.status = status
    self.exit = exit
    self.violations = violations
    self.omitted = omitted
  }

  /// Whether nobody was there to ask, so that nothing was sent.
  var isNotConnected: Bool {
    violations.contains { $0.reason == FaultCode.notConnected.rawValue }
  }

  /// Whether TLS did not come about, so that nothing was sent.
  var isNotSecured: Bool {
    violations.contains { $0.reason == MistakeCode.notSecured.rawValue }
  }

  /// The same failure, with the file before each reason that names one of its lines.
  func naming(_ file: TextFile) -> CallFailure {
    prefixed { violation in violation[fact: "line"].map { "\(file.path):\($0): " } ?? "" }
  }

  private func prefixed(_ place: (Problem.Violation) -> String) -> CallFailure {
    var failure = self
    failure.violations = violations.map { violation in
      Problem.Violation(
        reason: violation.reason, facts: violation.facts,
        message: Sentence(
          english: place(violation) + violation.message.english,
          indonesian: place(violation) + violation.message.indonesian),
        remedy: violation.remedy)
    }
    return failure
  }

  /// The same failure of a call that went without any context and without a token.
  func withoutContext() -> CallFailure {
    var failure = self
    failure.lacksContext = isNotConnected || status == .unauthenticated
    return failure
  }

  /// The same failure of a request that others of the same command went before.
  func after(_ requests: Int) -> CallFailure {
    var failure = self
    failure.requestsDone = requests
    return failure
  }

  /// The same failure, with its place in a file before each reason.
  func at(line: Int, of file: TextFile) -> CallFailure {
    prefixed { _ in "\(file.path):\(line): " }
  }

  /// The same failure as one of a write: where the answer is missing, nobody knows the outcome.
  func ofWrite(_ id: RequestID) -> CallFailure {
    let isAnswered =
      violations.contains { FaultCode(rawValue: $0.reason) != nil }
      && status != .deadlineExceeded
    guard !isAnswered, !isNotSecured,
      [.deadlineExceeded, .unavailable, .cancelled].contains(status)
    else { return self }
    return CallFailure(Problem(.outcomeUnknown(requestID: id.description))).after(requestsDone)
  }
}

extension RPCError {
  /// Whether the transport never reached a server, so that nothing was sent.
  fileprivate var isRefusedConnection: Bool {
    code == .unavailable && message.hasPrefix("Cannot connect to ")
  }
}
