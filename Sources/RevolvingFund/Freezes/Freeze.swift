/// The stop of all writes to a UPK's books, since a verification found them to be other than what
/// was recorded.
public struct Freeze: Hashable, Sendable {
  public let upk: UPKID
  /// Counted from 1 in each UPK.
  public let number: Int64
  public let on: Day
  public let difference: BookDifference
  /// Who asked for its release, and why.
  public var request: Request?
  /// Who confirmed it, and when.
  public var release: Release?

  /// A release that one person asks for.
  public struct Request: Hashable, Sendable {
    public let by: PersonID
    public let on: Day
    public let reason: String

    public init(by person: PersonID, on day: Day, reason: String) {
      by = person
      on = day
      self.reason = reason
    }
  }

  /// The confirmation by another.
  public struct Release: Hashable, Sendable {
    public let by: PersonID
    public let on: Day

    public init(by person: PersonID, on day: Day) {
      by = person
      on = day
    }
  }

  public init(
    upk: UPKID, number: Int64, on day: Day, difference: BookDifference, request: Request?,
    release: Release?
  ) {
    self.upk = upk
    self.number = number
    on = day
    self.difference = difference
    self.request = request
    self.release = release
  }
}

/// The first place in which books were found to be wrong, as the verification names it.
public struct BookDifference: Hashable, Sendable {
  public let control: String
  public let place: String
  public let what: String
  public let expected: String
  public let found: String

  public init(control: String, place: String, what: String, expected: String, found: String) {
    self.control = control
    self.place = place
    self.what = what
    self.expected = expected
    self.found = found
  }
}

extension CommandKind {
  /// Whether it may be run while the books are frozen: what releases them.
  var isForFrozenBooks: Bool { self == .requestRelease || self == .confirmRelease }
}
