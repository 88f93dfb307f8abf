import FrameTransport
import FundAPI
import FundTesting
import Foundation
import GRPCCore
import Testing

/// What is acknowledged stays, once, whatever dies meanwhile.
///
/// `BERGULIR_FAULTS` says how many faults there are, `BERGULIR_FAULT_SEED` which ones.
@Suite(.serialized, .timeLimit(.minutes(90))) struct FaultTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["BERGULIR_FAULTS"].flatMap { Int($0) } ?? 10
  private static let seed =
    environment["BERGULIR_FAULT_SEED"].flatMap { UInt64($0) } ?? .random(in: 1...999_999)
  private static let clerks = 12

  @Test func `every acknowledged repayment is there exactly once, and none half, whatever dies`()
    async throws
  {
    print("seed \(Self.seed) of \(Self.count) faults")
    try await FaultFund.with { fund in
      let tally = Tally()
      var report = FaultReport()
      try await withDesks(fund.addresses) { desks in
        let clerk = Clerk(desks: desks, loans: fund.loans, token: fund.token, tally: tally)
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<Self.clerks { group.addTask { await clerk.work() } }
          var faults = Faults(seed: Self.seed)
          for number in 1...Self.count {
            try await report.take(faults.next(), number, of: Self.count, tally, fund)
          }
          group.cancelAll()
          try await group.waitForAll()
        }
      }
      try await compare(tally, fund)
      let verified = try await fund.bergulir("books", "verify", "--all")
      #expect(verified.status == 0, "\(verified.output) \(verified.words)")
      print(report.text(tally))
      #expect(tally.longest < .seconds(30), "clients recover within seconds")
      #expect(report.hits > 0)
    }
  }

  /// What clerks were told, beside what is recorded: the same calls, under the same numbers.
  private func compare(_ tally: Tally, _ fund: FaultFund) async throws {
    let recorded = try await fund.rows(
      """
      select e.request_id || ' ' || e.seq from fund.event e
      where e.kind = 'repayment.record' and e.principal_id =
        (select principal_id from fund.principal where label = 'cashier')
      """)
    #expect(Set(recorded).count == recorded.count)
    #expect(Set(recorded) == Set(tally.told.map { "\($0) \($1)" }))
    #expect(tally.inFlight.isEmpty && tally.told.count > Self.count * 10)
    let halves = try await fund.rows(
      """
      select e.seq::text from fund.event e left join fund.repayment r on r.upk_id = e.upk_id
        and r.voucher_kind || '-' || r.voucher_year || '-'
          || lpad(r.voucher_number::text, 4, '0') = any(e.vouchers)
      where e.kind = 'repayment.record' and r.number is null
      """)
    #expect(halves.isEmpty)
  }

  /// A client of each daemon.
  private func withDesks(
    _ addresses: [ListenAddress], _ body: ([Clerk.Repayments]) async throws -> Void
  ) async throws {
    try await withGRPCClient(transport: FrameClientTransport(target: addresses[0])) { first in
      try await withGRPCClient(transport: FrameClientTransport(target: addresses[1])) { second in
        try await body([Clerk.Repayments(wrapping: first), Clerk.Repayments(wrapping: second)])
      }
    }
  }
}

/// Faults in the order of a seed: every kind, then every kind again in another order.
private struct Faults {
  private var random: SeededRandom
  private var coming: [Fault] = []

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  mutating func next() -> Fault {
    if coming.isEmpty { coming = Fault.round(using: &random) }
    return coming.removeLast()
  }
}

/// What faults did.
private struct FaultReport {
  private var counts: [Fault: Int] = [:]
  /// Kills that took the answer of a call that was in flight.
  private(set) var hits = 0
  private var kills = 0

  /// Lets a fault happen to people at work, and waits until they work again.
  mutating func take(
    _ fault: Fault, _ number: Int, of count: Int, _ tally: Tally, _ fund: FaultFund
  ) async throws {
    try await FaultReport.progress(tally, by: 20, fund)
    let inFlight = tally.inFlight
    _ = tally.lost(of: inFlight)
    try await fund.strike(fault)
    try await FaultReport.progress(tally, by: 20, fund)
    counts[fault, default: 0] += 1
    if fault.isKill {
      kills += 1
      // The daemon itself sends again what a dead session was doing, and nobody notices.
      if fault == .sessionKilled || tally.lost(of: inFlight) > 0 { hits += 1 }
    }
    if number.isMultiple(of: 10) { print("\(number) of \(count) faults, \(hits) kills hit a call") }
  }

  /// Waits until so many more calls are recorded.
  private static func progress(_ tally: Tally, by count: Int, _ fund: FaultFund) async throws {
    let before = tally.told.count
    let limit = ContinuousClock.now + .seconds(60)
    while tally.told.count < before + count {
      let words = await fund.words
      try #require(ContinuousClock.now < limit, "nobody can work any more: \(words)")
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  func text(_ tally: Tally) -> String {
    let faults = Fault.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }
    return """
      faults: \(faults.joined(separator: ", "))
      \(kills) kills, \(hits) of them hit a call in flight
      \(tally.told.count) repayments acknowledged and recorded once, \(tally.refused.count) \
      refused, \(tally.repeated) sent again; the longest wait for an answer \(tally.longest)
      """
  }
}
