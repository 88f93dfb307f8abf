import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct WriterRoleTests {
  static let forbidden = [
    "update fund.event set kind = 'x'", "update fund.event set txid = txid",
    "delete from fund.event", "truncate fund.event",
    "update fund.voucher set description = 'x'", "delete from fund.voucher",
    "truncate fund.voucher", "update fund.posting set amount = 1", "delete from fund.posting",
    "truncate fund.posting", "update fund.installment set due = due",
    "delete from fund.installment", "update fund.approval set verdict = 'approve'",
    "delete from fund.approval", "update fund.inspection set note = ''",
    "update fund.person set nik_digest = null", "update fund.person set sealed = ''",
    "delete from fund.person", "update fund.loan set principal = 1", "delete from fund.loan",
    "update fund.loan_share set amount = 1", "update fund.application set ksm = 1",
    "update fund.application_share set requested = 1", "update fund.token set hash = ''",
    "update fund.token set expires_on = expires_on", "delete from fund.token",
    "update fund.assignment set role = 'administrator'", "delete from fund.assignment",
    "update fund.training set topic = 'supervision'", "delete from fund.training",
    "update fund.principal set person_id = 1", "update fund.account set name = ''",
    "update fund.borrower_claim set upk_id = 1", "truncate fund.borrower_claim",
    "delete from fund.head", "update fund.head set upk_id = 1", "delete from fund.counter",
    "update fund.upk set name = ''", "update fund.upk set live_from = live_from",
    "update fund.ksm set name = ''",
    "update fund.member set person_id = 1", "delete from fund.member",
    "update fund.lending_policy set minutes = ''", "delete from fund.lending_policy",
    "update fund.policy_acknowledgement set version = 1",
    "delete from fund.policy_acknowledgement", "update fund.charter set deed = ''",
    "delete from fund.charter", "update fund.policy_bounds set reason = ''",
    "delete from fund.policy_bounds",
    "update fund.period set category = 'SATISFACTORY'", "delete from fund.period",
    "update fund.period_indicator set numerator = 0", "delete from fund.period_indicator",
    "update fund.frozen_loan set overdue_principal = 0", "delete from fund.frozen_loan",
    "update fund.recovery set minutes = ''", "delete from fund.recovery",
    "update fund.joint_collection set note = ''", "delete from fund.joint_collection",
    "update fund.member_receipt set amount = amount", "delete from fund.member_receipt",
    "update fund.disbursement set witness = witness", "delete from fund.disbursement",
    "update fund.visit set finding = null", "delete from fund.visit",
    "update fund.borrower_block set person_id = 1", "delete from fund.borrower_block",
    "update fund.recovery_task set due = due", "delete from fund.recovery_task",
    "update fund.approval_step set quorum = 1", "delete from fund.approval_step",
    "update fund.appraisal set income = 0", "delete from fund.appraisal",
    "update fund.approval_chain set minutes = ''", "delete from fund.approval_chain",
    "delete from fund.approval_chain_step", "update fund.delegation set reason = ''",
    "delete from fund.delegation", "delete from fund.relationship",
    "update fund.inspection set round = 1", "update fund.approval set bound = ''",
    "insert into fund.schema_migration (version, name, sha256) values (99, '', '')",
    "delete from fund.schema_migration", "alter table fund.event add column x int",
    "drop table fund.event", "create table fund.other (id int)",
  ]

  /// Where rows are spread Citus refuses to change the column by which they are, whoever asks,
  /// before PostgreSQL looks whether that one may.
  static let refusedByCitus: Set = ["update fund.head set upk_id = 1"]

  /// The columns that a rule changes.
  static let changed: Set = [
    "application.agreed_on",
    "application.agreement",
    "application.business_stage",
    "application.cancel_reason",
    "application.cancelled_by",
    "application.cancelled_on",
    "application.completed_on",
    "application.draft_amounts",
    "application.draft_members",
    "application.loan",
    "application.missing",
    "application.months",
    "application.purpose",
    "application.released_on",
    "application.set_off_consent",
    "application.skip_confirmed_by",
    "application.skip_confirmed_on",
    "application.skip_reason",
    "application.skip_requested_by",
    "application.skip_requested_on",
    "application.state",
    "application.submitted_on",
    "application.waitlisted_on",
    "application_share.recommended",
    "assignment.duties", "assignment.duties_on", "assignment.minutes", "assignment.minutes_on",
    "assignment.valid_until", "borrower_claim.loan", "borrower_block.lifted_by",
    "borrower_block.lifted_on",
    "borrower_block.minutes", "budget.approved_by", "budget.approved_on", "budget.minutes",
    "counter.next", "disbursement.void_reason",
    "disbursement.voided_by", "disbursement.voided_on", "freeze.requested_on",
    "freeze.requested_by", "freeze.reason", "freeze.released_on", "freeze.released_by",
    "head.closed_month",
    "head.last_hash",
    "head.latest_day",
    "head.next_seq", "loan.closed_on", "loan.late_fee_paid", "loan.member_paid",
    "loan.savings_paid", "loan.next_due", "loan.principal_paid",
    "loan.service_charge_paid", "loan.service_charge_waived", "loan.state", "member.left_on",
    "personal_data_key.fingerprint", "reopening.confirmed_by", "reopening.confirmed_on",
    "token.revoked_on",
  ]

  @Test func `the writer may not change or remove what was recorded`() async throws {
    let isSpread = CitusCluster.name != nil
    try await FundFixture.withStore { fixture in
      try await fixture.superuser { connection in
        try connection.script("set role bergulir_writer")
        for command in Self.forbidden {
          do {
            try connection.script(command)
            Issue.record("allowed: \(command)")
          } catch PostgresError.server(let error) {
            let isByCitus = isSpread && Self.refusedByCitus.contains(command)
            #expect(
              error.sqlState == (isByCitus ? .featureNotSupported : .insufficientPrivilege),
              "\(command)")
          }
        }
      }
    }
  }

  @Test func `the writer may update just the columns that rules change`() async throws {
    let columns = Statement(
      "test.columns",
      """
      select c.table_name || '.' || c.column_name from information_schema.column_privileges c
      where c.table_schema = 'fund' and c.grantee = 'bergulir_writer'
        and c.privilege_type = 'UPDATE'
      """)
    try await FundFixture.withStore { fixture in
      let found = try await fixture.superuser { connection in
        try connection.run(columns).map { try $0.text(0) }
      }
      // What stands on all nodes of a cluster is changed only by who may change all of it.
      let spread: Set = CitusCluster.name == nil ? [] : ["personal_data_key.number"]
      #expect(Set(found) == Self.changed.union(spread))
    }
  }

  @Test(arguments: [Session.writer, Session.reader])
  func `the store's sessions work as the writer, whoever they log in as`(
    session: [String]
  ) async throws {
    let role = Statement("test.role", "select current_user::text, session_user::text")
    try await FundFixture.withStore { fixture in
      let pool = WorkerPool(
        configuration: .init(
          connectionString: fixture.connectionString, workers: 1, queueLimit: 1,
          session: session, applicationName: "tests"))
      let names = try await pool.run { connection in
        let row = try connection.run(role)[0]
        return [try row.text(0), try row.text(1)]
      }
      await pool.shutdown()
      #expect(names == ["bergulir_writer", "postgres"])
    }
  }

  @Test func `a login need only be a member of the writer's role`() async throws {
    try await FundFixture.withStore { fixture in
      let database = try await fixture.superuser { connection in
        try connection.run(Statement("test.database", "select current_database()::text"))[0].text(0)
      }
      let member = "\(database)_member"
      let stranger = "\(database)_stranger"
      try await fixture.script(
        "create role \(member) login in role bergulir_writer; create role \(stranger) login")
      let store = try await open(fixture, as: member)
      let region = Region(code: regionCode("92"), name: "Papua Barat Daya")
      _ = try await store.run(
        RegisterRegion(region: region, day: day("2016-01-01")),
        fixture.request(by: PersonID(0)))
      #expect(try await store.regions(after: nil, limit: 10) == [region])
      await store.close()
      await #expect(throws: StoreError.self) { try await open(fixture, as: stranger) }
      try await fixture.script("drop role \(member); drop role \(stranger)")
    }
  }

  private func open(_ fixture: FundFixture, as user: String) async throws -> FundStore {
    try await FundFixture.openStore("\(fixture.connectionString) user=\(user)")
  }

  @Test func `a session for reads cannot write`() async throws {
    try await FundFixture.withStore { fixture in
      let pool = WorkerPool(
        configuration: .init(
          connectionString: fixture.connectionString, workers: 1, queueLimit: 1,
          session: Session.reader, applicationName: "tests"))
      let error = await #expect(throws: PostgresError.self) {
        try await pool.run { try $0.script("insert into fund.region values ('11', 'Aceh')") }
      }
      await pool.shutdown()
      guard case .server(let server) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(server.sqlState == SQLState("25006"))
    }
  }
}
