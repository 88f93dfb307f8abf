/// A figure that somebody should look at: far from its neighbours' or from its own a month before.
public struct Outlier: Hashable, Sendable {
  public let rollup: Rollup
  public let indicator: Indicator
  public let reason: Reason
  /// Hundredths of a percent.
  public let reading: Int64
  /// What it is far from: the middle of all, or the month before.
  public let reference: Int64

  /// Why a figure is listed.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Further from the middle than three times what half of all are.
    case distance
    /// Ten points or more from the month before.
    case jump
  }

  /// Less than five points from the middle is no news, however close the others stand.
  static let leastDistance: Int64 = 500
  static let leastJump: Int64 = 1000
  /// Fewer than this many have no middle worth the name.
  static let fewest = 5

  /// The outliers of a month in the order of the places, then of the indicators.
  ///
  /// Distances are from the median, in multiples of the median distance, which a few wild figures
  /// do not move (an assumption of ours: rules.md names no measure).
  public static func found(among rollups: [Rollup], after earlier: [Rollup]) -> [Outlier] {
    let before = Dictionary(
      earlier.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let middles = IndicatorKind.allCases.reduce(into: [:]) { middles, kind in
      middles[kind] = Middle(of: rollups.compactMap { $0[kind]?.hundredths })
    }
    return rollups.flatMap { rollup in
      rollup.indicators.flatMap { indicator -> [Outlier] in
        guard let reading = indicator.hundredths else { return [] }
        var found: [Outlier] = []
        if let middle = middles[indicator.kind] ?? nil, middle.isFar(reading) {
          found.append(
            Outlier(
              rollup: rollup, indicator: indicator, reason: .distance, reading: reading,
              reference: middle.median))
        }
        if let last = before[rollup.place]?[indicator.kind]?.hundredths,
          (reading - last).magnitude >= leastJump.magnitude
        {
          found.append(
            Outlier(
              rollup: rollup, indicator: indicator, reason: .jump, reading: reading,
              reference: last))
        }
        return found
      }
    }
  }
}

/// The middle of some figures, and how far from it half of them stand.
private struct Middle {
  let median: Int64
  let spread: Int64

  init?(of values: [Int64]) {
    guard values.count >= Outlier.fewest else { return nil }
    let median = Middle.lowerMedian(values)
    self.median = median
    spread = Middle.lowerMedian(values.map { abs($0 - median) })
  }

  func isFar(_ value: Int64) -> Bool {
    abs(value - median) >= max(Outlier.leastDistance, 3 * spread + 1)
  }

  private static func lowerMedian(_ values: [Int64]) -> Int64 {
    values.sorted()[(values.count - 1) / 2]
  }
}

extension Indicator {
  /// What is judged, in whole hundredths of a percent, cut; `nil` when not rated or beyond reason.
  fileprivate var hundredths: Int64? {
    guard judged.isRated else { return nil }
    let cut = Int128(judged.numerator) * 10_000 / Int128(judged.denominator)
    return Int64(clamping: max(-1_000_000_000, min(1_000_000_000, cut)))
  }
}
