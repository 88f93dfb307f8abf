import FundAPI
import Glibc

/// How far a command of many calls has come, how fast, and how long the rest takes.
///
/// Where a person watches standard error it is drawn over itself; else a line now and then.
struct PaceBar {
  let total: Int
  let language: Language
  private var done = 0
  private let isWatched: Bool
  private let began = ContinuousClock.now
  private var said = ContinuousClock.now

  /// How often a log gets a line.
  private static let pause = Duration.seconds(30)

  init(total: Int, language: Language) {
    self.total = total
    self.language = language
    isWatched = isatty(StandardStream.error.rawValue) == 1
  }

  /// One step more.
  mutating func advance() {
    done += 1
    let line = PaceBar.line(
      done, of: total, after: ContinuousClock.now - began, language: language)
    if isWatched {
      StandardStream.error.write("\r\(line)\u{1B}[K")
    } else if ContinuousClock.now - said >= PaceBar.pause {
      said = .now
      StandardStream.error.write(line + "\n")
    }
  }

  /// Takes the bar away, so that what follows begins on a clean line.
  func end() {
    if isWatched { StandardStream.error.write("\r\u{1B}[K") }
  }

  /// Such as `[####------…] 4000/8000, 6.5/s, 10:15 left`.
  static func line(
    _ done: Int, of total: Int, after time: Duration, language: Language
  ) -> String {
    let seconds = time / .seconds(1)
    let tenths = seconds > 0 ? Int(Double(done) * 10 / seconds) : 0
    let rest = done > 0 ? Int((seconds * Double(total - done) / Double(done)).rounded(.up)) : 0
    let minutes = rest % 60 < 10 ? "\(rest / 60):0\(rest % 60)" : "\(rest / 60):\(rest % 60)"
    return ProgressBar.line(done, of: total) + ", "
      + Notes.pace("\(tenths / 10).\(tenths % 10)", left: minutes)[language]
  }
}
