public import RevolvingFund

extension Outlier.Reason: Worded {
  public var words: Sentence {
    switch self {
    case .distance: Sentence("far from the others", "jauh dari yang lain")
    case .jump: Sentence("far from the month before", "jauh dari bulan sebelumnya")
    }
  }
}
