public import FundStore

/// Whether the daemon can do its work now, by checks that have names.
///
/// Whoever balances, starts or watches daemons asks often and in many ways; all of them are told by
/// one look, which is at most a second old.
public actor Readiness {
  /// One thing that must be right.
  public struct Check: Hashable, Sendable {
    /// `database`, `schema` or `taking_calls`.
    public let name: String
    /// What is wrong and what to do; `nil` where all is right.
    public let trouble: String?

    public var isRight: Bool { trouble == nil }
  }

  private let store: FundStore
  private let now: @Sendable () -> ContinuousClock.Instant
  private var isStopping = false
  private var last: (checks: [Check], at: ContinuousClock.Instant)?
  private var look: Task<[Check], Never>?

  /// How old an answer may be.
  static let freshness = Duration.seconds(1)
  /// How long the database may take to answer.
  private static let patience = Duration.seconds(2)

  public init(
    store: FundStore, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.store = store
    self.now = now
  }

  /// Takes note that the daemon is on its way down: nobody new should be sent here.
  ///
  /// - Returns: Whether it was not on its way yet.
  @discardableResult public func stop() -> Bool {
    defer { isStopping = true }
    return !isStopping
  }

  public var isTakingCalls: Bool { !isStopping }

  /// Whether every check is right.
  public var isReady: Bool {
    get async { await checks().allSatisfy(\.isRight) }
  }

  /// All checks, in a fixed order.
  public func checks() async -> [Check] {
    let calls = Check(
      name: "taking_calls",
      trouble: isStopping ? "the daemon is stopping; go to another one" : nil)
    if let last, now() - last.at < Readiness.freshness { return last.checks + [calls] }
    let look = self.look ?? Task { [store] in await Readiness.look(at: store) }
    self.look = look
    let found = await look.value
    if self.look == look {
      self.look = nil
      last = (found, now())
    }
    return found + [calls]
  }

  private static func look(at store: FundStore) async -> [Check] {
    do {
      let status = try await Deadline.$current.withValue(.now + patience) {
        try await store.schemaStatus()
      }
      let trouble =
        status.problems.first
        ?? (status.pending.isEmpty ? nil : .notMigrated(pending: status.pending.count))
      return [
        Check(name: "database", trouble: nil),
        Check(name: "schema", trouble: trouble?.description),
      ]
    } catch {
      return [
        Check(name: "database", trouble: "it does not answer: \(error)"),
        Check(name: "schema", trouble: "nobody knows while the database does not answer"),
      ]
    }
  }
}
