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
  /// Which of the programme's it is.
  private let place: Int
  private let seed: UInt64
  private let story: Story
  var random: SeededRandom
  var groups: [Group] = []
  private(set) var tally = Tally()
  /// What it found by itself.
  private(set) var findings: [Finding] = []
  private(set) var chapters: [Chapter] = []

  var name: String { "upks/\(world.upk.code)" }

  /// Registers a unit's groups, one for each manner of paying.
  static func begin(
    _ world: FundWorld, as place: Int, in office: Office, seed: UInt64, _ story: Story
  ) async throws -> UnitLife {
    var life = UnitLife(world, office, place, seed, story)
    for manner in Group.Manner.allCases {
      life.groups.append(Group(ksm: try await world.registerKSM(members: 5), manner: manner))
    }
    return life
  }

  private init(
    _ world: FundWorld, _ office: Office, _ place: Int, _ seed: UInt64, _ story: Story
  ) {
    self.world = world
    self.office = office
    self.place = place
    self.seed = seed
    self.story = story
    random = SeededRandom(seed: seed)
  }

  /// Lives a week: who owes pays or does not, and who owes nothing asks for a loan.
  mutating func live(_ week: ClosedRange<Day>) async throws {
    for place in groups.indices where begins(week, place) { try await live(place, week) }
    if begins(week, nil) { try await keepBooks(in: week) }
  }

  /// Begins a step, if the story has it.
  private mutating func begins(_ week: ClosedRange<Day>, _ group: Int?) -> Bool {
    let step = Story.Step(unit: place, week: week.lowerBound, group: group)
    guard story.has(step) else { return false }
    random = step.random(seed: seed)
    chapters.append(Chapter(step: step))
    return true
  }

  private mutating func live(_ place: Int, _ week: ClosedRange<Day>) async throws {
    try await save(place, on: week.upperBound)
    if groups[place].claim != nil {
      try await pursue(place, on: week.upperBound)
    } else if groups[place].loan != nil {
      try await visit(place, in: week)
      try await followUp(place, on: week.upperBound)
      try await meet(place, on: week.upperBound)
      try await settle(place, on: week.upperBound)
      try await setOff(place, on: week.upperBound)
      guard try await !treat(place, on: week.upperBound) else { return }
      try await repay(place, in: week)
    } else if random.oneIn(3) {
      try await borrow(place, from: week.lowerBound)
    }
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
    guard !story.deedsLeftOut.contains(what) else { return nil }
    var isDone = false
    defer { tell(what, isDone) }
    do {
      let answer = try await call()
      tally.done[what, default: 0] += 1
      isDone = true
      return answer
    } catch let error as RPCError {
      guard let problem = Problem(error), problem.status == .failedPrecondition else {
        throw Unexpected(what: what, error: error)
      }
      for violation in problem.violations { tally.refused[violation.reason, default: 0] += 1 }
      return nil
    }
  }

  private mutating func tell(_ what: String, _ isDone: Bool) {
    guard !chapters.isEmpty else { return }
    chapters[chapters.count - 1].deeds.append((what, isDone))
  }

  /// Holds something that must always be so.
  mutating func check(_ isSo: Bool, _ rule: String, _ detail: @autoclosure () -> String) {
    guard !isSo else { return }
    findings.append(Finding(rule: rule, detail: "\(name), \(detail())"))
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
