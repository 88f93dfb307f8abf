import NIOCore

/// The first frame of either side: which versions it speaks and what it puts up with.
struct Hello: FrameBody {
  /// The versions that the sender speaks; a server that answers names just the chosen one.
  let versions: ClosedRange<UInt8>
  let maxMessageBytes: UInt32
  let maxMetadataBytes: UInt32
  let maxCallsInFlight: UInt32
  /// The credit with which every stream of messages to the sender begins.
  let callCredit: UInt32
  /// The credit with which the connection begins, for messages to the sender.
  let connectionCredit: UInt32

  static let kind = FrameKind.hello

  /// The version that this code speaks.
  static let version: UInt8 = 1

  /// The bytes `FRMW`, by which a peer of another protocol is told from a friend.
  static let magic: UInt32 = 0x4652_4D57

  /// The longest frame before and with HELLO, in bytes after the length field.
  static let maxHandshakeBytes = 1024

  /// What every peer must accept at least.
  static let minMessageBytes = 65_536
  static let minMetadataBytes = 4_096
  static let minCredit = 65_536

  /// The most metadata that a peer may accept: with it every frame but a whole one surely fits.
  static let maxMetadataBytes = 24_576

  var call: UInt32 { 0 }
  var bodyBytes: Int { 6 + 6 * 5 }

  init(versions: ClosedRange<UInt8>, limits: FrameLimits) {
    self.versions = versions
    maxMessageBytes = UInt32(limits.maxMessageBytes)
    maxMetadataBytes = UInt32(limits.maxMetadataBytes)
    maxCallsInFlight = UInt32(limits.maxCallsInFlight)
    callCredit = UInt32(limits.callCredit)
    connectionCredit = UInt32(limits.connectionCredit)
  }

  func write(into buffer: inout ByteBuffer) {
    buffer.writeMultipleIntegers(Self.magic, versions.lowerBound, versions.upperBound)
    buffer.writeMultipleIntegers(Setting.maxMessageBytes.rawValue, maxMessageBytes)
    buffer.writeMultipleIntegers(Setting.maxMetadataBytes.rawValue, maxMetadataBytes)
    buffer.writeMultipleIntegers(Setting.maxCallsInFlight.rawValue, maxCallsInFlight)
    buffer.writeMultipleIntegers(Setting.callCredit.rawValue, callCredit)
    buffer.writeMultipleIntegers(Setting.connectionCredit.rawValue, connectionCredit)
  }

  /// Reads a HELLO; settings that are not known here are passed over.
  ///
  /// - Throws: `.notTheFrameWire`, `.malformed`, `.limitOutOfRange`.
  init(_ frame: Frame) throws(WireError) {
    var body = frame.body
    guard frame.kind == .hello, body.readInteger(as: UInt32.self) == Self.magic else {
      throw .notTheFrameWire
    }
    guard let (lowest, highest) = body.readMultipleIntegers(as: (UInt8, UInt8).self),
      lowest <= highest
    else { throw .malformed(.hello, field: "versions") }

    var values: [Setting: UInt32] = [:]
    while body.readableBytes > 0 {
      guard let (number, value) = body.readMultipleIntegers(as: (UInt16, UInt32).self) else {
        throw .malformed(.hello, field: "settings")
      }
      guard let setting = Setting(rawValue: number) else { continue }
      guard setting.range.contains(value) else { throw .limitOutOfRange("\(setting)", value) }
      values[setting] = value
    }
    let value = { (setting: Setting) in values[setting] ?? setting.range.lowerBound }
    versions = lowest...highest
    maxMessageBytes = value(.maxMessageBytes)
    maxMetadataBytes = value(.maxMetadataBytes)
    maxCallsInFlight = value(.maxCallsInFlight)
    callCredit = value(.callCredit)
    connectionCredit = value(.connectionCredit)
  }

  /// What a setting is about; the numbers are the wire's.
  private enum Setting: UInt16, Hashable {
    case maxMessageBytes = 1
    case maxMetadataBytes = 2
    case maxCallsInFlight = 3
    case callCredit = 4
    case connectionCredit = 5

    /// The values allowed; the least is also what holds when the setting is absent.
    var range: ClosedRange<UInt32> {
      switch self {
      case .maxMessageBytes: UInt32(Hello.minMessageBytes)...UInt32(Int32.max)
      case .maxMetadataBytes: UInt32(Hello.minMetadataBytes)...UInt32(Hello.maxMetadataBytes)
      case .maxCallsInFlight: 1...UInt32(Int32.max)
      case .callCredit, .connectionCredit: UInt32(Hello.minCredit)...UInt32(Int32.max)
      }
    }
  }
}
