import Testing

@testable import FundStore

@Suite struct StandbyPositionTests {
  @Test(
    arguments: [
      // All that the primary had written is there, however long ago the last commit was.
      (StandbyPosition(position: 500, lastCommitMicroseconds: 1), Duration.zero),
      (StandbyPosition(position: 501, lastCommitMicroseconds: nil), .zero),
      // Something is missing: at most what came after the last commit that is there.
      (StandbyPosition(position: 499, lastCommitMicroseconds: 7_000_000), .seconds(3)),
      (StandbyPosition(position: 0, lastCommitMicroseconds: 9_999_999), .microseconds(1)),
      (StandbyPosition(position: 499, lastCommitMicroseconds: 10_000_005), .zero),
      (StandbyPosition(position: 499, lastCommitMicroseconds: nil), nil),
    ] as [(StandbyPosition, Duration?)])
  func `a standby is behind by what it lacks, not by the age of the last commit`(
    position: StandbyPosition, behind: Duration?
  ) {
    let mark = PrimaryMark(position: 500, microseconds: 10_000_000)
    #expect(position.behind(mark) == behind)
  }

  @Test(
    arguments: [(Duration.zero, 0), (.microseconds(1), 1), (.seconds(3), 3)] as [(Duration, Int64)])
  func `a part of a second counts as a whole one`(duration: Duration, seconds: Int64) {
    #expect(duration.wholeSeconds == seconds)
  }
}
