// The calls on what becomes of a loan, and on whom it meets, in one UPK.

extension Bergulir_V1_RestructureLoanRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_GetRestructuringRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListRestructuringsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_WriteOffLoanRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_RecoverClaimRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ReverseRecoveryRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_WaiveClaimRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListWriteOffsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListCasesRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListMemberArrearsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetCaseRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListDueRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordCaseStepRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_EscalateRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_AnswerEscalationRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_GetLetterRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_GetNoticeBoardRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetForecastRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListReferralsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetWorkloadRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RecordVisitRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListVisitsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListDueVisitsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetVisitFindingsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListBlocksRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_LiftBlockRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_SkipQueueRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ConfirmSkipRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_SetApprovalChainRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetApprovalChainRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListApprovalChainsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_DelegateRoleRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RevokeDelegationRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_EndRelationshipRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListDelegationsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_DeclareRelationshipRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListRelationshipsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}
