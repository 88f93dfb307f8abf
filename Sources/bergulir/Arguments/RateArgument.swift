import ArgumentParser
import FundAPI
import RevolvingFund

/// A service charge a month as people type it: `1.5` or `1,5` percent, four decimals at most.
struct RateArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.rate

  let rate: MonthlyRate

  init?(argument: String) {
    let parts = argument.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count), parts.allSatisfy(isDigits) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard parts[0].count <= 9, decimals.count <= 4 else { return nil }
    let filled = decimals + String(repeating: "0", count: 4 - decimals.count)
    guard let millionths = Int64(parts[0] + filled) else { return nil }
    rate = MonthlyRate(millionths: millionths)
  }

  /// A rate as percent, such as `1.5`, without zeros at its end.
  static func text(millionths: Int64) -> String {
    let text = Ratio(millionths, 1_000_000).percentText(decimals: 4) ?? ""
    let short = String(text.reversed().drop { $0 == "0" }.reversed())
    return short.hasSuffix(".") ? String(short.dropLast()) : short
  }
}
