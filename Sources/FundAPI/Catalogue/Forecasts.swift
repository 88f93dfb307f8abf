public import RevolvingFund

extension FundAlert.Kind: Worded {
  public var words: Sentence {
    switch self {
    case .idleCash:
      Sentence("idle money above a quarter of the capital", "dana menganggur di atas 1/4 modal")
    case .noServiceCharge:
      Sentence("no service charge for half a year", "tidak ada jasa masuk selama enam bulan")
    case .noLending:
      Sentence(
        "nothing lent for half a year, though it could be",
        "tidak ada pencairan selama enam bulan, padahal bisa")
    }
  }
}

extension Workload.Office: Worded {
  public var words: Sentence {
    switch self {
    case .unit: Sentence("UPK", "UPK")
    case .supervisors: Sentence("supervisors", "Pengawas UPK")
    }
  }
}
