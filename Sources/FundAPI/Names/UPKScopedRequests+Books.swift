// The calls on what the books of one UPK are held against.

extension Bergulir_V1_RecordCashCountRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_BookCashDifferenceRequest: UPKScopedRequest {
  public var upkField: Field { Field("name", name) }
}

extension Bergulir_V1_ListCashCountsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ReconcileBankRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetReconciliationRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListReconciliationsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RegisterAssetRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_DepreciateAssetsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListAssetsRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}
extension Bergulir_V1_VerifyBooksRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetFreezeRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RequestReleaseRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ConfirmReleaseRequest: UPKScopedRequest {
  public var upkField: Field { Field("parent", parent) }
}
