internal import Libpq
internal import RevolvingFund

/// The statements of what waits.
enum QueueStatements {
  /// Complete applications that wait for an inspection, a signature or money, with the step whose
  /// signature is next.
  static let ofUPKs = Statement(
    "queue.of-upks",
    """
    select a.upk_id, a.number, a.completed_on, a.state, n.step, a.waitlisted_on
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select a.upk_id, a.number, a.completed_on, a.state, a.waitlisted_on
      from fund.application a
      where a.upk_id = q.upk_id and a.completed_on is not null and a.state in (
        'submitted', 'inInspection', 'recommended', 'inDecision', 'waitlisted'
      ) offset 0) a
    cross join lateral (
      select min(s.step) as step from fund.approval_step s
      where s.upk_id = a.upk_id and s.application = a.number
        and a.state in ('recommended', 'inDecision')
        and s.round = (
          select max(i.round) from fund.inspection i
          where i.upk_id = a.upk_id and i.application = a.number)
        and s.quorum > (
          select count(*) from fund.approval v
          where v.upk_id = s.upk_id and v.application = s.application and v.round = s.round
            and v.step = s.step and v.verdict = 'approve')) n
    order by a.upk_id, a.completed_on, a.number
    """)

  static let all = [ofUPKs]
}

extension QueueEntry {
  init(_ row: Row) throws {
    self.init(
      application: try row.number(0, 1), completedOn: try row.day(2), state: try row.named(3),
      step: try row.optionalInt4(4).map(Int.init), waitlistedOn: try row.optionalDay(5))
  }
}
