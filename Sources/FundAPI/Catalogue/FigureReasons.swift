internal import RevolvingFund

extension FigureReason: Worded {
  /// Why a published figure is not ours.
  public var words: Sentence {
    switch self {
    case .agrees: Sentence("The same.", "Sama.")
    case .inverted: Sentence("Divided the wrong way round.", "Pembagiannya terbalik.")
    case .rounded(decimals: 0):
      Sentence("Rounded to whole percent.", "Dibulatkan ke persen bulat.")
    case .rounded(let decimals):
      Sentence(
        "Rounded to \(decimals, "decimal", "decimals").", "Dibulatkan ke \(decimals) desimal.")
    case .otherInputs(let printed):
      Sentence(
        """
        Made from \(Rupiah(printed.numerator).figures) over \
        \(Rupiah(printed.denominator).figures).
        """,
        """
        Dihitung dari \(Rupiah(printed.numerator).figures) dibagi \
        \(Rupiah(printed.denominator).figures).
        """)
    case .profitAboveIncome(let profit, let income):
      Sentence(
        """
        The profit is printed as \(Rupiah(profit)), more than the year's whole income of \
        \(Rupiah(income)): a balance, not a year's profit.
        """,
        """
        Labanya tercetak \(Rupiah(profit)), lebih dari seluruh pendapatan tahun itu \
        \(Rupiah(income)): itu saldo, bukan laba setahun.
        """)
    case .notAnnualised: Sentence("Not made a whole year's.", "Belum dijadikan setahun.")
    case .figureOf(let kind):
      Sentence("This is the figure of \(kind.rawValue).", "Ini angka \(kind.rawValue).")
    case .wrongCategory(let printed, let right, let percent, let kind):
      Sentence(
        "\(percent) is \(right) (\(kind.range(of: right))), not \(printed).",
        "\(percent) berarti \(right) (\(kind.range(of: right))), bukan \(printed).")
    case .unexplained:
      Sentence("No rule explains it.", "Tidak ada aturan yang menjelaskannya.")
    }
  }
}

extension IndicatorKind {
  /// Where a category lies (rules.md 3.7).
  fileprivate func range(of category: PerformanceCategory) -> Sentence {
    let (low, high) = (boundaries[0], boundaries[1])
    return switch (category, self) {
    case (.satisfactory, .lar), (.satisfactory, .par): below(low)
    case (.suspended, .lar), (.suspended, .par): from(high)
    case (.suspended, .ccr), (.suspended, .roi), (.suspended, .rr): below(low)
    case (.satisfactory, .rr): from(high)
    case (.satisfactory, .ccr), (.satisfactory, .roi):
      Sentence("above \(high) %", "di atas \(high) %")
    case (.minimum, _): Sentence("\(low) to \(high) %", "\(low) sampai \(high) %")
    case (.notRated, _): Sentence("nothing to divide by", "tidak ada pembaginya")
    }
  }

  private func below(_ percent: Int64) -> Sentence {
    Sentence("below \(percent) %", "di bawah \(percent) %")
  }

  private func from(_ percent: Int64) -> Sentence {
    Sentence("\(percent) % or more", "\(percent) % atau lebih")
  }
}
