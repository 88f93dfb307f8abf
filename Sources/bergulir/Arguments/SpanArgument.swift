import ArgumentParser
import FundAPI
import RevolvingFund

/// From one amount to another, `100.000..5.000.000`.
struct MoneySpan: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.amountSpan

  let wire: Bergulir_V1_Span

  init?(argument: String) {
    guard let span = Bergulir_V1_Span(argument, read: { Money(argument: $0)?.rupiah.amount })
    else { return nil }
    wire = span
  }
}

/// From one number of months to another, `3..24`.
struct MonthsSpan: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.monthsSpan

  let wire: Bergulir_V1_Span

  init?(argument: String) {
    guard let span = Bergulir_V1_Span(argument, read: { isDigits($0[...]) ? Int64($0) : nil })
    else { return nil }
    wire = span
  }
}

/// From one rate a month to another, `0.5..3`, in percent.
struct RateSpan: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.rateSpan

  let wire: Bergulir_V1_Span

  init?(argument: String) {
    guard
      let span = Bergulir_V1_Span(argument, read: { RateArgument(argument: $0)?.rate.millionths })
    else { return nil }
    wire = span
  }
}

extension Bergulir_V1_Span {
  /// Two values with `..` between them; `nil` for anything else.
  fileprivate init?(_ text: String, read: (String) -> Int64?) {
    let parts = text.split(separator: "..", omittingEmptySubsequences: false)
    guard parts.count == 2, let least = read(String(parts[0])), let most = read(String(parts[1]))
    else { return nil }
    self.init()
    self.least = least
    self.most = most
  }
}
