internal import FundAPI
internal import GRPCCore
internal import GRPCProtobuf
internal import SwiftProtobuf

/// The most that one may ask of the calls for conformance.
enum ConformanceLimits {
  static let labelBytes = 64
  static let pauseMilliseconds: Int64 = 60_000
  static let pausesTogetherMilliseconds: Int64 = 300_000
  static let messageBytes = 1_024
  static let detailBytes = 4_096
  static let expandedMessages: Int64 = 100_000
  static let expandedPayloadBytes: Int64 = 4_000_000
  static let expandedBytesTogether: Int64 = 1 << 30
}

extension Bergulir_V1_Behavior {
  /// Holds what is asked for against the limits.
  ///
  /// - Throws: `Fault.fieldInvalid` with the field and the limit.
  func check() throws(Fault) {
    try require(label.utf8.count <= ConformanceLimits.labelBytes) {
      .fieldInvalid("behavior.label", expected: .bytes(ConformanceLimits.labelBytes))
    }
    try require("behavior.pause_ms", pauseMs, 0, ConformanceLimits.pauseMilliseconds)
    guard hasFailure else { return }
    try require("behavior.failure.code", Int64(failure.code), 1, 16)
    try require(failure.message.utf8.count <= ConformanceLimits.messageBytes) {
      .fieldInvalid("behavior.failure.message", expected: .bytes(ConformanceLimits.messageBytes))
    }
    let bytes = failure.details.reduce(0) { $0 + $1.typeURL.utf8.count + $1.value.count }
    try require(bytes <= ConformanceLimits.detailBytes) {
      .fieldInvalid("behavior.failure.details", expected: .bytes(ConformanceLimits.detailBytes))
    }
  }
}

extension Bergulir_V1_ExpandRequest {
  /// Holds what is asked for against the limits.
  ///
  /// - Throws: `Fault.fieldInvalid` with the field and the limit.
  func check() throws(Fault) {
    try behavior.check()
    let most = ConformanceLimits.self
    try require("count", count, 0, most.expandedMessages)
    try require("payload_bytes", payloadBytes, 0, most.expandedPayloadBytes)
    guard count > 0 else { return }
    try require("payload_bytes", payloadBytes, 0, most.expandedBytesTogether / count)
    try require(
      "behavior.pause_ms", behavior.pauseMs, 0, most.pausesTogetherMilliseconds / count)
  }
}

extension Bergulir_V1_Failure {
  /// The error that it asks for, once it is checked; metadata go with it.
  func error(_ metadata: Metadata) -> RPCError {
    let code = Status.Code(rawValue: Int(code)).flatMap { RPCError.Code($0) } ?? .unknown
    let status = GoogleRPCStatus(
      code: code, message: message, details: details.map { ErrorDetails.any($0) })
    var all = metadata
    if !details.isEmpty { all.add(contentsOf: status.rpcErrorMetadata) }
    return RPCError(code: code, message: message, metadata: all)
  }
}

private func require(_ isTrue: Bool, else fault: () -> Fault) throws(Fault) {
  guard isTrue else { throw fault() }
}

private func require(
  _ field: String, _ value: Int64, _ least: Int64, _ most: Int64
) throws(Fault) {
  guard (least...most).contains(value) else {
    throw .fieldInvalid(field, expected: .between(least, most))
  }
}
