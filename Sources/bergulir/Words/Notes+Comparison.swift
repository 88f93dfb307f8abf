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
    case .wrongCategory(let printed, let right, let percent):
      category(printed.words, right: right.words, Percent(text: percent).words)
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
    _ printed: Sentence, right: Sentence, _ percent: Sentence
  ) -> Sentence {
    Sentence(
      english: "\(percent.english) is \(right.english), not \(printed.english).",
      indonesian: "\(percent.indonesian) berarti \(right.indonesian), bukan \(printed.indonesian).")
  }
}
