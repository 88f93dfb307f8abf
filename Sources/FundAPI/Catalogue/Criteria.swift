public import RevolvingFund

extension Criterion: Worded {
  /// What it asks, in a few words.
  public var words: Sentence {
    switch self {
    case .lendingGate: Sentence("all criteria of the ward met", "semua kriteria kelurahan dipenuhi")
    case .boardGuidance: Sentence("province consultant assigned", "OSP pendamping ditugaskan")
    case .groupGuidance:
      Sentence("facilitator and volunteer assigned", "fasilitator dan relawan ditugaskan")
    case .boardFormed:
      Sentence("BKM lawfully formed, with a charter", "BKM sah dan punya anggaran dasar")
    case .povertyClause:
      Sentence("charter: lending fights poverty", "anggaran dasar: alat penanggulangan kemiskinan")
    case .lendingOnlyClause:
      Sentence("charter: fund for lending only", "anggaran dasar: dana hanya untuk pinjaman")
    case .incomeClause:
      Sentence("charter: income for the UPK only", "anggaran dasar: pendapatan hanya untuk UPK")
    case .appointments:
      Sentence("supervisors and officers appointed", "Pengawas dan petugas UPK diangkat")
    case .lendingPolicy: Sentence("lending rules complete", "aturan dasar lengkap")
    case .topUpRight: Sentence("right to a further block grant", "hak atas tambahan BLM")
    case .newGroupsRight: Sentence("right to lend to new KSM", "hak memberi pinjaman KSM baru")
    case .suspensionKept: Sentence("suspension kept to", "penundaan dipatuhi")
    case .jointCollection: Sentence("joint collection every month", "penagihan bersama tiap bulan")
    case .repair: Sentence("institution repaired", "perbaikan kelembagaan")
    case .supervisorsAppointed: Sentence("supervisory body complete", "susunan Pengawas lengkap")
    case .supervisorsPrepared: Sentence("supervisors prepared", "Pengawas siap bertugas")
    case .officersAppointed: Sentence("UPK staffed", "petugas UPK cukup")
    case .officersPrepared: Sentence("officers prepared", "petugas UPK siap bertugas")
    case .accountSignatories:
      Sentence("account with three signatories", "rekening dengan tiga penandatangan")
    case .bookkeepingSystem: Sentence("programme's bookkeeping", "sistem pembukuan program")
    case .savingsKept: Sentence("savings not lent out", "tabungan tidak dipinjamkan")
    case .bookkeepingQuality: Sentence("bookkeeping at least adequate", "pembukuan minimal memadai")
    default: groupWords
    }
  }

  private var groupWords: Sentence {
    switch self {
    case .groupBorrows: Sentence("borrower is a KSM", "peminjam berupa KSM")
    case .membersEnough: Sentence("members enough", "anggota cukup")
    case .womenEnough: Sentence("women enough", "anggota perempuan cukup")
    case .groupFormed: Sentence("formed voluntarily, with minutes", "dibentuk sukarela, ada BA")
    case .groupProved: Sentence("ran and saved before", "sudah berjalan dan menabung")
    case .groupPrepared:
      Sentence("books, statement and training", "pembukuan, pernyataan, dan pelatihan")
    case .memberSuitable: Sentence("member suitable", "anggota layak")
    case .memberPoor: Sentence("member poor and listed", "anggota miskin dan terdaftar")
    case .oneOpenShare: Sentence("no other open share", "tidak ada pinjaman lain")
    case .officerBorrows: Sentence("officer borrows by minutes", "pengurus meminjam dengan BA")
    case .savingsAccount: Sentence("savings account", "rekening tabungan")
    default: Sentence(english: rawValue, indonesian: rawValue)
    }
  }
}

extension TestedBody: Worded {
  public var words: Sentence {
    switch self {
    case .bkm: Sentence("BKM", "BKM")
    case .supervisors: Sentence("supervisors", "Pengawas")
    case .upk: Sentence("UPK", "UPK")
    case .ksm: Sentence("KSM", "KSM")
    case .member: Sentence("member", "anggota")
    }
  }
}

extension Consequence: Worded {
  public var words: Sentence {
    switch self {
    case .noLending: Sentence("no lending", "tidak boleh meminjamkan")
    case .noTopUp: Sentence("no further BLM", "tanpa tambahan BLM")
    case .returningGroupsOnly: Sentence("returning KSM only", "hanya KSM lama yang lancar")
    case .shown: Sentence("shown and escalated", "ditampilkan dan dieskalasi")
    }
  }
}

extension CriterionVerdict: Worded {
  public var words: Sentence {
    switch self {
    case .passed: Sentence("passed", "lulus")
    case .failed: Sentence("failed", "tidak lulus")
    case .notApplicable: Sentence("does not apply", "tidak berlaku")
    }
  }
}

extension AttestationState: Worded {
  public var words: Sentence {
    switch self {
    case .inForce: Sentence("in force", "berlaku")
    case .missing: Sentence("missing", "belum ada")
    case .notMet: Sentence("says it is not met", "menyebut belum dipenuhi")
    case .expired: Sentence("expired", "kedaluwarsa")
    case .outdated: Sentence("older than what it speaks of", "lebih lama dari yang dinyatakan")
    }
  }
}

extension AttestedVerdict: Worded {
  public var words: Sentence {
    switch self {
    case .met: Sentence("met", "dipenuhi")
    case .notMet: Sentence("not met", "tidak dipenuhi")
    case .waived: Sentence("waived", "dikecualikan")
    }
  }
}

extension Attestor: Worded {
  public var words: Sentence {
    switch self {
    case .provinceConsultant: Role.provinceConsultant.words
    case .facilitator: Sentence("facilitator with a volunteer", "fasilitator bersama relawan")
    }
  }
}

extension MemberItem: Worded {
  public var words: Sentence {
    switch self {
    case .poor: Sentence("poor and in the self-survey", "miskin dan ada dalam PS2")
    case .business: Sentence("has or will start a business", "punya atau akan memulai usaha")
    case .growing: Sentence("business earns and can grow", "usaha untung dan bisa berkembang")
    case .motivated: Sentence("motivated", "punya motivasi")
    case .needsCapital: Sentence("needs working capital", "butuh modal kerja")
    case .ableToRepay: Sentence("willing and able to repay", "mau dan mampu mengangsur")
    case .familyConsents: Sentence("family consents", "disetujui keluarga")
    case .lawful: Sentence("business lawful and decent", "usaha tidak melanggar hukum dan norma")
    }
  }
}

extension BookkeepingGate: Worded {
  public var words: Sentence {
    switch self {
    case .eligibility: Sentence("decides on lending", "menentukan boleh meminjamkan")
    case .topUpOnly: Sentence("decides on further BLM only", "hanya menentukan tambahan BLM")
    }
  }
}
