import FrameTransport
import FundAPI
import GRPCCore

/// A connection to the daemon for one command: whose it is, and how long to wait.
struct Session: Sendable {
  let client: GRPCClient<FrameClientTransport>
  let address: ListenAddress
  let metadata: Metadata
  let options: CallOptions

  init(
    client: GRPCClient<FrameClientTransport>, address: ListenAddress, token: String?,
    timeout: Duration
  ) {
    self.client = client
    self.address = address
    metadata = token.map { Session.metadata(token: $0) } ?? [:]
    var options = CallOptions.defaults
    options.timeout = timeout
    self.options = options
  }

  /// What a call shows of who makes it.
  static func metadata(token: String) -> Metadata {
    ["authorization": "Bearer \(token)"]
  }
}

extension Session {
  var regions: Bergulir_V1_RegionService.Client<FrameClientTransport> {
    Bergulir_V1_RegionService.Client(wrapping: client)
  }
  var bkms: Bergulir_V1_BKMService.Client<FrameClientTransport> {
    Bergulir_V1_BKMService.Client(wrapping: client)
  }
  var upks: Bergulir_V1_UPKService.Client<FrameClientTransport> {
    Bergulir_V1_UPKService.Client(wrapping: client)
  }
  var persons: Bergulir_V1_PersonService.Client<FrameClientTransport> {
    Bergulir_V1_PersonService.Client(wrapping: client)
  }
  var ksms: Bergulir_V1_KSMService.Client<FrameClientTransport> {
    Bergulir_V1_KSMService.Client(wrapping: client)
  }
  var members: Bergulir_V1_MemberService.Client<FrameClientTransport> {
    Bergulir_V1_MemberService.Client(wrapping: client)
  }
  var periods: Bergulir_V1_PeriodService.Client<FrameClientTransport> {
    Bergulir_V1_PeriodService.Client(wrapping: client)
  }
  var profits: Bergulir_V1_ProfitService.Client<FrameClientTransport> {
    Bergulir_V1_ProfitService.Client(wrapping: client)
  }
  var budgets: Bergulir_V1_BudgetService.Client<FrameClientTransport> {
    Bergulir_V1_BudgetService.Client(wrapping: client)
  }
  var assessments: Bergulir_V1_AssessmentService.Client<FrameClientTransport> {
    Bergulir_V1_AssessmentService.Client(wrapping: client)
  }
  var charters: Bergulir_V1_CharterService.Client<FrameClientTransport> {
    Bergulir_V1_CharterService.Client(wrapping: client)
  }
  var policies: Bergulir_V1_PolicyService.Client<FrameClientTransport> {
    Bergulir_V1_PolicyService.Client(wrapping: client)
  }
  var applications: Bergulir_V1_ApplicationService.Client<FrameClientTransport> {
    Bergulir_V1_ApplicationService.Client(wrapping: client)
  }
  var inspections: Bergulir_V1_InspectionService.Client<FrameClientTransport> {
    Bergulir_V1_InspectionService.Client(wrapping: client)
  }
  var approvals: Bergulir_V1_ApprovalService.Client<FrameClientTransport> {
    Bergulir_V1_ApprovalService.Client(wrapping: client)
  }
  var chains: Bergulir_V1_ApprovalChainService.Client<FrameClientTransport> {
    Bergulir_V1_ApprovalChainService.Client(wrapping: client)
  }
  var queue: Bergulir_V1_QueueService.Client<FrameClientTransport> {
    Bergulir_V1_QueueService.Client(wrapping: client)
  }
  var delegations: Bergulir_V1_DelegationService.Client<FrameClientTransport> {
    Bergulir_V1_DelegationService.Client(wrapping: client)
  }
  var verification: Bergulir_V1_VerifyService.Client<FrameClientTransport> {
    Bergulir_V1_VerifyService.Client(wrapping: client)
  }
  var relationships: Bergulir_V1_RelationshipService.Client<FrameClientTransport> {
    Bergulir_V1_RelationshipService.Client(wrapping: client)
  }
  var disbursements: Bergulir_V1_DisbursementService.Client<FrameClientTransport> {
    Bergulir_V1_DisbursementService.Client(wrapping: client)
  }
  var loans: Bergulir_V1_LoanService.Client<FrameClientTransport> {
    Bergulir_V1_LoanService.Client(wrapping: client)
  }
  var repayments: Bergulir_V1_RepaymentService.Client<FrameClientTransport> {
    Bergulir_V1_RepaymentService.Client(wrapping: client)
  }
  var restructurings: Bergulir_V1_RestructuringService.Client<FrameClientTransport> {
    Bergulir_V1_RestructuringService.Client(wrapping: client)
  }
  var writeOffs: Bergulir_V1_WriteOffService.Client<FrameClientTransport> {
    Bergulir_V1_WriteOffService.Client(wrapping: client)
  }
  var suspense: Bergulir_V1_SuspenseService.Client<FrameClientTransport> {
    Bergulir_V1_SuspenseService.Client(wrapping: client)
  }
  var jointLiability: Bergulir_V1_JointLiabilityService.Client<FrameClientTransport> {
    Bergulir_V1_JointLiabilityService.Client(wrapping: client)
  }
  var capital: Bergulir_V1_CapitalService.Client<FrameClientTransport> {
    Bergulir_V1_CapitalService.Client(wrapping: client)
  }
  var cashCounts: Bergulir_V1_CashCountService.Client<FrameClientTransport> {
    Bergulir_V1_CashCountService.Client(wrapping: client)
  }
  var reconciliations: Bergulir_V1_ReconciliationService.Client<FrameClientTransport> {
    Bergulir_V1_ReconciliationService.Client(wrapping: client)
  }
  var assets: Bergulir_V1_AssetService.Client<FrameClientTransport> {
    Bergulir_V1_AssetService.Client(wrapping: client)
  }
  var savings: Bergulir_V1_SavingsService.Client<FrameClientTransport> {
    Bergulir_V1_SavingsService.Client(wrapping: client)
  }
  var journal: Bergulir_V1_JournalService.Client<FrameClientTransport> {
    Bergulir_V1_JournalService.Client(wrapping: client)
  }
  var accounts: Bergulir_V1_AccountService.Client<FrameClientTransport> {
    Bergulir_V1_AccountService.Client(wrapping: client)
  }
  var indicators: Bergulir_V1_IndicatorService.Client<FrameClientTransport> {
    Bergulir_V1_IndicatorService.Client(wrapping: client)
  }
  var authority: Bergulir_V1_AuthorityService.Client<FrameClientTransport> {
    Bergulir_V1_AuthorityService.Client(wrapping: client)
  }
  var eligibility: Bergulir_V1_EligibilityService.Client<FrameClientTransport> {
    Bergulir_V1_EligibilityService.Client(wrapping: client)
  }
  var reports: Bergulir_V1_ReportService.Client<FrameClientTransport> {
    Bergulir_V1_ReportService.Client(wrapping: client)
  }
  var forecasts: Bergulir_V1_ForecastService.Client<FrameClientTransport> {
    Bergulir_V1_ForecastService.Client(wrapping: client)
  }
  var notices: Bergulir_V1_NoticeService.Client<FrameClientTransport> {
    Bergulir_V1_NoticeService.Client(wrapping: client)
  }
  var cases: Bergulir_V1_CaseService.Client<FrameClientTransport> {
    Bergulir_V1_CaseService.Client(wrapping: client)
  }
  var visits: Bergulir_V1_VisitService.Client<FrameClientTransport> {
    Bergulir_V1_VisitService.Client(wrapping: client)
  }
  var rollups: Bergulir_V1_RollupService.Client<FrameClientTransport> {
    Bergulir_V1_RollupService.Client(wrapping: client)
  }
  var complaints: Bergulir_V1_ComplaintService.Client<FrameClientTransport> {
    Bergulir_V1_ComplaintService.Client(wrapping: client)
  }
  var meetings: Bergulir_V1_MeetingService.Client<FrameClientTransport> {
    Bergulir_V1_MeetingService.Client(wrapping: client)
  }
  var supervisions: Bergulir_V1_SupervisionService.Client<FrameClientTransport> {
    Bergulir_V1_SupervisionService.Client(wrapping: client)
  }
  var activities: Bergulir_V1_ActivityService.Client<FrameClientTransport> {
    Bergulir_V1_ActivityService.Client(wrapping: client)
  }
  var principals: Bergulir_V1_PrincipalService.Client<FrameClientTransport> {
    Bergulir_V1_PrincipalService.Client(wrapping: client)
  }
  var audit: Bergulir_V1_AuditService.Client<FrameClientTransport> {
    Bergulir_V1_AuditService.Client(wrapping: client)
  }
  var tokens: Bergulir_V1_TokenService.Client<FrameClientTransport> {
    Bergulir_V1_TokenService.Client(wrapping: client)
  }
  var bookFiles: Bergulir_V1_BookFileService.Client<FrameClientTransport> {
    Bergulir_V1_BookFileService.Client(wrapping: client)
  }
  var server: Bergulir_V1_ServerService.Client<FrameClientTransport> {
    Bergulir_V1_ServerService.Client(wrapping: client)
  }
}
