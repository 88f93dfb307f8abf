import Testing

@testable import FrameTransport

struct ListenerStateTests {
  private final class Connection: Sendable {}

  private typealias State = ListenerState<String, Connection>

  @Test func `a listener listens once`() {
    var state = State(maxConnections: 1)
    #expect(state.bind() == true)
    #expect(state.bind() == false)
    #expect(state.bound("socket") == .serve)
  }

  @Test func `connections over the limit are refused until there is room`() {
    var state = State(maxConnections: 1)
    _ = state.bind()
    _ = state.bound("socket")
    let (first, second) = (Connection(), Connection())
    #expect(state.accepted(first) == .serve)
    #expect(state.accepted(second) == .refuse(.tooManyConnections))
    #expect(state.spent(first) == .goOn)
    #expect(state.accepted(first) == .refuse(.tooManyConnections), "the second is still there")
    #expect(state.spent(first) == .goOn)
    #expect(state.spent(second) == .goOn)
    #expect(state.accepted(second) == .serve)
  }

  @Test func `connections that are being refused have a limit too, and do not hold up an end`() {
    var state = State(maxConnections: 1)
    _ = state.bind()
    _ = state.bound("socket")
    let served = Connection()
    _ = state.accepted(served)
    let refused = (0..<State.mostRefused).map { _ in Connection() }
    for connection in refused {
      #expect(state.accepted(connection) == .refuse(.tooManyConnections))
    }
    #expect(state.accepted(Connection()) == .drop)
    #expect(state.spent(refused[0]) == .goOn)
    #expect(state.accepted(Connection()) == .refuse(.tooManyConnections))
    #expect(state.stop().connections.count == 1)
    #expect(state.spent(served) == .done)
  }

  @Test func `a listener that stops is done with its last connection`() {
    var state = State(maxConnections: 2)
    _ = state.bind()
    _ = state.bound("socket")
    let connection = Connection()
    _ = state.accepted(connection)
    let stop = state.stop()
    #expect(stop.socket == "socket")
    #expect(stop.connections.count == 1)
    #expect(stop.progress == .goOn)
    #expect(state.accepted(Connection()) == .refuse(.shutdown))
    let again = state.stop()
    #expect(again.socket == nil)
    #expect(again.connections.count == 1, "whoever stops at once finds it")
    #expect(state.spent(connection) == .done)
  }

  @Test func `a listener that stops while it binds closes its socket`() {
    var state = State(maxConnections: 1)
    _ = state.bind()
    #expect(state.stop().progress == .done)
    #expect(state.bound("socket") == .close)
    #expect(state.bind() == false)
  }
}
