public import RevolvingFund

extension CaseAction: Worded {
  /// What is done, as a heading of a list.
  public var words: Sentence {
    switch self {
    case .reminder: Sentence("reminder", "pengingat")
    case .visit: Sentence("visit", "kunjungan")
    case .bill: Sentence("bill", "surat tagihan")
    case .warning1: Sentence("first warning", "surat teguran I")
    case .jointLiabilityMeeting:
      Sentence("joint-liability meeting", "rapat tanggung renteng")
    case .warning2: Sentence("second warning", "surat teguran II")
    case .boardReport: Sentence("report to the BKM", "laporan kepada BKM")
    case .boardVisit: Sentence("visit of the BKM", "kunjungan BKM")
    case .warning3: Sentence("third warning", "surat teguran III")
    case .savingsSetOff:
      Sentence("set-off from savings", "pemotongan tabungan tanggung renteng")
    case .wardReport: Sentence("report to the ward office", "laporan kepada Lurah")
    case .cityReport: Sentence("report to the city coordinator", "laporan kepada Korkot")
    case .boardDecision: Sentence("decision of the BKM", "keputusan BKM")
    case .provinceReport: Sentence("report to the province", "laporan kepada OSP")
    }
  }
}

extension Escalate.Office: Worded {
  public var words: Sentence {
    switch self {
    case .board: Sentence("BKM", "BKM")
    case .ward: Sentence("ward office", "Lurah")
    case .city: Sentence("city coordinator", "Korkot")
    case .province: Sentence("province", "OSP")
    }
  }
}

extension PromiseOutcome: Worded {
  public var words: Sentence {
    switch self {
    case .pending: Sentence("pending", "belum jatuh tempo")
    case .kept: Sentence("kept", "ditepati")
    case .broken: Sentence("broken", "diingkari")
    }
  }
}

extension ArrearsEpisode.Ending: Worded {
  public var words: Sentence {
    switch self {
    case .cured: Sentence("caught up", "tunggakan dilunasi")
    case .cancelled: Sentence("pay-out taken back", "pencairan dibatalkan")
    case .restructured: Sentence("restructured", "dijadwal ulang")
    case .writtenOff: Sentence("written off", "hapus buku")
    }
  }
}

extension CollectionLetter.Kind: Worded {
  /// The letter's title.
  public var words: Sentence { action.words }
}
