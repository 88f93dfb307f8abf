internal import Libpq
public import RevolvingFund

/// The statements of the plans of repairs.
enum RepairStatements {
  static let ofUPK = Statement(
    "repair.of-upk",
    """
    select upk_id, number, repair, responsible, due, note, planned_on from fund.recovery_task
    where upk_id = any($1::bigint[]) order by upk_id, number
    """)

  static let insert = Statement(
    "repair.insert",
    """
    insert into fund.recovery_task (upk_id, number, repair, responsible, due, note, planned_on)
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::date[],
      $6::text[], $7::date[])
    """)

  static let all = [ofUPK, insert]

  static func insertion(_ rows: [RecoveryTask]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .names(rows.map(\.repair)),
        .numbers(rows.map(\.responsible)), .days(rows.map(\.due)), .texts(rows.map(\.note)),
        .days(rows.map(\.plannedOn)),
      ])
  }
}

extension RecoveryTask {
  init(_ row: Row) throws {
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), repair: try row.named(2),
      responsible: try row.personID(3), due: try row.day(4), note: try row.text(5),
      plannedOn: try row.day(6))
  }
}

extension FundStore {
  /// Every plan of a repair of a UPK, those that others took the place of too, by number.
  ///
  /// - Throws: `StoreError`.
  public func repairs(_ upk: UPKID) async throws -> [RecoveryTask] {
    try await read(RepairStatements.ofUPK, [.upks([upk])]) {
      try $0.map { try RecoveryTask($0) }
    }
  }
}
