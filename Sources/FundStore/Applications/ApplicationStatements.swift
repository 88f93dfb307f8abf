internal import Libpq
internal import RevolvingFund

/// The statements that read applications.
enum ApplicationStatements {
  static let byKey = Statement(
    "application.by-key",
    """
    select a.upk_id, a.number, a.ksm, a.purpose, a.business_stage, a.months, a.submitted_on,
      a.state, a.loan, a.missing, a.completed_on, a.waitlisted_on, a.released_on, a.agreement,
      a.agreed_on, a.set_off_consent, a.skip_reason, a.skip_requested_by, a.skip_requested_on,
      a.skip_confirmed_by, a.skip_confirmed_on, a.cancel_reason, a.cancelled_by, a.cancelled_on,
      l.number, l.disbursed_on, a.draft_members, a.draft_amounts
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, number, place)
    cross join lateral (
      select * from fund.application a
      where a.upk_id = q.upk_id and a.number = q.number limit 1) a
    left join lateral (
      select l.number, l.disbursed_on from fund.loan l
      where l.upk_id = q.upk_id and l.application = q.number and l.predecessor is null limit 1) l
      on true
    order by q.place
    """)

  static let shares = Statement(
    "application.shares",
    """
    select s.upk_id, s.application, s.member, s.requested, s.recommended
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, number, place)
    cross join lateral (
      select * from fund.application_share s
      where s.upk_id = q.upk_id and s.application = q.number offset 0) s
    order by q.place, s.line
    """)

  static let inspections = Statement(
    "application.inspections",
    """
    select i.upk_id, i.application, i.inspector, i.witness, i.inspected_on, i.note, i.round
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.inspection i
      where i.upk_id = q.upk_id and i.application = q.number
      order by i.round) i
    """)

  /// The steps of all rounds; those of the latest inspection count.
  static let steps = Statement(
    "application.steps",
    """
    select s.upk_id, s.application, s.round, s.step, s.role, s.quorum, s.deadline_days,
      s.from_amount, s.from_par_thousandths
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, number, place)
    cross join lateral (
      select * from fund.approval_step s
      where s.upk_id = q.upk_id and s.application = q.number offset 0) s
    order by q.place, s.round, s.step
    """)

  static let appraisals = Statement(
    "application.appraisals",
    """
    select a.upk_id, a.application, a.round, a.member, a.scores, a.income, a.living_cost,
      a.other_installments
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, number, place)
    cross join lateral (
      select * from fund.appraisal a
      where a.upk_id = q.upk_id and a.application = q.number offset 0) a
    order by q.place, a.round, a.member
    """)

  static let approvals = Statement(
    "application.approvals",
    """
    select a.upk_id, a.application, a.step, a.signer, a.verdict, a.signed_on, a.note, a.round,
      a.on_behalf_of, a.bound, s.role
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, number, place)
    cross join lateral (
      select * from fund.approval a
      where a.upk_id = q.upk_id and a.application = q.number offset 0) a
    cross join lateral (
      select * from fund.approval_step s
      where s.upk_id = a.upk_id and s.application = a.application and s.round = a.round
        and s.step = a.step limit 1) s
    order by q.place, a.round, a.step, a.signed_on, a.signer
    """)

  /// What approvals promise that are not paid out.
  static let reservations = Statement(
    "application.reservations",
    """
    select a.upk_id, a.number, s.amount, coalesce(a.released_on, v.decided_on)
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select a.upk_id, a.number, a.released_on from fund.application a
      where a.upk_id = q.upk_id and a.state in ('approved', 'contracted') offset 0) a
    cross join lateral (
      select sum(s.recommended)::bigint as amount from fund.application_share s
      where s.upk_id = a.upk_id and s.application = a.number) s
    cross join lateral (
      select max(v.signed_on) as decided_on from fund.approval v
      where v.upk_id = a.upk_id and v.application = a.number) v
    order by a.upk_id, a.number
    """)

  /// Those that were there on a day.
  static let page = Statement(
    "application.page",
    """
    select a.number from fund.application a
    where a.upk_id = $1::bigint and a.number > $2::bigint and a.submitted_on <= $3::date
    order by a.number limit $4::integer
    """)

  /// What was there on a day and was not over then, or was over later, of some UPK.
  static let open = Statement(
    "application.open",
    """
    select a.upk_id, a.number
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select a.upk_id, a.number from fund.application a
      where a.upk_id = q.upk_id and a.submitted_on <= $2::date and a.state in (
        'submitted', 'incomplete', 'inInspection', 'recommended', 'notRecommended', 'inDecision',
        'approved', 'waitlisted', 'contracted'
      )
      union all
      select a.upk_id, a.number from fund.application a
      where a.upk_id = q.upk_id and a.submitted_on <= $2::date and a.cancelled_on > $2::date
        and not exists (
          select from fund.loan l
          where l.upk_id = a.upk_id and l.application = a.number and l.disbursed_on <= $2::date)
      union all
      select a.upk_id, a.number from fund.application a
      where a.upk_id = q.upk_id and a.submitted_on <= $2::date and a.state = 'rejected'
        and exists (
          select from fund.approval v
          where v.upk_id = a.upk_id and v.application = a.number and v.signed_on > $2::date)
      union all
      select a.upk_id, a.number from fund.loan l
      join fund.application a on a.upk_id = l.upk_id and a.number = l.application
      where l.upk_id = q.upk_id and l.predecessor is null and l.disbursed_on > $2::date
        and a.submitted_on <= $2::date and a.cancelled_on is null
      offset 0) a
    order by a.upk_id, a.number
    """)

  /// What is not over of some groups, with the last day of what expires.
  static let openOfGroups = Statement(
    "application.open-of-groups",
    """
    select a.upk_id, a.ksm, a.number, case
      when a.state in ('draft', 'incomplete') then a.submitted_on + $3::integer
      when a.state = 'waitlisted' then a.waitlisted_on + $4::integer
      when a.state in ('approved', 'contracted') then $5::integer + coalesce(a.released_on, (
        select max(v.signed_on) from fund.approval v
        where v.upk_id = a.upk_id and v.application = a.number))
      end
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, ksm)
    cross join lateral (
      select * from fund.application a
      where a.upk_id = q.upk_id and a.ksm = q.ksm and a.state in (
        'submitted', 'incomplete', 'inInspection', 'recommended', 'notRecommended', 'inDecision',
        'approved', 'waitlisted', 'contracted'
      ) offset 0) a
    order by a.upk_id, a.number
    """)

  /// How many applications are looked at in one go.
  static let pageSize: Int32 = 500

  static let all = [
    byKey, shares, inspections, approvals, reservations, page, steps, appraisals, open,
    openOfGroups,
  ]

  /// Applications with their shares, inspections and signatures, by number.
  static func loading(_ ids: some Sequence<ApplicationID>) -> [Request] {
    let keys = keyColumns(ids)
    return [byKey, shares, inspections, approvals, steps, appraisals].map { Request($0, keys) }
  }

  /// Puts together what `loading` asked for, in the order of the keys.
  static func applications(_ rows: some Collection<Rows>) throws -> [Application] {
    let rows = Array(rows)
    var requested: [ApplicationID: [Share]] = [:]
    var recommended: [ApplicationID: [Share]] = [:]
    for row in rows[1] {
      let id: ApplicationID = try row.number(0, 1)
      let member = try row.int8(2)
      requested[id, default: []].append(Share(member: member, amount: try row.rupiah(3)))
      if let amount = try row.optionalInt8(4) {
        recommended[id, default: []].append(Share(member: member, amount: Rupiah(amount)))
      }
    }
    var inspections: [ApplicationID: [Inspection]] = [:]
    let steps = try Dictionary(grouping: rows[4], by: RoundKey.init)
    let appraisals = try Dictionary(grouping: rows[5], by: RoundKey.init)
    for row in rows[2] {
      let id: ApplicationID = try row.number(0, 1)
      let key = RoundKey(id: id, round: try row.int4(6))
      inspections[id, default: []].append(
        Inspection(
          round: Int(key.round), inspector: try row.personID(2), witness: try row.personID(3),
          on: try row.day(4), recommended: [],
          appraisals: try (appraisals[key] ?? []).map { try MemberAppraisal($0) },
          steps: try (steps[key] ?? []).map { try ChainStep($0, from: 3) },
          note: try row.text(5)))
    }
    var approvals: [ApplicationID: [Approval]] = [:]
    for row in rows[3] { approvals[try row.number(0, 1), default: []].append(try Approval(row)) }
    return try rows[0].map { row in
      var application = try Application(row, requested: requested)
      let signed = approvals[application.id] ?? []
      var rounds = (inspections[application.id] ?? []).map { inspection in
        EarlierRound(
          inspection: inspection,
          approvals: signed.filter { $0.round == inspection.round && $0.verdict != .sendBack })
      }
      if let latest = rounds.popLast() {
        application.inspection = latest.inspection.recommending(recommended[application.id] ?? [])
        application.approvals = latest.approvals
      }
      application.earlier = rounds
      application.returned = signed.filter { $0.verdict == .sendBack }
      return application
    }
  }
}

extension Inspection {
  /// The inspection with the shares that it recommends, which are kept of the latest alone.
  fileprivate func recommending(_ shares: [Share]) -> Inspection {
    Inspection(
      round: round, inspector: inspector, witness: witness, on: on, recommended: shares,
      appraisals: appraisals, steps: steps, note: note)
  }
}

/// An inspection of an application.
private struct RoundKey: Hashable {
  let id: ApplicationID
  let round: Int32

  init(id: ApplicationID, round: Int32) {
    self.id = id
    self.round = round
  }

  init(_ row: Row) throws {
    self.init(id: try row.number(0, 1), round: try row.int4(2))
  }
}

extension Application {
  fileprivate init(_ row: Row, requested: [ApplicationID: [Share]]) throws {
    let id: ApplicationID = try row.number(0, 1)
    let drafted: [Share]? =
      try row.isNull(26)
      ? nil : zip(row.int8s(26), row.int8s(27)).map { Share(member: $0, amount: Rupiah($1)) }
    self.init(
      id: id, ksm: try row.number(0, 2), purpose: try row.named(3),
      businessStage: try row.named(4), months: Int(try row.int4(5)),
      requested: drafted ?? requested[id] ?? [], submittedOn: try row.day(6),
      state: try row.named(7), inspection: nil, approvals: [],
      loan: try row.optionalInt8(8).map { LoanID(id.upk, $0) })
    wasHandedIn = drafted == nil
    missing = try row.texts(9).map {
      try stored(ApplicationPaper(rawValue: $0), "`\($0)` is no paper of an application")
    }
    completedOn = try row.optionalDay(10)
    waitlistedOn = try row.optionalDay(11)
    releasedOn = try row.optionalDay(12)
    if let reference = try row.optionalText(13) {
      contract = LoanAgreement(
        reference: reference, setOffConsent: try row.bool(15), on: try row.day(14))
    }
    if let reason = try row.optionalText(16) {
      skip = QueueSkip(
        reason: reason, requestedBy: try row.personID(17), requestedOn: try row.day(18),
        confirmedBy: try row.optionalInt8(19).map(PersonID.init),
        confirmedOn: try row.optionalDay(20))
    }
    if let reason = try row.optionalText(21) {
      cancellation = Cancellation(
        reason: reason, by: try row.personID(22), on: try row.day(23))
    }
    payOut = try row.optionalInt8(24).map {
      PayOut(loan: LoanID(id.upk, $0), on: try row.day(25))
    }
  }
}

extension Approval {
  fileprivate init(_ row: Row) throws {
    self.init(
      round: Int(try row.int4(7)),
      step: ApprovalStep(number: Int(try row.int4(2)), role: try row.named(10)),
      signer: try row.personID(3), onBehalfOf: try row.optionalInt8(8).map(PersonID.init),
      verdict: try row.named(4), on: try row.day(5), note: try row.text(6),
      bound: try row.text(9))
  }
}

extension MemberAppraisal {
  fileprivate init(_ row: Row) throws {
    self.init(
      member: try row.int8(3), scores: try row.int4s(4).map(Int.init),
      income: try row.rupiah(5), livingCost: try row.rupiah(6),
      otherInstallments: try row.rupiah(7))
  }
}

extension ChainStep {
  /// A step in six columns from one on: number, role, quorum, deadline, amount, PAR.
  init(_ row: Row, from column: Int) throws {
    self.init(
      number: Int(try row.int4(column)), role: try row.named(column + 1),
      quorum: Int(try row.int4(column + 2)), deadlineDays: Int(try row.int4(column + 3)),
      fromAmount: try row.rupiah(column + 4),
      fromPARThousandths: Int(try row.int4(column + 5)))
  }
}
