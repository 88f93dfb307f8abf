import Glibc

/// How far a long command has come, drawn on standard error where a person watches it.
struct ProgressBar {
  let total: Int
  private var done = 0
  private let isWatched: Bool

  private static let width = 40

  init(total: Int) {
    self.total = total
    isWatched = isatty(StandardStream.error.rawValue) == 1
    draw()
  }

  /// One step more.
  mutating func advance() {
    done += 1
    draw()
  }

  /// Takes the bar away, so that what follows begins on a clean line.
  func end() {
    if isWatched { StandardStream.error.write("\r\u{1B}[K") }
  }

  private func draw() {
    guard isWatched else { return }
    StandardStream.error.write("\r" + ProgressBar.line(done, of: total))
  }

  /// Such as `[##########------------------------------] 12/48`.
  static func line(_ done: Int, of total: Int) -> String {
    let filled = total > 0 ? width * min(done, total) / total : width
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "-", count: width - filled) + "] \(done)/\(total)"
  }
}
