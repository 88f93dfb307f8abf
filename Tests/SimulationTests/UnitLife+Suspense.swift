import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

// Money that came without a name, and whose it turned out to be.
extension UnitLife {
  /// Somebody pays without saying for which group; part of it is found to be one's, now and then by
  /// mistake.
  mutating func receiveUnnamed(on day: Day) async throws {
    let amount = Int64.random(in: 1000...50_000, using: &random)
    guard try await voucher(debit: 11010, credit: 21030, amount, on: day) != nil,
      let group = groups.randomElement(using: &random)
    else { return }
    let client = Bergulir_V1_SuspenseService.Client(wrapping: office.client)
    let manager = office.desk(.manager)
    let parent = name
    let part = Int64.random(in: 1...amount, using: &random)
    let answer = try await attempt("assign") {
      try await client.assignSuspense(
        .with {
          $0.write = writing(on: day)
          $0.name = "\(parent)/ksms/\(group.ksm.number)"
          $0.amount = part
          $0.reason = "Kuitansi ketua"
        }, metadata: manager)
    }
    guard let answer, random.oneIn(3) else { return }
    _ = try await attempt("unassign") {
      try await client.unassignSuspense(
        .with {
          $0.write = writing(on: day)
          $0.parent = parent
          $0.number = answer.number
          $0.reason = "Kelompok lain"
        }, metadata: manager)
    }
  }
}
