internal import FundAPI
internal import GRPCCore
internal import Synchronization

/// The calls that ended because they were cancelled, so that a client can see that it was noticed.
final class CancelledCalls: Sendable {
  /// How many labels are kept.
  static let mostLabels = 256

  private let noted = Mutex(Bergulir_V1_ListCancelledCallsResponse())

  /// Runs a call and notes it when it fails and was cancelled; the call may set its label.
  func noting<Result>(
    _ context: ServerContext, _ body: (inout String) async throws -> Result
  ) async throws -> Result {
    var label = ""
    do {
      return try await body(&label)
    } catch {
      if context.cancellation.isCancelled { note(label) }
      throw error
    }
  }

  var listed: Bergulir_V1_ListCancelledCallsResponse { noted.withLock { $0 } }

  private func note(_ label: String) {
    noted.withLock { noted in
      noted.count += 1
      guard !label.isEmpty else { return }
      noted.labels.append(label)
      noted.labels.removeFirst(max(0, noted.labels.count - Self.mostLabels))
    }
  }
}
