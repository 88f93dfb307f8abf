import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

@Suite(.timeLimit(.minutes(2)))
struct InterleavingTests {
  private static let limits = FrameLimits(
    maxMessageBytes: 400_000, maxCallsInFlight: 6, callCredit: 65_536, connectionCredit: 100_000)

  @Test(arguments: seeds)
  func `whatever happens in whatever order, credit is kept and every call ends`(
    seed: UInt64
  ) async throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      var pair = try BackToBack(limits: Self.limits)
      for step in 0..<400 {
        if step % 20 == 0 { await Task.yield() }
        try Self.step(&pair, using: &generator)
        try pair.check(seed)
      }
      try await Self.settle(&pair, seed)
    }
  }

  @Test(arguments: seeds)
  func `a connection that drains in the middle of it all ends, and no call is lost`(
    seed: UInt64
  ) async throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<6 {
      var pair = try BackToBack(limits: Self.limits)
      for step in 0..<200 {
        if step % 20 == 0 { await Task.yield() }
        try Self.step(&pair, using: &generator)
        try pair.check(seed)
        guard step == 100 else { continue }
        if round % 2 == 0 {
          _ = pair.server.drain(.idle, "", outbox: &pair.toClient.outbox)
        } else {
          pair.client.leave(outbox: &pair.toServer.outbox)
        }
      }
      try await Self.settle(&pair, seed)
      #expect(pair.server.current == nil, "seed \(seed): the connection has ended")
      #expect(pair.client.current == nil, "seed \(seed): the connection has ended")
    }
  }

  /// Lets one thing happen.
  private static func step(
    _ pair: inout BackToBack, using generator: inout SeededGenerator
  ) throws {
    let size = [0, 1, 100, 16_384, 16_385, 150_000].randomElement(using: &generator) ?? 0
    let call = pair.calls.sorted().randomElement(using: &generator) ?? 1
    let runs = pair.running.sorted().randomElement(using: &generator)
    switch Int.random(in: 0..<24, using: &generator) {
    case 0..<2: pair.begin(.whole(ByteBuffer(repeating: 0, count: min(size, 16_384))))
    case 2..<4: pair.begin(.stream)
    case 4..<8: pair.write(call, size, endsStream: Int.random(in: 0..<9, using: &generator) == 0)
    case 8..<9:
      if pair.writing[call] == nil {
        pair.client.halfClose(call, outbox: &pair.toServer.outbox)
      }
    case 9..<12: if pair.read(call) { pair.abandon(call) }
    case 12: if Bool.random(using: &generator) { pair.abandon(call) }
    case 13..<17: if let runs { pair.answer(runs, size) }
    case 17..<20: if let runs { _ = pair.server.next(runs, outbox: &pair.toClient.outbox) }
    case 20: if let runs, pair.answering[runs] == nil { pair.finish(runs) }
    case 21: if let runs { _ = pair.server.started(runs, handle: runs) }
    default:
      try pair.exchange(
        .random(in: 0...40_000, using: &generator), .random(in: 0...40_000, using: &generator))
    }
  }

  /// Lets everybody end what they began, and sees that it ends.
  private static func settle(_ pair: inout BackToBack, _ seed: UInt64) async throws {
    // It works without pause, so it makes way for the other tests itself.
    for _ in 0..<2000 where !pair.calls.isEmpty || !pair.running.isEmpty {
      await Task.yield()
      for call in pair.calls {
        pair.write(call, 0, endsStream: true)
        if pair.read(call) { pair.abandon(call) }
      }
      for call in pair.running {
        switch pair.server.next(call, outbox: &pair.toClient.outbox) {
        case .part(.message), .wait: break
        case .part(.end), .cancelled:
          if pair.answering[call] == nil { pair.finish(call) }
        }
        if pair.answering[call] != nil { pair.answer(call, 0) }
      }
      // A handler whose stream was whole, or has been read to its end, gets no end again.
      for call in pair.running where pair.answering[call] == nil && pair.server.isRead(call) {
        pair.finish(call)
      }
      try pair.exchange(30_000, 30_000)
      try pair.check(seed)
    }
    #expect(pair.calls.isEmpty && pair.running.isEmpty, "seed \(seed): somebody waits for ever")
    for _ in 0..<4 { try pair.exchange(Int.max, Int.max) }
    try pair.check(seed)
    #expect(pair.client.callCount == 0 && pair.server.callCount == 0, "seed \(seed)")
    guard let ours = pair.client.current, let theirs = pair.server.current else { return }
    #expect(ours.heldCost == 0 && theirs.heldCost == 0, "seed \(seed)")
    #expect(ours.flow.sending.isOpen && theirs.flow.sending.isOpen, "seed \(seed)")
  }
}

extension ServerSession {
  /// Whether nothing more is to be read for a call.
  fileprivate func isRead(_ call: UInt32) -> Bool {
    current?.calls[call].map { $0.inbox.hasEnded && $0.inbox.isEmpty || $0.isCancelled } ?? true
  }
}
