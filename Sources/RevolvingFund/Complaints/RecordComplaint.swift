/// Gives a complaint its number.
///
/// Refused with: `textMissing`, `textTooLong`, `personalDataInText`, `dayInFuture`. A text that may
/// hold a telephone number or an address is recorded, and the outcome says so.
public struct RecordComplaint: Command {
  public let upk: UPKID
  public let channel: ComplaintChannel
  public let text: String
  public let day: Day

  public init(upk: UPKID, channel: ComplaintChannel, text: String, day: Day) {
    self.upk = upk
    self.channel = channel
    self.text = text
    self.day = day
  }

  public var kind: CommandKind { .recordComplaint }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("channel", channel.rawValue)
    content.add("text", text)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {}

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.requirePublic(text, .complaint)
    violations.requirePast(day, caller)
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(upk)) { numbering in
      number = numbering.take(.complaint)
      return .complaint(ComplaintID(upk, number))
    }
    effects.outcome.add("hint", PersonalHint(in: text) == .contact ? "contact" : "")
    effects.add(
      .accountability(
        .complaint(
          Complaint(
            id: ComplaintID(upk, number), on: day, channel: channel, text: text,
            receivedBy: caller.person, answer: nil))))
    return effects
  }
}

/// Answers a complaint; the answer is for everybody to read.
///
/// Refused with: `textMissing`, `textTooLong`, `personalDataInText`, `notFound`, `dayInFuture`,
/// `dayBefore` (the complaint), `complaintAnswered`.
public struct AnswerComplaint: Command {
  public let complaint: ComplaintID
  public let text: String
  public let day: Day

  public init(complaint: ComplaintID, text: String, day: Day) {
    self.complaint = complaint
    self.text = text
    self.day = day
  }

  public var kind: CommandKind { .answerComplaint }
  public var stream: UPKID { complaint.upk }
  public var content: Content {
    var content = Content()
    content.add("complaint", complaint.number)
    content.add("answer", text)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.complaints.insert(complaint)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.complaints[complaint] else {
      throw Refusal(.notFound(.complaint, name: "\(complaint.number)"))
    }
    var violations = Violations()
    violations.requirePublic(text, .answer)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.on, .complained)
    if let answer = found.answer {
      violations.add([.complaintAnswered(number: complaint.number, on: answer.on)])
    }
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .complaint(complaint))
    effects.outcome.add("days", Int(day.epochDays - found.on.epochDays))
    effects.outcome.add("hint", PersonalHint(in: text) == .contact ? "contact" : "")
    effects.add(
      .accountability(
        .complaintAnswer(
          complaint, ComplaintAnswer(on: day, by: caller.person, text: text))))
    return effects
  }
}

extension Violations {
  /// A text that everybody may read: present, not too long, and without a NIK.
  mutating func requirePublic(_ text: String, _ field: TextField, line: Int? = nil) {
    require(text, field, atMost: 2000, line: line)
    require(
      PersonalHint(in: text) != .identityNumber, .personalDataInText(field: field, line: line))
  }
}
