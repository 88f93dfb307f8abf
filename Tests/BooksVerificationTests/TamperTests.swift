import Foundation
import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import BooksVerification

@Suite struct TamperTests {
  /// What is no part of the books, with the reason; everything else in the schema is altered.
  static let otherTables: [String: String] = [
    "schema_migration": "says which program made the schema",
    "region": "a place", "bkm": "a board", "upk": "a party; its events are the province's",
    "person": "a party; sealed", "personal_data_key": "what opens it",
    "assignment": "who may do what", "principal": "who calls",
    "token": "how a caller proves it", "training": "a party's", "instrument": "the province's rule",
    "policy_bounds": "the province's rule", "charter": "a paper of the board",
    "lending_policy": "terms are held against the event that set them",
    "policy_acknowledgement": "a paper of an officer", "ksm": "a party", "member": "a party",
    "application": "a paper on its way; the loan is held against its events",
    "application_share": "as the application; its order is held against the loan's shares",
    "appraisal": "a paper of a visit", "inspection": "a paper of a visit",
    "approval": "a signature; bound to what was signed", "approval_chain": "a rule of the board",
    "approval_chain_step": "a rule of the board", "approval_step": "a rule of the board",
    "delegation": "who may sign", "relationship": "a party's", "attestation": "a paper",
    "recovery_task": "a plan", "joint_collection": "minutes; move no money",
    "case_step": "letters and visits; move no money", "case_answer": "a letter; moves no money",
    "visit": "a paper of a visit", "borrower_block": "a party's",
    "delegation_revocation": "who may sign", "relationship_end": "a party's",
  ]

  /// Columns of booked rows that cannot matter, with the reason.
  static let otherColumns: [String: String] = [
    "event.txid": "the database's own number of the transaction; nothing is reckoned from it",
    "freeze.frozen_on": freezing, "freeze.control": freezing, "freeze.place": freezing,
    "freeze.what": freezing, "freeze.expected": freezing, "freeze.found": freezing,
  ]

  private static let freezing =
    "a verification's own note that it stopped writing: no command, so that no event says it"

  /// A column of a booked table.
  struct Column {
    let table: String
    let name: String
    let type: String
  }

  @Test func `every column of every booked row that is altered is found and named`() async throws {
    try await FundFixture.withWorld { world in
      try await SmallLife(world: world).run()
      let upk = world.upk.id.value
      let (alterations, missed) = try await world.fixture.superuser { connection in
        try Tampering(connection: connection, upk: upk).run()
      }
      #expect(missed == [])
      #expect(alterations > 500)
    }
  }
}

/// Alters row by row, column by column, and takes it back.
private struct Tampering {
  let connection: Connection
  let upk: Int64

  /// Says how much was altered, and what was not found or not named.
  func run() throws -> (alterations: Int, missed: [String]) {
    try connection.script(Tampering.dropChecks)
    var missed = try BooksVerifier.verify(upk, on: connection).findings.map { "before: \($0)" }
    let columns = try Dictionary(grouping: self.columns(), by: \.table)
    var alterations = 0
    for (table, columns) in columns.sorted(by: { $0.key < $1.key })
    where TamperTests.otherTables[table] == nil {
      let rows = try rows(of: table)
      if rows.isEmpty {
        missed.append("the small life has no row of \(table)")
      }
      for row in rows {
        for column in columns where TamperTests.otherColumns["\(table).\(column.name)"] == nil {
          if let miss = try alter(column, of: row) { missed.append(miss) }
          alterations += 1
        }
      }
    }
    missed += try BooksVerifier.verify(upk, on: connection).findings.map { "after: \($0)" }
    return (alterations, missed)
  }

  /// A row, and the names by which a finding may call it.
  private struct Row {
    let place: String
    let names: [String]
  }

  /// Alters one column; `nil` where that was found and named.
  private func alter(_ column: TamperTests.Column, of row: Row) throws -> String? {
    let what = "\(column.table).\(column.name) of \(row.names)"
    for value in Tampering.values(column) {
      let isDone = try isDone(
        """
        begin; set local session_replication_role = replica;
        update fund.\(column.table) set \(column.name) = \(value) where ctid = '\(row.place)'
        """)
      guard isDone else {
        try connection.script("rollback")
        continue
      }
      let findings = try BooksVerifier.verify(upk, on: connection).findings
      try connection.script("rollback")
      let isNamed = findings.contains { finding in
        row.names.contains {
          finding.place == $0 || finding.what.contains($0)
            || $0.hasSuffix(".") && finding.place.hasPrefix($0)
        }
      }
      return isNamed ? nil : "\(what): \(findings.prefix(3))"
    }
    return "\(what) could not be altered"
  }

  /// Whether the server took a script; a key that stands against it is no failure.
  private func isDone(_ script: String) throws -> Bool {
    let run: (String) throws -> Void = { try connection.script($0) }
    do {
      try run(script)
      return true
    } catch let error as PostgresError {
      guard case .server = error else { throw error }
      return false
    }
  }

  /// Other values of a column, as SQL; one that a key forbids is passed over.
  private static func values(_ column: TamperTests.Column) -> [String] {
    let name = column.name
    return switch column.type {
    case "bigint", "integer": ["coalesce(\(name) + 1, 1)", "coalesce(\(name) + 1000003, 999999)"]
    case "text": ["coalesce(\(name) || 'x', 'x')"]
    case "date": ["coalesce(\(name) + 1, date '2016-02-02')"]
    case "timestamp with time zone": ["\(name) + interval '1 microsecond'"]
    case "boolean": ["not \(name)"]
    case "bytea": ["set_byte(\(name), 0, (get_byte(\(name), 0) + 1) % 256)"]
    case "jsonb":
      ["\(name) || '{\"on\": \"2011-11-11\"}'"]
    case "uuid": ["gen_random_uuid()"]
    case "ARRAY":
      ["\(name) || 1::bigint", "\(name) || 'x'::text"]
    default: []
    }
  }

  private func columns() throws -> [TamperTests.Column] {
    let statement = Statement(
      "test.columns",
      """
      select c.table_name::text, c.column_name::text, c.data_type::text
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'fund' and t.table_type = 'BASE TABLE'
      order by c.table_name, c.ordinal_position
      """)
    return try connection.run(statement).map {
      TamperTests.Column(table: try $0.text(0), name: try $0.text(1), type: try $0.text(2))
    }
  }

  private func rows(of table: String) throws -> [Row] {
    try connection.script(
      """
      create or replace view pg_temp.altered as
      select distinct on (\(Tampering.shape(of: table)))
        ctid::text as place, to_jsonb(t)::text as cells from fund.\(table) t
      where upk_id = \(upk)
      """)
    let rows = try connection.run(
      Statement("test.rows", "select place, cells from pg_temp.altered"))
    return try rows.map { row in
      Row(place: try row.text(0), names: names(table, Cells(JSON(try row.text(1))?.object ?? [:])))
    }
  }

  /// By what rows of a table differ in kind: of each kind one is altered, or every row where
  /// BERGULIR_TAMPER says `every`.
  private static func shape(of table: String) -> String {
    if ProcessInfo.processInfo.environment["BERGULIR_TAMPER"] == "every" { return "ctid" }
    return switch table {
    case "event": "cardinality(vouchers), outcome = '{}'"
    case "voucher": "kind, reference is null, reverses_kind, closing"
    case "posting": "debit / 10000, credit / 10000, loan is null, ksm is null, from_loan is null"
    case "reconciliation_item": "stated_on is null, booked_on is null"
    case "counter": "strpos(name, '-')"
    case "account": "code / 10000"
    case "installment", "loan_share": "loan"
    case "period": "category, suspended_since, reserve_scheme, version, reserve_formed > 0"
    case "period_indicator": "indicator, category"
    default: "ctid"
    }
  }

  private func names(_ table: String, _ cells: Cells) -> [String] {
    let event = "event/\(cells["seq"] ?? "")"
    switch table {
    case "event": return [event]
    case "voucher": return [event, "voucher/\(voucherName(cells))"]
    case "posting":
      return [event, "posting/\(cells["seq"] ?? "").\(cells["line"] ?? "")"]
    case "borrower_claim": return ["borrower_claim/\(cells["loan"] ?? "")."]
    default:
      return BookTable(rawValue: table).map { [rowName($0, cells)] } ?? []
    }
  }

  private static let dropChecks = """
    do $$
    declare c record;
    begin
      for c in select conrelid::regclass as owner, conname from pg_constraint
        where contype = 'c' and connamespace = 'fund'::regnamespace
      loop
        execute format('alter table %s drop constraint %I', c.owner, c.conname);
      end loop;
    end $$
    """
}
