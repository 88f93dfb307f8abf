public import RevolvingFund

extension PerformanceCategory: Worded {
  /// The category by its name in the programme.
  public var words: Sentence {
    switch self {
    case .satisfactory: Sentence("satisfactory", "Memuaskan")
    case .minimum: Sentence("minimum", "Minimal")
    case .suspended: Sentence("suspended", "Penundaan")
    case .notRated: Sentence("not rated", "Belum dinilai")
    }
  }
}

extension IndicatorKind: Worded {
  /// What the letters stand for.
  public var words: Sentence {
    switch self {
    case .lar: Sentence("loans at risk", "pinjaman berisiko")
    case .par: Sentence("portfolio at risk", "portofolio berisiko")
    case .ccr: Sentence("cost coverage", "pendapatan dibanding biaya")
    case .roi: Sentence("return on investment", "hasil atas modal")
    case .rr: Sentence("repayment rate", "tingkat pengembalian")
    }
  }
}
