import Foundation
import UnixSignals

/// Work that people wait for: they see that it goes on, and may end it.
enum LongWork {
  private static let interval = Duration.seconds(10)

  /// Does `body`, and says every ten seconds how long it has taken and what it wrote.
  static func telling<Value: Sendable>(
    _ what: String, writingTo path: String,
    _ body: @Sendable @escaping () async throws -> Value
  ) async throws -> Value {
    let begun = ContinuousClock.now
    let teller = Task {
      while true {
        try await Task.sleep(for: interval)
        let seconds = Int(begun.duration(to: .now).components.seconds)
        Program.say("\(what): \(Moment.length(seconds: seconds)), \(size(of: path)) so far")
      }
    }
    defer { teller.cancel() }
    return try await body()
  }

  /// Does `body`; SIGINT and SIGTERM cancel it, so that it puts away what it began.
  static func interruptible(_ body: @Sendable @escaping () async throws -> Void) async throws {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await body()
        return true
      }
      group.addTask {
        for await _ in signals { break }
        return false
      }
      let isDone = try await group.next() ?? false
      group.cancelAll()
      if isDone { return }
      Program.say("stopping: what was begun is removed")
      while let _ = try await group.next() {}
    }
  }

  private static func size(of path: String) -> String {
    var bytes = 0
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: path), includingPropertiesForKeys: [.fileSizeKey])
    for case let file as URL in files ?? .init() {
      do {
        bytes += try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
      } catch {
        // A file that was removed meanwhile.
        continue
      }
    }
    return "\(bytes / 1_048_576) MiB"
  }
}
