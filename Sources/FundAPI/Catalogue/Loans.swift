public import RevolvingFund

extension ApplicationState: Worded {
  public var words: Sentence {
    switch self {
    case .draft: Sentence("draft", "konsep")
    case .submitted: Sentence("submitted", "diajukan")
    case .incomplete: Sentence("incomplete", "belum lengkap")
    case .inInspection: Sentence("in inspection", "sedang diperiksa")
    case .recommended: Sentence("recommended", "direkomendasikan")
    case .notRecommended: Sentence("not recommended", "tidak direkomendasikan")
    case .inDecision: Sentence("in decision", "menunggu putusan")
    case .rejected: Sentence("rejected", "ditolak")
    case .approved: Sentence("approved", "disetujui")
    case .waitlisted: Sentence("on the waiting list", "dalam daftar tunggu")
    case .contracted: Sentence("contracted", "sudah akad")
    case .disbursed: Sentence("disbursed", "sudah dicairkan")
    case .cancelled: Sentence("cancelled", "dibatalkan")
    case .expired: Sentence("expired", "kedaluwarsa")
    }
  }
}

extension LoanPurpose: Worded {
  public var words: Sentence {
    switch self {
    case .productiveBusiness: Sentence("productive business", "usaha ekonomi produktif")
    case .localEconomy: Sentence("local economy", "pengembangan ekonomi lokal")
    case .familyCapital: Sentence("family capital", "modal ekonomi keluarga")
    }
  }
}

extension BusinessStage: Worded {
  public var words: Sentence {
    switch self {
    case .existing: Sentence("existing business", "usaha yang sudah berjalan")
    case .startUp: Sentence("business to be started", "usaha yang akan dimulai")
    }
  }
}

extension Verdict: Worded {
  public var words: Sentence {
    switch self {
    case .approve: Sentence("approve", "setuju")
    case .reject: Sentence("reject", "tolak")
    case .sendBack: Sentence("return", "kembalikan")
    }
  }
}

extension ApprovalStep: Worded {
  /// The step by the one who signs it.
  public var words: Sentence {
    Sentence("step \(number) (\(role))", "langkah \(number) (\(role))")
  }
}

extension LoanState: Worded {
  public var words: Sentence {
    switch self {
    case .active: Sentence("active", "berjalan")
    case .paidOff: Sentence("paid off", "lunas")
    case .restructured: Sentence("restructured", "dijadwal ulang")
    case .writtenOff: Sentence("written off", "hapus buku")
    case .claimWaived: Sentence("claim waived", "hapus tagih")
    case .fullyRecovered: Sentence("fully recovered", "tertagih seluruhnya")
    case .cancelled: Sentence("cancelled", "batal")
    }
  }
}

extension Collectability: Worded {
  /// The class by its name in the programme.
  public var words: Sentence {
    switch self {
    case .current: Sentence("current", "Lancar")
    case .specialMention: Sentence("special mention", "Dalam perhatian khusus")
    case .substandard: Sentence("substandard", "Kurang lancar")
    case .doubtful: Sentence("doubtful", "Diragukan")
    case .loss: Sentence("loss", "Macet")
    }
  }
}

extension ChargeMethod: Worded {
  public var words: Sentence {
    switch self {
    case .flat: Sentence("flat", "jasa tetap")
    case .declining: Sentence("declining", "jasa menurun")
    }
  }
}

extension EarlySettlement: Worded {
  public var words: Sentence {
    switch self {
    case .waive: Sentence("later service charge is waived", "jasa berikutnya dihapus")
    case .charge: Sentence("later service charge is charged", "jasa berikutnya tetap ditagih")
    }
  }
}

extension ReserveScheme: Worded {
  public var words: Sentence {
    switch self {
    case .none: Sentence("no reserve", "tanpa cadangan")
    case .pnpmUrban: Sentence("PNPM urban", "PNPM Perkotaan")
    case .pnpmRural: Sentence("PNPM rural", "PNPM Perdesaan")
    case .ruralBank: Sentence("rural bank (BPR)", "BPR")
    }
  }
}
