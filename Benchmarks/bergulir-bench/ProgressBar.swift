import Foundation
import Synchronization

/// How far something is, in one line on standard error: done of all, rate, and time left.
final class ProgressBar: Sendable {
  private let total: Int
  private let began = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let shown = Mutex(ContinuousClock.now)

  private static let width = 30

  init(total: Int) {
    self.total = total
  }

  /// Seconds since it began.
  var seconds: Double { (ContinuousClock.now - began) / .seconds(1) }

  /// Shows how many are done; those that were found done tell nothing of the rate.
  func show(_ done: Int, found: Int) {
    let now = ContinuousClock.now
    let isDue = shown.withLock { last in
      guard now - last > (isTerminal ? .milliseconds(200) : .seconds(10)) || done == total else {
        return false
      }
      last = now
      return true
    }
    guard isDue else { return }
    let rate = Double(done - found) / max(seconds, 0.001)
    let left = rate > 0 ? Int(Double(total - done) / rate) : 0
    let filled = Self.width * done / max(total, 1)
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: ".", count: Self.width - filled)
    let line =
      "[\(bar)] \(done)/\(total) UPK, \(String(format: "%.1f", rate))/s, \(clock(left)) left"
    FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K" + line : line + "\n").utf8))
  }

  /// Leaves the line.
  func end() {
    if isTerminal { FileHandle.standardError.write(Data("\n".utf8)) }
  }

  private func clock(_ seconds: Int) -> String {
    String(format: "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
  }
}
