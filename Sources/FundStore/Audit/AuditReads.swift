internal import Libpq
public import RevolvingFund

extension FundStore {
  /// Events of a stream that a filter lets through, the newest first, before one of them.
  ///
  /// - Throws: `StoreError`.
  public func events(
    of stream: UPKID, _ filter: AuditFilter, before number: Int64, limit: Int
  ) async throws -> [AuditEvent] {
    let parameters: [Parameter] = [
      .int8(stream.value), .int8(number), .text(filter.subject), .int8(filter.person?.value),
      .text(filter.kind), .timestamp(filter.recordedFrom.map(microseconds)),
      .timestamp(filter.recordedBefore.map(microseconds)), .int4(Int32(clamping: limit)),
    ]
    return try await read { session in
      let rows = try session.rows(AuditStatements.page, parameters)
      return try session.labelled(try rows.map { try AuditEvent($0) })
    }
  }

  /// An event of a stream; `nil` where it has none of that number.
  ///
  /// - Throws: `StoreError`.
  public func event(_ number: Int64, of stream: UPKID) async throws -> AuditRecord? {
    try await read { session in
      let rows = try session.rows(AuditStatements.one, [.int8(stream.value), .int8(number)])
      let found = Array(rows)
      guard let row = found.first, try row.int8(0) == number else { return nil }
      let event = try session.labelled([try AuditEvent(row)])[0]
      return AuditRecord(
        event: event, fields: try row.content(9, 10), outcome: try row.content(11, 12),
        hash: try row.bytea(13),
        hashBefore: found.count > 1 ? try found[1].bytea(13) : Event.noHash)
    }
  }

  /// Where streams stand that have an event, by their number, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func positions(after stream: UPKID?, limit: Int) async throws -> [StreamPosition] {
    try await read { session in
      let rows = try session.rows(
        AuditStatements.heads, [.int8(stream?.value ?? -1), .int4(Int32(clamping: limit))])
      let upks = try rows.map { try $0.upkID(0) }
      let codes = try session.codes(of: upks)
      return try rows.map { row in
        let stream = try row.upkID(0)
        return StreamPosition(
          stream: stream, code: codes[stream], number: try row.int8(1), hash: try row.bytea(2))
      }
    }
  }

  /// Where a stream stands; `nil` where it has no event.
  ///
  /// - Throws: `StoreError`.
  public func position(of stream: UPKID) async throws -> StreamPosition? {
    try await positions(after: UPKID(stream.value - 1), limit: 1).first { $0.stream == stream }
  }

  /// The newest event of a UPK that was booked on a day or before it, with its hash.
  ///
  /// What goes before a closed month goes nowhere, so of the last day of one it stays the same.
  ///
  /// - Throws: `StoreError`.
  public func newestEvent(of upk: UPKID, bookedBy day: Day) async throws -> ChainReport.Point? {
    try await read(AuditStatements.bookedBy, [.int8(upk.value), .day(day)]) { rows in
      try rows.first.map { row in
        ChainReport.Point(number: try row.int8(0), hash: try row.bytea(1))
      }
    }
  }
}

extension ReadSession {
  /// The events with the labels of the accounts that they came from.
  fileprivate func labelled(_ events: [AuditEvent]) throws -> [AuditEvent] {
    let ids = Set(events.map(\.principal.value)).sorted()
    guard !ids.isEmpty else { return events }
    let rows = try rows(PrincipalStatements.byKey, [.int8s(ids), .texts([])])
    var labels: [PrincipalID: Code] = [:]
    for row in rows { labels[PrincipalID(try row.int8(0))] = try row.code(2) }
    return events.map { event in
      var event = event
      event.label = labels[event.principal]
      return event
    }
  }

  fileprivate func codes(of upks: [UPKID]) throws -> [UPKID: Code] {
    guard !upks.isEmpty else { return [:] }
    var codes: [UPKID: Code] = [:]
    for row in try rows(UPKStatements.byKey, [.upks(upks), .codes([Code]())]) {
      codes[try row.upkID(0)] = try row.code(1)
    }
    return codes
  }
}

private func microseconds(_ seconds: Int) -> Int64 { Int64(seconds) * 1_000_000 }
