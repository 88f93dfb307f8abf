import FundTesting
import Libpq
import Testing

@testable import FundStore

@Suite struct DialectTests {
  @Test(arguments: [
    // `ONE` and `TWO` stand for any of the first list, and of the first and the second. A list of
    // UPK is written to each table that is joined by its UPK, and to no other.
    (
      """
      select l.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
      join fund.loan l on l.upk_id = q.upk_id join fund.upk u on u.upk_id = q.upk_id
      """,
      """
      select l.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
      join (select * from fund.loan where upk_id = ONE) l on l.upk_id = q.upk_id \
      join fund.upk u on u.upk_id = q.upk_id
      """
    ),
    // Of several lists any may name it.
    (
      """
      select from unnest($1::bigint[]) as q (upk_id), unnest($2::bigint[]) as r (upk_id)
      cross join lateral (select from fund.member m where m.upk_id = q.upk_id offset 0) m
      """,
      """
      select from unnest($1::bigint[]) as q (upk_id), unnest($2::bigint[]) as r (upk_id)
      cross join lateral (select from (select * from fund.member \
      where upk_id = TWO) m where m.upk_id = q.upk_id) m
      """
    ),
    // What is asked for by something else is asked of every node.
    (
      "select from fund.loan l join fund.visit v on v.person_id = $2 where l.upk_id = $1::bigint",
      """
      select from (select * from fund.loan where upk_id = $1::bigint) l \
      join fund.visit v on v.person_id = $2 where l.upk_id = $1::bigint
      """
    ),
    (
      "select 1 from fund.freeze where upk_id = any($1::bigint[])",
      """
      select 1 from (select * from fund.freeze where upk_id = ONE) "freeze" \
      where upk_id = any($1::bigint[])
      """
    ),
    (
      """
      update fund.loan l set state = q.state
      from unnest($1::bigint[], $2::text[]) as q (upk_id, state)
      where l.upk_id = q.upk_id
      """,
      """
      update fund.loan l set state = q.state
      from unnest($1::bigint[], $2::text[]) as q (upk_id, state)
      where l.upk_id = ONE and l.upk_id = q.upk_id
      """
    ),
    ("select count(*) from fund.loan", "select count(*) from fund.loan"),
  ])
  func `a table is narrowed to the UPK that the statement is about`(sql: String, narrowed: String) {
    let lists = ["ONE": "$1::bigint[]", "TWO": "$1::bigint[] || $2::bigint[]"]
    let expected = lists.reduce(narrowed) { text, list in
      text.replacing(
        list.key, with: "any(case when \(list.value) = '{}' then '{0}' else \(list.value) end)")
    }
    #expect(Dialect.narrowed(sql) == expected)
  }

  @Test(arguments: [
    (
      "duplicate key value violates unique constraint \"ksm_pkey_102071\"",
      SQLState.uniqueViolation, "ksm_pkey"
    ),
    (
      "new row for relation \"loan_102191\" violates check constraint \"a_loan_has_months_102191\"",
      .checkViolation, "a_loan_has_months"
    ),
    (
      "insert or update on table \"ksm_7\" violates foreign key constraint \"a_group_belongs_7\"",
      .foreignKeyViolation, "a_group_belongs"
    ),
    ("could not open a file", SQLState("XX000"), nil),
  ])
  func `an error of a shard is told as one PostgreSQL tells it`(
    message: String, state: SQLState, constraint: String?
  ) {
    let error = ServerError(sqlState: SQLState("XX000"), statement: "a", message: message)
    #expect(error.asOfOneServer.sqlState == state)
    #expect(error.asOfOneServer.constraint == constraint)
  }

  @Test func `what is put to Citus is SQL too`() async throws {
    try await FundFixture.withStore { fixture in
      try await fixture.superuser { connection in
        for (number, statement) in StatementRegistry.all.enumerated() {
          do {
            try connection.script(
              "prepare statement_\(number) as \(Dialect.narrowed(statement.sql))")
          } catch {
            Issue.record("\(statement.name): \(error)")
          }
        }
      }
    }
  }
}
