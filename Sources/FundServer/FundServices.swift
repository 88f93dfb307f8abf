public import BooksVerification
internal import FundAPI
public import FundStore
public import GRPCCore
public import Logging

/// All that the daemon serves, whatever the wire: the services, and what every call passes through.
public struct FundServices: Sendable {
  public let services: [any RegistrableRPCService]
  public let interceptors: [any ServerInterceptor]
  /// Whether the daemon can do its work, which health tells of too; whoever stops it says so there.
  public let readiness: Readiness

  /// Whether those are served too whom only implementers of the wire need.
  public enum Conformance: Hashable, Sendable {
    case absent, served
  }

  /// The services over a store, and over sessions on its database for verifications; `version` is
  /// what `GetServerInfo` answers; `heads` signs where streams stand; `certificates` finds those of
  /// connections.
  public init(
    store: FundStore, verification: VerificationSessions, clock: Clock, version: String,
    conformance: Conformance, heads: HeadKeeper, certificates: PeerCertificates = .none,
    logger: Logger
  ) {
    let desk = Desk(store: store)
    var services: [any RegistrableRPCService] = [
      ServerService(desk: desk, version: version), RegionService(desk: desk),
      BKMService(desk: desk), UPKService(desk: desk), PersonService(desk: desk),
      PrincipalService(desk: desk), TokenService(desk: desk), CharterService(desk: desk),
      PolicyService(desk: desk),
      KSMService(desk: desk), MemberService(desk: desk), ApplicationService(desk: desk),
      InspectionService(desk: desk), ApprovalService(desk: desk),
      DisbursementService(desk: desk), LoanService(desk: desk), RepaymentService(desk: desk),
      SuspenseService(desk: desk), JointLiabilityService(desk: desk),
      CapitalService(desk: desk), JournalService(desk: desk), AccountService(desk: desk),
      IndicatorService(desk: desk), AuthorityService(desk: desk), PeriodService(desk: desk),
      SavingsService(desk: desk),
      CashCountService(desk: desk),
      ReconciliationService(desk: desk),
      AssetService(desk: desk),
      EligibilityService(desk: desk), RestructuringService(desk: desk),
      WriteOffService(desk: desk),
      CaseService(desk: desk), ForecastService(desk: desk), VisitService(desk: desk),
      QueueService(desk: desk),
      ApprovalChainService(desk: desk), DelegationService(desk: desk),
      RelationshipService(desk: desk), NoticeService(desk: desk), ReportService(desk: desk),
      RollupService(desk: desk), ProfitService(desk: desk), BudgetService(desk: desk),
      AssessmentService(desk: desk), ComplaintService(desk: desk), MeetingService(desk: desk),
      SupervisionService(desk: desk), ActivityService(desk: desk),
      VerifyService(desk: desk, sessions: verification), BookFileService(desk: desk),
      AuditService(desk: desk, clock: clock, heads: heads),
    ]
    let readiness = Readiness(store: store)
    var names = DescriptorCatalogue.published.services
    switch conformance {
    case .served:
      services.append(ConformanceService())
    case .absent:
      let absent = Bergulir_V1_ConformanceService.descriptor.fullyQualifiedService
      names.removeAll { $0 == absent }
    }
    services.append(HealthService(readiness: readiness, services: Set(names)))
    services.append(ReflectionService(services: names))
    self.services = services
    self.readiness = readiness
    interceptors = [
      CallGate(store: store, clock: clock, certificates: certificates, logger: logger)
    ]
  }
}
