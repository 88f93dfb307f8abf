import RevolvingFund
import Testing

struct MeetingTests {
  private func meeting(
    _ kind: MeetingKind = .rwt, ksm: Int64? = nil, women: Int = 41, men: Int = 28,
    minutes: String = "RWT-01/2016", note: String = "", on day: Day = "2016-05-02"
  ) -> RecordMeeting {
    RecordMeeting(
      upk: upk, meeting: kind, ksm: ksm, women: women, men: men, minutes: minutes, note: note,
      day: day)
  }

  @Test func `a meeting has a number, its minutes and who came`() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    let effects = try books.run(meeting(), by: Village.officer)
    #expect(effects.subject == .meeting(upk, number: 1))
    let group = try books.run(
      meeting(.group, ksm: ksm.number, women: 5, men: 0), by: Village.officer)
    guard case .accountability(.meeting(let kept))? = group.changes.first else {
      Issue.record("a meeting is kept")
      return
    }
    #expect(kept.number == 2 && kept.ksm == ksm && kept.women == 5 && kept.men == 0)
  }

  @Test func `bad meetings are refused`() throws {
    var books = try Village.books()
    let ksm = try books.addGroup("A")
    func refusal(_ command: RecordMeeting) -> [Rejection] {
      books.refusal(command, by: Village.officer)
    }
    #expect(refusal(meeting(minutes: "")) == [.textMissing(field: .minutes)])
    #expect(
      refusal(meeting(note: "NIK 9900000000000001")) == [.personalDataInText(field: .note)])
    #expect(refusal(meeting(women: 0, men: 0)) == [.nobodyPresent])
    #expect(refusal(meeting(.group)) == [.meetingOfGroup(.group)])
    #expect(refusal(meeting(.bkm, ksm: ksm.number)) == [.meetingOfGroup(.bkm)])
    #expect(refusal(meeting(.group, ksm: 9)) == [.notFound(.ksm, name: "9")])
    #expect(
      refusal(meeting(.group, ksm: ksm.number, on: "2015-05-31")) == [
        .dayBefore("2015-05-31", earliest: Village.founded, milestone: .ksmFormed)
      ])
    #expect(
      refusal(meeting(on: "2021-01-01")) == [.dayInFuture("2021-01-01", today: "2020-12-31")])
  }
}
