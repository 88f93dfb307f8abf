import Testing

@testable import FrameTransport

struct ClientLinkTests {
  private typealias Link = ClientLink<String>

  @Test func `one call connects, those that come meanwhile wait, later ones use it`() {
    var link = Link()
    #expect(Self.describe(link.open { _ in true }) == "connect")
    #expect(Self.describe(link.open { _ in true }) == "wait")
    #expect(Self.describe(link.connected("a")) == "go on")
    #expect(Self.describe(link.open { _ in true }) == "use a")
  }

  @Test func `a connection that is no longer usable is replaced by the next call`() {
    var link = Link()
    _ = link.open { _ in true }
    _ = link.connected("a")
    #expect(Self.describe(link.open { _ in false }) == "connect")
    _ = link.connected("b")
    #expect(Self.describe(link.open { _ in true }) == "use b")
  }

  @Test func `after a connection that could not be made the next call tries again`() {
    var link = Link()
    _ = link.open { _ in true }
    var generator = SeededGenerator(seed: 1)
    link.failed(at: .now, Backoff(FrameLimits()), using: &generator)
    #expect(Self.describe(link.end()) == "go on")
    #expect(Self.describe(link.open { _ in true }) == "connect later")
  }

  @Test func `a link that closes refuses calls and ends with the last open one`() {
    var link = Link()
    _ = link.open { _ in true }
    _ = link.connected("a")
    _ = link.open { _ in true }
    #expect(Self.describe(link.close()) == "go on")
    #expect(Self.describe(link.open { _ in true }) == "refuse")
    #expect(Self.describe(link.end()) == "go on")
    #expect(Self.describe(link.end()) == "closed a")
  }

  @Test func `a connection that stands after the link has ended is closed`() {
    var link = Link()
    _ = link.open { _ in true }
    _ = link.end()
    #expect(Self.describe(link.close()) == "closed nothing")
    #expect(Self.describe(link.connected("late")) == "closed late")
  }

  private static func describe(_ opened: Link.Opened) -> String {
    switch opened {
    case .use(let connection): "use \(connection)"
    case .wait: "wait"
    case .connect(_, nil): "connect"
    case .connect: "connect later"
    case .refuse: "refuse"
    }
  }

  private static func describe(_ ended: Link.Ended) -> String {
    switch ended {
    case .goOn: "go on"
    case .closed(let connection): "closed \(connection ?? "nothing")"
    }
  }
}
