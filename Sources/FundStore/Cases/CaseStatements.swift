internal import Libpq
internal import RevolvingFund

/// The statements of what was done about loans in arrears.
enum CaseStatements {
  static let byNumber = Statement(
    "case.by-number",
    """
    select s.upk_id, s.number, s.loan, s.action, s.done_on, s.done_by, s.note, s.evidence,
      s.promised, s.promised_by, s.answer_due, a.answered_on, a.answered_by, a.answer, a.evidence
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.case_step s
      where s.upk_id = q.upk_id and s.number = q.number limit 1) s
    left join fund.case_answer a on a.upk_id = s.upk_id and a.step = s.number
    order by s.upk_id, s.number
    """)

  static let ofLoans = Statement(
    "case.of-loans",
    """
    select s.upk_id, s.number, s.loan, s.action, s.done_on, s.done_by, s.note, s.evidence,
      s.promised, s.promised_by, s.answer_due, a.answered_on, a.answered_by, a.answer, a.evidence
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, loan)
    cross join lateral (
      select * from fund.case_step s
      where s.upk_id = q.upk_id and s.loan = q.loan offset 0) s
    left join fund.case_answer a on a.upk_id = s.upk_id and a.step = s.number
    order by s.upk_id, s.number
    """)

  static let ofUPKs = Statement(
    "case.of-upks",
    """
    select s.upk_id, s.number, s.loan, s.action, s.done_on, s.done_by, s.note, s.evidence,
      s.promised, s.promised_by, s.answer_due, a.answered_on, a.answered_by, a.answer, a.evidence
    from fund.case_step s
    left join fund.case_answer a on a.upk_id = s.upk_id and a.step = s.number
    where s.upk_id = any($1::bigint[]) order by s.upk_id, s.number
    """)

  /// Escalations of an area or a UPK that were not answered by a day, behind one of them, or only
  /// those whose time for it was over.
  static let unanswered = Statement(
    "case.unanswered",
    """
    select s.upk_id, s.number, s.loan, s.action, s.done_on, s.done_by, s.note, s.evidence,
      s.promised, s.promised_by, s.answer_due, a.answered_on, a.answered_by, a.answer, a.evidence,
      u.code
    from fund.case_step s
    join fund.upk u on u.upk_id = s.upk_id
    left join fund.case_answer a on a.upk_id = s.upk_id and a.step = s.number
    where s.answer_due is not null and s.done_on <= $1::date
      and (a.answered_on is null or a.answered_on > $1::date)
      and (not $2::boolean or s.answer_due < $1::date)
      and ($3::text is null or u.region = $3::text or starts_with(u.region, $3::text || '.'))
      and ($4::text is null or s.action = $4::text)
      and (u.code, s.number) > ($5::text collate "C", $6::bigint)
      and ($8::bigint is null or s.upk_id = $8::bigint)
    order by u.code, s.number limit $7::integer
    """)

  static let insert = Statement(
    "case.insert",
    """
    insert into fund.case_step (upk_id, number, loan, action, done_on, done_by, note, evidence,
      promised, promised_by, answer_due)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::date[],
      $6::bigint[], $7::text[], $8::text[], $9::bigint[], $10::date[], $11::date[])
    """)

  static let answer = Statement(
    "case.answer",
    """
    insert into fund.case_answer (upk_id, step, answered_on, answered_by, answer, evidence)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[],
      $6::text[])
    """)

  static let all = [byNumber, ofLoans, ofUPKs, unanswered, insert, answer]

  static func insertion(_ rows: [CaseStep]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .int8s(rows.map(\.loan.number)),
        .names(rows.map(\.action)), .days(rows.map(\.on)), .numbers(rows.map(\.by)),
        .texts(rows.map(\.note)), .texts(rows.map(\.evidence)),
        .int8s(rows.map { $0.promise?.amount.amount }), .days(rows.map { $0.promise?.by }),
        .days(rows.map(\.answerDue)),
      ])
  }

  static func answering(_ rows: [(id: CaseStepID, answer: CaseAnswer)]) -> Request {
    Request(
      answer,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .days(rows.map(\.answer.on)),
        .numbers(rows.map(\.answer.by)), .texts(rows.map(\.answer.text)),
        .texts(rows.map(\.answer.evidence)),
      ])
  }
}

extension CaseStep {
  init(_ row: Row) throws {
    var promise: Promise?
    if let amount = try row.optionalInt8(8), let day = try row.optionalDay(9) {
      promise = Promise(amount: Rupiah(amount), by: day)
    }
    var answer: CaseAnswer?
    if let day = try row.optionalDay(11) {
      answer = CaseAnswer(
        on: day, by: try row.personID(12), text: try row.text(13), evidence: try row.text(14))
    }
    self.init(
      id: try row.number(0, 1), loan: try row.number(0, 2), action: try row.named(3),
      on: try row.day(4), by: try row.personID(5), note: try row.text(6),
      evidence: try row.text(7), promise: promise, answerDue: try row.optionalDay(10),
      answer: answer)
  }
}
