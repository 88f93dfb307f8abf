internal import Libpq
public import RevolvingFund

/// The statements of complaints and meetings.
enum ComplaintStatements {
  static let byKey = Statement(
    "complaint.by-key",
    """
    select c.upk_id, c.number, c.received_on, c.channel, c.text, c.received_by, c.answered_on,
      c.answered_by, c.answer
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select c.*, a.answered_on, a.answered_by, a.answer from fund.complaint c
      left join fund.complaint_answer a on a.upk_id = c.upk_id and a.complaint = c.number
      where c.upk_id = q.upk_id and c.number = q.number limit 1) c
    """)

  /// Complaints received by a day, or only those that had no answer at its end.
  static let page = Statement(
    "complaint.page",
    """
    select c.upk_id, c.number, c.received_on, c.channel, c.text, c.received_by, a.answered_on,
      a.answered_by, a.answer
    from fund.complaint c
    left join fund.complaint_answer a on a.upk_id = c.upk_id and a.complaint = c.number
    where c.upk_id = $1::bigint and c.number > $2::bigint and c.received_on <= $4::date
      and (not $5::boolean or a.answered_on is null or a.answered_on > $4::date)
    order by c.number limit $3::integer
    """)

  static let insert = Statement(
    "complaint.insert",
    """
    insert into fund.complaint (upk_id, number, received_on, channel, text, received_by)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::text[], $5::text[],
      $6::bigint[])
    """)

  static let answer = Statement(
    "complaint.answer",
    """
    insert into fund.complaint_answer (upk_id, complaint, answered_on, answered_by, answer)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[])
    """)

  static let all = [byKey, page, insert, answer]

  static func insertion(_ rows: [Complaint]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .days(rows.map(\.on)),
        .names(rows.map(\.channel)), .texts(rows.map(\.text)), .numbers(rows.map(\.receivedBy)),
      ])
  }

  static func answering(_ rows: [(id: ComplaintID, answer: ComplaintAnswer)]) -> Request {
    Request(
      answer,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .days(rows.map(\.answer.on)),
        .numbers(rows.map(\.answer.by)), .texts(rows.map(\.answer.text)),
      ])
  }
}

extension Complaint {
  init(_ row: Row) throws {
    let answer = try row.optionalDay(6).map {
      ComplaintAnswer(on: $0, by: try row.personID(7), text: try row.text(8))
    }
    self.init(
      id: try row.number(0, 1), on: try row.day(2), channel: try row.named(3),
      text: try row.text(4), receivedBy: try row.personID(5), answer: answer)
  }
}

extension FundStore {
  /// Complaints of a UPK by a day, by number, behind one of them; or only those that were open.
  ///
  /// - Throws: `StoreError`.
  public func complaints(
    _ upk: UPKID, openOnly: Bool, asOf day: Day, after: Int64, limit: Int
  ) async throws -> [Complaint] {
    try await read(
      ComplaintStatements.page,
      [
        .int8(upk.value), .int8(after), .int4(Int32(clamping: limit)), .day(day),
        .bool(openOnly),
      ]
    ) { try $0.map { try Complaint($0) } }
  }
}
