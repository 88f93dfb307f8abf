public import RevolvingFund

// Charters and lending policies: what they may say.

extension SavingsAccountRule: Worded {
  /// What borrowers must hold at a bank.
  public var words: Sentence {
    switch self {
    case .none: Sentence("no savings account", "tanpa rekening tabungan")
    case .group: Sentence("a savings account of the KSM", "rekening tabungan KSM")
    case .member: Sentence("a savings account of each member", "rekening tabungan tiap anggota")
    }
  }
}

extension PolicyHeading: Worded {
  /// The heading as 002 §LKM-3 names it.
  public var words: Sentence {
    switch self {
    case .borrowerCriteria: Sentence("borrower criteria", "kriteria KSM dan anggota")
    case .firstLoan: Sentence("size of a first loan", "besar pinjaman mula-mula")
    case .serviceCharge: Sentence("service charge", "besar jasa pinjaman")
    case .term: Sentence("term", "jangka waktu pinjaman")
    case .installments: Sentence("installments", "sistem angsuran pinjaman")
    case .jointLiability: Sentence("joint liability", "ketentuan tanggung renteng")
    }
  }
}

extension CharterClause: Worded {
  public var words: Sentence {
    switch self {
    case .povertyTool:
      Sentence("lending is a tool against poverty", "pinjaman untuk penanggulangan kemiskinan")
    case .lendingOnly: Sentence("the fund is for loans only", "dana hanya untuk pinjaman")
    case .incomeForUnitOnly:
      Sentence("income is for the UPK's costs only", "pendapatan hanya untuk biaya UPK")
    }
  }
}
