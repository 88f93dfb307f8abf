import FundAPI
import GRPCCore
import Synchronization

/// Listens for answers that were read from a standby, to say so once at the end.
final class StandbyListener: ClientInterceptor {
  private let seconds = Mutex<Int64?>(nil)

  /// How far behind the oldest of the answers may have been; `nil` where none was a standby's.
  var behindSeconds: Int64? { seconds.withLock { $0 } }

  func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingClientRequest<Input>, context: ClientContext,
    next: (StreamingClientRequest<Input>, ClientContext) async throws ->
      StreamingClientResponse<Output>
  ) async throws -> StreamingClientResponse<Output> {
    let response = try await next(request, context)
    let said = response.metadata[stringValues: StandbyNote.key].first { _ in true }
    if let behind = said.flatMap({ Int64($0) }) {
      seconds.withLock { $0 = max($0 ?? 0, behind) }
    }
    return response
  }
}
