import Foundation
import FundAPI
import GRPCCore
import SwiftProtobuf

/// So many callers, each of whom makes one call after the other.
struct Load: Codable, Sendable {
  let inFlight: Int
  let warmUpSeconds: Double
  let seconds: Double

  /// A message of 150 bytes.
  private static let payload = Data((0..<147).map { UInt8($0) })

  /// Warms up, then measures.
  ///
  /// - Throws: what a call throws; `BenchError.noAnswer`.
  func run(
    _ client: GRPCClient<some ClientTransport>, clocks: Clocks
  ) async throws -> Measurement {
    let echo = Bergulir_V1_ConformanceService.Client(wrapping: client)
    _ = try await call(echo, for: .seconds(warmUpSeconds))
    let began = ContinuousClock.now
    let server = clocks.server?.nanoseconds
    let own = clocks.client.nanoseconds
    let latencies = try await call(echo, for: .seconds(seconds))
    return Measurement(
      latencies: latencies, took: ContinuousClock.now - began,
      serverNanoseconds: clocks.server.map { $0.nanoseconds - (server ?? 0) },
      clientNanoseconds: clocks.client.nanoseconds - own)
  }

  /// How long each call took, in nanoseconds and in no order.
  private func call(
    _ echo: Bergulir_V1_ConformanceService.Client<some ClientTransport>, for time: Duration
  ) async throws -> [Int64] {
    let end = ContinuousClock.now + time
    return try await withThrowingTaskGroup(of: [Int64].self) { group in
      for _ in 0..<inFlight {
        group.addTask {
          var latencies: [Int64] = []
          let request = Bergulir_V1_EchoRequest.with { $0.payload = Self.payload }
          var began = ContinuousClock.now
          while began < end {
            let answer = try await echo.echo(request)
            guard answer.payload.count == Self.payload.count else { throw BenchError.noAnswer }
            let now = ContinuousClock.now
            latencies.append(Int64((now - began) / .nanoseconds(1)))
            began = now
          }
          return latencies
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }
}
