internal import Libpq
public import RevolvingFund

/// The statements of meetings.
enum MeetingStatements {
  static let page = Statement(
    "meeting.page",
    """
    select upk_id, number, kind, ksm, held_on, women, men, minutes, note from fund.meeting
    where upk_id = $1::bigint and number > $2::bigint and held_on <= $4::date
      and ($5::text is null or kind = $5::text)
    order by number limit $3::integer
    """)

  static let insert = Statement(
    "meeting.insert",
    """
    insert into fund.meeting (upk_id, number, kind, ksm, held_on, women, men, minutes, note)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::date[],
      $6::integer[], $7::integer[], $8::text[], $9::text[])
    """)

  static let all = [page, insert]

  static func insertion(_ rows: [Meeting]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .names(rows.map(\.kind)),
        .int8s(rows.map { $0.ksm?.number }), .days(rows.map(\.on)),
        .int4s(rows.map { Int32($0.women) }), .int4s(rows.map { Int32($0.men) }),
        .texts(rows.map(\.minutes)), .texts(rows.map(\.note)),
      ])
  }
}

extension FundStore {
  /// Meetings of a UPK by a day, by number, behind one of them; of every kind or of one.
  ///
  /// - Throws: `StoreError`.
  public func meetings(
    _ upk: UPKID, kind: MeetingKind?, asOf day: Day, after: Int64, limit: Int
  ) async throws -> [Meeting] {
    try await read(
      MeetingStatements.page,
      [
        .int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day),
        .text(kind?.rawValue),
      ]
    ) { rows in
      try rows.map { row in
        Meeting(
          upk: try row.upkID(0), number: try row.int8(1), kind: try row.named(2),
          ksm: try row.optionalInt8(3).map { KSMID(upk, $0) }, on: try row.day(4),
          women: Int(try row.int4(5)), men: Int(try row.int4(6)), minutes: try row.text(7),
          note: try row.text(8))
      }
    }
  }
}
