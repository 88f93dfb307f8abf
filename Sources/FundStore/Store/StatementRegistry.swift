internal import Libpq

/// Every statement of the store, so that a test can prepare each against the schema.
enum StatementRegistry {
  static let all: [Statement] =
    MigrationStatements.all + StandbyStatements.all + PrivateCluster.Statements.all
    + BackupStatements.all
    + EventStatements.all
    + RegionStatements.all + BKMStatements.all
    + UPKStatements.all + PersonStatements.all + KeyStatements.all + AssignmentStatements.all
    + PrincipalStatements.all + CharterStatements.all + PolicyStatements.all
    + PolicyBoundsStatements.all + KSMStatements.all
    + ApplicationStatements.all + ApplicationWrites.all + LoanStatements.all + LoanWrites.all
    + RepaymentStatements.all + RepaymentWrites.all + SuspenseStatements.all
    + JournalStatements.all + JournalWrites.all + PeriodStatements.all + PeriodWrites.all
    + CollectionStatements.all + SavingsStatements.all + TrainingStatements.all
    + CashCountStatements.all + ReconciliationStatements.all + AssetStatements.all
    + RosterStatements.all
    + RepairStatements.all + AttestationStatements.all + InstrumentStatements.all
    + GroupRecordStatements.all + RestructuringStatements.all + WriteOffStatements.all
    + CaseStatements.all + DisbursementStatements.all + DisbursementWrites.all
    + VisitStatements.all + BlockStatements.all + ConductStatements.all
    + ApprovalChainStatements.all + DelegationStatements.all
    + RelationshipStatements.all + QueueStatements.all + RollupStatements.all
    + ReopeningStatements.all
    + YearStatements.all + AllocationStatements.all + BudgetStatements.all
    + AssessmentStatements.all
    + ComplaintStatements.all + MeetingStatements.all + SupervisionStatements.all
    + FindingStatements.all + ConfirmationStatements.all + ActivityStatements.all
    + FreezeStatements.all + BookFileStatements.all + PortfolioStatements.all
    + IndicatorStatements.all + AuditStatements.all + PlanStatements.all

  /// Those that ask Citus, which a PostgreSQL by itself cannot prepare.
  static let ofCitus: [Statement] = CitusStatements.all
}
