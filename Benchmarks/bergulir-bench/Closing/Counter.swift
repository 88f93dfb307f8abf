import Foundation
import FrameTransport
import FundAPI
import GRPCCore
import SwiftProtobuf

/// Where clerks record repayments: open loans of many UPK.
struct Counter: Sendable {
  private let client: GRPCClient<FrameClientTransport>
  private let metadata: Metadata
  /// One open loan of each UPK, by the UPK's code.
  private let loans: [String]

  /// How many UPK the clerks serve at most.
  private static let mostUPKs = 200

  /// Finds open loans.
  ///
  /// - Throws: what a call throws; `BenchError.noAnswer` where there is no open loan.
  init(client: GRPCClient<FrameClientTransport>, token: String) async throws {
    self.client = client
    var metadata: Metadata = [:]
    metadata.addString("Bearer \(token)", forKey: "authorization")
    self.metadata = metadata
    let upks = try await Bergulir_V1_UPKService.Client(wrapping: client)
      .listUPKs(.with { $0.page.size = Int32(Counter.mostUPKs) }, metadata: metadata).upks
    var loans: [String] = []
    for upk in upks {
      let found = try await Bergulir_V1_LoanService.Client(wrapping: client).listLoans(
        .with {
          $0.parent = upk.name
          $0.openOnly = true
          $0.page.size = 1000
        }, metadata: metadata
      ).loans
      // The largest lasts longest under repayments of one rupiah.
      if let loan = found.max(by: { $0.outstanding < $1.outstanding }) { loans.append(loan.name) }
    }
    guard !loans.isEmpty else { throw BenchError.noAnswer }
    self.loans = loans
  }

  /// Lets clerks record one repayment after the other until it is over.
  ///
  /// - Throws: what a call throws.
  func record(
    _ clerks: Int, _ thinking: Duration, until isOver: @escaping @Sendable () -> Bool
  ) async throws -> Measurement {
    let began = ContinuousClock.now
    let own = ProcessorTime.own.nanoseconds
    let latencies = try await withThrowingTaskGroup(of: [Int64].self) { group in
      for clerk in 0..<clerks {
        group.addTask { try await work(clerk, thinking, until: isOver) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return Measurement(
      latencies: latencies, took: ContinuousClock.now - began, serverNanoseconds: nil,
      clientNanoseconds: ProcessorTime.own.nanoseconds - own)
  }

  /// How long each repayment of a clerk took, in nanoseconds.
  private func work(
    _ clerk: Int, _ thinking: Duration, until isOver: @Sendable () -> Bool
  ) async throws -> [Int64] {
    let repayments = Bergulir_V1_RepaymentService.Client(wrapping: client)
    var latencies: [Int64] = []
    var place = clerk * 7
    while !isOver() {
      let loan = loans[place % loans.count]
      place += 1
      let began = ContinuousClock.now
      _ = try await repayments.recordRepayment(
        .with {
          $0.write.requestID = UUID().uuidString
          $0.name = loan
          $0.amount = 1
        }, metadata: metadata)
      latencies.append(Int64((ContinuousClock.now - began) / .nanoseconds(1)))
      if thinking > .zero { try await Task.sleep(for: thinking) }
    }
    return latencies
  }
}
