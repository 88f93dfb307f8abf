internal import Libpq
internal import RevolvingFund

/// The statements that read applications.
enum ApplicationStatements {
  static let byKey = Statement(
    "application.by-key",
    """
    select a.upk_id, a.number, a.ksm, a.purpose, a.business_stage, a.months, a.submitted_on,
      a.state, a.loan
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, number, place)
    cross join lateral (
      select * from fund.application a
      where a.upk_id = q.upk_id and a.number = q.number limit 1) a
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
    select i.upk_id, i.application, i.inspector, i.witness, i.inspected_on, i.note
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.inspection i
      where i.upk_id = q.upk_id and i.application = q.number limit 1) i
    """)

  static let approvals = Statement(
    "application.approvals",
    """
    select a.upk_id, a.application, a.step, a.signer, a.verdict, a.signed_on, a.note
    from unnest($1::bigint[], $2::bigint[]) with ordinality as q (upk_id, number, place)
    cross join lateral (
      select * from fund.approval a
      where a.upk_id = q.upk_id and a.application = q.number offset 0) a
    order by q.place, a.step
    """)

  /// What approvals promise that are not paid out.
  static let reservations = Statement(
    "application.reservations",
    """
    select a.upk_id, a.number, s.amount, v.decided_on
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select a.upk_id, a.number from fund.application a
      where a.upk_id = q.upk_id and a.state = 'approved' offset 0) a
    cross join lateral (
      select sum(s.recommended)::bigint as amount from fund.application_share s
      where s.upk_id = a.upk_id and s.application = a.number) s
    cross join lateral (
      select max(v.signed_on) as decided_on from fund.approval v
      where v.upk_id = a.upk_id and v.application = a.number) v
    order by a.upk_id, a.number
    """)

  static let page = Statement(
    "application.page",
    """
    select number from fund.application
    where upk_id = $1::bigint and ($2::text is null or state = $2::text) and number > $3::bigint
    order by number limit $4::integer
    """)

  static let all = [byKey, shares, inspections, approvals, reservations, page]

  /// Applications with their shares, inspections and signatures, by number.
  static func loading(_ ids: some Sequence<ApplicationID>) -> [Request] {
    let keys = keyColumns(ids)
    return [byKey, shares, inspections, approvals].map { Request($0, keys) }
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
    var inspections: [ApplicationID: Inspection] = [:]
    for row in rows[2] {
      let id: ApplicationID = try row.number(0, 1)
      inspections[id] = Inspection(
        inspector: try row.personID(2), witness: try row.personID(3), on: try row.day(4),
        recommended: recommended[id] ?? [], note: try row.text(5))
    }
    var approvals: [ApplicationID: [Approval]] = [:]
    for row in rows[3] { approvals[try row.number(0, 1), default: []].append(try Approval(row)) }
    return try rows[0].map { row in
      let id: ApplicationID = try row.number(0, 1)
      return Application(
        id: id, ksm: try row.number(0, 2), purpose: try row.named(3),
        businessStage: try row.named(4), months: Int(try row.int4(5)),
        requested: requested[id] ?? [], submittedOn: try row.day(6), state: try row.named(7),
        inspection: inspections[id], approvals: approvals[id] ?? [],
        loan: try row.optionalInt8(8).map { LoanID(id.upk, $0) })
    }
  }
}

extension Approval {
  fileprivate init(_ row: Row) throws {
    let number = try row.int4(2)
    self.init(
      step: try stored(ApprovalStep(rawValue: Int(number)), "there is no approval step \(number)"),
      signer: try row.personID(3), verdict: try row.named(4), on: try row.day(5),
      note: try row.text(6))
  }
}
