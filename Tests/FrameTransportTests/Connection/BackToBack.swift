import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

/// A client's and a server's session with nothing between them but bytes on their way.
struct BackToBack: ~Copyable {
  var client: ClientSession
  var server: ServerSession<UInt32>
  var toServer = Way()
  var toClient = Way()
  private(set) var writing: [UInt32: OutgoingMessage] = [:]
  private(set) var answering: [UInt32: OutgoingMessage] = [:]
  private(set) var running: Set<UInt32> = []
  private(set) var calls: Set<UInt32> = []
  let limits: FrameLimits

  /// One direction: what was sent and has not arrived, as bytes and as frames.
  struct Way {
    var bytes = ByteBuffer()
    var frames = CircularBuffer<AnyFrame>()
    var decoder = FrameDecoder(maxFrameBytes: Frame.maxBytes)
    var outbox = Outbox()

    mutating func collect() throws {
      let flush = outbox.flush().bytes
      frames.append(contentsOf: try AnyFrame.decodeAll([flush]))
      bytes.writeImmutableBuffer(flush)
    }

    /// The frames that so many more bytes complete.
    mutating func arrive(_ count: Int) throws -> [Frame] {
      if let piece = bytes.readSlice(length: min(count, bytes.readableBytes)) {
        decoder.append(piece)
      }
      var arrived: [Frame] = []
      while let frame = try decoder.next() {
        let sent = frames.popFirst()
        #expect(try AnyFrame(frame) == sent)
        arrived.append(frame)
      }
      return arrived
    }

    /// What messages on their way cost, of a call or of all.
    func cost(of call: UInt32?) -> Int {
      frames.reduce(0) { sum, frame in
        switch frame {
        case .message(let part) where call == nil || call == part.call: sum + part.cost
        case .request(let request):
          if case .whole(let message) = request.content, call == nil {
            sum + MessagePart.cost(message)
          } else {
            sum
          }
        case .response(let response):
          if case .message(let message) = response.outcome, call == nil {
            sum + MessagePart.cost(message)
          } else {
            sum
          }
        default: sum
        }
      }
    }

    /// The credit on its way, of a call or, for 0, of the connection.
    func credit(of call: UInt32) -> Int {
      frames.reduce(0) { sum, frame in
        guard case .credit(let credit) = frame, credit.call == call else { return sum }
        return sum + Int(credit.bytes)
      }
    }
  }

  init(limits: FrameLimits) throws {
    self.limits = limits
    client = .awaitingHello(limits)
    server = .awaitingHello(limits)
    toServer.outbox.append(Hello(versions: 1...1, limits: limits))
    try exchange(Int.max, Int.max)
    try exchange(Int.max, Int.max)
  }

  /// Lets so many bytes arrive on either side.
  mutating func exchange(_ forward: Int, _ back: Int) throws {
    try toServer.collect()
    for frame in try toServer.arrive(forward) {
      switch server.received(frame, outbox: &toClient.outbox) {
      case .start(let call): running.insert(call.call)
      case .close(let handles): #expect(handles.isEmpty, "the server complains about \(frame)")
      case .nothing, .ready, .wake, .cancel: break
      }
    }
    try toClient.collect()
    for frame in try toClient.arrive(back) {
      if case .close(let error) = client.received(frame, outbox: &toServer.outbox) {
        #expect(error.code != .internalError, "the client complains: \(error)")
      }
    }
  }
}

extension BackToBack {
  mutating func begin(_ content: CallRequest.Content) {
    let call = OutgoingCall(method: "a/b", metadata: .empty, content: content)
    if case .begun(let number) = client.begin(call, outbox: &toServer.outbox) {
      calls.insert(number)
    }
  }

  /// Goes on with the message of a call, or begins one.
  mutating func write(_ call: UInt32, _ bytes: Int, endsStream: Bool) {
    var message =
      writing[call]
      ?? OutgoingMessage(ByteBuffer(repeating: 1, count: bytes), endsStream: endsStream)
    switch client.send(&message, of: call, outbox: &toServer.outbox) {
    case .wait where message.isBegun: writing[call] = message
    case .wait, .done, .refuse, .ended: writing[call] = nil
    }
  }

  mutating func answer(_ call: UInt32, _ bytes: Int) {
    let opening = ResponseOpening(call: call, metadata: .empty)
    if server.isOpened(call) == false { _ = server.open(opening, outbox: &toClient.outbox) }
    var message = answering[call] ?? OutgoingMessage(ByteBuffer(repeating: 2, count: bytes))
    switch server.send(&message, of: call, outbox: &toClient.outbox) {
    case .wait where message.isBegun: answering[call] = message
    case .wait, .done, .refused, .cancelled: answering[call] = nil
    }
  }

  mutating func finish(_ call: UInt32) {
    guard running.remove(call) != nil else { return }
    let isOpened = server.isOpened(call) == true
    answering[call] = nil
    let response = CallResponse(
      call: call, outcome: .message(ByteBuffer(repeating: 3, count: 100)),
      initialMetadata: .empty, trailingMetadata: .empty)
    server.finish(
      isOpened
        ? .status(CallStatus(call: call, failure: nil, metadata: .empty)) : .response(response),
      outbox: &toClient.outbox)
  }

  /// Reads at the client; true when the call is over for its reader.
  mutating func read(_ call: UInt32) -> Bool {
    switch client.next(call, outbox: &toServer.outbox) {
    case .part(.whole), .part(.status), .part(.failure), .part(.notBegun), .gone: true
    case .part(.opening), .part(.message), .wait: false
    }
  }

  mutating func abandon(_ call: UInt32) {
    calls.remove(call)
    writing[call] = nil
    client.abandon(call, outbox: &toServer.outbox)
  }

  /// Credit is neither lost nor made: what one side may send is what the other expects.
  mutating func check(_ seed: UInt64) throws {
    try toServer.collect()
    try toClient.collect()
    guard let ours = client.current, let theirs = server.current else { return }
    Self.check(
      ours.flow.sending, theirs.flow.receiving, held: theirs.heldCost, toServer, toClient,
      window: limits.connectionCredit, seed)
    Self.check(
      theirs.flow.sending, ours.flow.receiving, held: ours.heldCost, toClient, toServer,
      window: limits.connectionCredit, seed)
    for (number, call) in theirs.calls {
      guard let mine = ours.calls[number], !mine.isOver, !call.isCancelled else { continue }
      if !call.inbox.hasEnded {
        let onItsWay = toServer.cost(of: number) + toClient.credit(of: number)
        #expect(
          call.inbox.credit.available == mine.request.credit.balance + onItsWay, "seed \(seed)")
      }
      let onItsWay = toClient.cost(of: number) + toServer.credit(of: number)
      #expect(
        mine.inbox.credit.available == call.response.credit.balance + onItsWay, "seed \(seed)")
    }
  }

  private static func check(
    _ sending: SendCredit, _ receiving: ReceiveCredit, held: Int, _ way: Way, _ back: Way,
    window: Int, _ seed: UInt64
  ) {
    #expect(receiving.available + receiving.owed + held == window, "seed \(seed)")
    #expect(
      receiving.available == sending.balance + way.cost(of: nil) + back.credit(of: 0),
      "seed \(seed)")
  }
}

extension ClientSession {
  /// The calls while the connection is open.
  var current: ClientCalls? {
    switch self {
    case .awaitingHello: nil
    case .open(let calls): calls
    case .closed: nil
    }
  }
}

extension ServerSession {
  /// The calls while the connection is open.
  var current: ServerCalls<Handle>? { openCalls }

  func isOpened(_ call: UInt32) -> Bool? { current?.calls[call]?.isOpened }
}

extension ClientCalls {
  var heldCost: Int { calls.values.reduce(0) { $0 + $1.inbox.heldCost } }
}

extension ServerCalls {
  var heldCost: Int { calls.values.reduce(0) { $0 + $1.inbox.heldCost } }
}
