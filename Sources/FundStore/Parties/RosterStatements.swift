internal import Libpq
public import RevolvingFund

/// The statements that read everybody in office for UPK.
enum RosterStatements {
  /// Assignments that take in one of some UPK, which stands in the column `unit`.
  ///
  /// They are its own, those of the regions around it, and those of the province. Codes of regions
  /// have 2, 5, 8 or 13 characters.
  static let assignments = Statement(
    "roster.assignments",
    """
    with unit as (select upk_id, region from fund.upk where upk_id = any($1::bigint[])),
    office as (
      select u.upk_id as unit, a.* from unit u
      join fund.assignment a on a.scope = 'upk' and a.scope_upk_id = u.upk_id
      union all
      select u.upk_id, a.* from unit u
      join fund.assignment a on a.scope = 'region' and a.scope_upk_id is null
        and a.scope_region in (u.region, left(u.region, 8), left(u.region, 5), left(u.region, 2))
      union all
      select u.upk_id, a.* from unit u join fund.assignment a on a.scope = 'province'
    )
    select o.assignment_id, o.person_id, o.role, o.scope, o.scope_region, o.scope_upk_id,
      o.valid_from, o.valid_until, o.minutes, o.minutes_on, o.duties, o.duties_on, o.unit,
      p.gender, p.nik_digest is not null
    from office o join fund.person p on p.person_id = o.person_id
    """)

  /// The trainings of the persons whom `assignments` gives.
  static let trainings = Statement(
    "roster.trainings",
    """
    with unit as (select upk_id, region from fund.upk where upk_id = any($1::bigint[])),
    office as (
      select a.person_id from unit u
      join fund.assignment a on a.scope = 'upk' and a.scope_upk_id = u.upk_id
      union
      select a.person_id from unit u
      join fund.assignment a on a.scope = 'region' and a.scope_upk_id is null
        and a.scope_region in (u.region, left(u.region, 8), left(u.region, 5), left(u.region, 2))
      union
      select a.person_id from fund.assignment a where a.scope = 'province'
    )
    select t.training_id, t.person_id, t.topic, t.trained_on, t.reference
    from office o join fund.training t on t.person_id = o.person_id
    """)

  static let all = [assignments, trainings]

  static func loading(_ upks: [UPKID]) -> [Request] {
    [assignments, trainings].map { Request($0, [.upks(upks)]) }
  }

  /// The rosters of UPK from the rows that `loading` gave; one of nobody where there are none.
  static func rosters(
    _ rows: some Collection<Rows>, of upks: [UPKID]
  ) throws -> [UPKID: Roster] {
    let tables = Array(rows)
    var held: [UPKID: [Assignment]] = [:]
    var persons: [UPKID: Set<Person>] = [:]
    for row in tables[0] {
      let assignment = try Assignment(row)
      let upk = try row.upkID(12)
      held[upk, default: []].append(assignment)
      persons[upk, default: []].insert(
        Person(
          id: assignment.person, gender: try row.named(13), isIdentified: try row.bool(14)))
    }
    let trainings = try tables[1].map { try Training($0) }
    return upks.reduce(into: [:]) { rosters, upk in
      rosters[upk] = Roster(
        upk: upk, assignments: held[upk] ?? [], persons: Array(persons[upk] ?? []),
        trainings: trainings)
    }
  }
}

extension FundStore {
  /// Everybody who holds or held an office for a UPK, with training and papers.
  ///
  /// - Throws: `StoreError`.
  public func roster(of upk: UPKID) async throws -> Roster {
    try await read(RosterStatements.loading([upk])) { rows in
      try RosterStatements.rosters(rows, of: [upk])[upk]
        ?? Roster(upk: upk, assignments: [], persons: [], trainings: [])
    }
  }
}
