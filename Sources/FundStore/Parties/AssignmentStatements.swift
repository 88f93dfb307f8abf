internal import Libpq
internal import RevolvingFund

/// The statements of assignments.
enum AssignmentStatements {
  static let byKey = Statement(
    "assignment.by-key",
    """
    select assignment_id, person_id, role, scope, scope_region, scope_upk_id, valid_from,
      valid_until
    from fund.assignment
    where person_id = any($1::bigint[]) or assignment_id = any($2::bigint[])
    order by assignment_id
    """)

  static let page = Statement(
    "assignment.page",
    """
    select assignment_id, person_id, role, scope, scope_region, scope_upk_id, valid_from,
      valid_until
    from fund.assignment where person_id = $1::bigint and assignment_id > $2::bigint
    order by assignment_id limit $3::integer
    """)

  /// Those of the person whose account a token proves.
  static let ofBearer = Statement(
    "assignment.of-bearer",
    """
    select a.assignment_id, a.person_id, a.role, a.scope, a.scope_region, a.scope_upk_id,
      a.valid_from, a.valid_until
    from fund.token t
    join fund.principal p on p.principal_id = t.principal_id
    join fund.assignment a on a.person_id = p.person_id
    where t.hash = $1::bytea order by a.assignment_id
    """)

  /// Those that hold at a UPK: its own, those of the regions around it, and of the province.
  static let atUPK = Statement(
    "assignment.at-upk",
    """
    select a.assignment_id, a.person_id, a.role, a.scope, a.scope_region, a.scope_upk_id,
      a.valid_from, a.valid_until
    from fund.assignment a
    join fund.upk u on u.upk_id = $1::bigint
    where a.scope = 'province' or a.scope_upk_id = u.upk_id
      or u.region = a.scope_region or u.region like a.scope_region || '.%'
    order by a.assignment_id
    """)

  static let insert = Statement(
    "assignment.insert",
    """
    insert into fund.assignment (assignment_id, person_id, role, scope, scope_region,
      scope_upk_id, valid_from, valid_until)
    select q.assignment_id, q.person_id, q.role, q.scope, q.scope_region, q.scope_upk_id,
      q.valid_from, q.valid_until
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[],
      $7::date[], $8::date[])
      as q (assignment_id, person_id, role, scope, scope_region, scope_upk_id, valid_from,
        valid_until)
    """)

  static let end = Statement(
    "assignment.end",
    """
    update fund.assignment a set valid_until = q.valid_until
    from unnest($1::bigint[], $2::date[]) as q (assignment_id, valid_until)
    where a.assignment_id = q.assignment_id
    """)

  static let all = [byKey, page, ofBearer, atUPK, insert, end]

  static func insertion(_ assignments: [Assignment]) -> Request {
    Request(
      insert,
      [
        .numbers(assignments.map(\.id)), .numbers(assignments.map(\.person)),
        .names(assignments.map(\.role)), .texts(assignments.map(\.scope.columns.kind)),
        .texts(assignments.map(\.scope.columns.region)),
        .int8s(assignments.map(\.scope.columns.upk)), .days(assignments.map(\.from)),
        .days(assignments.map(\.until)),
      ])
  }

  static func ending(_ rows: [(id: AssignmentID, until: Day)]) -> Request {
    Request(end, [.numbers(rows.map(\.id)), .days(rows.map(\.until))])
  }
}

extension Scope {
  fileprivate var columns: (kind: String, region: String?, upk: Int64?) {
    switch self {
    case .province: ("province", nil, nil)
    case .region(let code): ("region", code.description, nil)
    case .upk(let id): ("upk", nil, id.value)
    }
  }

  fileprivate init(_ row: Row, region: Int, upk: Int) throws {
    if try !row.isNull(region) {
      self = .region(try row.regionCode(region))
    } else if try !row.isNull(upk) {
      self = .upk(try row.upkID(upk))
    } else {
      self = .province
    }
  }
}

extension Assignment {
  init(_ row: Row) throws {
    self.init(
      id: AssignmentID(try row.int8(0)), person: try row.personID(1), role: try row.named(2),
      scope: try Scope(row, region: 4, upk: 5), from: try row.day(6),
      until: try row.optionalDay(7))
  }
}
