import FundAPI
import RevolvingFund

extension Notes {
  /// Why a printed figure is not ours.
  static func reason(_ reason: Comparison.Reason) -> Sentence {
    switch reason {
    case .agrees:
      Sentence(english: "The same.", indonesian: "Sama.")
    case .inverted:
      Sentence(
        english: "Divided the wrong way round.", indonesian: "Pembagiannya terbalik.")
    case .rounded(let decimals):
      Sentence(
        english: "Rounded to \(decimals == 0 ? "whole percent" : "\(decimals) decimals").",
        indonesian: "Dibulatkan ke \(decimals == 0 ? "persen bulat" : "\(decimals) desimal").")
    case .otherInputs(let printed):
      inputs(printed)
    case .profitAboveIncome(let profit, let income):
      balance(Rupiah(profit).words, income: Rupiah(income).words)
    case .notAnnualised:
      Sentence(
        english: "Not made a whole year's.", indonesian: "Belum dijadikan setahun.")
    case .figureOf(let kind):
      Sentence(
        english: "This is the figure of \(kind.rawValue).",
        indonesian: "Ini angka \(kind.rawValue).")
    case .wrongCategory(let printed, let right, let kind):
      category(printed, right, kind)
    case .unexplained:
      Sentence(
        english: "No rule explains it.", indonesian: "Tidak ada aturan yang menjelaskannya.")
    }
  }

  private static func inputs(_ printed: Ratio) -> Sentence {
    let (top, bottom) = (
      Rupiah(printed.numerator).figures, Rupiah(printed.denominator).figures
    )
    return Sentence(
      english: "Made from \(top.english) over \(bottom.english).",
      indonesian: "Dihitung dari \(top.indonesian) dibagi \(bottom.indonesian).")
  }

  private static func balance(_ profit: Sentence, income: Sentence) -> Sentence {
    Sentence(
      english: "The profit is printed as \(profit.english), more than the year's whole income of "
        + "\(income.english): a balance, not a year's profit.",
      indonesian: "Labanya tercetak \(profit.indonesian), lebih dari seluruh pendapatan tahun itu "
        + "\(income.indonesian): itu saldo, bukan laba setahun.")
  }

  private static func category(
    _ printed: PerformanceCategory, _ right: RightFigure, _ kind: IndicatorKind
  ) -> Sentence {
    let (percent, category) = (Percent(text: right.percent).words, right.category.words)
    let range = range(of: right.category, kind)
    return Sentence(
      english: "\(percent.english) is \(category.english) (\(range.english)), "
        + "not \(printed.words.english).",
      indonesian: "\(percent.indonesian) berarti \(category.indonesian) (\(range.indonesian)), "
        + "bukan \(printed.words.indonesian).")
  }

  /// Where a category lies (rules.md 3.7).
  private static func range(
    of category: PerformanceCategory, _ kind: IndicatorKind
  ) -> Sentence {
    let (low, high) = (kind.boundaries[0], kind.boundaries[1])
    return switch (category, kind) {
    case (.satisfactory, .lar), (.satisfactory, .par): below(low)
    case (.suspended, .lar), (.suspended, .par): from(high)
    case (.suspended, .ccr), (.suspended, .roi), (.suspended, .rr): below(low)
    case (.satisfactory, .rr): from(high)
    case (.satisfactory, .ccr), (.satisfactory, .roi):
      Sentence(english: "above \(high) %", indonesian: "di atas \(high) %")
    case (.minimum, _):
      Sentence(english: "\(low) to \(high) %", indonesian: "\(low) sampai \(high) %")
    case (.notRated, _):
      Sentence(english: "nothing to divide by", indonesian: "tidak ada pembaginya")
    }
  }

  private static func below(_ percent: Int64) -> Sentence {
    Sentence(english: "below \(percent) %", indonesian: "di bawah \(percent) %")
  }

  private static func from(_ percent: Int64) -> Sentence {
    Sentence(english: "\(percent) % or more", indonesian: "\(percent) % atau lebih")
  }
}
