import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

struct ServerSessionTests {
  private typealias Session = ServerSession<String>

  private static let limits = FrameLimits(maxMetadataBytes: 4096, maxCallsInFlight: 2)

  /// The states of docs/wire.md; call 1 runs in those that have calls.
  enum State: CaseIterable {
    case awaitingHello, open, draining, closing, gone
  }

  private static func session(in state: State) -> Session {
    var session = Session.awaitingHello(limits)
    guard state != .awaitingHello else { return session }
    _ = session.received(.hello())
    _ = session.received(.request(1))
    _ = session.started(1, handle: "one")
    switch state {
    case .awaitingHello, .open: break
    case .draining: _ = session.shutdown()
    case .closing: _ = session.close(.protocolError, "")
    case .gone: _ = session.disconnected()
    }
    return session
  }

  @Test(arguments: [
    Row(.awaitingHello, .hello(), "accept 1 to 1"),
    Row(.awaitingHello, .hello(versions: 1...7), "accept 1 to 1"),
    Row(.awaitingHello, .hello(versions: 2...7), "close version 0"),
    Row(.awaitingHello, .request(1), "close protocolError 0"),
    Row(.awaitingHello, .cancel(1), "close protocolError 0"),
    Row(.awaitingHello, .goAway(0), "close protocolError 0"),
    Row(.open, .hello(), "close protocolError 1, cancelling one"),
    Row(.open, .response(1), "close protocolError 1, cancelling one"),
    Row(.open, .request(2), "start 2"),
    Row(.open, .request(9), "start 9"),
    Row(.open, .request(1), "close protocolError 1, cancelling one"),
    Row(.open, .cancel(1), "cancel one"),
    Row(.open, .cancel(2), "close protocolError 1, cancelling one"),
    Row(.open, .goAway(0), "close, cancelling one"),
    Row(.draining, .hello(), "close protocolError 1, cancelling one"),
    Row(.draining, .request(2), "nothing"),
    Row(.draining, .cancel(1), "cancel one"),
    Row(.draining, .cancel(2), "nothing"),
    Row(.draining, .goAway(0), "close, cancelling one"),
    Row(.closing, .hello(), "nothing"),
    Row(.closing, .request(2), "nothing"),
    Row(.closing, .cancel(1), "nothing"),
    Row(.gone, .request(2), "nothing"),
  ])
  func `a frame is answered as its state says`(row: Row) {
    var session = Self.session(in: row.state)
    #expect(Self.describe(session.received(row.frame)) == row.action)
  }

  @Test(arguments: [
    (State.awaitingHello, "close handshakeTimeout 0"), (.open, "nothing"), (.draining, "nothing"),
    (.closing, "nothing"), (.gone, "nothing"),
  ])
  func `the time for HELLO counts only until it has come`(state: State, action: String) {
    var session = Self.session(in: state)
    #expect(Self.describe(session.handshakeExpired()) == action)
  }

  @Test func `CANCEL before the handle is remembered, and its call is not answered`() {
    var session = Self.session(in: .open)
    #expect(Self.describe(session.received(.request(2))) == "start 2")
    #expect(Self.describe(session.received(.cancel(2))) == "nothing")
    #expect(session.started(2, handle: "two") == .cancelAtOnce)
    #expect(session.finished(CallResponse(call: 2, failure: .cancelled, "")) == .drop)
  }

  @Test func `the end of the connection before the handle is remembered too`() {
    var session = Self.session(in: .open)
    _ = session.received(.request(2))
    #expect(session.disconnected() == ["one"])
    #expect(session.started(2, handle: "two") == .cancelAtOnce)
    #expect(session.isSpent == false)
    _ = session.finished(CallResponse(call: 2, failure: .cancelled, ""))
    #expect(session.isSpent == false)
    _ = session.finished(CallResponse(call: 1, failure: .cancelled, ""))
    #expect(session.isSpent == true, "only now does no handler run")
  }

  @Test func `a cancelled call counts against the limit until its handler ends`() {
    var session = Self.session(in: .open)
    _ = session.received(.request(2))
    _ = session.received(.cancel(2))
    #expect(Self.describe(session.received(.request(3))) == "respond 3 resourceExhausted")
    _ = session.finished(CallResponse(call: 2, failure: .cancelled, ""))
    #expect(Self.describe(session.received(.request(4))) == "start 4")
  }

  @Test func `the last response of a draining connection ends it`() {
    var session = Self.session(in: .open)
    let response = CallResponse(call: 1, failure: .notFound, "")
    #expect(session.shutdown() == .goAway(GoAway(.shutdown, lastCall: 1, text: shutdownText)))
    #expect(session.finished(response) == .respondAndClose(response))
    #expect(session.disconnected() == [])
    #expect(session.isSpent == true)
  }

  @Test func `an idle connection ends at once when the server shuts down`() {
    var session = Session.awaitingHello(Self.limits)
    _ = session.received(.hello())
    let goAway = GoAway(.shutdown, lastCall: 0, text: shutdownText)
    #expect(session.shutdown() == .goAwayAndClose(goAway))
    #expect(session.shutdown() == .nothing)
  }

  @Test func `metadata over the limit and a bad deadline fail the call alone`() throws {
    var session = Self.session(in: .open)
    let long = try MetadataBlock(["a": .string(String(repeating: "x", count: 5000))])
    #expect(
      Self.describe(session.received(.request(2, metadata: long)))
        == "respond 2 resourceExhausted")
    let bad = try MetadataBlock(["grpc-timeout": "soon"])
    #expect(
      Self.describe(session.received(.request(3, metadata: bad))) == "respond 3 invalidArgument")
    #expect(Self.describe(session.received(.request(4))) == "start 4")
  }

  @Test func `a deadline of nine characters is handed over in a form that counts`() throws {
    var session = Self.session(in: .open)
    let block = try MetadataBlock(["grpc-timeout": "12344999u"])
    guard case .start(let call) = session.received(.request(2, metadata: block)) else {
      Issue.record("the call was not begun")
      return
    }
    #expect(call.metadata == ["grpc-timeout": "12345m"])
  }

  @Test(arguments: seeds)
  func `whatever comes in whatever order, every call begun is counted down`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var session = Session.awaitingHello(Self.limits)
      var running: [UInt32] = []
      if Bool.random(using: &generator) { _ = session.received(.hello()) }
      for _ in 0..<50 {
        let call = UInt32.random(in: 1...8, using: &generator)
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<9:
          if case .start(let started) = session.received(.request(call)) {
            running.append(started.call)
          }
        case 9..<12: _ = session.received(.cancel(call))
        case 12..<15: _ = session.started(call, handle: "\(call)")
        case 15..<18:
          guard let ended = running.popLast() else { continue }
          _ = session.finished(CallResponse(call: ended, failure: .aborted, ""))
        case 18: _ = session.shutdown()
        default: _ = session.disconnected()
        }
      }
      _ = session.disconnected()
      #expect(session.isSpent == running.isEmpty, "seed \(seed)")
      for call in running {
        _ = session.finished(CallResponse(call: call, failure: .aborted, ""))
      }
      #expect(session.isSpent == true, "seed \(seed)")
    }
  }

  private let shutdownText = "The server shuts down."

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
    case .accept(let hello):
      return "accept \(hello.versions.lowerBound) to \(hello.versions.upperBound)"
    case .start(let call):
      return "start \(call.call)"
    case .respond(let response):
      guard case .failure(let code, _) = response.outcome else { return "respond" }
      return "respond \(response.call) \(code)"
    case .cancel(let handle):
      return "cancel \(handle)"
    case .close(let goAway, let handles):
      let reason = goAway.map { " \($0.reason) \($0.lastCall)" } ?? ""
      return "close\(reason)" + handles.map { ", cancelling \($0)" }.joined()
    }
  }
}
