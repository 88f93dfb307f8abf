import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

struct FrameDecoderTests {
  private static let limits = FrameLimits()

  private static func frames() throws -> [AnyFrame] {
    let metadata = try MetadataBlock(["trace": "abc", "key-bin": .binary([0, 255])])
    return [
      .hello(Hello(versions: 1...1, limits: limits)),
      .request(
        CallRequest(
          call: 1, method: "a.B/C", metadata: metadata,
          content: .whole(ByteBuffer(bytes: [1, 2, 3])))),
      .request(CallRequest(call: 3, method: "a.B/C", metadata: .empty, content: .stream)),
      .message(MessagePart(call: 3, bytes: ByteBuffer(bytes: [4, 5]), ending: .nothing)),
      .message(MessagePart(call: 3, bytes: ByteBuffer(), ending: .stream)),
      .halfClose(HalfClose(call: 3)),
      .credit(Credit(call: 0, bytes: 7)),
      .ping(Ping(.answer, number: 8)),
      .opening(ResponseOpening(call: 3, metadata: metadata)),
      .status(CallStatus(call: 3, failure: nil, metadata: metadata)),
      .reset(Reset(call: 1, CallStatus.Failure(.cancelled, "gone"))),
      .response(
        CallResponse(
          call: 2, outcome: .failure(.notFound, "no such loan"), initialMetadata: .empty,
          trailingMetadata: metadata)),
      .goAway(GoAway(.shutdown, lastCall: 2, text: "bye")),
    ]
  }

  @Test func `frames are the same wherever their bytes are split in two`() throws {
    let frames = try Self.frames()
    let bytes = frames.map(\.encoded).joined
    for split in 0...bytes.readableBytes {
      let pieces = [
        try #require(bytes.getSlice(at: 0, length: split)),
        try #require(bytes.getSlice(at: split, length: bytes.readableBytes - split)),
      ]
      #expect(try AnyFrame.decodeAll(pieces) == frames, "split at \(split)")
    }
  }

  @Test func `frames are the same when their bytes come one by one`() throws {
    let frames = try Self.frames()
    let bytes = frames.map(\.encoded).joined
    let pieces = bytes.readableBytesView.map { ByteBuffer(bytes: [$0]) }
    #expect(try AnyFrame.decodeAll(pieces) == frames)
  }

  @Test(arguments: seeds)
  func `what was encoded is decoded, in any pieces`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<100 {
      var frames: [AnyFrame] = []
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        frames.append(try .random(using: &generator))
      }
      var bytes = frames.map(\.encoded).joined
      var pieces: [ByteBuffer] = []
      while bytes.readableBytes > 0 {
        let length = Int.random(in: 0...min(700, bytes.readableBytes), using: &generator)
        let piece = bytes.readSlice(length: length)
        pieces.append(try #require(piece))
      }
      let decoded = try AnyFrame.decodeAll(pieces)
      #expect(decoded == frames, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: seeds)
  func `mutated frames are decoded or refused, never worse`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    for _ in 0..<2000 {
      var bytes = Array(buffer: try AnyFrame.random(using: &generator).encoded)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: bytes.indices, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      do throws(WireError) {
        // What is read must be fit for use: metadata asserts on what it does not like.
        for frame in try AnyFrame.decodeAll([ByteBuffer(bytes: bytes)]) {
          _ = frame.metadata
        }
      } catch {
        refused += 1
        #expect(!"\(error)".isEmpty)
      }
    }
    #expect(refused > 0, "seed \(seed): a mutation must be noticed now and then")
  }

  @Test(
    arguments: [
      ([0, 0, 0, 5, 1, 0, 0, 0, 0], WireError.frameTooShort(bytes: 5)),
      ([0, 0, 4, 1], .frameTooLarge(bytes: 1025, limit: 1024)),
      ([0xFF, 0xFF, 0xFF, 0xFF], .frameTooLarge(bytes: 4_294_967_295, limit: 1024)),
      ([0, 0, 0, 6, 0, 0, 0, 0, 0, 0], .unknownKind(0)),
      ([0, 0, 0, 6, 0x16, 0, 0, 0, 0, 1], .unknownKind(0x16)),
      ([0, 0, 0, 6, 0x10, 2, 0, 0, 0, 1], .unexpectedFlags(.request, 2)),
      ([0, 0, 0, 6, 0x13, 3, 0, 0, 0, 1], .unexpectedFlags(.message, 3)),
      ([0, 0, 0, 6, 0x12, 0, 0, 0, 0, 0], .unexpectedCall(.reset, 0)),
      ([0, 0, 0, 14, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], .unexpectedCall(.ping, 1)),
      ([0, 0, 0, 10, 4, 0, 0, 0, 0, 1, 0, 0, 0, 0], .malformed(.credit, field: "bytes")),
      ([0, 0, 0, 9, 0x12, 0, 0, 0, 0, 1, 0, 0, 0], .malformed(.reset, field: "status")),
      ([0, 0, 0, 6, 1, 0, 0, 0, 0, 1], .unexpectedCall(.hello, 1)),
      ([0, 0, 0, 7, 0x14, 0, 0, 0, 0, 1, 9], .malformed(.halfClose, field: "end")),
      ([0, 0, 0, 6, 1, 0, 0, 0, 0, 0], .notTheFrameWire),
    ] as [([UInt8], WireError)])
  func `bytes that break the rules are refused by name`(bytes: [UInt8], error: WireError) {
    #expect(throws: error) {
      try AnyFrame.decodeAll([ByteBuffer(bytes: bytes)], maxFrameBytes: 1024)
    }
  }

  @Test func `a connection that is never at rest does not make the decoder grow`() throws {
    // Every piece ends in the middle of a frame, so that the buffer is never empty.
    let frame = AnyFrame.halfClose(HalfClose(call: 7)).encoded
    let tail = try #require(frame.getSlice(at: 4, length: 6))
    let head = try #require(frame.getSlice(at: 0, length: 4))
    var decoder = FrameDecoder(maxFrameBytes: 1024)
    decoder.append(head)
    for _ in 0..<10_000 {
      decoder.append([tail, head].joined)
      #expect(try decoder.next() != nil)
    }
    #expect(decoder.heldBytes < 1024)
  }
}

extension [ByteBuffer] {
  var joined: ByteBuffer {
    reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) }
  }
}
