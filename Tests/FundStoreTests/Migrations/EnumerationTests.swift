import FundTesting
import Libpq
import RevolvingFund
import Testing

@Suite struct EnumerationTests {
  /// The checks that list what an enumeration of the core may be, with its names there.
  static let checks: [String: [String]] = [
    "genders_are_known": Gender.allCases.map(\.rawValue),
    "roles_are_known": Role.allCases.map(\.rawValue),
    "training_topics_are_known": TrainingTopic.allCases.map(\.rawValue),
    "event_kinds_are_known": CommandKind.allCases.map(\.rawValue),
    "voucher_kinds_are_known": VoucherKind.allCases.map(\.rawValue),
    "charge_methods_are_known": ChargeMethod.allCases.map(\.rawValue),
    "loan_charge_methods_are_known": ChargeMethod.allCases.map(\.rawValue),
    "early_settlements_are_known": EarlySettlement.allCases.map(\.rawValue),
    "loan_early_settlements_are_known": EarlySettlement.allCases.map(\.rawValue),
    "reserve_schemes_are_known": ReserveScheme.allCases.map(\.rawValue),
    "savings_accounts_are_known": SavingsAccountRule.allCases.map(\.rawValue),
    "allowed_savings_accounts_are_known": SavingsAccountRule.allCases.map(\.rawValue),
    "business_stages_are_known": BusinessStage.allCases.map(\.rawValue),
    "loan_purposes_are_known": LoanPurpose.allCases.map(\.rawValue),
    "application_states_are_known": ApplicationState.allCases.map(\.rawValue),
    "verdicts_are_known": Verdict.allCases.map(\.rawValue),
    "application_papers_are_known": ApplicationPaper.allCases.map(\.rawValue),
    "deciding_roles_are_known": Role.deciders.map(\.rawValue),
    "relationships_are_known": RelationshipKind.allCases.map(\.rawValue),
    "loan_states_are_known": LoanState.allCases.map(\.rawValue),
    "authority_categories_are_known": AuthorityCategory.allCases.map(\.rawValue),
    "repairs_are_known": Repair.allCases.map(\.rawValue),
    "case_actions_are_known": CaseAction.allCases.map(\.rawValue),
    "attested_criteria_are_known": Criterion.allCases.filter { $0.attestor != nil }
      .map(\.rawValue),
    "attested_verdicts_are_known": AttestedVerdict.allCases.map(\.rawValue),
    "bookkeeping_gates_are_known": BookkeepingGate.allCases.map(\.rawValue),
    "performance_categories_are_known": PerformanceCategory.allCases.map(\.rawValue),
    "receipt_marks_are_known": ReceiptMark.allCases.map(\.rawValue),
    "visit_uses_are_known": VisitUse.allCases.map(\.rawValue),
    "visit_findings_are_known": [VisitFinding.nameLending.rawValue],
    "block_causes_are_known": BlockCause.allCases.map(\.rawValue),
    "indicators_are_known": IndicatorKind.allCases.map(\.rawValue),
    "complaint_channels_are_known": ComplaintChannel.allCases.map(\.rawValue),
    "meeting_kinds_are_known": MeetingKind.allCases.map(\.rawValue),
    "publication_kinds_are_known": PublicationKind.allCases.map(\.rawValue),
    "confirmation_scopes_are_known": ConfirmationScope.allCases.map(\.rawValue),
    "frozen_reserve_schemes_are_known": ReserveScheme.allCases.map(\.rawValue),
    "profit_purposes_are_known": ProfitPurpose.allCases.map(\.rawValue),
    "profits_at_risk_are_known": ProfitAtRisk.allCases.map(\.rawValue),
  ]

  @Test func `every check of names lists just the names that the core has`() async throws {
    let definitions = Statement(
      "test.definitions",
      """
      select conname::text, array(select m[1] from
        regexp_matches(pg_get_constraintdef(oid), '''([^'']*)''|\\m([0-9])\\M', 'g') m
        where m[1] is not null
        union all select m[2] from
        regexp_matches(pg_get_constraintdef(oid), '''([^'']*)''|\\m([0-9])\\M', 'g') m
        where m[2] is not null)
      from pg_constraint
      where connamespace = 'fund'::regnamespace and contype = 'c' and conname like '%\\_are\\_known'
      """)
    try await FundFixture.withStore { fixture in
      let found = try await fixture.superuser { connection in
        try connection.run(definitions).reduce(into: [String: Set<String>]()) {
          $0[try $1.text(0)] = Set(try $1.texts(1))
        }
      }
      #expect(found == Self.checks.mapValues { Set($0) })
    }
  }

  @Test func `every constraint of ours is named after what it holds`() async throws {
    // PostgreSQL's own names end in what they are; a key that only identifies a row keeps its name.
    let unnamed = Statement(
      "test.unnamed",
      """
      select conname::text from pg_constraint
      where connamespace = 'fund'::regnamespace and contype <> 'p'
        and conname ~ '_(check|fkey|key|not_null)\\d*$'
      """)
    try await FundFixture.withStore { fixture in
      let found = try await fixture.superuser { connection in
        try connection.run(unnamed).map { try $0.text(0) }
      }
      #expect(found == [])
    }
  }
}
