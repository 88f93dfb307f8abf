/// Until when what a task asks of the store is of use.
///
/// Whoever takes a call sets it once for all that the call reads and writes. What waits when it
/// passes is not begun; what runs is stopped and undone.
public enum Deadline {
  /// The deadline of the current task; none unless somebody set one.
  @TaskLocal public static var current: ContinuousClock.Instant?

  /// Whether something may begin after a pause: what begins later ends with nothing but the news
  /// that it is late.
  static func leavesTime(after pause: Duration) -> Bool {
    current.map { .now + pause < $0 } ?? true
  }
}
