/// A request about one UPK, so that whoever serves it can look up who may ask.
public protocol UPKScopedRequest {
  /// The name as the caller wrote it: of the UPK or of something that belongs to it.
  var upkResource: String { get }
}

/// A request about a region, or about something to be made in one.
public protocol RegionScopedRequest {
  /// The code as the caller wrote it, such as `92.71`.
  var regionCode: String { get }
}

extension Bergulir_V1_RegisterRegionRequest: RegionScopedRequest {
  public var regionCode: String { code }
}

extension Bergulir_V1_RegisterBKMRequest: RegionScopedRequest {
  public var regionCode: String { region }
}

extension Bergulir_V1_RegisterUPKRequest: RegionScopedRequest {
  public var regionCode: String { region }
}
