import FundAPI
import Testing
@testable import bergulir

@Test(arguments: [
  (1, 8000, 0.5, Language.english, "1/8000, 2.0/s, 66:40 left"),
  (4000, 8000, 615.0, .english, "4000/8000, 6.5/s, 10:15 left"),
  (4000, 8000, 615.0, .indonesian, "4000/8000, 6.5/dtk, sisa 10:15"),
  (8000, 8000, 1230.0, .english, "8000/8000, 6.5/s, 0:00 left"),
  (0, 8000, 0, .english, "0/8000, 0.0/s, 0:00 left"),
])
func `a pace says how far, how fast and how long yet`(
  done: Int, total: Int, seconds: Double, language: Language, end: String
) {
  let line = PaceBar.line(done, of: total, after: .seconds(seconds), language: language)
  #expect(line.hasPrefix("[") && line.hasSuffix("] " + end), "\(line)")
}
