import ArgumentParser
import FundAPI
import RevolvingFund

/// A day as people type it: `2017-12-31`.
struct DayArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.day

  let day: Day

  init?(argument: String) {
    guard let day = Day(parsing: argument) else { return nil }
    self.day = day
  }
}

/// A month as people type it: `2017-12`.
struct MonthArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.month

  let month: Month

  init?(argument: String) {
    guard let month = Month(parsing: argument) else { return nil }
    self.month = month
  }
}

extension DayArgument? {
  /// The day for the wire, where nothing given is an empty text.
  var wire: String { self?.day.description ?? "" }
}
