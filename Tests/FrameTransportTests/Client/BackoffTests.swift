import Testing

@testable import FrameTransport

struct BackoffTests {
  @Test(arguments: seeds)
  func `waits double up to the longest, less by up to a half`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let backoff = Backoff(FrameLimits(firstBackoff: .milliseconds(100), maxBackoff: .seconds(5)))
    let longest = [100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]
    for (index, milliseconds) in longest.enumerated() {
      let delay = backoff.delay(afterFailures: index + 1, using: &generator)
      #expect(delay <= .milliseconds(milliseconds), "seed \(seed)")
      #expect(delay >= .milliseconds(milliseconds) / 2, "seed \(seed)")
    }
  }

  @Test func `no number of failures is too many`() {
    var generator = SeededGenerator(seed: 1)
    let delay = Backoff(FrameLimits()).delay(afterFailures: .max, using: &generator)
    #expect(delay <= .seconds(5))
  }
}
