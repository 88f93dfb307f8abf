// The requests about one UPK, in the order of the services.
extension Bergulir_V1_GetUPKRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_SetPolicyRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_GetPolicyRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_ListPoliciesRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_RegisterKSMRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_GetKSMRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_ListKSMsRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_AddMemberRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_EndMembershipRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_ListMembersRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_SubmitApplicationRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_GetApplicationRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_ListApplicationsRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_RecordInspectionRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_SignApprovalRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_DisburseRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_GetLoanRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_ListLoansRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_GetCollectabilityRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_RecordRepaymentRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_ListRepaymentsRequest: UPKScopedRequest {
  public var upkResource: String { name }
}

extension Bergulir_V1_ReceiveCapitalRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_PostJournalRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_ListVouchersRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_ListAccountsRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_GetBalanceSheetRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_GetIndicatorsRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_GetIndicatorHistoryRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}

extension Bergulir_V1_GetAuthorityRequest: UPKScopedRequest {
  public var upkResource: String { parent }
}
