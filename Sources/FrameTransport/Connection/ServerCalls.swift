import GRPCCore
import NIOCore

/// A request that a handler is to answer.
struct IncomingCall: Hashable, Sendable {
  let call: UInt32
  let method: String
  let metadata: Metadata
  let message: ByteBuffer
}

/// The calls of one connection at its server, from HELLO to the last handler.
struct ServerCalls<Handle: Sendable>: Sendable {
  /// What the client told about itself.
  let client: Hello

  private let limits: FrameLimits

  /// The last call taken on.
  private(set) var last: UInt32 = 0

  private var intake = Intake.open
  private var running: [UInt32: Running] = [:]

  private enum Intake {
    case open
    /// GOAWAY was sent: what comes later is not taken on.
    case draining
  }

  /// A handler at work.
  private enum Running {
    /// It has no handle yet.
    case starting
    case cancellable(Handle)
    case cancelled
  }

  init(client: Hello, limits: FrameLimits) {
    self.client = client
    self.limits = limits
  }

  var isEmpty: Bool { running.isEmpty }

  /// Whether nothing is left of a connection that drains.
  var isDrained: Bool { intake == .draining && running.isEmpty }

  /// Decides about a frame that is not the first.
  ///
  /// - Throws: `.unexpectedFrame`, `.malformed`, `.callNotIncreasing`.
  mutating func received(_ frame: Frame) throws(WireError) -> ServerSession<Handle>.Received {
    switch frame.kind {
    case .request:
      return try request(CallRequest(frame))
    case .cancel:
      return try cancel(Cancel(frame).call)
    case .goAway:
      _ = try GoAway(frame)
      return .close(nil, cancelling: cancelAll())
    case .hello, .response:
      throw .unexpectedFrame(frame.kind)
    }
  }

  private mutating func request(
    _ request: CallRequest
  ) throws(WireError) -> ServerSession<Handle>.Received {
    guard request.call > last else { throw .callNotIncreasing(request.call, last: last) }
    guard intake == .open else { return .nothing }
    last = request.call

    guard request.metadata.count <= limits.maxMetadataBytes else {
      return .respond(
        CallResponse(
          call: request.call, failure: .resourceExhausted,
          "The request has \(request.metadata.count) bytes of metadata; this server accepts "
            + "\(limits.maxMetadataBytes)."))
    }
    guard var metadata = request.metadata.decoded() else {
      throw .malformed(.request, field: "metadata")
    }
    guard running.count < limits.maxCallsInFlight else {
      return .respond(
        CallResponse(
          call: request.call, failure: .resourceExhausted,
          "This connection has \(running.count) calls in flight, as many as this server allows; "
            + "try again when one has ended."))
    }
    guard metadata.normaliseTimeout() else {
      return .respond(
        CallResponse(
          call: request.call, failure: .invalidArgument,
          "grpc-timeout must be 1 to 8 digits and one of H, M, S, m, u, n."))
    }
    running[request.call] = .starting
    return .start(
      IncomingCall(
        call: request.call, method: request.method, metadata: metadata, message: request.message))
  }

  private mutating func cancel(_ call: UInt32) throws(WireError) -> ServerSession<Handle>.Received {
    // A call past the last one was sent while draining; it was never taken on.
    guard call <= last || intake == .draining else { throw .callNeverMade(.cancel, call) }
    switch running[call] {
    case .starting:
      running[call] = .cancelled
      return .nothing
    case .cancellable(let handle):
      running[call] = .cancelled
      return .cancel(handle)
    case .cancelled, nil:
      // Its response crossed the CANCEL.
      return .nothing
    }
  }

  /// Notes the handle of a call; the answer is false when the call is cancelled already.
  mutating func started(_ call: UInt32, handle: Handle) -> Bool {
    guard case .starting = running[call] else { return false }
    running[call] = .cancellable(handle)
    return true
  }

  /// Ends a call; the answer is false when nobody waits for its response.
  mutating func finished(_ call: UInt32) -> Bool {
    switch running.removeValue(forKey: call) {
    case .starting, .cancellable: true
    case .cancelled, nil: false
    }
  }

  /// Takes on no more calls.
  mutating func drain() {
    intake = .draining
  }

  /// Cancels every call; they stay until their handlers end.
  mutating func cancelAll() -> [Handle] {
    var handles: [Handle] = []
    for (call, state) in running {
      if case .cancellable(let handle) = state { handles.append(handle) }
      running[call] = .cancelled
    }
    return handles
  }
}

extension Metadata {
  /// Rewrites `grpc-timeout` so that GRPCCore honours it; the answer is false when it is no
  /// timeout at all.
  fileprivate mutating func normaliseTimeout() -> Bool {
    guard let text = self[stringValues: "grpc-timeout"].first(where: { _ in true }) else {
      return true
    }
    guard let timeout = CallTimeout(text) else { return false }
    replaceOrAddString(timeout.normalised, forKey: "grpc-timeout")
    return true
  }
}
