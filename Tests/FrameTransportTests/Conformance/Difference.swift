import GRPCCore

@testable import FrameTransport

/// Where transports cannot be made the same; `docs/wire.md` says how each of them behaves.
///
/// The raw value is the first cell of its row there, and what ``observed(on:)`` gives is a cell.
enum Difference: String, CaseIterable {
  case callerGivesUp = "the caller's task is cancelled in a stream"
  case handlerOfOneWhoGaveUp = "the handler of a call whose caller gave up"
  case handlerOfOneWhoLeft = "the handler of a stream whose reader leaves"
  case eightDigits = "`grpc-timeout` of eight digits, over, at the server"
  case unreadableTimeout = "`grpc-timeout` that cannot be read"
  case longRequest = "a request of 5,000,000 bytes"
  case longResponse = "a response of 5,000,000 bytes"
  case longMetadata = "request metadata of 20,000 bytes"
  case oddKey = "a metadata key with a space in it"
  case manyCalls = "300 calls in flight on a connection"
  case tornStream = "a client's stream that fails midway, for its caller"
}

extension Difference {
  /// How the transport behaves, in the words of the table.
  func observed(on transport: ConformingTransport) async throws -> String {
    switch self {
    case .callerGivesUp, .handlerOfOneWhoGaveUp, .handlerOfOneWhoLeft, .eightDigits:
      let probe = HoldingProbe(difference: self)
      try await transport.run([probe.holding], probe)
      return try await probe.seen.value
    case .unreadableTimeout:
      return try await observe(transport, metadata: ["grpc-timeout": "5 minutes"])
    case .longRequest:
      return try await observe(transport, message: 5_000_000)
    case .longResponse:
      return try await observe(transport, answer: 5_000_000)
    case .longMetadata:
      return try await observe(
        transport, metadata: ["long": .string(String(repeating: "x", count: 20_000))])
    case .oddKey:
      return try await observe(transport, metadata: ["two words": "x"])
    case .manyCalls:
      let probe = CrowdProbe()
      try await transport.run([probe.service], probe)
      return try await probe.seen.value
    case .tornStream:
      let probe = TornProbe()
      try await transport.run([StreamService()], probe)
      return try await probe.seen.value
    }
  }

  private func observe(
    _ transport: ConformingTransport, message: Int = 0, answer: Int = 0, metadata: Metadata = [:]
  ) async throws -> String {
    let probe = UnaryProbe(message: message, metadata: metadata)
    let service = ShapeService { request, _ in
      for try await _ in request.messages {}
      return StreamingServerResponse { writer in
        try await writer.write([UInt8](repeating: 1, count: answer))
        return [:]
      }
    }
    try await transport.run([service], probe)
    return try await probe.seen.value
  }
}

/// A word that a probe leaves for the test.
final class Word: Sendable {
  private let word = Pending<String>()

  func say(_ text: String) { word.fulfil(.success(text)) }

  /// Says how a call ended: `answered`, the status, or that there was none.
  func say(_ outcome: Outcome) {
    let success = outcome.trailing == nil ? "ends without a status" : "answered"
    say(outcome.error.map { $0.code.name } ?? success)
  }

  var value: String {
    get async throws { try await word.value }
  }
}

extension RPCError.Code {
  /// The name in capitals, as documents have it.
  fileprivate var name: String {
    self == .internalError
      ? "INTERNAL"
      : description.reduce(into: "") { name, letter in
        if letter.isUppercase { name.append("_") }
        name += letter.uppercased()
      }
  }
}
