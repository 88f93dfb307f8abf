import FundAPI

private let upk = "upks/malabutor"

/// The calls on what becomes of a loan.
let lifeProbes: [Probe] = [
  Probe(
    Bergulir_V1_RestructuringService.Method.RestructureLoan.descriptor,
    Bergulir_V1_RestructureLoanRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_RestructuringService.Method.GetRestructuring.descriptor,
    Bergulir_V1_GetRestructuringRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_RestructuringService.Method.ListRestructurings.descriptor,
    Bergulir_V1_ListRestructuringsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_WriteOffService.Method.WriteOffLoan.descriptor,
    Bergulir_V1_WriteOffLoanRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_WriteOffService.Method.RecoverClaim.descriptor,
    Bergulir_V1_RecoverClaimRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_WriteOffService.Method.ReverseRecovery.descriptor,
    Bergulir_V1_ReverseRecoveryRequest.self
  ) {
    $0.parent = upk
    $0.receipt = "KW-2016-0009"
  },
  Probe(
    Bergulir_V1_WriteOffService.Method.WaiveClaim.descriptor,
    Bergulir_V1_WaiveClaimRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_WriteOffService.Method.ListWriteOffs.descriptor,
    Bergulir_V1_ListWriteOffsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_CaseService.Method.ListCases.descriptor, Bergulir_V1_ListCasesRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_CaseService.Method.ListMemberArrears.descriptor,
    Bergulir_V1_ListMemberArrearsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_CaseService.Method.GetCase.descriptor, Bergulir_V1_GetCaseRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_CaseService.Method.ListDue.descriptor, Bergulir_V1_ListDueRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_CaseService.Method.RecordCaseStep.descriptor, Bergulir_V1_RecordCaseStepRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_CaseService.Method.Escalate.descriptor, Bergulir_V1_EscalateRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_CaseService.Method.AnswerEscalation.descriptor,
    Bergulir_V1_AnswerEscalationRequest.self
  ) { $0.name = upk + "/case-steps/9" },
  Probe(
    Bergulir_V1_CaseService.Method.GetLetter.descriptor, Bergulir_V1_GetLetterRequest.self
  ) { $0.name = upk + "/loans/9" },
  Probe(
    Bergulir_V1_NoticeService.Method.GetNoticeBoard.descriptor,
    Bergulir_V1_GetNoticeBoardRequest.self
  ) {
    $0.parent = upk
    $0.month = "2017-12"
  },
  Probe(
    Bergulir_V1_NoticeService.Method.GetAnnualPack.descriptor,
    Bergulir_V1_GetAnnualPackRequest.self
  ) {
    $0.parent = upk
    $0.year = 2017
  },
  Probe(
    Bergulir_V1_ForecastService.Method.GetForecast.descriptor, Bergulir_V1_GetForecastRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ForecastService.Method.ListReferrals.descriptor,
    Bergulir_V1_ListReferralsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ForecastService.Method.GetWorkload.descriptor, Bergulir_V1_GetWorkloadRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_VisitService.Method.RecordVisit.descriptor,
    Bergulir_V1_RecordVisitRequest.self
  ) { $0.parent = upk + "/loans/9" },
  Probe(
    Bergulir_V1_VisitService.Method.ListVisits.descriptor,
    Bergulir_V1_ListVisitsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_VisitService.Method.ListDueVisits.descriptor,
    Bergulir_V1_ListDueVisitsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_VisitService.Method.GetVisitFindings.descriptor,
    Bergulir_V1_GetVisitFindingsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_VisitService.Method.ListBlocks.descriptor,
    Bergulir_V1_ListBlocksRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_VisitService.Method.LiftBlock.descriptor,
    Bergulir_V1_LiftBlockRequest.self
  ) { $0.name = upk + "/blocks/9" },
  Probe(
    Bergulir_V1_ApplicationService.Method.CompleteApplication.descriptor,
    Bergulir_V1_CompleteApplicationRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_ApplicationService.Method.CancelApplication.descriptor,
    Bergulir_V1_CancelApplicationRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_ApplicationService.Method.WaitlistApplication.descriptor,
    Bergulir_V1_WaitlistApplicationRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_ApplicationService.Method.ReleaseApplication.descriptor,
    Bergulir_V1_ReleaseApplicationRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_ApplicationService.Method.SignContract.descriptor,
    Bergulir_V1_SignContractRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_ApprovalService.Method.ReviewApplication.descriptor,
    Bergulir_V1_ReviewApplicationRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_QueueService.Method.SkipQueue.descriptor, Bergulir_V1_SkipQueueRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_QueueService.Method.ConfirmSkip.descriptor, Bergulir_V1_ConfirmSkipRequest.self
  ) { $0.name = upk + "/applications/9" },
  Probe(
    Bergulir_V1_ApprovalChainService.Method.SetApprovalChain.descriptor,
    Bergulir_V1_SetApprovalChainRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ApprovalChainService.Method.GetApprovalChain.descriptor,
    Bergulir_V1_GetApprovalChainRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ApprovalChainService.Method.ListApprovalChains.descriptor,
    Bergulir_V1_ListApprovalChainsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_DelegationService.Method.DelegateRole.descriptor,
    Bergulir_V1_DelegateRoleRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_DelegationService.Method.RevokeDelegation.descriptor,
    Bergulir_V1_RevokeDelegationRequest.self
  ) { $0.name = upk + "/delegations/9" },
  Probe(
    Bergulir_V1_RelationshipService.Method.EndRelationship.descriptor,
    Bergulir_V1_EndRelationshipRequest.self
  ) { $0.name = upk + "/relationships/9" },
  Probe(
    Bergulir_V1_DelegationService.Method.ListDelegations.descriptor,
    Bergulir_V1_ListDelegationsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_RelationshipService.Method.DeclareRelationship.descriptor,
    Bergulir_V1_DeclareRelationshipRequest.self
  ) { $0.parent = upk + "/ksms/9" },
  Probe(
    Bergulir_V1_RelationshipService.Method.ListRelationships.descriptor,
    Bergulir_V1_ListRelationshipsRequest.self
  ) { $0.parent = upk },
]
