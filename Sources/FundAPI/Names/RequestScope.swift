/// A request about one UPK, so that whoever serves it can look up who may ask.
public protocol UPKScopedRequest {
  /// The field with the name of the UPK or of something that belongs to it, as the caller wrote it.
  var upkField: Field { get }
}

/// A request about a region, or about something to be made in one.
public protocol RegionScopedRequest {
  /// The field with the region's code as the caller wrote it, such as `92.71`.
  var regionField: Field { get }
}

/// A request about an area: the province or a region.
public protocol AreaScopedRequest {
  /// The field with the area as the caller wrote it: `province` or `regions/92.71`.
  var areaField: Field { get }
}

extension Bergulir_V1_ListEligibilityRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

/// A request about an area, or about one UPK: `areaField` may be `upks/malabutor` too.
public protocol PlaceScopedRequest: AreaScopedRequest {}

extension Bergulir_V1_ListEscalationsRequest: PlaceScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListEventsRequest: PlaceScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetEventRequest: PlaceScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_VerifyChainRequest: PlaceScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListHeadsRequest: PlaceScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetRollupRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListReportingRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListLeagueRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_ListOutliersRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetAreaIndicatorsRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetAreaStatusRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetAreaLoanProgressRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetAreaCollectabilityRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_GetTrendRequest: AreaScopedRequest {
  public var areaField: Field { Field("parent", parent) }
}

extension Bergulir_V1_RegisterRegionRequest: RegionScopedRequest {
  public var regionField: Field { Field("code", code) }
}

extension Bergulir_V1_RegisterBKMRequest: RegionScopedRequest {
  public var regionField: Field { Field("region", region) }
}

extension Bergulir_V1_RegisterUPKRequest: RegionScopedRequest {
  public var regionField: Field { Field("region", region) }
}
