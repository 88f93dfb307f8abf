import RevolvingFund

/// The year-to-date sums of the paper's Table 3, which its text uses for 2017, with the ratios that
/// follow from them (rules.md 8.3 and 8.5).
enum PublishedTables {
  struct Month: Sendable {
    let income: Rupiah
    let cost: Rupiah
    let ccr: String
    let ccrCategory: PerformanceCategory
    let roi: String
  }

  static let months: [Month] = [
    row(12_989, 12_597, "103.11", "0.0235"), row(24_721, 24_943, "99.11", "-0.0067"),
    row(37_710, 37_540, "100.45", "0.0034"), row(50_280, 50_054, "100.45", "0.0034"),
    row(63_269, 62_651, "100.99", "0.0074"), row(75_839, 75_165, "100.90", "0.0067"),
    row(88_828, 87_762, "101.21", "0.0091"), row(101_817, 100_359, "101.45", "0.0109"),
    row(113_968, 112_789, "101.05", "0.0079"), row(126_538, 125_303, "100.99", "0.0074"),
    row(139_108, 137_817, "100.94", "0.0070"), row(152_097, 150_414, "101.12", "0.0084"),
  ]

  /// Table 4: income and cost as printed, the printed CCr, what they really give, and its category.
  static let tableFour: [(Rupiah, Rupiah, String, String, PerformanceCategory)] = [
    (12_989, 12_597, "113.05", "103.11", .minimum), (24_721, 24_943, "113.04", "99.11", .suspended),
    (37_710, 37_540, "113.04", "100.45", .minimum), (50_280, 50_054, "113.04", "100.45", .minimum),
    (50_280, 62_651, "113.05", "80.25", .suspended),
    (50_280, 75_165, "113.04", "66.89", .suspended),
    (50_280, 87_762, "113.05", "57.29", .suspended),
    (50_280, 100_359, "113.05", "50.10", .suspended),
    (50_280, 112_875, "113.05", "44.54", .suspended),
    (50_280, 126_475, "113.05", "39.75", .suspended),
    (50_280, 139_989, "113.04", "35.92", .suspended),
    (50_280, 153_586, "113.04", "32.74", .suspended),
  ]

  /// Income as it must have been in the year of Tables 4 and 5, with cost, CCr and ROI.
  static let reconstructed: [(Int, Rupiah, Rupiah, String, String)] = [
    (9, 114_401, 112_875, "101.35", "0.0102"), (10, 127_404, 126_475, "100.73", "0.0056"),
    (11, 139_974, 139_989, "99.99", "-0.0001"), (12, 152_963, 153_586, "99.59", "-0.0031"),
  ]

  private static func row(_ income: Rupiah, _ cost: Rupiah, _ ccr: String, _ roi: String) -> Month {
    Month(
      income: income, cost: cost, ccr: ccr, ccrCategory: income < cost ? .suspended : .minimum,
      roi: roi)
  }
}
