// The reports on one UPK.

extension Bergulir_V1_GetLoanProgressRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetReserveRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetIncomeStatementRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetCashFlowRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetEquityChangesRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetTrialBalanceRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetPipelineRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetQuickStatusRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetDataQualityRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetLedgerRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetMoneyRecordRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ExplainIndicatorRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetAnnualPackRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetLoanCardRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}
