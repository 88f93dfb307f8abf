import NIOCore
import Testing

@testable import FrameTransport

struct CreditTests {
  private static let limits = FrameLimits(
    maxMessageBytes: 70_000, callCredit: 65_536, connectionCredit: 65_536)

  private static func part(_ bytes: Int, _ ending: MessagePart.Ending = .message) -> MessagePart {
    MessagePart(call: 1, bytes: ByteBuffer(repeating: 1, count: bytes), ending: ending)
  }

  @Test func `credit is given back when as much is owed as may still be sent`() throws {
    var credit = ReceiveCredit(100_000)
    try credit.receive(60_000, of: 1)
    #expect(credit.release(39_999) == nil)
    #expect(credit.release(1) == 40_000)
    #expect(credit.available == 80_000)
    try credit.receive(80_001, of: 1)
    #expect(throws: WireError.creditExceeded(1)) { try credit.receive(1, of: 1) }
    #expect(credit.release(1) == 1, "at once where nothing is left")
  }

  @Test func `what one call has used up is given back while another is not read`() throws {
    var flow = ConnectionFlow(
      peer: Hello(versions: 1...1, limits: Self.limits), limits: Self.limits)
    var outbox = Outbox()
    try flow.receive(Self.part(16_384), outbox: &outbox)
    flow.release(16_416, to: &outbox)
    try flow.receive(Self.part(16_384), outbox: &outbox)
    #expect(try outbox.sent() == [])
    // 16,288 may still be sent.
    try flow.receive(Self.part(16_384), outbox: &outbox)
    #expect(try outbox.sent() == ["CREDIT 0 16416"])
  }

  @Test func `the example of docs_wire_md is as it says`() throws {
    let limits = FrameLimits()
    var call = ReceiveCredit(limits.callCredit)
    var connection = ReceiveCredit(limits.connectionCredit)
    func receive(_ cost: Int) throws {
      try call.receive(cost, of: 1)
      try connection.receive(cost, of: 0)
    }
    for _ in 0..<6 { try receive(40_096) }
    #expect([call.available, connection.available] == [21_568, 808_000])
    for _ in 0..<2 { try receive(MessagePart.maxBytes + 32) }
    #expect([call.available, connection.available] == [-11_264, 775_168])
    #expect(call.release(40_096) == 40_096)
    #expect(connection.release(40_096) == nil)
    #expect([call.available, connection.owed] == [28_832, 40_096])
    try receive(7_264)
    #expect([call.available, connection.available] == [21_568, 767_904])
    connection.overdraw(232)
    #expect(connection.release(232) == nil)
    #expect([connection.available, connection.owed] == [767_672, 40_328])
  }

  @Test func `what may be sent cannot overflow`() throws {
    var credit = SendCredit(65_536)
    try credit.add(Credit(call: 1, bytes: UInt32(Int32.max) - 65_536))
    #expect(throws: WireError.creditOverflow(1)) { try credit.add(Credit(call: 1, bytes: 1)) }
    credit.take(Int(Int32.max) + 9)
    #expect(!credit.isOpen)
    #expect(credit.balance == -9)
  }

  @Test func `a message longer than the credit arrives when its reader waits for it`() throws {
    var inbox = Inbox<RequestPart>(limits: Self.limits)
    for _ in 0..<4 {
      let receipt = try inbox.receive(Self.part(16_384, .nothing))
      #expect(receipt == .held)
    }
    guard case .wait(let cost) = inbox.next() else {
      Issue.record("half a message was read")
      return
    }
    #expect(cost == 4 * 16_416)
    var flow = ConnectionFlow(
      peer: Hello(versions: 1...1, limits: Self.limits), limits: Self.limits)
    var outbox = Outbox()
    for _ in 0..<4 { try flow.receiving.receive(16_416, of: 0) }
    inbox.release(cost, of: 1, flow: &flow, outbox: &outbox)
    #expect(try outbox.sent() == ["CREDIT 1 65664", "CREDIT 0 65664"])
    let receipt = try inbox.receive(Self.part(1))
    #expect(receipt == .wake)
    guard case .part(.message(let bytes), cost: 33) = inbox.next() else {
      Issue.record("the message is not whole")
      return
    }
    #expect(bytes.readableBytes == 65_537)
  }

  @Test func `a message over the limit is noticed on the part that passes it`() throws {
    let limits = FrameLimits(maxMessageBytes: 65_536, callCredit: 1_000_000)
    var inbox = Inbox<RequestPart>(limits: limits)
    for _ in 0..<4 {
      let receipt = try inbox.receive(Self.part(16_384, .nothing))
      #expect(receipt == .held)
    }
    let receipt = try inbox.receive(Self.part(1))
    #expect(receipt == .tooLarge)
    #expect(inbox.discard() == 4 * 16_416 + 33)
  }

  @Test func `a second message waits until the first has gone`() throws {
    let hello = Hello(versions: 1...1, limits: Self.limits)
    var flow = ConnectionFlow(peer: hello, limits: Self.limits)
    var stream = OutgoingStream(credit: hello.callCredit)
    var outbox = Outbox()
    var first = OutgoingMessage(ByteBuffer(repeating: 1, count: 70_000))
    var second = OutgoingMessage(ByteBuffer(repeating: 2, count: 1))
    #expect(stream.send(&first, of: 1, flow: &flow, outbox: &outbox) == .wait)
    #expect(stream.send(&second, of: 1, flow: &flow, outbox: &outbox) == .wait)
    try stream.credit.add(Credit(call: 1, bytes: 65_536))
    #expect(stream.send(&second, of: 1, flow: &flow, outbox: &outbox) == .wait)
    #expect(stream.send(&first, of: 1, flow: &flow, outbox: &outbox) == .wait, "the other credit")
    try flow.sending.add(Credit(call: 0, bytes: 65_536))
    #expect(stream.send(&first, of: 1, flow: &flow, outbox: &outbox) == .all)
    #expect(stream.send(&second, of: 1, flow: &flow, outbox: &outbox) == .all)
    #expect(
      try outbox.sent() == Array(repeating: "MESSAGE 1 16384 more", count: 4) + [
        "MESSAGE 1 4464", "MESSAGE 1 1",
      ])
  }

  @Test func `streams wait where the socket takes nothing`() {
    let hello = Hello(versions: 1...1, limits: FrameLimits())
    var flow = ConnectionFlow(peer: hello, limits: FrameLimits())
    var stream = OutgoingStream(credit: hello.callCredit)
    var outbox = Outbox()
    outbox.isWritable = false
    var message = OutgoingMessage(ByteBuffer())
    #expect(stream.send(&message, of: 1, flow: &flow, outbox: &outbox) == .wait)
    outbox.isWritable = true
    #expect(stream.send(&message, of: 1, flow: &flow, outbox: &outbox) == .all)
  }
}
