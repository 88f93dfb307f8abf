/// A place of the administrative map, by its Kemendagri code: `92`, `92.71`, `92.71.03`,
/// `92.71.03.1004`.
public struct RegionCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String

  /// Reads a code of one to four dotted parts of 2, 2, 2 and 4 digits; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count),
      zip(parts, [2, 2, 2, 4]).allSatisfy({ $0.utf8.count == $1 && digits($0) != nil })
    else { return nil }
    description = text
  }

  public static func < (left: RegionCode, right: RegionCode) -> Bool {
    left.description < right.description
  }

  public var level: RegionLevel {
    switch description.utf8.count {
    case 2: .province
    case 5: .city
    case 8: .subdistrict
    default: .ward
    }
  }

  /// The region around this one; `nil` for a province.
  public var parent: RegionCode? {
    description.lastIndex(of: ".").flatMap { RegionCode(String(description[..<$0])) }
  }

  /// Whether this region is the other one or lies in it.
  public func isWithin(_ other: RegionCode) -> Bool {
    self == other || description.hasPrefix(other.description + ".")
  }
}

/// The four levels of the map: provinsi, kota or kabupaten, kecamatan, kelurahan or desa.
public enum RegionLevel: String, Hashable, Sendable, CaseIterable {
  case province, city, subdistrict, ward
}

/// A region that is registered here.
public struct Region: Hashable, Sendable {
  public let code: RegionCode
  public let name: String

  public init(code: RegionCode, name: String) {
    self.code = code
    self.name = name
  }
}
