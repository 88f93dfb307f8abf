import Foundation
import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

struct WireDocumentTests {
  @Test func `docs_wire_md has a frame of every kind`() throws {
    let kinds = try WireDocument.blocks("frame").map { try $0.value("kind") }
    #expect(Set(kinds) == Set(FrameKind.allCases.map(\.description)))
  }

  @Test func `every frame in docs_wire_md says what stands beside it`() throws {
    for block in try WireDocument.blocks("frame") {
      let frames = try AnyFrame.decodeAll([ByteBuffer(bytes: block.bytes)])
      #expect(frames == [try AnyFrame(block)], "\(block.name)")
    }
  }

  @Test func `what stands beside a frame in docs_wire_md is encoded as that frame`() throws {
    for block in try WireDocument.blocks("frame") {
      let encoded = Array(buffer: try AnyFrame(block).encoded)
      #expect(encoded == block.bytes, "\(block.name)")
    }
  }

  @Test func `every broken frame in docs_wire_md is refused for its reason`() throws {
    let blocks = try WireDocument.blocks("broken-frame")
    #expect(!blocks.isEmpty)
    for block in blocks {
      let error = #expect(throws: WireError.self, "\(block.name)") {
        try AnyFrame.decodeAll([ByteBuffer(bytes: block.bytes)])
      }
      let reason = try block.value("reason")
      #expect((error?.goAwayReason.rawValue).map(String.init) == reason, "\(block.name)")
    }
  }

  @Test func `the limits and reasons in docs_wire_md are those of the code`() throws {
    #expect(GoAway.Reason.allCases.map(\.rawValue) == Array(0...10))
    let limits = FrameLimits()
    let hello = try #require(
      try WireDocument.blocks("frame").first { $0.name == "hello-of-a-client" })
    #expect(try hello.value("max message bytes") == "\(limits.maxMessageBytes)")
    #expect(try hello.value("max metadata bytes") == "\(limits.maxMetadataBytes)")
    #expect(try hello.value("max calls in flight") == "\(limits.maxCallsInFlight)")
    #expect(try hello.value("credit of a call") == "\(limits.callCredit)")
    #expect(try hello.value("credit of the connection") == "\(limits.connectionCredit)")
  }

  @Test func `every line of the conversations in docs_wire_md is the frame that it names`() throws {
    let conversations = try WireDocument.conversations()
    #expect(!conversations.isEmpty)
    for line in conversations.flatMap(\.lines) {
      let frames = try AnyFrame.decodeAll([ByteBuffer(bytes: line.bytes)])
      #expect(frames.map(\.description) == [line.summary])
    }
  }

  @Test func `a server follows every conversation in docs_wire_md without complaint`() throws {
    for conversation in try WireDocument.conversations() {
      var session = ServerSession<Int>.awaitingHello(FrameLimits())
      var outbox = Outbox()
      for line in conversation.lines where line.sender == "client" {
        let frames = try AnyFrame.decodeAll([ByteBuffer(bytes: line.bytes)])
        for frame in frames {
          if case .close = session.received(frame.frame, outbox: &outbox) {
            #expect(line.summary.hasPrefix("GOAWAY"), "\(conversation.name): \(line.summary)")
          }
        }
      }
    }
  }
}

extension AnyFrame {
  /// The frame that the fields of a block describe.
  fileprivate init(_ block: WireDocument.Block) throws {
    let number = { (name: String) in try #require(UInt32(try block.value(name))) }
    let call = try block.fields.contains { $0.name == "call" } ? number("call") : 0
    switch try block.value("kind") {
    case "HELLO":
      self = .hello(try block.hello(number))
    case "GOAWAY":
      let reason = try #require(GoAway.Reason(rawValue: UInt8(try number("reason"))))
      self = .goAway(GoAway(reason, lastCall: try number("last"), text: try block.value("text")))
    case "PING":
      let role = try block.value("role") == "answer" ? Ping.Role.answer : .question
      self = .ping(Ping(role, number: UInt64(try number("number"))))
    case "CREDIT":
      self = .credit(Credit(call: call, bytes: try number("bytes")))
    case "REQUEST":
      self = .request(
        CallRequest(
          call: call, method: try block.value("method"), metadata: try block.metadata("metadata"),
          content: block.has("message") ? .whole(try block.message) : .stream))
    case "RESPONSE" where block.has("status"):
      self = .response(
        CallResponse(
          call: call,
          outcome: try block.failure.map { .failure($0.code, $0.text) }
            ?? .message(try block.message),
          initialMetadata: try block.metadata("initial"),
          trailingMetadata: try block.metadata("trailing")))
    case "RESPONSE":
      self = .opening(ResponseOpening(call: call, metadata: try block.metadata("initial")))
    case "MESSAGE":
      let endings: [String: MessagePart.Ending] = [
        "nothing": .nothing, "message": .message, "stream": .stream,
      ]
      let ending = try #require(endings[try block.value("ends")])
      self = .message(MessagePart(call: call, bytes: try block.message, ending: ending))
    case "HALF_CLOSE":
      self = .halfClose(HalfClose(call: call))
    case "STATUS":
      self = .status(
        CallStatus(
          call: call, failure: try block.failure, metadata: try block.metadata("trailing")))
    default:
      self = .reset(Reset(call: call, try #require(try block.failure)))
    }
  }
}

extension WireDocument.Block {
  fileprivate func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  fileprivate func hello(_ number: (String) throws -> UInt32) throws -> Hello {
    let versions = try value("versions").components(separatedBy: " to ").compactMap { UInt8($0) }
    let limits = FrameLimits(
      maxMessageBytes: Int(try number("max message bytes")),
      maxMetadataBytes: Int(try number("max metadata bytes")),
      maxCallsInFlight: Int(try number("max calls in flight")),
      callCredit: Int(try number("credit of a call")),
      connectionCredit: Int(try number("credit of the connection")))
    return Hello(versions: versions[0]...versions[1], limits: limits)
  }

  fileprivate var failure: CallStatus.Failure? {
    get throws {
      let number = try #require(Int(try value("status")))
      let code = RPCError.Code(try #require(Status.Code(rawValue: number)))
      return try code.map { CallStatus.Failure($0, try value("text")) }
    }
  }

  fileprivate var message: ByteBuffer {
    get throws { ByteBuffer(bytes: try WireDocument.hex(try value("message"))) }
  }

  fileprivate func metadata(_ name: String) throws -> MetadataBlock {
    var metadata = Metadata()
    for field in fields where field.name == name {
      let parts = field.value.components(separatedBy: " = ")
      if parts[0].hasSuffix("-bin") {
        metadata.addBinary(try WireDocument.hex(parts[1]), forKey: parts[0])
      } else {
        metadata.addString(parts[1], forKey: parts[0])
      }
    }
    return try MetadataBlock(metadata)
  }
}
