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
    #expect(GoAway.Reason.allCases.map(\.rawValue) == Array(0...5))
    let limits = FrameLimits()
    let hello = try #require(
      try WireDocument.blocks("frame").first { $0.name == "hello-of-a-client" })
    #expect(try hello.value("max frame bytes") == "\(limits.maxFrameBytes)")
    #expect(try hello.value("max metadata bytes") == "\(limits.maxMetadataBytes)")
    #expect(try hello.value("max calls in flight") == "\(limits.maxCallsInFlight)")
  }
}

extension AnyFrame {
  /// The frame that the fields of a block describe.
  fileprivate init(_ block: WireDocument.Block) throws {
    let number = { (name: String) in try #require(UInt32(try block.value(name))) }
    switch try block.value("kind") {
    case "HELLO":
      let versions = try block.value("versions").components(separatedBy: " to ").compactMap {
        UInt8($0)
      }
      let limits = FrameLimits(
        maxFrameBytes: Int(try number("max frame bytes")),
        maxMetadataBytes: Int(try number("max metadata bytes")),
        maxCallsInFlight: Int(try number("max calls in flight")))
      self = .hello(Hello(versions: versions[0]...versions[1], limits: limits))
    case "GOAWAY":
      let reason = try #require(GoAway.Reason(rawValue: UInt8(try number("reason"))))
      self = .goAway(GoAway(reason, lastCall: try number("last"), text: try block.value("text")))
    case "REQUEST":
      self = .request(
        CallRequest(
          call: try number("call"), method: try block.value("method"),
          metadata: try block.metadata("metadata"), message: try block.message))
    case "RESPONSE":
      let code = RPCError.Code(try #require(Status.Code(rawValue: Int(try number("status")))))
      self = .response(
        CallResponse(
          call: try number("call"),
          outcome: try code.map { .failure($0, try block.value("text")) }
            ?? .message(try block.message),
          initialMetadata: try block.metadata("initial"),
          trailingMetadata: try block.metadata("trailing")))
    default:
      self = .cancel(Cancel(call: try number("call")))
    }
  }
}

extension WireDocument.Block {
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
