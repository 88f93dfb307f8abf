internal import Synchronization

/// What became of the reads of one call that a standby may answer.
///
/// Whoever takes the call sets it, and asks it afterwards. Once one of the reads was answered by
/// the primary all later ones are, so that no read sees an older state than the one before it.
public final class StandbyUse: Sendable {
  /// That of the current task; `nil` where only the primary may answer.
  @TaskLocal public static var current: StandbyUse?

  private struct State {
    var mark: PrimaryMark?
    var keepsToPrimary = false
    var behind: Duration?
  }

  private let state = Mutex(State())

  public init() {}

  /// How far behind the primary the oldest answer of a standby may have been when the call came;
  /// `nil` where none answered.
  public var behind: Duration? { state.withLock { $0.behind } }

  var keepsToPrimary: Bool { state.withLock { $0.keepsToPrimary } }

  func keepToPrimary() {
    state.withLock { $0.keepsToPrimary = true }
  }

  func note(behind: Duration) {
    state.withLock { $0.behind = max($0.behind ?? .zero, behind) }
  }

  /// Where the primary stood: asked once a call, since what a call sees need be no newer than that.
  func mark(_ ask: () async throws -> PrimaryMark) async throws -> PrimaryMark {
    if let mark = state.withLock({ $0.mark }) { return mark }
    let mark = try await ask()
    state.withLock { $0.mark = mark }
    return mark
  }
}
