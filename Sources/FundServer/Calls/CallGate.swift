internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import Logging

/// What every call passes through: who calls, whether they may, by when, and what becomes of
/// errors.
///
/// One interceptor for all of it, because each costs every call a turn.
struct CallGate: ServerInterceptor {
  private let authentication: Authentication
  private let permissions: PermissionCheck
  private let clock: Clock
  private let log: CallLog

  init(store: FundStore, clock: Clock, certificates: PeerCertificates, logger: Logger) {
    authentication = Authentication(store: store, certificates: certificates)
    permissions = PermissionCheck(store: store)
    self.clock = clock
    log = CallLog(logger: logger)
  }

  func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingServerRequest<Input>,
    context: ServerContext,
    next:
      @Sendable (
        _ request: StreamingServerRequest<Input>, _ context: ServerContext
      ) async throws -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    var line = CallLog.Line(
      method: context.descriptor, peer: context.remotePeer, began: .now)
    let granted = CallTime.granted(
      request.metadata[stringValues: "grpc-timeout"].first { _ in true })
    do {
      return try await Deadline.$current.withValue(line.began.advanced(by: granted)) {
        var call = Call()
        call.today = clock.today
        line.trace = call.trace
        let permission = try permissions.permission(for: context.descriptor)
        guard permission.reach != .open else {
          return try await passUnread(request, context, call, line, next)
        }
        call.identity = try await authentication.identity(
          request.metadata, context, today: call.today)
        line.principal = call.identity?.principal
        let whole = try await ServerRequest(stream: request)
        try await permissions.check(permission, message: whole.message, &call)
        let response = try await Call.$current.withValue(call) {
          try await StandbyReads.reading(for: context.descriptor) {
            try await next(StreamingServerRequest(single: whole), context)
          }
        }
        log.write(line, failure: nil)
        return response
      }
    } catch {
      let failure = Failure(error)
      log.write(line, failure: failure)
      throw failure.answer
    }
  }

  /// Passes an open call on without reading it.
  ///
  /// It may be a stream either way, and names nothing that needs a look. A stream of answers ends,
  /// or fails, within its producer.
  private func passUnread<Input: Sendable, Output: Sendable>(
    _ request: StreamingServerRequest<Input>, _ context: ServerContext, _ call: Call,
    _ line: CallLog.Line,
    _ next:
      @Sendable (
        _ request: StreamingServerRequest<Input>, _ context: ServerContext
      ) async throws -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    let response = try await Call.$current.withValue(call) { try await next(request, context) }
    var contents = try response.accepted.get()
    let produce = contents.producer
    contents.producer = { [log] writer in
      do {
        let trailing = try await produce(writer)
        log.write(line, failure: nil)
        return trailing
      } catch {
        let failure = Failure(error)
        log.write(line, failure: failure)
        throw failure.answer
      }
    }
    return StreamingServerResponse(accepted: .success(contents))
  }
}
