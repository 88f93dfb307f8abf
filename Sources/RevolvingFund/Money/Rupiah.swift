/// An amount of money in whole rupiah; negative where a balance or a result can be.
///
/// Arithmetic traps on overflow. `limit` keeps overflow out of reach: no single amount that comes
/// in may be larger, and nine million of the largest still fit in a sum.
public struct Rupiah: Hashable, Comparable, Sendable {
  public let amount: Int64

  public init(_ amount: Int64) {
    self.amount = amount
  }

  public static let zero = Rupiah(0)

  /// The largest single amount that is accepted: just under one trillion (10^12) rupiah, a hundred
  /// times what makes a fund one of a whole city (rules.md 2.11).
  public static let limit = Rupiah(999_999_999_999)

  public static func < (left: Rupiah, right: Rupiah) -> Bool { left.amount < right.amount }
  public static func + (left: Rupiah, right: Rupiah) -> Rupiah {
    Rupiah(left.amount + right.amount)
  }
  public static func - (left: Rupiah, right: Rupiah) -> Rupiah {
    Rupiah(left.amount - right.amount)
  }
  public static func += (left: inout Rupiah, right: Rupiah) { left = left + right }
  public static func -= (left: inout Rupiah, right: Rupiah) { left = left - right }
  public static prefix func - (value: Rupiah) -> Rupiah { Rupiah(-value.amount) }
}

extension Sequence where Element == Rupiah {
  /// The sum; zero for none.
  public func total() -> Rupiah {
    reduce(.zero, +)
  }
}

extension Sequence {
  /// The sum of one amount of each element.
  public func total(_ amount: (Element) -> Rupiah) -> Rupiah {
    reduce(.zero) { $0 + amount($1) }
  }
}
