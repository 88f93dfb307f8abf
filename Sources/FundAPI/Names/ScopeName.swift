public import RevolvingFund

/// Where a role holds, as the wire writes it: `province`, `regions/92.71` or `upks/malabutor`.
///
/// The core's `Scope` knows a UPK by its number; here it goes by its code.
public enum ScopeName: Hashable, Sendable {
  case province
  case region(RegionCode)
  case upk(Code)
}

extension ScopeName: CustomStringConvertible {
  public var description: String {
    switch self {
    case .province: "province"
    case .region(let code): ResourceName.region(code).description
    case .upk(let code): ResourceName.upk(code).description
    }
  }

  /// Reads a scope as `description` writes it; `nil` for anything else.
  public init?(_ text: String) {
    switch ResourceName(text) {
    case .region(let code): self = .region(code)
    case .upk(let code): self = .upk(code)
    default:
      guard text == "province" else { return nil }
      self = .province
    }
  }
}
