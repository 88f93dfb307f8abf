internal import Libpq
internal import RevolvingFund

/// The statements that write applications.
enum ApplicationWrites {
  static let insert = Statement(
    "application.insert",
    """
    insert into fund.application (upk_id, number, ksm, purpose, business_stage, months,
      submitted_on, state)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[],
      $6::integer[], $7::date[], $8::text[])
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
    insert into fund.inspection (upk_id, application, inspector, witness, inspected_on, note)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::date[],
      $6::text[])
    """)

  static let recommend = Statement(
    "application.recommend",
    """
    update fund.application_share s set recommended = q.recommended
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[])
      as q (upk_id, application, member, recommended)
    where s.upk_id = q.upk_id and s.application = q.application and s.member = q.member
    """)

  static let insertApproval = Statement(
    "application.insert-approval",
    """
    insert into fund.approval (upk_id, application, step, signer, verdict, signed_on, note)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::text[],
      $6::date[], $7::text[])
    """)

  static let setState = Statement(
    "application.set-state",
    """
    update fund.application a set state = q.state, loan = q.loan
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[])
      as q (upk_id, number, state, loan)
    where a.upk_id = q.upk_id and a.number = q.number
    """)

  static let all = [
    insert, insertShares, insertInspection, recommend, insertApproval, setState,
  ]

  static func insertion(_ applications: [Application]) -> [Request] {
    let shares = applications.flatMap { application in
      application.requested.enumerated().map { (application.id, line: $0 + 1, share: $1) }
    }
    return [
      Request(
        insert,
        [
          .upks(applications.map(\.id.upk)), .int8s(applications.map(\.id.number)),
          .int8s(applications.map(\.ksm.number)), .names(applications.map(\.purpose)),
          .names(applications.map(\.businessStage)), .int4s(applications.map { Int32($0.months) }),
          .days(applications.map(\.submittedOn)), .names(applications.map(\.state)),
        ]),
      Request(
        insertShares,
        [
          .upks(shares.map(\.0.upk)), .int8s(shares.map(\.0.number)),
          .int8s(shares.map(\.share.member)), .int4s(shares.map { Int32($0.line) }),
          .amounts(shares.map(\.share.amount)),
        ]),
    ]
  }

  static func inspection(_ rows: [(id: ApplicationID, inspection: Inspection)]) -> [Request] {
    let shares = rows.flatMap { row in row.inspection.recommended.map { (row.id, share: $0) } }
    return [
      Request(
        insertInspection,
        [
          .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)),
          .numbers(rows.map(\.inspection.inspector)), .numbers(rows.map(\.inspection.witness)),
          .days(rows.map(\.inspection.on)), .texts(rows.map(\.inspection.note)),
        ]),
      Request(
        recommend,
        [
          .upks(shares.map(\.0.upk)), .int8s(shares.map(\.0.number)),
          .int8s(shares.map(\.share.member)), .amounts(shares.map(\.share.amount)),
        ]),
    ]
  }

  static func approval(_ rows: [(id: ApplicationID, approval: Approval)]) -> Request {
    Request(
      insertApproval,
      [
        .upks(rows.map(\.id.upk)), .int8s(rows.map(\.id.number)),
        .int4s(rows.map { Int32($0.approval.step.rawValue) }),
        .numbers(rows.map(\.approval.signer)), .names(rows.map(\.approval.verdict)),
        .days(rows.map(\.approval.on)), .texts(rows.map(\.approval.note)),
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
