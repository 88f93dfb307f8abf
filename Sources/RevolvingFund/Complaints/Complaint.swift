/// What somebody said is wrong, with a number and an answer (000; rules.md 1.4).
///
/// The public may bring one without a name: nothing here says who did, only who received it.
public struct Complaint: Hashable, Sendable {
  public let id: ComplaintID
  public let on: Day
  public let channel: ComplaintChannel
  public let text: String
  public let receivedBy: PersonID
  public var answer: ComplaintAnswer?

  public init(
    id: ComplaintID, on day: Day, channel: ComplaintChannel, text: String,
    receivedBy: PersonID, answer: ComplaintAnswer?
  ) {
    self.id = id
    on = day
    self.channel = channel
    self.text = text
    self.receivedBy = receivedBy
    self.answer = answer
  }

  /// The answer as it was known on a day.
  public func answer(asOf day: Day) -> ComplaintAnswer? {
    answer.flatMap { $0.on <= day ? $0 : nil }
  }

  /// Days from the complaint to its answer, or to a day while it is open.
  public func days(asOf day: Day) -> Int {
    Int((answer(asOf: day)?.on ?? max(day, on)).epochDays - on.epochDays)
  }
}

public typealias ComplaintID = UPKNumber<Complaint>

/// By which way a complaint came.
public enum ComplaintChannel: String, Hashable, Sendable, CaseIterable {
  case inPerson, letter, box, phone, message, meeting
}

/// What was answered, for everybody to read.
public struct ComplaintAnswer: Hashable, Sendable {
  public let on: Day
  public let by: PersonID
  public let text: String

  public init(on day: Day, by person: PersonID, text: String) {
    on = day
    by = person
    self.text = text
  }
}

/// What a text for everybody may give away of somebody.
public enum PersonalHint: Hashable, Sendable {
  /// A run of 16 digits, as a NIK is one: refused.
  case identityNumber
  /// A run of 9 digits or more, or an address with @: perhaps a telephone or an account.
  case contact

  /// What the text holds; blanks, dots and dashes in a number do not hide it, and days are none.
  public init?(in text: String) {
    var longest = 0
    var run = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard !PersonalHint.isDay(word) else {
        run = 0
        continue
      }
      for scalar in word.unicodeScalars {
        switch scalar {
        case "0"..."9": run += 1
        case ".", "-": break
        default: run = 0
        }
        longest = max(longest, run)
      }
    }
    guard longest < 16 else {
      self = .identityNumber
      return
    }
    guard longest >= 9 || text.contains("@") else { return nil }
    self = .contact
  }

  /// Whether a word is a day, `2017-10-02` or `02-10-2017`, with what may stand behind it.
  private static func isDay(_ word: Substring) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      .map { part in part.count { ("0"..."9").contains($0) } }
    return parts == [4, 2, 2] || parts == [2, 2, 4]
  }
}
