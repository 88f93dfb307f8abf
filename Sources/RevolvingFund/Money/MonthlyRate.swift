/// A service charge (jasa) rate for one month, in millionths of the principal: 1.5 % is 15,000.
public struct MonthlyRate: Hashable, Comparable, Sendable {
  public let millionths: Int64

  public init(millionths: Int64) {
    self.millionths = millionths
  }

  public static func < (left: MonthlyRate, right: MonthlyRate) -> Bool {
    left.millionths < right.millionths
  }

  /// One month's charge on an amount, rounded half up to whole rupiah (rules.md 0, ruling 8).
  public func charge(on amount: Rupiah) -> Rupiah {
    let product = Int128(amount.amount) * Int128(millionths)
    return Rupiah(Int64((product + 500_000) / 1_000_000))
  }
}
