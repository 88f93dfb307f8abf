internal import Libpq
internal import RevolvingFund

/// The statements that write applications.
enum ApplicationWrites {
  static let insert = Statement(
    "application.insert",
    """
    insert into fund.application (upk_id, number, ksm, purpose, business_stage, months,
      submitted_on, state, completed_on, missing, draft_members, draft_amounts)
    select q.upk_id, q.number, q.ksm, q.purpose, q.business_stage, q.months, q.submitted_on,
      q.state, q.completed_on, string_to_array(q.missing, ','),
      string_to_array(q.draft_members, ',')::bigint[],
      string_to_array(q.draft_amounts, ',')::bigint[]
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[],
      $6::integer[], $7::date[], $8::text[], $9::date[], $10::text[], $11::text[], $12::text[])
      as q (upk_id, number, ksm, purpose, business_stage, months, submitted_on, state,
        completed_on, missing, draft_members, draft_amounts)
    """)

  /// A draft that was typed anew, or submitted: what it says now.
  static let file = Statement(
    "application.file",
    """
    update fund.application a set purpose = q.purpose, business_stage = q.business_stage,
      months = q.months, submitted_on = q.submitted_on, state = q.state,
      completed_on = q.completed_on, missing = string_to_array(q.missing, ','),
      draft_members = string_to_array(q.draft_members, ',')::bigint[],
      draft_amounts = string_to_array(q.draft_amounts, ',')::bigint[]
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::integer[], $6::date[],
      $7::text[], $8::date[], $9::text[], $10::text[], $11::text[])
      as q (upk_id, number, purpose, business_stage, months, submitted_on, state, completed_on,
        missing, draft_members, draft_amounts)
    where a.upk_id = q.upk_id and a.number = q.number
    """)

  static let insertShares = Statement(
    "application.insert-shares",
    """
    insert into fund.application_share (upk_id, application, member, line, requested)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::integer[], $5::bigint[])
    """)

  static let insertInspection = Statement(
    "application.insert-inspection",
    """
    insert into fund.inspection
      (upk_id, application, inspector, witness, inspected_on, note, round)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::date[],
      $6::text[], $7::integer[])
    """)

  static let insertSteps = Statement(
    "application.insert-steps",
    """
    insert into fund.approval_step (upk_id, application, round, step, role, quorum,
      deadline_days, from_amount, from_par_thousandths)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::integer[], $5::text[],
      $6::integer[], $7::integer[], $8::bigint[], $9::integer[])
    """)

  static let insertAppraisals = Statement(
    "application.insert-appraisals",
    """
    insert into fund.appraisal (upk_id, application, round, member, scores, income, living_cost,
      other_installments)
    select q.upk_id, q.application, q.round, q.member, string_to_array(q.scores, ',')::integer[],
      q.income, q.living_cost, q.other_installments
    from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::text[],
      $6::bigint[], $7::bigint[], $8::bigint[])
      as q (upk_id, application, round, member, scores, income, living_cost, other_installments)
    """)

  /// The recommended shares of the latest inspection; what an earlier one recommended is gone.
  static let recommend = Statement(
    "application.recommend",
    """
    update fund.application_share s set recommended = (
      select r.recommended
      from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])
        as r (upk_id, application, member, recommended)
      where r.upk_id = s.upk_id and r.application = s.application and r.member = s.member)
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, application)
    where s.upk_id = q.upk_id and s.application = q.application
    """)

  static let insertApproval = Statement(
    "application.insert-approval",
    """
    insert into fund.approval (upk_id, application, step, signer, verdict, signed_on, note,
      round, on_behalf_of, bound, inspector)
    select q.*, i.inspector
    from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::text[], $6::date[],
      $7::text[], $8::integer[], $9::bigint[], $10::text[])
      as q (upk_id, application, step, signer, verdict, signed_on, note, round, on_behalf_of,
        bound)
    join fund.inspection i
      on i.upk_id = q.upk_id and i.application = q.application and i.round = q.round
    """)

  static let setState = Statement(
    "application.set-state",
    """
    update fund.application a set state = q.state, loan = q.loan
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[])
      as q (upk_id, number, state, loan)
    where a.upk_id = q.upk_id and a.number = q.number
    """)

  static let void = Statement(
    "application.void",
    """
    update fund.application a set state = 'cancelled', loan = null,
      cancel_reason = q.cancel_reason, cancelled_by = q.cancelled_by,
      cancelled_on = q.cancelled_on
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::date[])
      as q (upk_id, number, cancel_reason, cancelled_by, cancelled_on)
    where a.upk_id = q.upk_id and a.number = q.number
    """)

  /// Everything about applications that is neither visit, signature nor pay-out.
  static let change = Statement(
    "application.change",
    """
    update fund.application a set state = q.state, missing = string_to_array(q.missing, ','),
      completed_on = q.completed_on, waitlisted_on = q.waitlisted_on,
      released_on = q.released_on, agreement = q.agreement, agreed_on = q.agreed_on,
      set_off_consent = q.set_off_consent, skip_reason = q.skip_reason,
      skip_requested_by = q.skip_requested_by, skip_requested_on = q.skip_requested_on,
      skip_confirmed_by = q.skip_confirmed_by, skip_confirmed_on = q.skip_confirmed_on,
      cancel_reason = q.cancel_reason, cancelled_by = q.cancelled_by,
      cancelled_on = q.cancelled_on
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::date[], $6::date[],
      $7::date[], $8::text[], $9::date[], $10::boolean[], $11::text[], $12::bigint[],
      $13::date[], $14::bigint[], $15::date[], $16::text[], $17::bigint[], $18::date[])
      as q (upk_id, number, state, missing, completed_on, waitlisted_on, released_on, agreement,
        agreed_on, set_off_consent, skip_reason, skip_requested_by, skip_requested_on,
        skip_confirmed_by, skip_confirmed_on, cancel_reason, cancelled_by, cancelled_on)
    where a.upk_id = q.upk_id and a.number = q.number
    """)

  static let all = [
    insert, insertShares, insertInspection, recommend, insertApproval, setState, insertSteps,
    insertAppraisals, void, change, file,
  ]

  static func insertion(_ applications: [Application]) -> [Request] {
    [
      Request(
        insert,
        [
          .upks(applications.map(\.id.upk)), .int8s(applications.map(\.id.number)),
          .int8s(applications.map(\.ksm.number)), .names(applications.map(\.purpose)),
          .names(applications.map(\.businessStage)), .int4s(applications.map { Int32($0.months) }),
          .days(applications.map(\.submittedOn)), .names(applications.map(\.state)),
          .days(applications.map(\.completedOn)), .texts(applications.map(\.missingNames)),
          .texts(applications.map { $0.drafted(\.member) }),
          .texts(applications.map { $0.drafted(\.amount.amount) }),
        ]), shares(applications),
    ]
  }

  static func filing(_ applications: [Application]) -> [Request] {
    [
      Request(
        file,
        [
          .upks(applications.map(\.id.upk)), .int8s(applications.map(\.id.number)),
          .names(applications.map(\.purpose)), .names(applications.map(\.businessStage)),
          .int4s(applications.map { Int32($0.months) }), .days(applications.map(\.submittedOn)),
          .names(applications.map(\.state)), .days(applications.map(\.completedOn)),
          .texts(applications.map(\.missingNames)),
          .texts(applications.map { $0.drafted(\.member) }),
          .texts(applications.map { $0.drafted(\.amount.amount) }),
        ]), shares(applications),
    ]
  }

  /// The shares of what is submitted; a draft keeps its own, which may be of anybody.
  private static func shares(_ applications: [Application]) -> Request {
    let shares = applications.filter(\.wasHandedIn).flatMap { application in
      application.requested.enumerated().map { (application.id, line: $0 + 1, share: $1) }
    }
    return Request(
      insertShares,
      [
        .upks(shares.map(\.0.upk)), .int8s(shares.map(\.0.number)),
        .int8s(shares.map(\.share.member)), .int4s(shares.map { Int32($0.line) }),
        .amounts(shares.map(\.share.amount)),
      ])
  }

  static func voiding(_ rows: [(id: ApplicationID, cancellation: Cancellation)]) -> Request {
    Request(
      void,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)),
        .texts(rows.map(\.cancellation.reason)), .numbers(rows.map(\.cancellation.by)),
        .days(rows.map(\.cancellation.on)),
      ])
  }

  static func inspection(_ rows: [(id: ApplicationID, inspection: Inspection)]) -> [Request] {
    let shares = rows.flatMap { row in row.inspection.recommended.map { (row.id, share: $0) } }
    let ids: [Parameter] = [.upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number))]
    return [
      Request(
        insertInspection,
        ids + [
          .numbers(rows.map(\.inspection.inspector)), .numbers(rows.map(\.inspection.witness)),
          .days(rows.map(\.inspection.on)), .texts(rows.map(\.inspection.note)),
          .int4s(rows.map { Int32($0.inspection.round) }),
        ]),
      Request(
        recommend,
        ids + [
          .upks(shares.map(\.0.upk)), .int8s(shares.map(\.0.number)),
          .int8s(shares.map(\.share.member)), .amounts(shares.map(\.share.amount)),
        ]),
      steps(rows), appraisals(rows),
    ]
  }

  private static func steps(
    _ rows: [(id: ApplicationID, inspection: Inspection)]
  ) -> Request {
    let steps = rows.flatMap { row in
      row.inspection.steps.map { (id: row.id, round: row.inspection.round, step: $0) }
    }
    return Request(
      insertSteps,
      [
        .upks(steps.map(\.id.upk)), .int8s(steps.map(\.id.number)),
        .int4s(steps.map { Int32($0.round) }), .int4s(steps.map { Int32($0.step.number) }),
        .names(steps.map(\.step.role)), .int4s(steps.map { Int32($0.step.quorum) }),
        .int4s(steps.map { Int32($0.step.deadlineDays) }), .amounts(steps.map(\.step.fromAmount)),
        .int4s(steps.map { Int32($0.step.fromPARThousandths) }),
      ])
  }

  private static func appraisals(
    _ rows: [(id: ApplicationID, inspection: Inspection)]
  ) -> Request {
    let found = rows.flatMap { row in
      row.inspection.appraisals.map { (id: row.id, round: row.inspection.round, member: $0) }
    }
    return Request(
      insertAppraisals,
      [
        .upks(found.map(\.id.upk)), .int8s(found.map(\.id.number)),
        .int4s(found.map { Int32($0.round) }), .int8s(found.map(\.member.member)),
        .texts(found.map { $0.member.scores.map(String.init).joined(separator: ",") }),
        .amounts(found.map(\.member.income)), .amounts(found.map(\.member.livingCost)),
        .amounts(found.map(\.member.otherInstallments)),
      ])
  }

  static func approval(_ rows: [(id: ApplicationID, approval: Approval)]) -> Request {
    Request(
      insertApproval,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)),
        .int4s(rows.map { Int32($0.approval.step.number) }),
        .numbers(rows.map(\.approval.signer)), .names(rows.map(\.approval.verdict)),
        .days(rows.map(\.approval.on)), .texts(rows.map(\.approval.note)),
        .int4s(rows.map { Int32($0.approval.round) }),
        .int8s(rows.map { $0.approval.onBehalfOf?.value }), .texts(rows.map(\.approval.bound)),
      ])
  }

  static func changing(_ rows: [Application]) -> Request {
    Request(
      change,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .names(rows.map(\.state)),
        .texts(rows.map(\.missingNames)), .days(rows.map(\.completedOn)),
        .days(rows.map(\.waitlistedOn)), .days(rows.map(\.releasedOn)),
        .texts(rows.map { $0.contract?.reference }), .days(rows.map { $0.contract?.on }),
        .bools(rows.map { $0.contract?.setOffConsent ?? false }),
        .texts(rows.map { $0.skip?.reason }), .int8s(rows.map { $0.skip?.requestedBy.value }),
        .days(rows.map { $0.skip?.requestedOn }),
        .int8s(rows.map { $0.skip?.confirmedBy?.value }),
        .days(rows.map { $0.skip?.confirmedOn }),
        .texts(rows.map { $0.cancellation?.reason }),
        .int8s(rows.map { $0.cancellation?.by.value }),
        .days(rows.map { $0.cancellation?.on }),
      ])
  }

  static func state(_ rows: [ApplicationStanding]) -> Request {
    Request(
      setState,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)), .names(rows.map(\.state)),
        .int8s(rows.map { $0.loan?.number }),
      ])
  }
}

/// Where an application stands after a group of commands.
struct ApplicationStanding {
  let id: ApplicationID
  let state: ApplicationState
  let loan: LoanID?
}

extension Application {
  /// The missing papers in one text: arrays of arrays must be of one length.
  fileprivate var missingNames: String { missing.map(\.rawValue).joined(separator: ",") }

  /// What a draft's shares say of one thing, in one text as above; `nil` where it is none.
  fileprivate func drafted(_ part: (Share) -> Int64) -> String? {
    wasHandedIn
      ? nil : requested.map { "\(part($0))" }.joined(separator: ",")
  }
}
