public import RevolvingFund

// Words for closed books, profits and budgets.
extension ProfitPurpose: Worded {
  public var words: Sentence {
    switch self {
    case .capital: Sentence("capital", "pemupukan modal")
    case .supervisors: Sentence("the supervisors", "honor Pengawas")
    case .socialFund: Sentence("the social fund", "dana sosial (UPS)")
    case .environment: Sentence("the environment", "lingkungan (UPL)")
    case .boardCapacity: Sentence("the board's training", "kapasitas BKM")
    case .unitBonus: Sentence("the unit's bonus", "bonus UPK")
    case .other: Sentence("something else", "keperluan lain")
    }
  }
}

extension ProfitAtRisk: Worded {
  /// What may become of the profit of a year that ended with a PAR of 20 % or more.
  public var words: Sentence {
    switch self {
    case .shared: Sentence("shared out as any other", "dibagi seperti biasa")
    case .capitalOnly: Sentence("all of it is capital's", "seluruhnya menjadi modal")
    }
  }
}

extension AssessmentItem: Worded {
  public var words: Sentence {
    switch self {
    case .budgetApproved: Sentence("Budget approved", "RAPB disetujui")
    case .cashBook: Sentence("Cash book to date", "Buku kas mutakhir")
    case .cashCount: Sentence("Cash counted and equal", "Kas dihitung dan cocok")
    case .bankReconciled: Sentence("Bank reconciled", "Rekonsiliasi bank")
    case .ledgersAgree: Sentence("Cards equal the ledger", "Kartu sama dengan buku besar")
    case .reserveFormed: Sentence("Reserve formed", "Cadangan risiko dibentuk")
    case .closedInTime:
      Sentence("Months closed by the 5th", "Bulan ditutup paling lambat tanggal 5")
    case .boardReport: Sentence("Reports sent to the BKM", "Laporan dikirim ke BKM")
    case .noticeSheet: Sentence("Sheets on the notice board", "Lembar papan informasi dipasang")
    case .supervision: Sentence("Inspected by the supervisors", "Diperiksa Pengawas")
    }
  }
}

/// Figures that two versions of a closed month may not share.
public enum PeriodFigure: String, Hashable, Sendable, CaseIterable, Worded {
  case lar = "LAR"
  case par = "PAR"
  case ccr = "CCr"
  case roi = "ROI"
  case rr = "RR"
  case gate
  case reserveRequired = "reserve_required"
  case reserveFormed = "reserve_formed"

  public init(_ figure: PeriodDifference.Figure) {
    switch figure {
    case .indicator(.lar): self = .lar
    case .indicator(.par): self = .par
    case .indicator(.ccr): self = .ccr
    case .indicator(.roi): self = .roi
    case .indicator(.rr): self = .rr
    case .gate: self = .gate
    case .reserveRequired: self = .reserveRequired
    case .reserveFormed: self = .reserveFormed
    }
  }

  public var words: Sentence {
    switch self {
    case .lar, .par, .ccr, .roi, .rr: Sentence(english: rawValue, indonesian: rawValue)
    case .gate: Sentence("PAR at the gate", "PAR di pintu kewenangan")
    case .reserveRequired: Sentence("Reserve required", "Cadangan wajib")
    case .reserveFormed: Sentence("Reserve before the entry", "Cadangan sebelum jurnal")
    }
  }

  /// The indicator as which a ratio of this figure is shown; `nil` for rupiah.
  public var indicator: IndicatorKind? {
    switch self {
    case .lar: .lar
    case .par, .gate: .par
    case .ccr: .ccr
    case .roi: .roi
    case .rr: .rr
    case .reserveRequired, .reserveFormed: nil
    }
  }

  /// A ratio in percent with its two sums, such as `61.65 % (12,330,000/20,000,000)`.
  public static func words(_ ratio: Ratio, as kind: IndicatorKind) -> Sentence {
    let percent = Percent(ratio, as: kind)
    let numerator = Rupiah(ratio.numerator).figures
    let denominator = Rupiah(ratio.denominator).figures
    return Sentence(
      "\(percent) (\(numerator)/\(denominator))", "\(percent) (\(numerator)/\(denominator))")
  }
}
