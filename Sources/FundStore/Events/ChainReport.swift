internal import Libpq
public import RevolvingFund

/// Whether a stream is as it was recorded.
public struct ChainReport: Hashable, Sendable {
  /// How many events were found in order.
  public let verified: Int64
  /// The first event that is missing or not what was recorded; `nil` where all are.
  public let firstBroken: Int64?

  public var isIntact: Bool { firstBroken == nil }
}

extension FundStore {
  /// Recomputes the hash of every event of a stream, vouchers and postings included, and compares
  /// the last with the head.
  ///
  /// - Throws: `StoreError`.
  public func verifyChain(_ stream: UPKID) async throws -> ChainReport {
    try await read { session in
      let heads = try session.rows(EventStatements.head, [.int8(stream.value)])
      let head = try stored(heads.first, "stream \(stream.value) has no head")
      let next = try head.int8(0)
      var verified: Int64 = 0
      var hash = Event.noHash
      while true {
        let events = try session.events(stream, after: verified)
        for (event, recorded) in events {
          guard event.sequence == verified + 1, event.hash(after: hash) == recorded else {
            return ChainReport(verified: verified, firstBroken: verified + 1)
          }
          hash = recorded
          verified += 1
        }
        if events.isEmpty { break }
      }
      let isWhole = try verified + 1 == next && head.bytea(1) == hash
      return ChainReport(verified: verified, firstBroken: isWhole ? nil : verified + 1)
    }
  }
}

extension ReadSession {
  private static let eventsAtOnce: Int32 = 500

  /// The next events of a stream with the hashes that they were recorded with.
  fileprivate func events(
    _ stream: UPKID, after sequence: Int64
  ) throws -> [(event: Event, hash: [UInt8])] {
    let page = try rows(
      EventStatements.page,
      [.int8(stream.value), .int8(sequence), .int4(ReadSession.eventsAtOnce)])
    guard let last = page.last else { return [] }
    let booked = try rows(
      JournalStatements.ofEvents,
      [.int8(stream.value), .int8(sequence), .int8(try last.int8(0))]
    ).map { try BookedVoucher($0) }
    let vouchers = Dictionary(grouping: booked, by: \.sequence)
    return try page.map { row in
      let sequence = try row.int8(0)
      let event = try Event(row, stream: stream, vouchers: vouchers[sequence] ?? [])
      return (event, try row.bytea(9))
    }
  }
}

extension Event {
  fileprivate init(_ row: Row, stream: UPKID, vouchers: [BookedVoucher]) throws {
    self.init(
      stream: stream, sequence: try row.int8(0), requestID: RequestID(try row.uuid(1)),
      kind: try row.text(2), principal: PrincipalID(try row.int8(3)),
      person: try row.personID(4), subject: try row.text(5), bookedOn: try row.day(6),
      recordedAt: try row.timestamp(7), content: try row.content(10, 11),
      outcome: try row.content(12, 13), vouchers: try vouchers.map(\.voucher).sorted(row.texts(8)))
  }
}

extension [Voucher] {
  /// The vouchers in the order of their numbers as the event lists them; those that it does not
  /// list come last, where they break the hash.
  fileprivate func sorted(_ numbers: [String]) -> [Voucher] {
    let places = numbers.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
    return sorted {
      places[$0.number.description] ?? count < places[$1.number.description] ?? count
    }
  }
}
