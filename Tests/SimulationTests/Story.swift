import FundTesting
import RevolvingFund

/// Which part of a made-up programme is lived: all of it, or what a failure needs.
///
/// Each step has random numbers of its own, so that the others stay what they were when one is left
/// out.
struct Story: Sendable {
  var months: Int
  /// What is lived; `nil` for all.
  var steps: Set<Step>?
  /// Deeds that nobody does, as `UnitLife.attempt` calls them.
  var deedsLeftOut: Set<String> = []

  /// A group's week, or a week of the books.
  struct Step: Hashable, Sendable, CustomStringConvertible {
    let unit: Int
    let week: Day
    /// `nil` for the books.
    let group: Int?

    var description: String {
      "week of \(week), UPK \(unit + 1), \(group.map { "group \($0 + 1)" } ?? "books")"
    }

    /// Random numbers for this step alone.
    func random(seed: UInt64) -> SeededRandom {
      var mixer = SeededRandom(seed: seed ^ UInt64(week.epochDays.magnitude) << 8)
      return SeededRandom(seed: mixer.next() &+ UInt64((group ?? 255) + 1))
    }
  }

  func has(_ step: Step) -> Bool { steps?.contains(step) ?? true }
}

/// Something that must never be found, and was.
struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// What was broken, the same for the same mistake.
  let rule: String
  let detail: String

  var description: String { "\(rule): \(detail)" }
}

/// A step in which something was tried, with what came of each deed.
struct Chapter: Sendable, CustomStringConvertible {
  let step: Story.Step
  var deeds: [(name: String, isDone: Bool)] = []

  var description: String {
    "\(step): " + deeds.map { $0.isDone ? $0.name : "\($0.name) (refused)" }.joined(separator: ", ")
  }
}
