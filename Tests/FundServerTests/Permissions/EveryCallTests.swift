import FundAPI
import FundTesting
import GRPCCore
import GRPCProtobuf
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A request of a call that names what is there, and nothing else.
struct Probe: Sendable {
  let method: MethodDescriptor
  let call: @Sendable (Daemon.Client, Metadata) async throws -> Void

  init<Request: Message>(
    _ method: MethodDescriptor, _ type: Request.Type, _ fill: @Sendable (inout Request) -> Void
  ) {
    var request = Request()
    fill(&request)
    let sent = request
    self.method = method
    call = { client, metadata in
      try await client.unary(
        request: ClientRequest(message: sent, metadata: metadata), descriptor: method,
        serializer: ProtobufSerializer<Request>(), deserializer: Anything(), options: .defaults
      ) { _ = try $0.message }
    }
  }
}

/// Takes any answer for what it is: bytes.
private struct Anything: MessageDeserializer {
  func deserialize<Bytes: GRPCContiguousBytes>(_ serializedMessageBytes: Bytes) -> Int {
    serializedMessageBytes.withUnsafeBytes(\.count)
  }
}

private let upk = "upks/malabutor"

private let probes: [Probe] =
  [
    Probe(
      Bergulir_V1_RegionService.Method.RegisterRegion.descriptor,
      Bergulir_V1_RegisterRegionRequest.self
    ) { $0.code = "91" },
    Probe(
      Bergulir_V1_RegionService.Method.ListRegions.descriptor,
      Bergulir_V1_ListRegionsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_BKMService.Method.RegisterBKM.descriptor,
      Bergulir_V1_RegisterBKMRequest.self
    ) { $0.region = "92.71.03.1004" },
    Probe(
      Bergulir_V1_BKMService.Method.ListBKMs.descriptor, Bergulir_V1_ListBKMsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_UPKService.Method.RegisterUPK.descriptor,
      Bergulir_V1_RegisterUPKRequest.self
    ) { $0.region = "92.71.03.1004" },
    Probe(
      Bergulir_V1_UPKService.Method.GetUPK.descriptor, Bergulir_V1_GetUPKRequest.self
    ) {
      $0.name = upk
    },
    Probe(
      Bergulir_V1_UPKService.Method.ListUPKs.descriptor, Bergulir_V1_ListUPKsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_ServerService.Method.WhoAmI.descriptor, Bergulir_V1_WhoAmIRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_PersonService.Method.RegisterPerson.descriptor,
      Bergulir_V1_RegisterPersonRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_PersonService.Method.GetPerson.descriptor,
      Bergulir_V1_GetPersonRequest.self
    ) { $0.name = "persons/1" },
    Probe(
      Bergulir_V1_PersonService.Method.ListPersons.descriptor,
      Bergulir_V1_ListPersonsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_PersonService.Method.AssignRole.descriptor,
      Bergulir_V1_AssignRoleRequest.self
    ) { $0.scope = upk },
    Probe(
      Bergulir_V1_PersonService.Method.EndAssignment.descriptor,
      Bergulir_V1_EndAssignmentRequest.self
    ) { $0.name = "assignments/1" },
    Probe(
      Bergulir_V1_PersonService.Method.ListAssignments.descriptor,
      Bergulir_V1_ListAssignmentsRequest.self
    ) { $0.person = "persons/1" },
    Probe(
      Bergulir_V1_PersonService.Method.FilePapers.descriptor,
      Bergulir_V1_FilePapersRequest.self
    ) { $0.name = "assignments/1" },
    Probe(
      Bergulir_V1_PersonService.Method.RecordTraining.descriptor,
      Bergulir_V1_RecordTrainingRequest.self
    ) { $0.persons = ["persons/1"] },
    Probe(
      Bergulir_V1_PersonService.Method.ListTrainings.descriptor,
      Bergulir_V1_ListTrainingsRequest.self
    ) { $0.person = "persons/1" },
    Probe(
      Bergulir_V1_PrincipalService.Method.CreatePrincipal.descriptor,
      Bergulir_V1_CreatePrincipalRequest.self
    ) { $0.person = "persons/1" },
    Probe(
      Bergulir_V1_PrincipalService.Method.ListPrincipals.descriptor,
      Bergulir_V1_ListPrincipalsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_TokenService.Method.IssueToken.descriptor,
      Bergulir_V1_IssueTokenRequest.self
    ) { $0.principal = "desk" },
    Probe(
      Bergulir_V1_TokenService.Method.RevokeToken.descriptor,
      Bergulir_V1_RevokeTokenRequest.self
    ) { $0.name = "tokens/1" },
    Probe(
      Bergulir_V1_TokenService.Method.ListTokens.descriptor,
      Bergulir_V1_ListTokensRequest.self
    ) { $0.principal = "desk" },
    Probe(
      Bergulir_V1_PolicyService.Method.SetPolicyBounds.descriptor,
      Bergulir_V1_SetPolicyBoundsRequest.self
    ) { $0.bounds.reason = "x" },
    Probe(
      Bergulir_V1_PolicyService.Method.GetPolicyBounds.descriptor,
      Bergulir_V1_GetPolicyBoundsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_PolicyService.Method.ListPolicyBounds.descriptor,
      Bergulir_V1_ListPolicyBoundsRequest.self
    ) { _ in },
  ] + upkProbes

private let upkProbes: [Probe] = [
  Probe(
    Bergulir_V1_CharterService.Method.SetCharter.descriptor,
    Bergulir_V1_SetCharterRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_CharterService.Method.GetCharter.descriptor,
    Bergulir_V1_GetCharterRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_CharterService.Method.ListCharters.descriptor,
    Bergulir_V1_ListChartersRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_PolicyService.Method.AcknowledgePolicy.descriptor,
    Bergulir_V1_AcknowledgePolicyRequest.self
  ) { $0.name = upk + "/policies/1" },
  Probe(
    Bergulir_V1_PolicyService.Method.ListAcknowledgements.descriptor,
    Bergulir_V1_ListAcknowledgementsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_UPKService.Method.GetRoster.descriptor, Bergulir_V1_GetRosterRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_PolicyService.Method.SetPolicy.descriptor,
    Bergulir_V1_SetPolicyRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_PolicyService.Method.GetPolicy.descriptor,
    Bergulir_V1_GetPolicyRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_PolicyService.Method.ListPolicies.descriptor,
    Bergulir_V1_ListPoliciesRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_KSMService.Method.RegisterKSM.descriptor,
    Bergulir_V1_RegisterKSMRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_KSMService.Method.GetKSM.descriptor, Bergulir_V1_GetKSMRequest.self
  ) {
    $0.name = upk + "/ksms/9"
  },
  Probe(
    Bergulir_V1_KSMService.Method.ListKSMs.descriptor,
    Bergulir_V1_ListKSMsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_MemberService.Method.AddMember.descriptor,
    Bergulir_V1_AddMemberRequest.self
  ) { $0.parent = upk + "/ksms/9" },
  Probe(
    Bergulir_V1_MemberService.Method.EndMembership.descriptor,
    Bergulir_V1_EndMembershipRequest.self
  ) { $0.name = upk + "/ksms/9/members/1" },
  Probe(
    Bergulir_V1_MemberService.Method.ListMembers.descriptor,
    Bergulir_V1_ListMembersRequest.self
  ) { $0.parent = upk + "/ksms/9" },
  Probe(
    Bergulir_V1_ApplicationService.Method.SubmitApplication.descriptor,
    Bergulir_V1_SubmitApplicationRequest.self
  ) { $0.parent = upk + "/ksms/9" },
  Probe(
    Bergulir_V1_ApplicationService.Method.GetApplication.descriptor,
    Bergulir_V1_GetApplicationRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_ApplicationService.Method.ListApplications.descriptor,
    Bergulir_V1_ListApplicationsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_InspectionService.Method.RecordInspection.descriptor,
    Bergulir_V1_RecordInspectionRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_ApprovalService.Method.SignApproval.descriptor,
    Bergulir_V1_SignApprovalRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_DisbursementService.Method.Disburse.descriptor,
    Bergulir_V1_DisburseRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_LoanService.Method.GetLoan.descriptor, Bergulir_V1_GetLoanRequest.self
  ) {
    $0.name = upk + "/loans/9"
  },
  Probe(
    Bergulir_V1_LoanService.Method.ListLoans.descriptor,
    Bergulir_V1_ListLoansRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_LoanService.Method.GetCollectability.descriptor,
    Bergulir_V1_GetCollectabilityRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_RepaymentService.Method.RecordRepayment.descriptor,
    Bergulir_V1_RecordRepaymentRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_RepaymentService.Method.ListRepayments.descriptor,
    Bergulir_V1_ListRepaymentsRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_CapitalService.Method.ReceiveCapital.descriptor,
    Bergulir_V1_ReceiveCapitalRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_JournalService.Method.PostJournal.descriptor,
    Bergulir_V1_PostJournalRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_JournalService.Method.ListVouchers.descriptor,
    Bergulir_V1_ListVouchersRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AccountService.Method.ListAccounts.descriptor,
    Bergulir_V1_ListAccountsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AccountService.Method.GetBalanceSheet.descriptor,
    Bergulir_V1_GetBalanceSheetRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_IndicatorService.Method.GetIndicators.descriptor,
    Bergulir_V1_GetIndicatorsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_IndicatorService.Method.GetIndicatorHistory.descriptor,
    Bergulir_V1_GetIndicatorHistoryRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AuthorityService.Method.GetAuthority.descriptor,
    Bergulir_V1_GetAuthorityRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AuthorityService.Method.ConfirmRecovery.descriptor,
    Bergulir_V1_ConfirmRecoveryRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AuthorityService.Method.RecordCollection.descriptor,
    Bergulir_V1_RecordCollectionRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AuthorityService.Method.ListCollections.descriptor,
    Bergulir_V1_ListCollectionsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AuthorityService.Method.PlanRepair.descriptor,
    Bergulir_V1_PlanRepairRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AuthorityService.Method.ListRepairs.descriptor,
    Bergulir_V1_ListRepairsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_PeriodService.Method.ClosePeriod.descriptor,
    Bergulir_V1_ClosePeriodRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_PeriodService.Method.GetPeriod.descriptor, Bergulir_V1_GetPeriodRequest.self
  ) { $0.name = upk + "/periods/2015-01" },
  Probe(
    Bergulir_V1_PeriodService.Method.ListPeriods.descriptor,
    Bergulir_V1_ListPeriodsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_PeriodService.Method.GetPeriodStatus.descriptor,
    Bergulir_V1_GetPeriodStatusRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_CapitalService.Method.GetCapital.descriptor, Bergulir_V1_GetCapitalRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_SavingsService.Method.DepositSavings.descriptor,
    Bergulir_V1_DepositSavingsRequest.self
  ) { $0.name = upk + "/ksms/9" },
  Probe(
    Bergulir_V1_SavingsService.Method.WithdrawSavings.descriptor,
    Bergulir_V1_WithdrawSavingsRequest.self
  ) { $0.name = upk + "/ksms/9" },
  Probe(
    Bergulir_V1_SavingsService.Method.BankSavings.descriptor,
    Bergulir_V1_BankSavingsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_SavingsService.Method.GetSavings.descriptor, Bergulir_V1_GetSavingsRequest.self
  ) { $0.name = upk + "/ksms/9" },
  Probe(
    Bergulir_V1_SavingsService.Method.ListSavings.descriptor, Bergulir_V1_ListSavingsRequest.self
  ) { $0.parent = upk },
]

private let guarded = PermissionTable.rows.filter { $0.value.reach != .open }.map(\.key)

@Test func `every guarded call has a probe`() {
  #expect(
    probes.map(\.method.fullyQualifiedMethod).sorted()
      == guarded.map(\.fullyQualifiedMethod).sorted())
}

@Test func `no guarded call is answered without a token`() async throws {
  try await Daemon.serving { daemon in
    for probe in probes {
      let found = await problem { try await probe.call(daemon.client, [:]) }
      #expect(found?.first.reason == "TOKEN_MISSING", "\(probe.method)")
    }
  }
}

/// Nobody is told whether a thing exists before they may know it.
@Test func `every role elsewhere is refused what needs it here`() async throws {
  try await Daemon.serving { daemon in
    let second = try await daemon.world.secondUPK()
    var tokens: [Role: Metadata] = [:]
    for role in Role.allCases {
      tokens[role] = try await daemon.token(role, in: .upk(second.upk.id))
    }
    for probe in probes {
      let row = try #require(PermissionTable.permission(for: probe.method))
      guard [.upk, .region, .province].contains(row.reach) else { continue }
      for role in row.roles {
        let token = try #require(tokens[role])
        let found = await problem { try await probe.call(daemon.client, token) }
        #expect(found?.status == .permissionDenied, "\(row.name) as \(role)")
        #expect(found?.facts["permission"] == row.name)
      }
    }
  }
}

@Test func `a role that a call does not name is refused where it is held`() async throws {
  try await Daemon.serving { daemon in
    var tokens: [Role: Metadata] = [:]
    for role in Role.allCases { tokens[role] = try await daemon.token(role, in: .province) }
    for probe in probes {
      let row = try #require(PermissionTable.permission(for: probe.method))
      for role in Role.allCases where row.reach != .anyone && !row.roles.contains(role) {
        let token = try #require(tokens[role])
        let found = await problem { try await probe.call(daemon.client, token) }
        #expect(found?.status == .permissionDenied, "\(row.name) as \(role)")
      }
    }
  }
}

@Test func `a role held around the place lets the call pass`() async throws {
  try await Daemon.serving { daemon in
    let ward = daemon.world.upk.region
    for probe in probes {
      let row = try #require(PermissionTable.permission(for: probe.method))
      guard let role = row.roles.min(by: { $0.rawValue < $1.rawValue }) else { continue }
      let scope: Scope =
        switch row.reach {
        case .upk: .upk(daemon.world.upk.id)
        case .region: probe.method.method == "RegisterRegion" ? .province : .region(ward)
        default: .province
        }
      let token = try await daemon.token(role, in: scope)
      let found = await problem { try await probe.call(daemon.client, token) }
      #expect(found?.status != .permissionDenied, "\(row.name) as \(role)")
      #expect(found?.status != .unauthenticated, "\(row.name) as \(role)")
    }
  }
}
