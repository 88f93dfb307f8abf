import NIOCore

/// The first frame of either side: which versions it speaks and what it puts up with.
struct Hello: FrameBody {
  /// The versions that the sender speaks; a server that answers names just the chosen one.
  let versions: ClosedRange<UInt8>
  let maxFrameBytes: UInt32
  let maxMetadataBytes: UInt32
  let maxCallsInFlight: UInt32

  static let kind = FrameKind.hello

  /// The version that this code speaks.
  static let version: UInt8 = 1

  /// The bytes `FRMW`, by which a peer of another protocol is told from a friend.
  static let magic: UInt32 = 0x4652_4D57

  /// The longest frame before and with HELLO, in bytes after the length field.
  static let maxHandshakeBytes = 1024

  /// What every peer must accept at least.
  static let minFrameBytes = 65_536
  static let minMetadataBytes = 4_096

  var call: UInt32 { 0 }
  var bodyBytes: Int { 6 + 6 * 3 }

  init(versions: ClosedRange<UInt8>, limits: FrameLimits) {
    self.versions = versions
    maxFrameBytes = UInt32(limits.maxFrameBytes)
    maxMetadataBytes = UInt32(limits.maxMetadataBytes)
    maxCallsInFlight = UInt32(limits.maxCallsInFlight)
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeMultipleIntegers(Self.magic, versions.lowerBound, versions.upperBound)
    buffer.writeMultipleIntegers(Setting.maxFrameBytes.rawValue, maxFrameBytes)
    buffer.writeMultipleIntegers(Setting.maxMetadataBytes.rawValue, maxMetadataBytes)
    buffer.writeMultipleIntegers(Setting.maxCallsInFlight.rawValue, maxCallsInFlight)
  }

  /// Reads a HELLO; settings that are not known here are passed over.
  ///
  /// - Throws: `.notTheFrameWire`, `.malformed`, `.limitTooSmall`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard frame.kind == .hello, body.readInteger(as: UInt32.self) == Self.magic else {
      throw .notTheFrameWire
    }
    guard let (lowest, highest) = body.readMultipleIntegers(as: (UInt8, UInt8).self),
      lowest <= highest
    else { throw .malformed(.hello, field: "versions") }

    var values = [
      Setting.maxFrameBytes: UInt32(Self.minFrameBytes),
      Setting.maxMetadataBytes: UInt32(Self.minMetadataBytes),
      Setting.maxCallsInFlight: 1,
    ]
    let least = values
    while body.readableBytes > 0 {
      guard let (number, value) = body.readMultipleIntegers(as: (UInt16, UInt32).self) else {
        throw .malformed(.hello, field: "settings")
      }
      guard let setting = Setting(rawValue: number) else { continue }
      guard value >= least[setting, default: 0] else {
        throw .limitTooSmall("\(setting)", value)
      }
      values[setting] = value
    }
    versions = lowest...highest
    maxFrameBytes = values[.maxFrameBytes, default: 0]
    maxMetadataBytes = values[.maxMetadataBytes, default: 0]
    maxCallsInFlight = values[.maxCallsInFlight, default: 0]
  }

  /// What a setting is about; the numbers are the wire's.
  private enum Setting: UInt16, Hashable {
    case maxFrameBytes = 1
    case maxMetadataBytes = 2
    case maxCallsInFlight = 3
  }
}
