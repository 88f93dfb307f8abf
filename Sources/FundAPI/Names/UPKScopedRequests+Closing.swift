// The requests about closed months and years, profits, budgets and the assessment of one UPK.
extension Bergulir_V1_RequestReopeningRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ConfirmReopeningRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_GetPeriodDifferenceRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_CloseYearRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListYearsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_AllocateProfitRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListAllocationsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_PaySupervisorsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ProposeBudgetRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ApproveBudgetRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListBudgetsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetRealisationRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetAssessmentRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}
