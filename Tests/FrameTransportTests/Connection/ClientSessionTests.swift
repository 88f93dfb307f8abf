import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

struct ClientSessionTests {
  private static let limits = FrameLimits(
    maxMessageBytes: 65_536, maxMetadataBytes: 4096, callCredit: 65_536, connectionCredit: 65_536)

  /// The states of docs/wire.md.
  ///
  /// In those that have calls, 1 was whole, 2 is a stream whose
  /// response is open, and 3 was abandoned.
  enum State: CaseIterable {
    case awaitingHello, open, draining, closed
  }

  private static func session(in state: State) -> ClientSession {
    var outbox = Outbox()
    var session = ClientSession.awaitingHello(limits)
    guard state != .awaitingHello else { return session }
    _ = session.received(.hello(limits: limits), outbox: &outbox)
    for content in [.whole(ByteBuffer()), .stream, .stream] as [CallRequest.Content] {
      _ = session.begin(call(content), outbox: &outbox)
    }
    _ = session.received(.opening(2), outbox: &outbox)
    session.abandon(3, outbox: &outbox)
    switch state {
    case .awaitingHello, .open: break
    case .draining: session.leave(outbox: &outbox)
    case .closed: _ = session.close(nil, .cancelledByCaller, outbox: &outbox)
    }
    return session
  }

  private static func call(_ content: CallRequest.Content) -> OutgoingCall {
    OutgoingCall(method: "a/b", metadata: .empty, content: content)
  }

  private static let broken = "GOAWAY protocolError after 0, end; close internalError"

  @Test(arguments: [
    Row(.awaitingHello, .hello(), "ready"),
    Row(
      .awaitingHello, .hello(versions: 2...2),
      "GOAWAY version after 0, end; close failedPrecondition"),
    Row(.awaitingHello, .response(1), "GOAWAY protocolError after 0, end; close unavailable"),
    Row(.awaitingHello, .goAway(0), "end; close unavailable"),
    Row(.awaitingHello, .goAway(0, .version), "end; close failedPrecondition"),
    Row(.open, .hello(), broken),
    Row(.open, .request(1), broken),
    Row(.open, .halfClose(2), broken),
    Row(.open, .response(1), "wake call(1)"),
    Row(.open, .response(2), broken),
    Row(.open, .response(3), ""),
    Row(.open, .response(4), broken),
    Row(.open, .opening(1), ""),
    Row(.open, .opening(2), broken),
    Row(.open, .opening(3), ""),
    Row(.open, .message(1), broken),
    Row(.open, .message(2), ""),
    Row(.open, .message(2, .stream), broken),
    Row(.open, .message(3), ""),
    Row(.open, .message(4), broken),
    Row(.open, .status(1), broken),
    Row(.open, .status(2), "wake call(2)"),
    Row(.open, .status(3), ""),
    Row(.open, .reset(1), "wake call(1)"),
    Row(.open, .reset(2), "wake call(2)"),
    Row(.open, .reset(3), ""),
    Row(.open, .reset(4), broken),
    Row(.open, .credit(2), "wake writer(2)"),
    Row(.open, .credit(3), ""),
    Row(.open, .credit(4), broken),
    Row(.open, .credit(0), "wake writers"),
    Row(.open, .credit(0, 2_147_483_647), broken),
    Row(.open, .ping(8), "PING answer 8"),
    Row(.open, .ping(8, .answer), ""),
    Row(.open, .goAway(GoAway.everyCall), "GOAWAY shutdown after 0; wake everybody"),
    Row(.open, .goAway(GoAway.everyCall, .idle), "GOAWAY shutdown after 0; wake everybody"),
    Row(.open, .goAway(0), "GOAWAY shutdown after 0, end; close unavailable"),
    Row(.open, .goAway(2, .protocolError), "end; close internalError"),
    Row(.draining, .response(1), "wake call(1)"),
    Row(.draining, .goAway(1), "wake everybody"),
    Row(.draining, .goAway(0), "end; close unavailable"),
    Row(.closed, .hello(), ""),
    Row(.closed, .response(1), ""),
    Row(.closed, .goAway(0), ""),
  ])
  func `a frame is answered as its state says`(row: Row) throws {
    var session = Self.session(in: row.state)
    var outbox = Outbox()
    let action = session.received(row.frame, outbox: &outbox)
    #expect(try Self.describe(action, &outbox) == row.action)
  }

  @Test func `a call that is over is not reset, one that is not is, once`() throws {
    var session = Self.session(in: .open)
    var outbox = Outbox()
    _ = session.received(.response(1), outbox: &outbox)
    session.abandon(1, outbox: &outbox)
    session.abandon(2, outbox: &outbox)
    session.abandon(2, outbox: &outbox)
    #expect(try outbox.sent() == ["RESET 2 cancelled"])
  }

  @Test func `the last answer ends a connection that drains, and so does the last RESET`() throws {
    var answered = Self.session(in: .draining)
    var outbox = Outbox()
    _ = answered.received(.response(1), outbox: &outbox)
    let action = answered.received(.status(2), outbox: &outbox)
    #expect(try Self.describe(action, &outbox) == "end; close failedPrecondition")
    guard case .part(.whole) = answered.next(1, outbox: &outbox),
      case .part(.opening) = answered.next(2, outbox: &outbox),
      case .part(.status) = answered.next(2, outbox: &outbox)
    else {
      Issue.record("what has come cannot be read any more")
      return
    }

    var reset = Self.session(in: .draining)
    outbox = Outbox()
    reset.abandon(1, outbox: &outbox)
    reset.abandon(2, outbox: &outbox)
    #expect(try outbox.sent() == ["RESET 1 cancelled", "RESET 2 cancelled", "end"])
  }

  @Test(arguments: [State.awaitingHello, .draining, .closed])
  func `no call begins but on an open connection`(state: State) throws {
    var session = Self.session(in: state)
    var outbox = Outbox()
    #expect(session.isOpen == false)
    let begun = session.begin(Self.call(.stream), outbox: &outbox)
    guard case .elsewhere = begun else {
      Issue.record("got \(begun)")
      return
    }
    #expect(try outbox.sent() == [])
  }

  @Test func `a call that GOAWAY leaves out was not begun, the others go on`() throws {
    var session = Self.session(in: .open)
    var outbox = Outbox()
    _ = session.received(.goAway(1), outbox: &outbox)
    guard case .part(.notBegun(let error)) = session.next(2, outbox: &outbox),
      case .wait = session.next(1, outbox: &outbox)
    else {
      Issue.record("call 2 counts as begun, or call 1 does not")
      return
    }
    #expect(error.code == .unavailable)
  }

  @Test func `calls are numbered from one`() {
    var session = ClientSession.awaitingHello(Self.limits)
    var outbox = Outbox()
    _ = session.received(.hello(), outbox: &outbox)
    for number in 1...3 as ClosedRange<UInt32> {
      #expect(session.begin(Self.call(.stream), outbox: &outbox) == .begun(number))
    }
  }

  @Test func `the time for HELLO counts only until it has come`() throws {
    var outbox = Outbox()
    var waiting = Self.session(in: .awaitingHello)
    let expired = waiting.handshakeExpired(outbox: &outbox)
    #expect(
      try Self.describe(expired, &outbox)
        == "GOAWAY handshakeTimeout after 0, end; close unavailable")
    var open = Self.session(in: .open)
    #expect(open.handshakeExpired(outbox: &outbox) == .nothing)
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
    _ action: ClientSession.Received, _ outbox: inout Outbox
  ) throws -> String {
    let sent = try outbox.sent().joined(separator: ", ")
    let rest =
      switch action {
      case .nothing: ""
      case .ready: "ready"
      case .wake(let wake): "wake \(wake)"
      case .close(let error): "close \(error.code)"
      }
    return [sent, rest].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
