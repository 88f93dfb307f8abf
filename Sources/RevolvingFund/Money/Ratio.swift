/// An exact fraction, compared by cross-multiplication and never as a rounded figure.
public struct Ratio: Hashable, Sendable {
  public let numerator: Int64
  public let denominator: Int64

  public init(_ numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the fraction stands for a number: its denominator is above zero.
  public var isRated: Bool { denominator > 0 }

  /// Compares with a whole number of percent; the denominator must be above zero.
  public func compared(toPercent percent: Int64) -> Ordering {
    precondition(isRated, "an unrated fraction has no order")
    return Ordering(Int128(numerator) * 100, Int128(percent) * Int128(denominator))
  }
}

/// How one number stands to another.
public enum Ordering: Hashable, Sendable {
  case below, equal, above

  init(_ left: Int128, _ right: Int128) {
    self = left < right ? .below : left == right ? .equal : .above
  }
}

extension Ratio {
  /// The fraction as percent text with a fixed number of decimals, half up on the absolute value.
  ///
  /// The text is for people. With boundaries given, decimals are added (six at most) while the
  /// shown figure equals a boundary that the fraction is not on: 9.996 % never shows as 10.00
  /// (rules.md 0, ruling 14). `nil` where the fraction is not rated.
  public func percentText(decimals: Int, boundaries: [Int64] = []) -> String? {
    guard isRated else { return nil }
    for places in decimals...6 {
      let scaled = scaledPercent(decimals: places)
      let misleads = boundaries.contains { boundary in
        scaled == Int128(boundary) * power(10, places) && compared(toPercent: boundary) != .equal
      }
      if !misleads || places == 6 { return Ratio.text(scaled, decimals: places) }
    }
    return nil
  }

  private func scaledPercent(decimals: Int) -> Int128 {
    let top = Int128(numerator.magnitude) * 100 * power(10, decimals)
    let bottom = Int128(denominator)
    let rounded = (top * 2 + bottom) / (bottom * 2)
    return numerator < 0 ? -rounded : rounded
  }

  private static func text(_ scaled: Int128, decimals: Int) -> String {
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -decimals)
    let sign = scaled < 0 ? "-" : ""
    return decimals == 0 ? sign + padded : "\(sign)\(padded[..<split]).\(padded[split...])"
  }
}

private func power(_ base: Int128, _ exponent: Int) -> Int128 {
  (0..<exponent).reduce(1) { product, _ in product * base }
}
