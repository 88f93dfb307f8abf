internal import FundAPI
internal import GRPCCore
internal import Logging
internal import RevolvingFund

/// One line for each call: what, who by number, from which address, how it ended, how long it took.
///
/// A write's request id stands in its event too: by it an event is traced to where it came from.
///
/// Never what was asked: requests hold names and numbers of people.
struct CallLog: Sendable {
  let logger: Logger

  /// What is known of a call before it ends.
  struct Line: Sendable {
    let method: MethodDescriptor
    /// The address at the other end of the connection.
    let peer: String
    let began: ContinuousClock.Instant
    var principal: PrincipalID?
    var trace: CallTrace?
  }

  func write(_ line: Line, failure: Failure?) {
    logger.info("call", metadata: metadata(line, failure))
    guard let failure else { return }
    switch failure.severity {
    case .expected: break
    case .failed(let reason, let reference):
      logger.error(
        "call failed",
        metadata: [
          "method": "\(line.method)", "reason": "\(reason)", "reference": "\(reference ?? "none")",
        ])
    case .corrupted(let reason, let reference):
      logger.critical(
        "stored data are corrupted",
        metadata: [
          "method": "\(line.method)", "reason": "\(reason)", "reference": "\(reference)",
        ])
    }
  }

  private func metadata(_ line: Line, _ failure: Failure?) -> Logger.Metadata {
    let took = ContinuousClock.now - line.began
    let milliseconds = took / .milliseconds(1)
    var metadata: Logger.Metadata = [
      "method": "\(line.method)", "status": "\(failure?.answer.rpcErrorCode.description ?? "ok")",
      "ms": "\(Int64(milliseconds.rounded()))", "peer": "\(line.peer)",
    ]
    if let principal = line.principal { metadata["principal"] = "\(principal.value)" }
    if let id = line.trace?.requestID { metadata["request_id"] = "\(id.description)" }
    if let problem = failure?.answer as? Problem { metadata["code"] = "\(problem.first.reason)" }
    return metadata
  }
}
