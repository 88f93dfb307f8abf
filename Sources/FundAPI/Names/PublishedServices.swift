public import GRPCCore

/// Every service that is published, for what must be complete: permissions, tests.
///
/// `ConformanceService` is among them, though it is served only where it is asked for.
public enum PublishedServices {
  /// Every method that is served: ours, and those that gRPC has for all servers.
  public static var all: [MethodDescriptor] {
    methods + Grpc_Health_V1_Health.Method.descriptors
      + Grpc_Reflection_V1_ServerReflection.Method.descriptors
  }

  /// Every method of every service of `bergulir.v1`.
  public static var methods: [MethodDescriptor] {
    [
      Bergulir_V1_ServerService.Method.descriptors,
      Bergulir_V1_RegionService.Method.descriptors,
      Bergulir_V1_BKMService.Method.descriptors,
      Bergulir_V1_UPKService.Method.descriptors,
      Bergulir_V1_PersonService.Method.descriptors,
      Bergulir_V1_PrincipalService.Method.descriptors,
      Bergulir_V1_TokenService.Method.descriptors,
      Bergulir_V1_CharterService.Method.descriptors,
      Bergulir_V1_PolicyService.Method.descriptors,
      Bergulir_V1_KSMService.Method.descriptors,
      Bergulir_V1_MemberService.Method.descriptors,
      Bergulir_V1_ApplicationService.Method.descriptors,
      Bergulir_V1_InspectionService.Method.descriptors,
      Bergulir_V1_ApprovalService.Method.descriptors,
      Bergulir_V1_DisbursementService.Method.descriptors,
      Bergulir_V1_LoanService.Method.descriptors,
      Bergulir_V1_RepaymentService.Method.descriptors,
      Bergulir_V1_SuspenseService.Method.descriptors,
      Bergulir_V1_JointLiabilityService.Method.descriptors,
      Bergulir_V1_CapitalService.Method.descriptors,
      Bergulir_V1_JournalService.Method.descriptors,
      Bergulir_V1_AccountService.Method.descriptors,
      Bergulir_V1_IndicatorService.Method.descriptors,
      Bergulir_V1_AuthorityService.Method.descriptors,
      Bergulir_V1_PeriodService.Method.descriptors,
      Bergulir_V1_SavingsService.Method.descriptors,
      Bergulir_V1_CashCountService.Method.descriptors,
      Bergulir_V1_ReconciliationService.Method.descriptors,
      Bergulir_V1_AssetService.Method.descriptors,
      Bergulir_V1_EligibilityService.Method.descriptors,
      Bergulir_V1_RestructuringService.Method.descriptors,
      Bergulir_V1_WriteOffService.Method.descriptors,
      Bergulir_V1_CaseService.Method.descriptors,
      Bergulir_V1_ForecastService.Method.descriptors,
      Bergulir_V1_VisitService.Method.descriptors,
      Bergulir_V1_QueueService.Method.descriptors,
      Bergulir_V1_ApprovalChainService.Method.descriptors,
      Bergulir_V1_DelegationService.Method.descriptors,
      Bergulir_V1_RelationshipService.Method.descriptors,
      Bergulir_V1_NoticeService.Method.descriptors,
      Bergulir_V1_ReportService.Method.descriptors,
      Bergulir_V1_RollupService.Method.descriptors,
      Bergulir_V1_ProfitService.Method.descriptors,
      Bergulir_V1_BudgetService.Method.descriptors,
      Bergulir_V1_AssessmentService.Method.descriptors,
      Bergulir_V1_ComplaintService.Method.descriptors,
      Bergulir_V1_MeetingService.Method.descriptors,
      Bergulir_V1_SupervisionService.Method.descriptors,
      Bergulir_V1_ActivityService.Method.descriptors,
      Bergulir_V1_VerifyService.Method.descriptors,
      Bergulir_V1_BookFileService.Method.descriptors,
      Bergulir_V1_AuditService.Method.descriptors,
      Bergulir_V1_ConformanceService.Method.descriptors,
    ].flatMap(\.self)
  }
}
