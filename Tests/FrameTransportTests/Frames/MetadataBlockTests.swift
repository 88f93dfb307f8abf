import GRPCCore
import NIOCore
import Testing

@testable import FrameTransport

struct MetadataBlockTests {
  @Test func `text, bytes, repeated keys and their order survive`() throws {
    var metadata = Metadata()
    metadata.addString("one", forKey: "trace.id")
    metadata.addBinary([0, 1, 255], forKey: "grpc-status-details-bin")
    metadata.addString("", forKey: "empty")
    metadata.addString("Pokok dan jasa — lunas", forKey: "note")
    metadata.addString("two", forKey: "trace.id")
    #expect(try MetadataBlock(metadata).decoded() == metadata)
  }

  @Test func `keys are written in lower case and found in any`() throws {
    let decoded = try #require(try MetadataBlock(["Request-ID": "7"]).decoded())
    #expect(Array(decoded[stringValues: "request-id"]) == ["7"])
    #expect(Array(decoded[stringValues: "Request-ID"]) == ["7"])
  }

  @Test func `text under a binary key is base64 and arrives as bytes`() throws {
    let decoded = try #require(try MetadataBlock(["token-bin": "AQID"]).decoded())
    #expect(decoded == ["token-bin": .binary([1, 2, 3])])
  }

  @Test(arguments: ["", "two words", "kunci:", "naïve", String(repeating: "k", count: 256)])
  func `a key that cannot stand on the wire is an invalid argument`(key: String) {
    let error = #expect(throws: RPCError.self) { try MetadataBlock([key: "x"]) }
    #expect(error?.code == .invalidArgument)
  }

  @Test func `text under a binary key that is no base64 is an invalid argument`() {
    let error = #expect(throws: RPCError.self) { try MetadataBlock(["token-bin": "no base64!"]) }
    #expect(error?.code == .invalidArgument)
  }

  @Test(
    arguments: [
      [0],  // a key without characters
      [1, 0x41, 0, 0, 0, 0],  // a capital
      [2, 0x61],  // the key ends early
      [1, 0x61, 0, 0, 0],  // the length ends early
      [1, 0x61, 0, 0, 0, 2, 0x61],  // the value ends early
      [1, 0x61, 0xFF, 0xFF, 0xFF, 0xFF],  // a length beyond everything
      [1, 0x61, 0, 0, 0, 1, 0xFF],  // text that is no UTF-8
    ] as [[UInt8]])
  func `a malformed block is nothing`(bytes: [UInt8]) throws {
    var body = ByteBuffer()
    body.writeInteger(UInt32(bytes.count))
    body.writeBytes(bytes)
    #expect(try #require(MetadataBlock(readingFrom: &body)).decoded() == nil)
  }
}
