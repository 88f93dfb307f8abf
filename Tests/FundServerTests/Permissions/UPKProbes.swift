import FundAPI

private let upk = "upks/malabutor"

/// A probe of each call that is about one UPK.
let upkProbes: [Probe] =
  [
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
      Bergulir_V1_ApplicationService.Method.DraftApplication.descriptor,
      Bergulir_V1_DraftApplicationRequest.self
    ) { $0.parent = upk + "/ksms/9" },
    Probe(
      Bergulir_V1_ApplicationService.Method.SubmitDraft.descriptor,
      Bergulir_V1_SubmitDraftRequest.self
    ) { $0.name = upk + "/applications/9" },
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
      Bergulir_V1_DisbursementService.Method.ConfirmReceipts.descriptor,
      Bergulir_V1_ConfirmReceiptsRequest.self
    ) { $0.name = upk + "/loans/9" },
    Probe(
      Bergulir_V1_DisbursementService.Method.VoidDisbursement.descriptor,
      Bergulir_V1_VoidDisbursementRequest.self
    ) { $0.name = upk + "/loans/9" },
    Probe(
      Bergulir_V1_DisbursementService.Method.GetDisbursement.descriptor,
      Bergulir_V1_GetDisbursementRequest.self
    ) { $0.name = upk + "/loans/9" },
    Probe(
      Bergulir_V1_DisbursementService.Method.ListDisbursements.descriptor,
      Bergulir_V1_ListDisbursementsRequest.self
    ) { $0.parent = upk },
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
      Bergulir_V1_RepaymentService.Method.ReverseRepayment.descriptor,
      Bergulir_V1_ReverseRepaymentRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_RepaymentService.Method.RecordSheet.descriptor,
      Bergulir_V1_RecordSheetRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_SuspenseService.Method.ListSuspense.descriptor,
      Bergulir_V1_ListSuspenseRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_SuspenseService.Method.ListSuspenseAssignments.descriptor,
      Bergulir_V1_ListSuspenseAssignmentsRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_SuspenseService.Method.AssignSuspense.descriptor,
      Bergulir_V1_AssignSuspenseRequest.self
    ) { $0.name = upk + "/ksms/9" },
    Probe(
      Bergulir_V1_SuspenseService.Method.UnassignSuspense.descriptor,
      Bergulir_V1_UnassignSuspenseRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_SuspenseService.Method.RefundSuspense.descriptor,
      Bergulir_V1_RefundSuspenseRequest.self
    ) { $0.name = upk + "/ksms/9" },
    Probe(
      Bergulir_V1_SuspenseService.Method.ApplySuspense.descriptor,
      Bergulir_V1_ApplySuspenseRequest.self
    ) { $0.name = upk + "/loans/9" },
    Probe(
      Bergulir_V1_JointLiabilityService.Method.CallJointLiability.descriptor,
      Bergulir_V1_CallJointLiabilityRequest.self
    ) { $0.name = upk + "/loans/9" },
    Probe(
      Bergulir_V1_JointLiabilityService.Method.GetJointLiability.descriptor,
      Bergulir_V1_GetJointLiabilityRequest.self
    ) { $0.name = upk + "/loans/9" },
    Probe(
      Bergulir_V1_JointLiabilityService.Method.SettleMemberDebt.descriptor,
      Bergulir_V1_SettleMemberDebtRequest.self
    ) { $0.name = upk + "/loans/9" },
    Probe(
      Bergulir_V1_JointLiabilityService.Method.SetOffSavings.descriptor,
      Bergulir_V1_SetOffSavingsRequest.self
    ) { $0.name = upk + "/loans/9" },
    Probe(
      Bergulir_V1_JointLiabilityService.Method.GetMemberStatement.descriptor,
      Bergulir_V1_GetMemberStatementRequest.self
    ) { $0.name = upk + "/ksms/9/members/1" },
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
      Bergulir_V1_VerifyService.Method.VerifyBooks.descriptor,
      Bergulir_V1_VerifyBooksRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_VerifyService.Method.GetFreeze.descriptor, Bergulir_V1_GetFreezeRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_VerifyService.Method.RequestRelease.descriptor,
      Bergulir_V1_RequestReleaseRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_VerifyService.Method.ConfirmRelease.descriptor,
      Bergulir_V1_ConfirmReleaseRequest.self
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
    Probe(
      Bergulir_V1_EligibilityService.Method.CheckEligibility.descriptor,
      Bergulir_V1_CheckEligibilityRequest.self
    ) { $0.name = upk },
    Probe(
      Bergulir_V1_EligibilityService.Method.Attest.descriptor, Bergulir_V1_AttestRequest.self
    ) { $0.parent = upk },
    Probe(
      Bergulir_V1_EligibilityService.Method.ListAttestations.descriptor,
      Bergulir_V1_ListAttestationsRequest.self
    ) { $0.parent = upk },
  ] + lifeProbes + reportProbes + bookProbes + closingProbes
