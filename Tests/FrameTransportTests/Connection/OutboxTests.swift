import NIOCore
import Testing

@testable import FrameTransport

struct OutboxTests {
  @Test func `frames up to the flush leave in one write, for one scheduled flush`() throws {
    var outbox = Outbox()
    outbox.append(HalfClose(call: 1))
    #expect(outbox.due() == .scheduleFlush)
    outbox.append(HalfClose(call: 2))
    #expect(outbox.due() == .nothing)
    #expect(try outbox.sent() == ["HALF_CLOSE 1", "HALF_CLOSE 2"])
    #expect(outbox.due() == .nothing)
    outbox.append(HalfClose(call: 3))
    #expect(outbox.due() == .scheduleFlush, "the next one needs another")
  }

  @Test func `the end comes after what was appended and before nothing else`() throws {
    var outbox = Outbox()
    outbox.append(HalfClose(call: 1))
    outbox.end()
    #expect(outbox.due() == .scheduleFlush)
    outbox.append(HalfClose(call: 2))
    #expect(try outbox.sent() == ["HALF_CLOSE 1", "end"])
    outbox.end()
    #expect(outbox.due() == .nothing, "it ends once")
  }
}
