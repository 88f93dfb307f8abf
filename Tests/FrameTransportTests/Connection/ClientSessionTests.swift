import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

struct ClientSessionTests {
  private typealias Session = ClientSession<String>

  /// The states of docs/wire.md; calls 1 and 2 wait in those that have calls.
  enum State: CaseIterable {
    case awaitingHello, open, draining, closed
  }

  private static func session(in state: State) -> Session {
    var session = Session.awaitingHello
    guard state != .awaitingHello else { return session }
    _ = session.received(.hello())
    _ = session.begin(call, waiter: "one")
    _ = session.begin(call, waiter: "two")
    switch state {
    case .awaitingHello, .open: break
    case .draining: _ = session.leave()
    case .closed: _ = session.close(nil, .cancelledByCaller)
    }
    return session
  }

  private static let call = OutgoingCall(method: "a/b", metadata: .empty, message: ByteBuffer())

  @Test(arguments: [
    Row(.awaitingHello, .hello(), "ready"),
    Row(.awaitingHello, .hello(versions: 1...2), "close version: failedPrecondition"),
    Row(.awaitingHello, .hello(versions: 2...2), "close version: failedPrecondition"),
    Row(.awaitingHello, .response(1), "close protocolError: unavailable"),
    Row(.awaitingHello, .goAway(0), "close: unavailable"),
    Row(.awaitingHello, .goAway(0, .version), "close: failedPrecondition"),
    Row(.open, .hello(), "close protocolError, failing one two: internalError"),
    Row(.open, .request(1), "close protocolError, failing one two: internalError"),
    Row(.open, .cancel(1), "close protocolError, failing one two: internalError"),
    Row(.open, .response(1), "deliver one"),
    Row(.open, .response(3), "close protocolError, failing one two: internalError"),
    Row(.open, .goAway(2), "fail"),
    Row(.open, .goAway(1), "fail two"),
    Row(.open, .goAway(0), "close, failing one two: unavailable"),
    Row(.open, .goAway(2, .protocolError), "close, failing one two: internalError"),
    Row(.draining, .response(1), "deliver one"),
    Row(.draining, .goAway(1), "fail two"),
    Row(.draining, .goAway(0), "close, failing one two: unavailable"),
    Row(.closed, .hello(), "nothing"),
    Row(.closed, .response(1), "nothing"),
    Row(.closed, .goAway(0), "nothing"),
  ])
  func `a frame is answered as its state says`(row: Row) {
    var session = Self.session(in: row.state)
    #expect(Self.describe(session.received(row.frame)) == row.action)
  }

  @Test func `a response that crossed CANCEL is passed over`() {
    var session = Self.session(in: .open)
    #expect(session.abandon(1) == .cancel(Cancel(call: 1)))
    #expect(Self.describe(session.received(.response(1))) == "nothing")
    #expect(session.abandon(1) == .nothing)
  }

  @Test func `a call that is answered is not cancelled`() {
    var session = Self.session(in: .open)
    _ = session.received(.response(2))
    #expect(session.abandon(2) == .nothing)
  }

  @Test func `the last answer ends a connection that drains, and so does the last CANCEL`() {
    var answered = Self.session(in: .draining)
    _ = answered.received(.response(1))
    #expect(Self.describe(answered.received(.response(2))) == "deliver two and close")

    var cancelled = Self.session(in: .draining)
    #expect(cancelled.abandon(1) == .cancel(Cancel(call: 1)))
    #expect(cancelled.abandon(2) == .cancelAndClose(Cancel(call: 2)))
  }

  @Test(arguments: [
    (State.awaitingHello, RPCError.Code.unavailable), (.draining, .failedPrecondition),
    (.closed, .cancelled),
  ])
  func `no call begins but on an open connection`(state: State, code: RPCError.Code) {
    var session = Self.session(in: state)
    #expect(session.isOpen == false)
    guard case .refuse(let error) = session.begin(Self.call, waiter: "three") else {
      Issue.record("the call was begun")
      return
    }
    #expect(error.code == code)
  }

  @Test func `after GOAWAY no call begins, and the refusal says why`() {
    var session = Self.session(in: .open)
    _ = session.received(.goAway(2))
    #expect(session.isOpen == false)
    guard case .refuse(let error) = session.begin(Self.call, waiter: "three") else {
      Issue.record("the call was begun")
      return
    }
    #expect(error.code == .unavailable)
    #expect(error.message.contains("bye"))
  }

  @Test func `calls are numbered from one`() {
    var session = Session.awaitingHello
    _ = session.received(.hello())
    for number in 1...3 as ClosedRange<UInt32> {
      let request = CallRequest(
        call: number, method: "a/b", metadata: .empty, message: ByteBuffer())
      #expect(session.begin(Self.call, waiter: "") == .send(request))
    }
  }

  @Test func `the time for HELLO counts only until it has come`() {
    var waiting = Self.session(in: .awaitingHello)
    #expect(
      Self.describe(waiting.handshakeExpired()) == "close handshakeTimeout: unavailable")
    var open = Self.session(in: .open)
    #expect(Self.describe(open.handshakeExpired()) == "nothing")
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

  private static func describe(_ action: Session.Received) -> String {
    switch action {
    case .nothing:
      return "nothing"
    case .ready:
      return "ready"
    case .deliver(_, let waiter):
      return "deliver \(waiter)"
    case .deliverAndClose(_, let waiter):
      return "deliver \(waiter) and close"
    case .fail(let waiters, _):
      return (["fail"] + waiters.sorted()).joined(separator: " ")
    case .close(let goAway, let waiters, let error):
      let reason = goAway.map { " \($0.reason)" } ?? ""
      let failing =
        waiters.isEmpty ? "" : ", failing " + waiters.sorted().joined(separator: " ")
      return "close\(reason)\(failing): \(error.code)"
    }
  }
}
