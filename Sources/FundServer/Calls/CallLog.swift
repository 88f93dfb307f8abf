internal import FundAPI
internal import GRPCCore
internal import Logging
internal import RevolvingFund

/// One line for each call: what, who by number, how it ended, how long it took.
///
/// Never what was asked: requests hold names and numbers of people.
struct CallLog: Sendable {
  let logger: Logger

  /// What is known of a call before it ends.
  struct Line: Sendable {
    let method: MethodDescriptor
    let began: ContinuousClock.Instant
    var principal: PrincipalID?
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
      "ms": "\(Int64(milliseconds.rounded()))",
    ]
    if let principal = line.principal { metadata["principal"] = "\(principal.value)" }
    if let problem = failure?.answer as? Problem { metadata["code"] = "\(problem.first.reason)" }
    return metadata
  }
}
