public import FundStore
public import RevolvingFund

/// Fills an empty deployment with a province that follows from a plan, and goes on where it was
/// stopped.
///
/// The rules decide everything; only the way into the database is another than the daemon's.
public struct ProvinceSeed: Sendable {
  public let plan: SeedPlan
  private let store: FundStore
  /// How many units are lived through at a time.
  private let workers: Int

  public init(_ plan: SeedPlan, into store: FundStore, workers: Int) {
    self.plan = plan
    self.store = store
    self.workers = max(1, workers)
  }

  /// How far it is.
  public struct Progress: Hashable, Sendable {
    /// Units that are there, those that were before too.
    public var upks = 0
    /// Units that were there before.
    public var found = 0
    public var events = 0
    public var loans = 0
    /// What the fund's rules refused, by the first rule.
    public var refusals: [RejectionCode: Int] = [:]
  }

  /// Makes every unit of the plan that is not there yet, and tells after each how far it is.
  ///
  /// - Throws: `SeedError` where something else stands in the database; `StoreError`;
  ///   `BulkLoadError`; `CancellationError`.
  public func fill(_ report: @Sendable (Progress) -> Void) async throws -> Progress {
    guard let province = try await store.bulkStream(.province) else { throw SeedError.noProvince }
    let begun = try await store.begunStreams()
    var founding = ProvinceFounding(plan, keys: store.keys)
    var progress = Progress()
    try await withThrowingTaskGroup(of: Lived.self) { group in
      var running = 0
      for index in 0..<plan.upks {
        let unit = try await found(index, &founding, behind: province.position)
        guard !begun.contains(unit.upk.id) else {
          progress.found += 1
          progress.upks += 1
          continue
        }
        if running == workers, let lived = try await group.next() {
          progress.add(lived)
          report(progress)
          running -= 1
        }
        group.addTask { [self] in try await live(unit) }
        running += 1
      }
      for try await lived in group {
        progress.add(lived)
        report(progress)
      }
    }
    return progress
  }

  /// Registers a unit, unless the database has it.
  private func found(
    _ index: Int, _ founding: inout ProvinceFounding, behind written: BulkStream.Position
  ) async throws -> ProvinceFounding.Unit {
    let unit = try founding.found(index)
    let next = founding.chronicle.stream.position
    if next.nextSequence <= written.nextSequence {
      let hash = try await store.eventHash(next.nextSequence - 1, in: .province)
      guard hash == next.lastHash else { throw SeedError.anotherProvince }
    } else {
      let stream = founding.chronicle.stream
      guard written.nextSequence <= stream.writtenSequence else { throw SeedError.anotherProvince }
      try await store.load(stream)
    }
    founding.settle()
    return unit
  }

  /// What came of one life.
  fileprivate struct Lived: Sendable {
    let events: Int
    let loans: Int
    let refusals: [RejectionCode: Int]
  }

  private func live(_ unit: ProvinceFounding.Unit) async throws -> Lived {
    var life = UnitLife(unit, plan)
    try life.live()
    let stream = life.chronicle.stream
    try await store.load(stream)
    return Lived(
      events: stream.count, loans: life.chronicle.facts.loans.count,
      refusals: life.chronicle.refusals)
  }
}

extension ProvinceSeed.Progress {
  fileprivate mutating func add(_ lived: ProvinceSeed.Lived) {
    upks += 1
    events += lived.events
    loans += lived.loans
    refusals.merge(lived.refusals, uniquingKeysWith: +)
  }
}

/// Why a province is not made.
public enum SeedError: Error, Hashable, Sendable {
  /// The province's own stream is missing: nothing of ours made this schema.
  case noProvince
  /// Something stands in the database that this plan has not made.
  case anotherProvince
}

extension SeedError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noProvince: "the database has no province; migrate it with bergulird migrate"
    case .anotherProvince:
      """
      the database has a province that is not of this seed, loans per UPK, months and first month, \
      or was made with other keys; give what it was begun with, or an empty migrated database
      """
    }
  }
}
