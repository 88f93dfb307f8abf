internal import Libpq
public import RevolvingFund

/// Whether a stream is as it was recorded.
public struct ChainReport: Hashable, Sendable {
  /// How many events were found in order.
  public let verified: Int64
  /// Where it is broken first; `nil` where it is whole.
  public let broken: Break?
  /// The newest event's number and hash, by the stream's head.
  public let head: Point
  /// Recorded hashes by the number of their event, of those asked for and verified.
  public let hashes: [Int64: [UInt8]]

  /// An event's place in the chain.
  public struct Point: Hashable, Sendable {
    public let number: Int64
    public let hash: [UInt8]
  }

  /// The first event that is not what was recorded.
  public struct Break: Hashable, Sendable {
    public let number: Int64
    public let trouble: Trouble
  }

  /// What is wrong with it.
  public enum Trouble: String, Hashable, Sendable, CaseIterable {
    /// The head, or a later event, is there without it.
    case missing
    /// Its hash is not that of what it says after the event before.
    case altered
    /// The head does not stand at the event before it.
    case headDiffers
  }

  public var isIntact: Bool { broken == nil }
  public var firstBroken: Int64? { broken?.number }
}

extension FundStore {
  /// Recomputes the hash of every event of a stream, vouchers and postings included, and compares
  /// the last with the head.
  ///
  /// The report has the recorded hashes of the numbers that are asked for.
  ///
  /// - Throws: `StoreError`.
  public func verifyChain(
    _ stream: UPKID, hashesOf numbers: Set<Int64> = []
  ) async throws -> ChainReport {
    try await read { session in
      let heads = try session.rows(EventStatements.head, [.int8(stream.value)])
      let head = try heads.first.map { row in
        ChainReport.Point(number: try row.int8(0) - 1, hash: try row.bytea(1))
      }
      var walk = ChainWalk(
        stream, head: head ?? ChainReport.Point(number: 0, hash: Event.noHash), numbers)
      return try walk.report(in: session)
    }
  }
}

/// The way along a stream, from its first event to its head.
private struct ChainWalk {
  private let stream: UPKID
  private let head: ChainReport.Point
  private let numbers: Set<Int64>
  private var verified: Int64 = 0
  private var hash = Event.noHash
  private var hashes: [Int64: [UInt8]] = [:]

  init(_ stream: UPKID, head: ChainReport.Point, _ numbers: Set<Int64>) {
    self.stream = stream
    self.head = head
    self.numbers = numbers
  }

  mutating func report(in session: ReadSession) throws -> ChainReport {
    let trouble = try firstTrouble(in: session)
    return ChainReport(
      verified: verified, broken: trouble.map { .init(number: verified + 1, trouble: $0) },
      head: head, hashes: hashes)
  }

  private mutating func firstTrouble(in session: ReadSession) throws -> ChainReport.Trouble? {
    var atOnce = ReadSession.eventsAtOnce
    while true {
      let events: [(event: Event, hash: [UInt8])]
      do {
        events = try session.events(stream, after: verified, limit: atOnce)
      } catch StoreError.corrupted {
        // One of them cannot be read: one at a time tells which.
        guard atOnce > 1 else { return .altered }
        atOnce = 1
        continue
      }
      guard !events.isEmpty else { break }
      for (event, recorded) in events {
        guard event.sequence == verified + 1 else { return .missing }
        guard event.hash(after: hash) == recorded else { return .altered }
        hash = recorded
        verified += 1
        if numbers.contains(verified) { hashes[verified] = recorded }
      }
    }
    if head.number > verified { return .missing }
    return head.number == verified && head.hash == hash ? nil : .headDiffers
  }
}

extension ReadSession {
  fileprivate static let eventsAtOnce: Int32 = 500

  /// The next events of a stream with the hashes that they were recorded with.
  fileprivate func events(
    _ stream: UPKID, after sequence: Int64, limit: Int32
  ) throws -> [(event: Event, hash: [UInt8])] {
    let page = try rows(
      EventStatements.page,
      [.int8(stream.value), .int8(sequence), .int4(limit)])
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
