/// Records a meeting: its minutes, and how many women and men came.
///
/// Refused with: `textMissing`, `textTooLong`, `personalDataInText`, `notFound` (the group),
/// `dayInFuture`, `dayBefore` (the group's forming), `meetingOfGroup`, `nobodyPresent`.
public struct RecordMeeting: Command {
  public let upk: UPKID
  public let meeting: MeetingKind
  /// The group that met, by its number.
  public let ksm: Int64?
  /// Neither is below zero.
  public let women: Int
  public let men: Int
  public let minutes: String
  public let note: String
  public let day: Day

  public init(
    upk: UPKID, meeting: MeetingKind, ksm: Int64?, women: Int, men: Int, minutes: String,
    note: String, day: Day
  ) {
    precondition(women >= 0 && men >= 0, "nobody is fewer than none")
    self.upk = upk
    self.meeting = meeting
    self.ksm = ksm
    self.women = women
    self.men = men
    self.minutes = minutes
    self.note = note
    self.day = day
  }

  public var kind: CommandKind { .recordMeeting }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("kind", meeting.rawValue)
    if let ksm { content.add("ksm", ksm) }
    content.add("women", women)
    content.add("men", men)
    content.add("minutes", minutes)
    content.add("note", note)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    if let ksm { keys.ksms.insert(KSMID(upk, ksm)) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let group = ksm.map { KSMID(upk, $0) }
    var violations = Violations()
    violations.require(minutes, .minutes)
    violations.requireLength(note, .note, atMost: 2000)
    violations.require(
      PersonalHint(in: note) != .identityNumber, .personalDataInText(field: .note))
    violations.requirePast(day, caller)
    if let group {
      violations.require(facts.ksms[group] != nil, .notFound(.ksm, name: "\(group.number)"))
      if let found = facts.ksms[group] {
        violations.require(day, notBefore: found.formedOn, .ksmFormed)
      }
    }
    violations.require((meeting == .group) == (ksm != nil), .meetingOfGroup(meeting))
    violations.require(women + men > 0, .nobodyPresent)
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(upk)) { numbering in
      number = numbering.take(.meeting)
      return .meeting(upk, number: number)
    }
    effects.add(
      .accountability(
        .meeting(
          Meeting(
            upk: upk, number: number, kind: meeting, ksm: group, on: day, women: women, men: men,
            minutes: minutes, note: note))))
    return effects
  }
}
