internal import Libpq
internal import RevolvingFund

/// The statements of findings and their answers.
enum FindingStatements {
  static let byKey = Statement(
    "finding.by-key",
    """
    select f.upk_id, f.number, f.supervision, f.confirmation, f.found_on, f.found_by, f.text, f.due,
      f.answered_on, f.answered_by, f.answer, f.evidence
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select f.*, a.answered_on, a.answered_by, a.answer, a.evidence from fund.finding f
      left join fund.finding_answer a on a.upk_id = f.upk_id and a.finding = f.number
      where f.upk_id = q.upk_id and f.number = q.number limit 1) f
    """)

  /// Findings by a day, or only those that had no answer at its end.
  static let page = Statement(
    "finding.page",
    """
    select f.upk_id, f.number, f.supervision, f.confirmation, f.found_on, f.found_by, f.text, f.due,
      a.answered_on, a.answered_by, a.answer, a.evidence
    from fund.finding f
    left join fund.finding_answer a on a.upk_id = f.upk_id and a.finding = f.number
    where f.upk_id = $1::bigint and f.number > $2::bigint and f.found_on <= $4::date
      and (not $5::boolean or a.answered_on is null or a.answered_on > $4::date)
    order by f.number limit $3::integer
    """)

  static let insert = Statement(
    "finding.insert",
    """
    insert into fund.finding (upk_id, number, supervision, confirmation, found_on, found_by, text,
      due)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::date[],
      $6::bigint[], $7::text[], $8::date[])
    """)

  static let answer = Statement(
    "finding.answer",
    """
    insert into fund.finding_answer (upk_id, finding, answered_on, answered_by, answer, evidence)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[],
      $6::text[])
    """)

  static let all = [byKey, page, insert, answer]

  static func insertion(_ rows: [Finding]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)),
        .int8s(rows.map(\.source.supervision)), .int8s(rows.map(\.source.confirmation)),
        .days(rows.map(\.on)), .numbers(rows.map(\.by)), .texts(rows.map(\.text)),
        .days(rows.map(\.due)),
      ])
  }

  static func answering(_ rows: [(id: FindingID, answer: FindingAnswer)]) -> Request {
    Request(
      answer,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .days(rows.map(\.answer.on)),
        .numbers(rows.map(\.answer.by)), .texts(rows.map(\.answer.text)),
        .texts(rows.map(\.answer.evidence)),
      ])
  }
}

extension FindingSource {
  fileprivate var supervision: Int64? {
    if case .supervision(let number) = self { number } else { nil }
  }

  fileprivate var confirmation: Int64? {
    if case .confirmation(let number) = self { number } else { nil }
  }
}

extension Finding {
  init(_ row: Row) throws {
    let source: FindingSource =
      if let number = try row.optionalInt8(2) {
        .supervision(number)
      } else {
        .confirmation(try row.int8(3))
      }
    let answer = try row.optionalDay(8).map {
      FindingAnswer(
        on: $0, by: try row.personID(9), text: try row.text(10), evidence: try row.text(11))
    }
    self.init(
      id: try row.number(0, 1), source: source, on: try row.day(4), text: try row.text(6),
      due: try row.day(7), by: try row.personID(5), answer: answer)
  }
}
