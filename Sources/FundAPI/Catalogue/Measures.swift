public import RevolvingFund

extension Measure: Worded {
  /// What is measured.
  public var words: Sentence {
    wardWords ?? officeWords ?? fundWords ?? groupWords
      ?? Sentence(english: rawValue, indonesian: rawValue)
  }

  private var wardWords: Sentence? {
    switch self {
    case .criteriaNotMet: Sentence("criteria not met", "kriteria belum dipenuhi")
    case .provinceConsultants: Sentence("province consultants", "OSP")
    case .facilitators: Sentence("facilitators", "fasilitator")
    case .volunteers: Sentence("volunteers", "relawan")
    case .charters: Sentence("charter in force", "anggaran dasar yang berlaku")
    case .povertyClauses: Sentence("clause on poverty", "pasal penanggulangan kemiskinan")
    case .lendingOnlyClauses: Sentence("clause on lending only", "pasal dana hanya untuk pinjaman")
    case .incomeClauses: Sentence("clause on income", "pasal pendapatan UPK")
    case .policyHeadings: Sentence("headings of the lending rules", "pokok aturan dasar")
    case .repairsOpen: Sentence("repairs neither done nor planned", "perbaikan yang terbengkalai")
    default: nil
    }
  }

  private var officeWords: Sentence? {
    switch self {
    case .supervisors: Sentence("supervisors", "Pengawas")
    case .supervisorsUntrained:
      Sentence("supervisors without training", "Pengawas yang belum dilatih")
    case .supervisorsWithoutDuties:
      Sentence("supervisors without job description", "Pengawas tanpa uraian tugas")
    case .supervisorsWithoutMinutes:
      Sentence("supervisors without minutes", "Pengawas tanpa berita acara")
    case .womenSupervisors: Sentence("women among them", "Pengawas perempuan")
    case .menSupervisors: Sentence("men among them", "Pengawas laki-laki")
    case .officers: Sentence("officers", "petugas UPK")
    case .officersUntrained: Sentence("officers without training", "petugas yang belum dilatih")
    case .officersWithoutDuties:
      Sentence("officers without job description", "petugas tanpa uraian tugas")
    case .officersUnacquainted:
      Sentence("officers who have not read the rules", "petugas yang belum memahami aturan dasar")
    case .signatories: Sentence("signatories", "penandatangan")
    case .signatoriesWithoutMinutes:
      Sentence("signatories without minutes", "penandatangan tanpa berita acara")
    default: nil
    }
  }

  private var fundWords: Sentence? {
    switch self {
    case .par: Sentence("PAR of the last closed month", "PAR bulan terakhir yang ditutup")
    case .authority: Sentence("authority to lend", "kewenangan meminjamkan")
    case .loansAgainstSuspension:
      Sentence("loans against the suspension", "pinjaman melanggar penundaan")
    case .collectionsMissing:
      Sentence("months without joint collection", "bulan tanpa penagihan bersama")
    case .capital: Sentence("capital in the books", "modal dalam pembukuan")
    case .monthsOverdue: Sentence("months overdue to close", "bulan yang terlambat ditutup")
    case .savingsUncovered: Sentence("savings not covered", "tabungan yang tidak terjamin")
    default: nil
    }
  }

  private var groupWords: Sentence? {
    switch self {
    case .members: Sentence("members", "anggota")
    case .women: Sentence("women", "anggota perempuan")
    case .monthsSinceFormation: Sentence("months since formation", "bulan sejak dibentuk")
    case .monthsSaved: Sentence("months saved in a row", "bulan menabung berturut-turut")
    case .membersUntrained: Sentence("members without training", "anggota yang belum dilatih")
    case .itemsMet: Sentence("items met", "butir yang dipenuhi")
    case .listedAsPoor: Sentence("listed as poor", "terdaftar miskin")
    case .openShares: Sentence("open shares", "pinjaman yang belum lunas")
    case .officesHeld: Sentence("offices held", "jabatan yang dipegang")
    default: nil
    }
  }
}

extension MeasuredValue: Worded {
  public var words: Sentence {
    switch self {
    case .count(let count): Sentence("\(count)", "\(count)")
    case .amount(let amount): amount.words
    case .ratio(let ratio):
      ratio.percentText(decimals: 2, boundaries: [10, 20]).map { Sentence("\($0) %", "\($0) %") }
        ?? PerformanceCategory.notRated.words
    case .category(let category): category.words
    }
  }
}

extension Threshold: Worded {
  public var words: Sentence {
    switch self {
    case .least(let least): Sentence("at least \(least)", "paling sedikit \(least)")
    case .most(let most): Sentence("at most \(most)", "paling banyak \(most)")
    case .between(let range) where range.lowerBound == range.upperBound:
      Sentence("exactly \(range.lowerBound)", "tepat \(range.lowerBound)")
    case .between(let range):
      Sentence(
        "from \(range.lowerBound) to \(range.upperBound)",
        "\(range.lowerBound) sampai \(range.upperBound)")
    case .belowPercent(let percent): Sentence("below \(percent) %", "di bawah \(percent) %")
    case .newGroupsAdmitted: Sentence("not suspended", "tidak dalam penundaan")
    }
  }
}
