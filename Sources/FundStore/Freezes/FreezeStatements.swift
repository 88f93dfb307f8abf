internal import Libpq
internal import RevolvingFund

/// The statements of frozen books.
enum FreezeStatements {
  /// The freezes that hold.
  static let holding = Statement(
    "freeze.holding",
    """
    select upk_id, number, frozen_on, control, place, what, expected, found, requested_on,
      requested_by, reason, released_on, released_by
    from fund.freeze where upk_id = any($1::bigint[]) and released_on is null
    """)

  static let last = Statement(
    "freeze.last",
    """
    select upk_id, number, frozen_on, control, place, what, expected, found, requested_on,
      requested_by, reason, released_on, released_by
    from fund.freeze where upk_id = $1::bigint order by number desc limit 1
    """)

  /// Freezes a UPK unless it is frozen, or what was found is what two people released it with.
  static let insert = Statement(
    "freeze.insert",
    """
    insert into fund.freeze (upk_id, number, frozen_on, control, place, what, expected, found)
    select $1::bigint, coalesce(max(f.number), 0) + 1, $2::date, $3::text, $4::text, $5::text,
      $6::text, $7::text
    from fund.freeze f where f.upk_id = $1::bigint
    having count(*) filter (where f.released_on is null) = 0
      and not coalesce((
        select (l.control, l.place, l.what, l.expected, l.found)
          = ($3::text, $4::text, $5::text, $6::text, $7::text)
        from fund.freeze l where l.upk_id = $1::bigint order by l.number desc limit 1), false)
    """)

  static let update = Statement(
    "freeze.update",
    """
    update fund.freeze f set requested_on = q.requested_on, requested_by = q.requested_by,
      reason = q.reason, released_on = q.released_on, released_by = q.released_by
    from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[], $6::date[],
      $7::bigint[])
      as q (upk_id, number, requested_on, requested_by, reason, released_on, released_by)
    where f.upk_id = q.upk_id and f.number = q.number
    """)

  static let all = [holding, last, insert, update]

  static func change(_ freezes: [Freeze]) -> Request {
    Request(
      update,
      [
        .upks(freezes.map(\.upk)), .int8s(freezes.map(\.number)),
        .days(freezes.map(\.request?.on)), .int8s(freezes.map { $0.request?.by.value }),
        .texts(freezes.map(\.request?.reason)), .days(freezes.map(\.release?.on)),
        .int8s(freezes.map { $0.release?.by.value }),
      ])
  }
}

extension Freeze {
  init(_ row: Row) throws {
    var request: Request?
    if let day = try row.optionalDay(8) {
      request = Request(by: try row.personID(9), on: day, reason: try row.text(10))
    }
    var release: Release?
    if let day = try row.optionalDay(11) { release = Release(by: try row.personID(12), on: day) }
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), on: try row.day(2),
      difference: BookDifference(
        control: try row.text(3), place: try row.text(4), what: try row.text(5),
        expected: try row.text(6), found: try row.text(7)),
      request: request, release: release)
  }
}
