import GRPCCore
import NIOCore

/// What a client wants to call.
struct OutgoingCall: Hashable, Sendable {
  let method: String
  let metadata: MetadataBlock
  let message: ByteBuffer
}

/// The calls of one connection at its client, from HELLO on.
struct ClientCalls<Waiter: Sendable>: Sendable {
  /// What the server told about itself.
  private let server: Hello
  private var next: UInt32 = 1
  private var waiting: [UInt32: Waiter] = [:]

  /// Why no new call may begin, once that is so.
  private(set) var farewell: RPCError?

  init(server: Hello) {
    self.server = server
  }

  /// Whether nothing is left of a connection that drains.
  var isDrained: Bool { farewell != nil && waiting.isEmpty }

  /// Whether a new call may begin.
  var isOpen: Bool { farewell == nil && next < UInt32.max }

  /// Gives a call its number, or says why the server would not take it.
  mutating func begin(
    _ call: OutgoingCall, waiter: Waiter
  ) -> ClientSession<Waiter>.Begun {
    if let farewell { return .refuse(farewell) }
    let request = CallRequest(
      call: next, method: call.method, metadata: call.metadata, message: call.message)
    if let complaint = complaint(about: request) {
      return .refuse(RPCError(code: .resourceExhausted, message: complaint))
    }
    waiting[next] = waiter
    next += 1
    return .send(request)
  }

  private func complaint(about request: CallRequest) -> String? {
    if request.method.utf8.count > CallRequest.maxMethodBytes {
      return "The method has a name of \(request.method.utf8.count) bytes; the wire carries "
        + "\(CallRequest.maxMethodBytes)."
    }
    if request.metadata.count > server.maxMetadataBytes {
      return "The request has \(request.metadata.count) bytes of metadata; the server accepts "
        + "\(server.maxMetadataBytes)."
    }
    if request.frameBytes > server.maxFrameBytes {
      return "The request takes \(request.frameBytes) bytes; the server accepts "
        + "\(server.maxFrameBytes). Send it in smaller pieces."
    }
    return nil
  }

  /// Ends a call that has its response; nothing when its client no longer waits.
  ///
  /// - Throws: `.callNeverMade`.
  mutating func answered(_ call: UInt32) throws(WireError) -> Waiter? {
    guard call < next else { throw .callNeverMade(.response, call) }
    return waiting.removeValue(forKey: call)
  }

  /// Ends a call that its client no longer waits for; false when it has ended before.
  mutating func abandoned(_ call: UInt32) -> Bool {
    waiting.removeValue(forKey: call) != nil
  }

  /// Begins no more calls.
  mutating func drain(_ error: RPCError) {
    farewell = farewell ?? error
  }

  /// Ends the calls that come after one; of all that wait when it is 0.
  mutating func takeWaiters(after last: UInt32) -> [Waiter] {
    let taken = waiting.filter { $0.key > last }
    for call in taken.keys {
      waiting[call] = nil
    }
    return Array(taken.values)
  }
}
