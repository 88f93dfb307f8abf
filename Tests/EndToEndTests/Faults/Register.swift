import Foundation
import FrameTransport
import FundAPI
import FundTesting
import GRPCCore
import SwiftProtobuf
import Testing

/// People who are registered one after the other, and what was said of it.
actor Register {
  /// By request id, the number of its event.
  private(set) var told: [String: Int64] = [:]
  /// A request whose answer was not that it is done.
  private var unsettled: String?
  private let data: URL
  private let token: String

  /// A private cluster on a disk, and its first administrator, who does it.
  init(in folder: URL) async throws {
    data = folder.appendingPathComponent("data")
    let made = try await finish(
      Programs.url("bergulird"), ["principal", "bootstrap", "--data-directory", data.path])
    try #require(made.status == 0, "\(made.words)")
    token = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Registers so many people; what was not settled before comes first.
  func add(_ count: Int, at daemon: DaemonProcess) async throws {
    try await calling(daemon) { persons in
      for _ in 0..<count { try await self.add(persons) }
    }
  }

  /// Registers people until one is not, and says why.
  func addUntilRefused(at daemon: DaemonProcess) async throws -> String {
    try await calling(daemon) { persons in
      for _ in 0..<20_000 {
        do {
          try await self.add(persons)
        } catch let error as RPCError {
          return Problem(error)?.first.reason ?? CallStatus(error.code).name
        }
      }
      return "nothing was refused"
    }
  }

  /// The same of what is recorded, by request id.
  func recorded() async throws -> [String: Int64] {
    let rows = try await DaemonPostgres(dataDirectory: data).run(
      """
      select request_id, seq from fund.event
      where kind = 'person.register' and principal_id =
        (select principal_id from fund.principal where label = 'admin')
      """
    ).map { $0.split(separator: " ") }
    return rows.reduce(into: [:]) { $0[String($1[0])] = Int64($1[1]) }
  }

  private func add(
    _ persons: Bergulir_V1_PersonService.Client<FrameClientTransport>
  ) async throws {
    let id = unsettled ?? UUID().uuidString.lowercased()
    unsettled = id
    let answer = try await persons.registerPerson(
      .with {
        $0.write.requestID = id
        $0.fullName = "Contoh \(id)"
        $0.gender = "female"
      }, metadata: ["authorization": "Bearer \(token)"])
    told[id] = answer.receipt.sequence
    unsettled = nil
  }

  private func calling<Value: Sendable>(
    _ daemon: DaemonProcess,
    _ body: @Sendable (Bergulir_V1_PersonService.Client<FrameClientTransport>) async throws -> Value
  ) async throws -> Value {
    try await withGRPCClient(transport: FrameClientTransport(target: daemon.target)) { client in
      try await body(Bergulir_V1_PersonService.Client(wrapping: client))
    }
  }
}
