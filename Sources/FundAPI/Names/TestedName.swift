public import RevolvingFund

/// Whom eligibility is asked of: a UPK's ward, or one of its groups.
public struct TestedName: Hashable, Sendable {
  public let upk: Code
  /// The group's number; `nil` for the ward.
  public let ksm: Int64?

  public var resource: ResourceName {
    ksm.map { .ksm(upk, $0) } ?? .upk(upk)
  }
}

extension Field {
  /// A UPK, or one of its groups.
  public func tested() throws(Fault) -> TestedName {
    try read(.resourceName("upks/CODE or upks/CODE/ksms/NUMBER")) { text in
      switch ResourceName(text) {
      case .upk(let code): TestedName(upk: code, ksm: nil)
      case .ksm(let code, let number): TestedName(upk: code, ksm: number)
      default: nil
      }
    }
  }

  /// A region, or `nil` for the whole province.
  public func area() throws(Fault) -> RegionCode? {
    let scope = try read(.area) { text -> ScopeName? in
      guard let name = ScopeName(text) else { return nil }
      if case .upk = name { return nil }
      return name
    }
    guard case .region(let code) = scope else { return nil }
    return code
  }
}
