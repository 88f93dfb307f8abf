internal import Libpq
public import RevolvingFund

/// The statements of joint collections.
enum CollectionStatements {
  static let insert = Statement(
    "collection.insert",
    """
    insert into fund.joint_collection (upk_id, number, held_on, board_person, unit_person, note)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::bigint[],
      $6::text[])
    """)

  static let page = Statement(
    "collection.page",
    """
    select upk_id, number, held_on, board_person, unit_person, note from fund.joint_collection
    where upk_id = $1::bigint and number > $2::bigint order by number limit $3::integer
    """)

  static let days = Statement(
    "collection.days",
    """
    select distinct c.upk_id, c.held_on
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select c.upk_id, c.held_on from fund.joint_collection c
      where c.upk_id = q.upk_id offset 0) c
    order by c.upk_id, c.held_on
    """)

  static let all = [insert, page, days]

  static func insertion(_ rows: [JointCollection]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .days(rows.map(\.on)),
        .numbers(rows.map(\.boardPerson)), .numbers(rows.map(\.unitPerson)),
        .texts(rows.map(\.note)),
      ])
  }
}

extension FundStore {
  /// Joint collections of a UPK as they were recorded, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func collections(
    _ upk: UPKID, after: Int64?, limit: Int
  ) async throws -> [JointCollection] {
    try await read(
      CollectionStatements.page,
      [.int8(upk.value), .int8(after ?? 0), .int4(Int32(clamping: limit))]
    ) { rows in
      try rows.map { row in
        JointCollection(
          upk: try row.upkID(0), number: try row.int8(1), on: try row.day(2),
          boardPerson: try row.personID(3), unitPerson: try row.personID(4),
          note: try row.text(5))
      }
    }
  }
}
