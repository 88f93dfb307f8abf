import FundTesting
import RevolvingFund

/// Something done to a programme after each month, before its books are looked at.
typealias Meddling = @Sendable (Programme) async throws -> Void

/// A made-up programme in which something was found, with what it takes to live it again.
struct FailingLife: Sendable, CustomStringConvertible {
  private let scale: Scale
  private let meddling: Meddling?
  private let story: Story
  let finding: Finding
  /// What was lived until then.
  let chapters: [Chapter]

  var description: String {
    (["\(finding)"] + chapters.map { "  \($0)" }).joined(separator: "\n")
  }

  /// Lives a programme until something is found; `nil` where nothing is.
  static func first(
    _ scale: Scale, months: Int, meddling: Meddling? = nil
  ) async throws -> FailingLife? {
    try await lived(scale, Story(months: months), meddling)
  }

  /// The failure of a life that was lived already.
  init?(_ life: Life, scale: Scale) {
    guard let finding = life.findings.first else { return nil }
    self.init(
      scale: scale, meddling: nil, story: Story(months: life.months), finding: finding,
      chapters: life.chapters)
  }

  private init(
    scale: Scale, meddling: Meddling?, story: Story, finding: Finding, chapters: [Chapter]
  ) {
    self.scale = scale
    self.meddling = meddling
    self.story = story
    self.finding = finding
    self.chapters = chapters
  }

  /// The shortest story that breaks the same rule: as few weeks of groups and books, and of those
  /// as few sorts of deeds, as so many tries find.
  func shortest(tries: Int) async throws -> FailingLife {
    var shrinking = Shrinking(tries: tries)
    var best = self
    _ = try await shrinking.fewest(of: chapters.map(\.step)) { steps in
      var shorter = best.story
      shorter.steps = Set(steps)
      return try await best.replace(by: shorter)
    }
    let deeds = Set(best.chapters.flatMap { $0.deeds.map(\.name) }).sorted()
    _ = try await shrinking.fewest(of: deeds) { kept in
      var shorter = best.story
      shorter.deedsLeftOut = Set(deeds).subtracting(kept)
      return try await best.replace(by: shorter)
    }
    return best
  }

  /// Lives a shorter story; whether the same rule is broken in it.
  private mutating func replace(by shorter: Story) async throws -> Bool {
    guard let found = try await FailingLife.lived(scale, shorter, meddling),
      found.finding.rule == finding.rule
    else { return false }
    self = found
    return true
  }

  private static func lived(
    _ scale: Scale, _ story: Story, _ meddling: Meddling?
  ) async throws -> FailingLife? {
    let life = try await Programme.life(scale, story, meddling: meddling) { _, _ in }
    return life.findings.first.map {
      var story = story
      story.months = life.months
      return FailingLife(
        scale: scale, meddling: meddling, story: story, finding: $0, chapters: life.chapters)
    }
  }
}
