internal import Libpq
public import RevolvingFund

/// An event as it is shown to those who look into what was done.
public struct AuditEvent: Sendable {
  public let number: Int64
  public let requestID: RequestID
  /// A `CommandKind`, unless somebody altered it.
  public let kind: String
  public let principal: PrincipalID
  public let person: PersonID
  /// Within its stream, such as `loans/3`.
  public let subject: String
  public let bookedOn: Day
  /// By the database's clock, in microseconds since 1970 UTC.
  public let recordedAt: Int64
  public let vouchers: [String]
  /// The account's label; `nil` for the daemon itself.
  public internal(set) var label: Code?

  init(_ row: Row) throws {
    number = try row.int8(0)
    requestID = RequestID(try row.uuid(1))
    kind = try row.text(2)
    principal = PrincipalID(try row.int8(3))
    person = try row.personID(4)
    subject = try row.text(5)
    bookedOn = try row.day(6)
    recordedAt = try row.timestamp(7)
    vouchers = try row.texts(8)
  }
}

/// An event with all that its hash is reckoned from, but for the postings.
public struct AuditRecord: Sendable {
  public let event: AuditEvent
  public let fields: Content
  public let outcome: Content
  public let hash: [UInt8]
  /// The hash of the event before, which this one's rests on.
  public let hashBefore: [UInt8]
}

/// Which events of a stream are looked for; `nil` where it does not matter.
public struct AuditFilter: Hashable, Sendable {
  /// What they were about, or what that belongs to.
  public var subject: String?
  public var person: PersonID?
  public var kind: String?
  /// When they were recorded, in seconds since 1970 UTC: from one moment to before another.
  public var recordedFrom: Int?
  public var recordedBefore: Int?

  public init() {}
}

/// Where a stream stands.
public struct StreamPosition: Hashable, Sendable {
  public let stream: UPKID
  /// The UPK's code; `nil` for the province, and for a UPK that is gone.
  public let code: Code?
  /// The number of its newest event.
  public let number: Int64
  public let hash: [UInt8]
}
