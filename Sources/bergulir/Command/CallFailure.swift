import FrameTransport
import FundAPI
import GRPCCore

/// Why a command ended without its answer, ready to be shown.
struct CallFailure: Error, Hashable, Sendable {
  let status: CallStatus
  let exit: ExitStatus
  /// Never empty; the first one names the failure.
  let violations: [Problem.Violation]

  /// A failure of the call, or what the program itself found.
  init(_ error: any Error, address: ListenAddress) {
    switch error {
    case let failure as CallFailure:
      self = failure
    case let error as RPCError where error.isRefusedConnection:
      self.init(Problem(.notConnected(address: address.description)))
    case let error as RPCError:
      self = Problem(error).map { CallFailure($0) } ?? CallFailure(foreign: error)
    default:
      self.init(error)
    }
  }

  /// A mistake that was found before anything was sent, or something nobody foresaw.
  init(_ error: any Error) {
    switch error {
    case let failure as CallFailure: self = failure
    case let complaint as Complaint: self.init(complaint)
    case let problem as Problem: self.init(problem)
    default: self.init(foreign: RPCError(code: .unknown, message: "\(error)"))
    }
  }

  private init(_ problem: Problem) {
    let status = CallStatus(problem.status)
    self.init(status: status, exit: ExitStatus(status), violations: problem.violations)
  }

  private init(_ complaint: Complaint) {
    self.init(status: .invalidArgument, exit: .usage, violations: complaint.violations)
  }

  /// An error without a problem of ours: of the wire, or of another server.
  private init(foreign error: RPCError) {
    let status = CallStatus(error.code)
    let message = error.message.isEmpty ? status.name : error.message
    self.init(
      status: status, exit: ExitStatus(status),
      violations: [
        Problem.Violation(
          reason: status.name, facts: [],
          message: Sentence(english: message, indonesian: message), remedy: Notes.none)
      ])
  }

  private init(status: CallStatus, exit: ExitStatus, violations: [Problem.Violation]) {
    self.status = status
    self.exit = exit
    self.violations = violations
  }

  /// Whether nobody was there to ask, so that nothing was sent.
  var isNotConnected: Bool {
    violations.contains { $0.reason == FaultCode.notConnected.rawValue }
  }

  /// The same failure, with the file before each reason that names one of its lines.
  func naming(_ file: TextFile) -> CallFailure {
    let named = violations.map { violation -> Problem.Violation in
      guard let line = violation[fact: "line"] else { return violation }
      let place = "\(file.path):\(line): "
      return Problem.Violation(
        reason: violation.reason, facts: violation.facts,
        message: Sentence(
          english: place + violation.message.english,
          indonesian: place + violation.message.indonesian),
        remedy: violation.remedy)
    }
    return CallFailure(status: status, exit: exit, violations: named)
  }

  /// The same failure as one of a write: where the answer is missing, nobody knows the outcome.
  func ofWrite(_ id: RequestID) -> CallFailure {
    let isAnswered =
      violations.contains { FaultCode(rawValue: $0.reason) != nil }
      && status != .deadlineExceeded
    guard !isAnswered, [.deadlineExceeded, .unavailable, .cancelled].contains(status) else {
      return self
    }
    return CallFailure(Problem(.outcomeUnknown(requestID: id.description)))
  }
}

extension RPCError {
  /// Whether the transport never reached a server, so that nothing was sent.
  fileprivate var isRefusedConnection: Bool {
    code == .unavailable && message.hasPrefix("Cannot connect to ")
  }
}
