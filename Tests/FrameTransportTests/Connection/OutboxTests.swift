import NIOCore
import Testing

@testable import FrameTransport

struct OutboxTests {
  @Test func `frames up to the flush leave in one write, for one scheduled flush`() {
    var outbox = Outbox()
    #expect(outbox.append(Cancel(call: 1)) == .scheduleFlush)
    #expect(outbox.append(Cancel(call: 2)) == .nothing)
    let flush = outbox.flush()
    #expect(flush.bytes == [.cancel(Cancel(call: 1)), .cancel(Cancel(call: 2))].encoded)
    #expect(!flush.closes)
    #expect(outbox.append(Cancel(call: 3)) == .scheduleFlush, "the next one needs another")
  }

  @Test func `the end comes after what was appended and before nothing else`() {
    var outbox = Outbox()
    _ = outbox.append(Cancel(call: 1))
    #expect(outbox.end() == .nothing)
    #expect(outbox.append(Cancel(call: 2)) == .nothing)
    let flush = outbox.flush()
    #expect(flush.bytes == [.cancel(Cancel(call: 1))].encoded)
    #expect(flush.closes)
    #expect(outbox.end() == .nothing, "it ends once")
  }
}

extension [AnyFrame] {
  fileprivate var encoded: ByteBuffer { map(\.encoded).joined }
}
