// The reports on one UPK.

extension Bergulir_V1_GetReportRequest: UPKScopedRequest {
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

extension Bergulir_V1_GetLoanCardRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}
