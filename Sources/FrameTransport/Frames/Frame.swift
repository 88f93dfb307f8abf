import NIOCore

/// One frame as it stands on the wire: its header, read, and its body, not yet read.
struct Frame: Hashable, Sendable {
  let kind: FrameKind
  let flags: UInt8
  let call: UInt32
  var body: ByteBuffer

  /// How many bytes the length field takes.
  static let lengthBytes = 4

  /// How many bytes of kind, flags and call follow the length field.
  static let headerBytes = 6

  /// The longest frame, in bytes after the length field; the same for every peer.
  static let maxBytes = 65_536
}

/// What a frame of one kind says.
protocol FrameBody: Hashable, Sendable {
  static var kind: FrameKind { get }

  /// What the kind leaves open; see ``FrameKind/highestFlags``.
  var flags: UInt8 { get }

  /// The call that the frame belongs to, or 0 when it belongs to the connection.
  var call: UInt32 { get }

  /// How many bytes ``write(into:)`` writes.
  var bodyBytes: Int { get }

  func write(into buffer: inout ByteBuffer)

  /// Reads a frame of this kind.
  init(_ frame: Frame) throws(WireError)
}

extension FrameBody {
  var flags: UInt8 { 0 }

  /// What the length field says of this frame.
  var frameBytes: Int { Frame.headerBytes + bodyBytes }
}

extension ByteBuffer {
  /// Appends a whole frame.
  mutating func writeFrame<Body: FrameBody>(_ body: Body) {
    reserveCapacity(minimumWritableBytes: Frame.lengthBytes + body.frameBytes)
    writeInteger(UInt32(body.frameBytes))
    writeInteger(Body.kind.rawValue)
    writeInteger(body.flags)
    writeInteger(body.call)
    body.write(into: &self)
  }

  /// Reads text of a known length, which must be UTF-8.
  mutating func readText(bytes count: Int) -> String? {
    guard let slice = readSlice(length: count) else { return nil }
    return slice.withUnsafeReadableBytes { String(validating: $0, as: UTF8.self) }
  }
}
