import Testing

@testable import RevolvingFund

/// A rule that was kept before a day, and another that never was.
private func broken(from first: Day) -> (Day) -> [Rejection] {
  { day in (day < first ? [] : [.borrowerBlocked(member: 2)]) + [.sharesMissing] }
}

private let note = Rejection.judgedLater("2017-03-01", on: "2017-03-09")

@Test(
  arguments: [
    ("2017-03-01", "2017-03-09", "2017-03-05", [note]),
    ("2017-03-01", "2017-03-09", "2017-03-01", []),
    ("2017-03-09", "2017-03-09", "2017-03-05", []),
    ("2017-03-01", "2017-03-09", "2017-03-10", []),
  ] as [(Day, Day, Day, [Rejection])])
func `a refusal says that it is judged later only where the own day was better`(
  day: Day, judged: Day, first: Day, notes: [Rejection]
) {
  var violations = Violations()
  violations.judge(day, on: judged, by: broken(from: first))
  violations.judge(day, on: judged, by: broken(from: first))
  #expect(throws: Refusal.self) { try violations.check() }
  do {
    try violations.check()
  } catch {
    #expect(error.rejections.filter { $0.code == .judgedLater } == notes)
    #expect(error.rejections.last == notes.last ?? error.rejections.last)
  }
}

@Test func `what breaks no rule is not told when it was judged`() throws {
  var violations = Violations()
  violations.judge("2017-03-01", on: "2017-03-09") { _ in [] }
  violations.judge("2017-03-01", on: "2017-03-09") { $0 < "2017-03-09" ? [.sharesMissing] : [] }
  try violations.check()
}
