import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

/// What became of the calls: how many were done, and how many refused by which rule.
struct Tally {
  var done: [String: Int] = [:]
  var refused: [String: Int] = [:]

  /// All that was done.
  var operations: Int { done.values.reduce(0, +) }

  mutating func add(_ other: Tally) {
    done.merge(other.done, uniquingKeysWith: +)
    refused.merge(other.refused, uniquingKeysWith: +)
  }
}

/// The invented life of one UPK: its officers' calls, week by week.
///
/// Everything random comes from its own generator, so a seed gives the same life whatever other
/// UPK do beside it.
struct UnitLife {
  let world: FundWorld
  let office: Office
  var random: SeededRandom
  var groups: [Group] = []
  private(set) var tally = Tally()

  var name: String { "upks/\(world.upk.code)" }

  /// Registers a unit's groups, one for each manner of paying.
  static func begin(_ world: FundWorld, in office: Office, seed: UInt64) async throws -> UnitLife {
    var life = UnitLife(world: world, office: office, random: SeededRandom(seed: seed))
    for manner in Group.Manner.allCases {
      life.groups.append(Group(ksm: try await world.registerKSM(members: 5), manner: manner))
    }
    return life
  }

  private init(world: FundWorld, office: Office, random: SeededRandom) {
    self.world = world
    self.office = office
    self.random = random
  }

  /// Lives a week: who owes pays or does not, and who owes nothing asks for a loan.
  mutating func live(_ week: ClosedRange<Day>) async throws {
    for place in groups.indices {
      try await save(place, on: week.upperBound)
      if groups[place].claim != nil {
        try await pursue(place, on: week.upperBound)
      } else if groups[place].loan != nil {
        try await visit(place, in: week)
        try await followUp(place, on: week.upperBound)
        try await meet(place, on: week.upperBound)
        try await settle(place, on: week.upperBound)
        try await setOff(place, on: week.upperBound)
        guard try await !treat(place, on: week.upperBound) else { continue }
        try await repay(place, in: week)
      } else if random.oneIn(3) {
        try await borrow(place, from: week.lowerBound)
      }
    }
    try await keepBooks(in: week)
  }

  /// A day of a week.
  mutating func anyDay(of week: ClosedRange<Day>) -> Day {
    week.lowerBound.addingDays(
      Int32.random(in: 0...week.upperBound.epochDays - week.lowerBound.epochDays, using: &random))
  }

  /// The days of a month on which a class is at its edge, as it is decided by less or not less.
  func edges(in month: Month) -> Set<Day> {
    Set(
      groups.compactMap { $0.loan?.oldestUnpaid }.flatMap { due in
        [3, 6, 9].map { due.addingMonths($0) }.flatMap { [$0, $0.addingDays(1)] }
      }.filter { month.first <= $0 && $0 <= month.last })
  }

  /// Does a call; a refusal by the fund's rules is part of life, anything else is not.
  mutating func attempt<Answer>(
    _ what: String, _ call: () async throws -> Answer
  ) async throws -> Answer? {
    do {
      let answer = try await call()
      tally.done[what, default: 0] += 1
      return answer
    } catch let error as RPCError {
      guard let problem = Problem(error), problem.status == .failedPrecondition else {
        throw Unexpected(what: what, error: error)
      }
      for violation in problem.violations { tally.refused[violation.reason, default: 0] += 1 }
      return nil
    }
  }

  /// Remembers that something was seen that must be seen.
  mutating func note(_ what: String) { tally.done[what, default: 0] += 1 }

  /// A call that failed otherwise than by a rule.
  struct Unexpected: Error, CustomStringConvertible {
    let what: String
    let error: RPCError

    var description: String { "\(what): \(error)" }
  }
}
