import FrameTransport
import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund

@testable import FundServer

/// Somebody with the officers' tokens who sends one made-up call after the other over a socket.
struct Enemy {
  private let recorded: [RecordedCall]
  private let methods: [MethodDescriptor]
  private var mutator: Mutator

  /// What became of the calls.
  struct Tally: Sendable {
    var answered = 0
    var refused: [String: Int] = [:]
    /// Calls that the server's own fault ended, with what was sent.
    var faults: [String] = []

    mutating func add(_ other: Tally) {
      answered += other.answered
      refused.merge(other.refused, uniquingKeysWith: +)
      faults += other.faults
    }
  }

  init(_ recorded: [RecordedCall], seed: UInt64) {
    self.recorded = recorded
    // Whoever ends a token has none any more to make calls with.
    methods = PermissionTable.rows.keys.filter {
      !["RevokeOwnToken", "RotateToken"].contains($0.method)
    }
    .sorted { $0.fullyQualifiedMethod < $1.fullyQualifiedMethod }
    mutator = Mutator(
      random: SeededRandom(seed: seed), words: recorded.flatMap { Enemy.words(of: $0.message) })
  }

  /// Makes so many calls over one connection.
  mutating func call(_ target: ListenAddress, times: Int) async throws -> Tally {
    var enemy = self
    let tally = try await withGRPCClient(transport: FrameClientTransport(target: target)) {
      var tally = Tally()
      for _ in 0..<times { await enemy.call($0, &tally) }
      return tally
    }
    self = enemy
    return tally
  }

  private mutating func call(
    _ client: GRPCClient<FrameClientTransport>, _ tally: inout Tally
  ) async {
    guard let model = recorded.randomElement(using: &mutator.random) else { return }
    let message = mutator.mutate(model.message)
    // Mostly what it is a message of, and then what has most to say about it.
    let method =
      mutator.random.oneIn(12)
      ? methods.randomElement(using: &mutator.random) ?? model.method : model.method
    let metadata =
      mutator.random.oneIn(8)
      ? recorded.randomElement(using: &mutator.random)?.metadata ?? [:] : model.metadata
    var options = CallOptions.defaults
    options.timeout = mutator.random.oneIn(50) ? .milliseconds(1) : .seconds(20)
    do {
      try await client.serverStreaming(
        request: ClientRequest(message: message, metadata: metadata), descriptor: method,
        serializer: Plain(), deserializer: Plain(), options: options
      ) { response in for try await _ in response.messages {} }
      tally.answered += 1
    } catch {
      let code = (error as? RPCError)?.code
      let reason = (error as? RPCError).flatMap(Problem.init)?.first.reason
      tally.refused[reason ?? code?.description ?? "other", default: 0] += 1
      if code.map(Enemy.faults.contains) ?? true {
        tally.faults.append("\(method.fullyQualifiedMethod) \(hexadecimal(message)): \(error)")
      }
    }
  }

  /// What only the server can be blamed for.
  private static let faults: [RPCError.Code] = [.internalError, .unknown, .dataLoss, .unavailable]

  /// What a message's fields say.
  private static func words(of message: [UInt8]) -> [[UInt8]] {
    (WireFields(message)?.fields ?? []).compactMap {
      guard case .bytes(let bytes) = $0.value else { return nil }
      return bytes
    }
  }
}

/// Bytes as they are.
private struct Plain: MessageSerializer, MessageDeserializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) -> Bytes { Bytes(message) }

  func deserialize<Bytes: GRPCContiguousBytes>(_ serializedMessageBytes: Bytes) -> [UInt8] {
    serializedMessageBytes.withUnsafeBytes { Array($0) }
  }
}
