import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

struct ServerSessionTests {
  private static let limits = FrameLimits(
    maxMessageBytes: 65_536, maxMetadataBytes: 4096, maxCallsInFlight: 3, callCredit: 65_536,
    connectionCredit: 65_536)

  /// The states of docs/wire.md.
  ///
  /// In those that have calls, 1 is whole and 2 a stream, both run,
  /// and 3 has ended.
  enum State: CaseIterable {
    case awaitingHello, open, draining, shut, closing, gone
  }

  private static func session(in state: State) -> ServerSession<String> {
    var outbox = Outbox()
    var session = ServerSession<String>.awaitingHello(limits)
    guard state != .awaitingHello else { return session }
    _ = session.received(.hello(limits: limits), outbox: &outbox)
    for (call, content) in [(1, .whole(ByteBuffer())), (2, .stream), (3, .stream)]
      as [(UInt32, CallRequest.Content)]
    {
      _ = session.received(.request(call, content), outbox: &outbox)
      _ = session.started(call, handle: "\(call)")
    }
    session.finish(.failure(3, CallStatus.Failure(.notFound, "")), outbox: &outbox)
    switch state {
    case .awaitingHello, .open: break
    case .draining: _ = session.drain(.shutdown, "", outbox: &outbox)
    case .shut: _ = session.received(.goAway(0), outbox: &outbox)
    case .closing: _ = session.close(.protocolError, "", outbox: &outbox)
    case .gone: _ = session.disconnected()
    }
    return session
  }

  private static let broken = "GOAWAY protocolError after 3, end; close 1 2"

  @Test(arguments: [
    Row(.awaitingHello, .hello(), "HELLO 1-1; ready"),
    Row(.awaitingHello, .hello(versions: 1...7), "HELLO 1-1; ready"),
    Row(.awaitingHello, .hello(versions: 2...7), "GOAWAY version after 0, end; close"),
    Row(.awaitingHello, .request(1), "GOAWAY protocolError after 0, end; close"),
    Row(.awaitingHello, .ping(1), "GOAWAY protocolError after 0, end; close"),
    Row(.awaitingHello, .goAway(0), "GOAWAY protocolError after 0, end; close"),
    Row(.open, .hello(), broken),
    Row(.open, .response(1), broken),
    Row(.open, .status(2), broken),
    Row(.open, .request(4), "start 4"),
    Row(.open, .request(9), "start 9"),
    Row(.open, .request(3), broken),
    Row(.open, .message(1), broken),
    Row(.open, .message(2), ""),
    Row(.open, .message(3), ""),
    Row(.open, .message(4), broken),
    Row(.open, .halfClose(1), broken),
    Row(.open, .halfClose(2), ""),
    Row(.open, .halfClose(3), ""),
    Row(.open, .halfClose(4), broken),
    Row(.open, .reset(1), "cancel 1"),
    Row(.open, .reset(3), ""),
    Row(.open, .reset(4), broken),
    Row(.open, .credit(2), "wake writer(2)"),
    Row(.open, .credit(3), ""),
    Row(.open, .credit(4), broken),
    Row(.open, .credit(0), "wake writers"),
    Row(.open, .credit(2, 2_147_483_647), broken),
    Row(.open, .credit(0, 2_147_483_647), broken),
    Row(.open, .ping(8), "PING answer 8"),
    Row(.open, .ping(8, .answer), ""),
    Row(.open, .goAway(0), ""),
    Row(.open, .goAway(0, .protocolError), "end; close 1 2"),
    Row(.draining, .request(4), "start 4"),
    Row(.draining, .message(2), ""),
    Row(.draining, .reset(1), "cancel 1"),
    Row(.draining, .reset(4), broken),
    Row(.draining, .goAway(0), ""),
    Row(.shut, .request(4), ""),
    Row(.shut, .message(4), ""),
    Row(.shut, .reset(4), ""),
    Row(.shut, .message(2), ""),
    Row(.shut, .reset(2), "cancel 2"),
    Row(.shut, .hello(), broken),
    Row(.closing, .hello(), ""),
    Row(.closing, .request(4), ""),
    Row(.closing, .reset(1), ""),
    Row(.gone, .request(4), ""),
  ])
  func `a frame is answered as its state says`(row: Row) throws {
    var session = Self.session(in: row.state)
    var outbox = Outbox()
    let action = session.received(row.frame, outbox: &outbox)
    #expect(try Self.describe(action, &outbox) == row.action)
  }

  @Test(arguments: State.allCases)
  func `the time for HELLO counts only until it has come`(state: State) throws {
    var session = Self.session(in: state)
    var outbox = Outbox()
    let action = session.handshakeExpired(outbox: &outbox)
    #expect(
      try Self.describe(action, &outbox)
        == (state == .awaitingHello ? "GOAWAY handshakeTimeout after 0, end; close" : ""))
  }

  @Test func `RESET before the handle is remembered, and its call is not answered`() throws {
    var session = Self.session(in: .open)
    var outbox = Outbox()
    _ = session.received(.request(4), outbox: &outbox)
    _ = session.received(.reset(4), outbox: &outbox)
    #expect(session.started(4, handle: "four") == .cancelAtOnce)
    session.finish(.response(CallResponse(call: 4, failure: .cancelled, "")), outbox: &outbox)
    #expect(try outbox.sent() == [])
  }

  @Test func `the end of the connection before the handle is remembered too`() {
    var session = Self.session(in: .open)
    var outbox = Outbox()
    _ = session.received(.request(4), outbox: &outbox)
    #expect(session.disconnected().sorted() == ["1", "2"])
    #expect(session.started(4, handle: "four") == .cancelAtOnce)
    for call in [4, 2, 1] as [UInt32] {
      #expect(session.isSpent == false, "a handler runs still")
      session.finish(.failure(call, CallStatus.Failure(.aborted, "")), outbox: &outbox)
    }
    #expect(session.isSpent == true)
  }

  @Test func `a cancelled call counts against the limit until its handler ends`() throws {
    var session = Self.session(in: .open)
    var outbox = Outbox()
    _ = session.received(.request(4), outbox: &outbox)
    _ = session.received(.reset(4), outbox: &outbox)
    _ = session.received(.request(5), outbox: &outbox)
    #expect(try outbox.sent() == ["RESET 5 resourceExhausted"])
    session.finish(.failure(4, CallStatus.Failure(.aborted, "")), outbox: &outbox)
    let action = session.received(.request(6), outbox: &outbox)
    #expect(try Self.describe(action, &outbox) == "start 6")
  }

  @Test func `a connection that drains ends with its last call, once the client agrees`() throws {
    var session = Self.session(in: .open)
    var outbox = Outbox()
    #expect(session.drain(.shutdown, "", outbox: &outbox) == .begun)
    #expect(session.drain(.shutdown, "", outbox: &outbox) == .nothing)
    for call in [1, 2] as [UInt32] {
      session.finish(.failure(call, CallStatus.Failure(.notFound, "")), outbox: &outbox)
    }
    #expect(try outbox.sent() == ["GOAWAY shutdown", "RESET 1 notFound", "RESET 2 notFound"])
    let action = session.received(.goAway(0), outbox: &outbox)
    #expect(try Self.describe(action, &outbox) == "end; close")
  }

  @Test func `a client that does not agree to drain has its time`() throws {
    var session = Self.session(in: .draining)
    var outbox = Outbox()
    session.drainExpired(outbox: &outbox)
    session.drainExpired(outbox: &outbox)
    let late = session.received(.request(4), outbox: &outbox)
    #expect(try Self.describe(late, &outbox) == "GOAWAY shutdown after 3")
    session.finish(.failure(1, CallStatus.Failure(.notFound, "")), outbox: &outbox)
    session.finish(.failure(2, CallStatus.Failure(.notFound, "")), outbox: &outbox)
    #expect(try outbox.sent() == ["RESET 1 notFound", "RESET 2 notFound", "end"])
  }

  @Test func `metadata over the limit and a bad deadline fail the call alone`() throws {
    var session = Self.session(in: .open)
    var outbox = Outbox()
    let long = try MetadataBlock(["a": .string(String(repeating: "x", count: 5000))])
    _ = session.received(.request(4, metadata: long), outbox: &outbox)
    let bad = try MetadataBlock(["grpc-timeout": "soon"])
    _ = session.received(.request(5, metadata: bad), outbox: &outbox)
    #expect(try outbox.sent() == ["RESET 4 resourceExhausted", "RESET 5 invalidArgument"])
  }

  @Test func `a deadline of nine characters is handed over in a form that counts`() throws {
    var session = Self.session(in: .open)
    var outbox = Outbox()
    let block = try MetadataBlock(["grpc-timeout": "12344999u"])
    guard case .start(let call) = session.received(.request(4, metadata: block), outbox: &outbox)
    else {
      Issue.record("the call was not begun")
      return
    }
    #expect(call.metadata == ["grpc-timeout": "12345m"])
  }

  struct Row: Sendable {
    let state: State
    let frame: Frame
    let action: String

    init(_ state: State, _ frame: Frame, _ action: String) {
      self.state = state
      self.frame = frame
      self.action = action
    }
  }

  private static func describe(
    _ action: ServerSession<String>.Received, _ outbox: inout Outbox
  ) throws -> String {
    let sent = try outbox.sent().joined(separator: ", ")
    let rest =
      switch action {
      case .nothing: ""
      case .ready: "ready"
      case .start(let call): "start \(call.call)"
      case .wake(let wake): "wake \(wake)"
      case .cancel(let handle, _): "cancel \(handle ?? "nothing")"
      case .close(let handles): (["close"] + handles.sorted()).joined(separator: " ")
      }
    return [sent, rest].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
