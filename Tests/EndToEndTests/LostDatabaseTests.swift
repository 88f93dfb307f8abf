import Foundation
import FrameTransport
import FundAPI
import FundTesting
import GRPCCore
import Testing

/// What the fund does when its database goes away in the middle of calls.
@Suite(.mentari, .serialized, .timeLimit(.minutes(10))) struct LostDatabaseTests {
  @Test func `repayments during lost connections are each booked once, whoever repeats them`()
    async throws
  {
    let mentari = try #require(Mentari.current)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for clerk in 0..<3 {
        group.addTask {
          for number in 0..<8 { try await record(clerk * 8 + number, mentari) }
        }
      }
      group.addTask {
        for _ in 0..<12 { try await cutConnections(mentari) }
      }
      for try await _ in group {}
    }
    let listed = try await mentari.bergulir(
      "repayment", "list", "malabutor/6", "-o", "csv", context: "officer")
    let receipts = listed.output.split(whereSeparator: \.isNewline).dropFirst()
      .compactMap { line in line.split(separator: ",").first { $0.hasPrefix("LOST-") } }
    #expect(receipts.count == 24 && Set(receipts).count == 24, "\(listed.output)")
  }

  @Test func `a method that nobody has is unimplemented, and the next call is answered`()
    async throws
  {
    let mentari = try #require(Mentari.current)
    let transport = FrameClientTransport(target: try mentari.daemon.target)
    try await withGRPCClient(transport: transport) { client in
      let unknown = MethodDescriptor(
        service: ServiceDescriptor(fullyQualifiedService: "bergulir.v1.Nobody"), method: "Does")
      await #expect { () async throws in
        try await client.unary(
          request: ClientRequest(message: [UInt8]()), descriptor: unknown,
          serializer: Plain(), deserializer: Plain(), options: .defaults
        ) { try $0.message }
      } throws: { ($0 as? RPCError)?.code == .unimplemented }
      let info = try await Bergulir_V1_ServerService.Client(wrapping: client)
        .getServerInfo(.init())
      #expect(info.schemaHead > 0)
    }
  }

  /// Records one repayment under its own request id, until the answer is known.
  private func record(_ number: Int, _ mentari: Mentari) async throws {
    let id = "5f0c7c1e-0000-4000-8000-\(String(format: "%012d", number))"
    for _ in 0..<20 {
      let done = try await mentari.bergulir(
        "repayment", "record", "malabutor/6", "--amount", "1000", "--on", "2018-01-29",
        "--reference", "LOST-\(number)", "--request-id", id, context: "officer")
      if done.status == 0 { return }
      // 5 is "the outcome is not known": the only failure that a lost database may cause.
      try #require(done.status == 5, "\(done.words)")
    }
    Issue.record("repayment \(number) never got an answer")
  }

  /// Ends every session of the daemon, in the middle of whatever it does.
  private func cutConnections(_ mentari: Mentari) async throws {
    let data = mentari.home.appendingPathComponent("data")
    try await DaemonPostgres(dataDirectory: data).run(
      """
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like 'bergulird-%'
      """)
  }
}

/// Bytes as they are.
private struct Plain: MessageSerializer, MessageDeserializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) throws -> Bytes {
    Bytes(message)
  }

  func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> [UInt8] {
    bytes.withUnsafeBytes { Array($0) }
  }
}
