// The requests about one UPK, in the order of the services.
extension Bergulir_V1_GetUPKRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_SetCharterRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetCharterRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListChartersRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetRosterRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_SetPolicyRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetPolicyRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListPoliciesRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_AcknowledgePolicyRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListAcknowledgementsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RegisterKSMRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetKSMRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListKSMsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_AddMemberRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_EndMembershipRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListMembersRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_SubmitApplicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_DraftApplicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_SubmitDraftRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_GetApplicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListApplicationsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_CompleteApplicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_CancelApplicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_WaitlistApplicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ReleaseApplicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_SignContractRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_RecordInspectionRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_SignApprovalRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ReviewApplicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_DisburseRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ConfirmReceiptsRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_VoidDisbursementRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_GetDisbursementRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListDisbursementsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetLoanRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListLoansRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetCollectabilityRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordRepaymentRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListRepaymentsRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ReverseRepaymentRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordSheetRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListSuspenseRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_AssignSuspenseRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_UnassignSuspenseRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListSuspenseAssignmentsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RefundSuspenseRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ApplySuspenseRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_CallJointLiabilityRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_GetJointLiabilityRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_SettleMemberDebtRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_SetOffSavingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_GetMemberStatementRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ReceiveCapitalRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetCapitalRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_PostJournalRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ReverseVoucherRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_OpenAccountRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListVouchersRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListAccountsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetBalanceSheetRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetIndicatorsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetIndicatorHistoryRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetAuthorityRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ConfirmRecoveryRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordCollectionRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListCollectionsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_PlanRepairRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListRepairsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ClosePeriodRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetPeriodRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListPeriodsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetPeriodStatusRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_DepositSavingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_WithdrawSavingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_BankSavingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetSavingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListSavingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_CheckEligibilityRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_AttestRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListAttestationsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordComplaintRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_AnswerComplaintRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListComplaintsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordMeetingRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListMeetingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordSupervisionRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListSupervisionsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_AnswerFindingRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListFindingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ConfirmBalancesRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListConfirmationsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordPublicationRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListPublicationsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListActivityRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListNeglectedRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ImportBooksRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ExportBooksRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}
