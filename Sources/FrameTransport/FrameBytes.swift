public import GRPCCore
import NIOCore

/// The bytes of a message, as they stand in the buffer that was read from the socket.
public struct FrameBytes: GRPCContiguousBytes, Hashable, Sendable {
  private(set) var buffer: ByteBuffer

  init(_ buffer: ByteBuffer) {
    self.buffer = buffer
  }

  /// Creates bytes that are all the same.
  public init(repeating byte: UInt8, count: Int) {
    buffer = ByteBuffer(repeating: byte, count: count)
  }

  /// Copies bytes.
  public init<Bytes: Sequence>(_ sequence: Bytes) where Bytes.Element == UInt8 {
    buffer = ByteBuffer(bytes: sequence)
  }

  /// How many bytes there are.
  public var count: Int { buffer.readableBytes }

  /// Lends the bytes for reading.
  public func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try buffer.withUnsafeReadableBytes(body)
  }

  /// Lends the bytes for writing.
  public mutating func withUnsafeMutableBytes<Result>(
    _ body: (UnsafeMutableRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try buffer.withUnsafeMutableReadableBytes(body)
  }
}
