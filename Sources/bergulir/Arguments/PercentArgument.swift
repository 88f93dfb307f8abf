import ArgumentParser
import FundAPI
import RevolvingFund

/// A part of a whole, `60` or `62,5` percent, two decimals at most.
struct PercentArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.percent

  let hundredths: Int32

  init?(argument: String) {
    guard let rate = RateArgument(argument: argument)?.rate, rate.millionths % 100 == 0,
      rate.millionths <= 1_000_000
    else { return nil }
    hundredths = Int32(rate.millionths / 100)
  }
}
