import Foundation
import FundAPI
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

/// Requests about no UPK and no region: only a role that holds in the whole province allows them.
private let provinceRequests: [any Message.Type] = [
  Bergulir_V1_GetServerInfoRequest.self, Bergulir_V1_WhoAmIRequest.self,
  Bergulir_V1_VerifyProvinceRequest.self,
  Bergulir_V1_ListWorkRequest.self,
  Bergulir_V1_ListRegionsRequest.self, Bergulir_V1_ListBKMsRequest.self,
  Bergulir_V1_ListUPKsRequest.self, Bergulir_V1_RegisterPersonRequest.self,
  Bergulir_V1_GetPersonRequest.self, Bergulir_V1_ListPersonsRequest.self,
  Bergulir_V1_AssignRoleRequest.self, Bergulir_V1_EndAssignmentRequest.self,
  Bergulir_V1_FilePapersRequest.self, Bergulir_V1_RecordTrainingRequest.self,
  Bergulir_V1_ListTrainingsRequest.self,
  Bergulir_V1_ListAssignmentsRequest.self, Bergulir_V1_CreatePrincipalRequest.self,
  Bergulir_V1_ListPrincipalsRequest.self, Bergulir_V1_IssueTokenRequest.self,
  Bergulir_V1_RevokeTokenRequest.self, Bergulir_V1_ListTokensRequest.self,
  Bergulir_V1_RotateTokenRequest.self, Bergulir_V1_RevokeOwnTokenRequest.self,
  Bergulir_V1_SetPolicyBoundsRequest.self, Bergulir_V1_GetPolicyBoundsRequest.self,
  Bergulir_V1_ListPolicyBoundsRequest.self,
  Bergulir_V1_EchoRequest.self, Bergulir_V1_CollectRequest.self,
  Bergulir_V1_ExpandRequest.self, Bergulir_V1_ExchangeRequest.self,
  Bergulir_V1_ListCancelledCallsRequest.self, Bergulir_V1_GetInstrumentRequest.self,
  Bergulir_V1_ListInstrumentsRequest.self, Bergulir_V1_SetInstrumentRequest.self,
]

private let areaRequests: [any (Message & AreaScopedRequest).Type] = [
  Bergulir_V1_ListEligibilityRequest.self, Bergulir_V1_ListEscalationsRequest.self,
  Bergulir_V1_GetRollupRequest.self, Bergulir_V1_ListReportingRequest.self,
  Bergulir_V1_ListLeagueRequest.self, Bergulir_V1_ListOutliersRequest.self,
  Bergulir_V1_GetAreaStatusRequest.self, Bergulir_V1_GetAreaIndicatorsRequest.self,
  Bergulir_V1_GetAreaLoanProgressRequest.self,
  Bergulir_V1_GetAreaCollectabilityRequest.self, Bergulir_V1_GetTrendRequest.self,
  Bergulir_V1_ListEventsRequest.self, Bergulir_V1_GetEventRequest.self,
  Bergulir_V1_VerifyChainRequest.self, Bergulir_V1_ListHeadsRequest.self,
]

private let regionRequests: [any (Message & RegionScopedRequest).Type] = [
  Bergulir_V1_RegisterRegionRequest.self, Bergulir_V1_RegisterBKMRequest.self,
  Bergulir_V1_RegisterUPKRequest.self,
]

private let upkRequests: [any (Message & UPKScopedRequest).Type] = [
  Bergulir_V1_RequestReopeningRequest.self,
  Bergulir_V1_ConfirmReopeningRequest.self,
  Bergulir_V1_GetPeriodDifferenceRequest.self,
  Bergulir_V1_CloseYearRequest.self,
  Bergulir_V1_ListYearsRequest.self,
  Bergulir_V1_AllocateProfitRequest.self,
  Bergulir_V1_ListAllocationsRequest.self,
  Bergulir_V1_PaySupervisorsRequest.self,
  Bergulir_V1_ProposeBudgetRequest.self,
  Bergulir_V1_ApproveBudgetRequest.self,
  Bergulir_V1_ListBudgetsRequest.self,
  Bergulir_V1_GetRealisationRequest.self,
  Bergulir_V1_GetAssessmentRequest.self,
  Bergulir_V1_RecordComplaintRequest.self,
  Bergulir_V1_AnswerComplaintRequest.self,
  Bergulir_V1_ListComplaintsRequest.self,
  Bergulir_V1_RecordMeetingRequest.self,
  Bergulir_V1_ListMeetingsRequest.self,
  Bergulir_V1_RecordSupervisionRequest.self,
  Bergulir_V1_ListSupervisionsRequest.self,
  Bergulir_V1_AnswerFindingRequest.self,
  Bergulir_V1_ListFindingsRequest.self,
  Bergulir_V1_ConfirmBalancesRequest.self,
  Bergulir_V1_ListConfirmationsRequest.self,
  Bergulir_V1_RecordPublicationRequest.self,
  Bergulir_V1_ListPublicationsRequest.self,
  Bergulir_V1_ListActivityRequest.self,
  Bergulir_V1_ListNeglectedRequest.self,
  Bergulir_V1_ConfirmReceiptsRequest.self, Bergulir_V1_VoidDisbursementRequest.self,
  Bergulir_V1_GetDisbursementRequest.self, Bergulir_V1_ListDisbursementsRequest.self,
  Bergulir_V1_RecordVisitRequest.self, Bergulir_V1_ListVisitsRequest.self,
  Bergulir_V1_ListDueVisitsRequest.self, Bergulir_V1_GetVisitFindingsRequest.self,
  Bergulir_V1_ListBlocksRequest.self, Bergulir_V1_LiftBlockRequest.self,
  Bergulir_V1_GetRosterRequest.self, Bergulir_V1_PlanRepairRequest.self,
  Bergulir_V1_CompleteApplicationRequest.self,
  Bergulir_V1_CancelApplicationRequest.self,
  Bergulir_V1_WaitlistApplicationRequest.self,
  Bergulir_V1_ReleaseApplicationRequest.self,
  Bergulir_V1_SignContractRequest.self,
  Bergulir_V1_ReviewApplicationRequest.self,
  Bergulir_V1_SkipQueueRequest.self,
  Bergulir_V1_ConfirmSkipRequest.self,
  Bergulir_V1_SetApprovalChainRequest.self,
  Bergulir_V1_GetApprovalChainRequest.self,
  Bergulir_V1_ListApprovalChainsRequest.self,
  Bergulir_V1_DelegateRoleRequest.self,
  Bergulir_V1_ListDelegationsRequest.self, Bergulir_V1_RevokeDelegationRequest.self,
  Bergulir_V1_EndRelationshipRequest.self,
  Bergulir_V1_DeclareRelationshipRequest.self,
  Bergulir_V1_ListRelationshipsRequest.self,
  Bergulir_V1_ListRepairsRequest.self,
  Bergulir_V1_GetUPKRequest.self, Bergulir_V1_SetPolicyRequest.self,
  Bergulir_V1_GetPolicyRequest.self, Bergulir_V1_ListPoliciesRequest.self,
  Bergulir_V1_AcknowledgePolicyRequest.self, Bergulir_V1_ListAcknowledgementsRequest.self,
  Bergulir_V1_SetCharterRequest.self, Bergulir_V1_GetCharterRequest.self,
  Bergulir_V1_ListChartersRequest.self,
  Bergulir_V1_RegisterKSMRequest.self, Bergulir_V1_GetKSMRequest.self,
  Bergulir_V1_ListKSMsRequest.self, Bergulir_V1_AddMemberRequest.self,
  Bergulir_V1_EndMembershipRequest.self, Bergulir_V1_ListMembersRequest.self,
  Bergulir_V1_SubmitApplicationRequest.self, Bergulir_V1_GetApplicationRequest.self,
  Bergulir_V1_DraftApplicationRequest.self, Bergulir_V1_SubmitDraftRequest.self,
  Bergulir_V1_ListApplicationsRequest.self, Bergulir_V1_RecordInspectionRequest.self,
  Bergulir_V1_SignApprovalRequest.self, Bergulir_V1_DisburseRequest.self,
  Bergulir_V1_GetLoanRequest.self, Bergulir_V1_ListLoansRequest.self,
  Bergulir_V1_GetCollectabilityRequest.self, Bergulir_V1_RecordRepaymentRequest.self,
  Bergulir_V1_ListRepaymentsRequest.self, Bergulir_V1_ReverseRepaymentRequest.self,
  Bergulir_V1_RecordSheetRequest.self, Bergulir_V1_ListSuspenseRequest.self,
  Bergulir_V1_AssignSuspenseRequest.self, Bergulir_V1_UnassignSuspenseRequest.self,
  Bergulir_V1_ListSuspenseAssignmentsRequest.self,
  Bergulir_V1_RefundSuspenseRequest.self, Bergulir_V1_ApplySuspenseRequest.self,
  Bergulir_V1_CallJointLiabilityRequest.self, Bergulir_V1_GetJointLiabilityRequest.self,
  Bergulir_V1_SettleMemberDebtRequest.self, Bergulir_V1_SetOffSavingsRequest.self,
  Bergulir_V1_GetMemberStatementRequest.self, Bergulir_V1_ReceiveCapitalRequest.self,
  Bergulir_V1_PostJournalRequest.self, Bergulir_V1_ListVouchersRequest.self,
  Bergulir_V1_ListAccountsRequest.self, Bergulir_V1_GetBalanceSheetRequest.self,
  Bergulir_V1_GetIndicatorsRequest.self, Bergulir_V1_GetIndicatorHistoryRequest.self,
  Bergulir_V1_GetAuthorityRequest.self, Bergulir_V1_ConfirmRecoveryRequest.self,
  Bergulir_V1_RecordCollectionRequest.self, Bergulir_V1_ListCollectionsRequest.self,
  Bergulir_V1_ClosePeriodRequest.self, Bergulir_V1_GetPeriodRequest.self,
  Bergulir_V1_ListPeriodsRequest.self, Bergulir_V1_GetPeriodStatusRequest.self,
  Bergulir_V1_GetCapitalRequest.self, Bergulir_V1_DepositSavingsRequest.self,
  Bergulir_V1_WithdrawSavingsRequest.self, Bergulir_V1_BankSavingsRequest.self,
  Bergulir_V1_GetSavingsRequest.self, Bergulir_V1_ListSavingsRequest.self,
  Bergulir_V1_CheckEligibilityRequest.self, Bergulir_V1_AttestRequest.self,
  Bergulir_V1_ListAttestationsRequest.self,
  Bergulir_V1_RestructureLoanRequest.self, Bergulir_V1_GetRestructuringRequest.self,
  Bergulir_V1_ListRestructuringsRequest.self, Bergulir_V1_WriteOffLoanRequest.self,
  Bergulir_V1_RecoverClaimRequest.self, Bergulir_V1_ReverseRecoveryRequest.self,
  Bergulir_V1_WaiveClaimRequest.self,
  Bergulir_V1_ListWriteOffsRequest.self,
  Bergulir_V1_ListCasesRequest.self, Bergulir_V1_GetCaseRequest.self,
  Bergulir_V1_ListMemberArrearsRequest.self,
  Bergulir_V1_ListDueRequest.self, Bergulir_V1_RecordCaseStepRequest.self,
  Bergulir_V1_EscalateRequest.self, Bergulir_V1_AnswerEscalationRequest.self,
  Bergulir_V1_GetLetterRequest.self, Bergulir_V1_GetNoticeBoardRequest.self,
  Bergulir_V1_GetAnnualPackRequest.self,
  Bergulir_V1_GetForecastRequest.self,
  Bergulir_V1_ListReferralsRequest.self, Bergulir_V1_GetWorkloadRequest.self,
  Bergulir_V1_ReverseVoucherRequest.self,
  Bergulir_V1_OpenAccountRequest.self,
  Bergulir_V1_RecordCashCountRequest.self,
  Bergulir_V1_BookCashDifferenceRequest.self,
  Bergulir_V1_ListCashCountsRequest.self,
  Bergulir_V1_ReconcileBankRequest.self,
  Bergulir_V1_GetReconciliationRequest.self,
  Bergulir_V1_ListReconciliationsRequest.self,
  Bergulir_V1_RegisterAssetRequest.self,
  Bergulir_V1_DepreciateAssetsRequest.self,
  Bergulir_V1_ListAssetsRequest.self,
  Bergulir_V1_VerifyBooksRequest.self, Bergulir_V1_GetFreezeRequest.self,
  Bergulir_V1_RequestReleaseRequest.self, Bergulir_V1_ConfirmReleaseRequest.self,
  Bergulir_V1_GetLoanProgressRequest.self, Bergulir_V1_GetReserveRequest.self,
  Bergulir_V1_GetIncomeStatementRequest.self, Bergulir_V1_GetCashFlowRequest.self,
  Bergulir_V1_GetEquityChangesRequest.self, Bergulir_V1_GetTrialBalanceRequest.self,
  Bergulir_V1_GetPipelineRequest.self, Bergulir_V1_GetQuickStatusRequest.self,
  Bergulir_V1_GetDataQualityRequest.self, Bergulir_V1_GetLedgerRequest.self,
  Bergulir_V1_GetMoneyRecordRequest.self, Bergulir_V1_GetLoanCardRequest.self,
  Bergulir_V1_ExplainIndicatorRequest.self, Bergulir_V1_ImportBooksRequest.self,
  Bergulir_V1_ExportBooksRequest.self,
]

@Test func `every method's request is about a UPK, a region, an area or the province`() {
  let known =
    (upkRequests as [any Message.Type]) + regionRequests + areaRequests
    + provinceRequests
  let names = known.map { $0.protoMessageName }
  let asked = PublishedServices.methods.map { "bergulir.v1.\($0.method)Request" }
  #expect(Set(names).count == names.count)
  #expect(Set(names) == Set(asked))
}

@Test func `a request of the province is of no UPK and no region`() {
  for type in provinceRequests {
    #expect(!(type is any UPKScopedRequest.Type), "\(type)")
    #expect(!(type is any RegionScopedRequest.Type), "\(type)")
    #expect(!(type is any AreaScopedRequest.Type), "\(type)")
  }
}

/// A message of the type that has the text in its field 2, or in field 1 or 3.
private func message<M: Message>(_ type: M.Type, _ text: String, field: Int) throws -> M {
  let bytes = Array(text.utf8)
  return try M(serializedBytes: [UInt8(field << 3 | 2), UInt8(bytes.count)] + bytes)
}

@Test(arguments: upkRequests.indices)
func `a request's UPK is read from its parent or its own name`(index: Int) throws {
  let name = "upks/malabutor/loans/7"
  let found = try [1, 2].contains { field in
    do {
      return try (message(upkRequests[index], name, field: field) as any UPKScopedRequest)
        .upkField.text == name
    } catch is BinaryDecodingError {
      return false
    }
  }
  #expect(found)
}

@Test func `a request's region is the one it is made in`() {
  #expect(Bergulir_V1_RegisterRegionRequest.with { $0.code = "92.71" }.regionField.text == "92.71")
  #expect(Bergulir_V1_RegisterBKMRequest.with { $0.region = "92.71" }.regionField.text == "92.71")
  #expect(Bergulir_V1_RegisterUPKRequest.with { $0.region = "92.71" }.regionField.text == "92.71")
}

@Test func `an area is the province or a region, and nothing else`() throws {
  func area(_ text: String) throws -> RegionCode? {
    try Bergulir_V1_ListEligibilityRequest.with { $0.parent = text }.areaField.area()
  }
  #expect(try area("province") == nil)
  #expect(try area("regions/92.71") == RegionCode("92.71"))
  #expect(throws: Fault.fieldInvalid("parent", expected: .area)) { try area("upks/malabutor") }
  #expect(throws: Fault.fieldMissing("parent")) { try area("") }
}

@Test func `the published methods are those of the protos`() throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/FundAPI/Protos/bergulir/v1").standardized
  let files = try FileManager.default.contentsOfDirectory(
    at: folder, includingPropertiesForKeys: nil)
  var written: Set<String> = []
  for file in files where file.pathExtension == "proto" {
    var service: Substring = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "(" }
      if words.first == "service" { service = words[1] }
      if words.first == "rpc" { written.insert("bergulir.v1.\(service)/\(words[1])") }
    }
  }
  let published = PublishedServices.methods.map(\.fullyQualifiedMethod)
  #expect(Set(published) == written)
  #expect(Set(published).count == published.count)
}
