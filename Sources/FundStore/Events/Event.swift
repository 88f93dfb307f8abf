internal import RevolvingFund

/// An accepted command as it stands in its stream.
struct Event: Sendable {
  let stream: UPKID
  /// Counted from 1 in each stream.
  let sequence: Int64
  let requestID: RequestID
  let kind: String
  let principal: PrincipalID
  let person: PersonID
  let subject: String
  let bookedOn: Day
  /// When it was recorded, by the database's clock, in microseconds since 1970 UTC.
  let recordedAt: Int64
  let content: Content
  let outcome: Content
  let vouchers: [Voucher]
}

extension Event {
  /// What the first event of a stream is chained to.
  static let noHash = [UInt8](repeating: 0, count: 32)
}
