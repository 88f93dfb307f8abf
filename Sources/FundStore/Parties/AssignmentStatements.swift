internal import Libpq
internal import RevolvingFund

/// The statements of assignments.
enum AssignmentStatements {
  static let byKey = Statement(
    "assignment.by-key",
    """
    select assignment_id, person_id, role, scope, scope_region, scope_upk_id, valid_from,
      valid_until, minutes, minutes_on, duties, duties_on
    from fund.assignment
    where person_id = any($1::bigint[]) or assignment_id = any($2::bigint[])
    order by assignment_id
    """)

  static let page = Statement(
    "assignment.page",
    """
    select assignment_id, person_id, role, scope, scope_region, scope_upk_id, valid_from,
      valid_until, minutes, minutes_on, duties, duties_on
    from fund.assignment where person_id = $1::bigint and assignment_id > $2::bigint
    order by assignment_id limit $3::integer
    """)

  /// Those of the person whose account a token proves.
  static let ofBearers = Statement(
    "assignment.of-bearers",
    """
    select a.assignment_id, a.person_id, a.role, a.scope, a.scope_region, a.scope_upk_id,
      a.valid_from, a.valid_until, a.minutes, a.minutes_on, a.duties, a.duties_on
    from fund.assignment a
    where a.person_id in (
      select p.person_id from fund.token t
      join fund.principal p on p.principal_id = t.principal_id
      where t.hash = any($1::bytea[]))
    order by a.assignment_id
    """)

  /// Those that hold at a UPK: its own, those of the regions around it, and of the province.
  static let atUPK = Statement(
    "assignment.at-upk",
    """
    select a.assignment_id, a.person_id, a.role, a.scope, a.scope_region, a.scope_upk_id,
      a.valid_from, a.valid_until, a.minutes, a.minutes_on, a.duties, a.duties_on
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
      scope_upk_id, valid_from, valid_until, minutes, minutes_on, duties, duties_on)
    select q.assignment_id, q.person_id, q.role, q.scope, q.scope_region, q.scope_upk_id,
      q.valid_from, q.valid_until, q.minutes, q.minutes_on, q.duties, q.duties_on
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[],
      $7::date[], $8::date[], $9::text[], $10::date[], $11::text[], $12::date[])
      as q (assignment_id, person_id, role, scope, scope_region, scope_upk_id, valid_from,
        valid_until, minutes, minutes_on, duties, duties_on)
    """)

  static let end = Statement(
    "assignment.end",
    """
    update fund.assignment a set valid_until = q.valid_until
    from unnest($1::bigint[], $2::date[]) as q (assignment_id, valid_until)
    where a.assignment_id = q.assignment_id
    """)

  static let file = Statement(
    "assignment.file",
    """
    update fund.assignment a set minutes = q.minutes, minutes_on = q.minutes_on,
      duties = q.duties, duties_on = q.duties_on
    from unnest($1::bigint[], $2::text[], $3::date[], $4::text[], $5::date[])
      as q (assignment_id, minutes, minutes_on, duties, duties_on)
    where a.assignment_id = q.assignment_id
    """)

  static let all = [byKey, page, ofBearers, atUPK, insert, end, file]

  static func insertion(_ assignments: [Assignment]) -> Request {
    Request(
      insert,
      [
        .numbers(assignments.map(\.id)), .numbers(assignments.map(\.person)),
        .names(assignments.map(\.role)), .texts(assignments.map(\.scope.columns.kind)),
        .texts(assignments.map(\.scope.columns.region)),
        .int8s(assignments.map(\.scope.columns.upk)), .days(assignments.map(\.from)),
        .days(assignments.map(\.until)), .texts(assignments.map(\.minutes?.text)),
        .days(assignments.map(\.minutes?.filedOn)), .texts(assignments.map(\.duties?.text)),
        .days(assignments.map(\.duties?.filedOn)),
      ])
  }

  static func ending(_ rows: [(id: AssignmentID, until: Day)]) -> Request {
    Request(end, [.numbers(rows.map(\.id)), .days(rows.map(\.until))])
  }

  static func filing(
    _ rows: [(id: AssignmentID, minutes: FiledPaper?, duties: FiledPaper?)]
  ) -> Request {
    Request(
      file,
      [
        .numbers(rows.map(\.id)), .texts(rows.map(\.minutes?.text)),
        .days(rows.map(\.minutes?.filedOn)), .texts(rows.map(\.duties?.text)),
        .days(rows.map(\.duties?.filedOn)),
      ])
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
  /// An assignment from the first twelve columns of a row.
  init(_ row: Row) throws {
    self.init(
      id: AssignmentID(try row.int8(0)), person: try row.personID(1), role: try row.named(2),
      scope: try Scope(row, region: 4, upk: 5), from: try row.day(6),
      until: try row.optionalDay(7), minutes: try row.filedPaper(8, on: 9),
      duties: try row.filedPaper(10, on: 11))
  }
}

extension Row {
  fileprivate func filedPaper(_ text: Int, on day: Int) throws -> FiledPaper? {
    guard let text = try optionalText(text) else { return nil }
    return FiledPaper(text, on: try self.day(day))
  }
}
