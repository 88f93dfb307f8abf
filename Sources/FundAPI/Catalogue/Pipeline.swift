public import RevolvingFund

// The words of an application's way.

extension ApplicationPaper: Worded {
  public var words: Sentence {
    switch self {
    case .form: Sentence("application form", "formulir pengajuan")
    case .memberList: Sentence("list of members", "daftar anggota")
    case .identityCards: Sentence("copies of identity cards", "fotokopi KTP")
    case .formationMinutes: Sentence("minutes of formation", "BA pembentukan KSM")
    case .jointLiabilityStatement:
      Sentence("statement of joint liability", "pernyataan tanggung renteng")
    }
  }
}

extension ServiceStage: Worded {
  public var words: Sentence {
    switch self {
    case .papers: Sentence("papers", "berkas")
    case .inspection: Sentence("inspection", "pemeriksaan")
    case .decision: Sentence("decision", "putusan")
    case .funds: Sentence("funds", "dana")
    case .agreement: Sentence("agreement", "akad")
    case .disbursement: Sentence("disbursement", "pencairan")
    }
  }
}

extension RelationshipKind: Worded {
  public var words: Sentence {
    switch self {
    case .family: Sentence("family", "keluarga")
    case .household: Sentence("household", "serumah")
    case .business: Sentence("business", "usaha")
    case .other: Sentence("other", "lainnya")
    }
  }
}

extension AppraisalField: Worded {
  public var words: Sentence {
    switch self {
    case .scores: Sentence("number of scores", "banyaknya nilai")
    case .score: Sentence("score", "nilai aspek")
    case .income: Sentence("income", "penghasilan")
    case .livingCost: Sentence("cost of living", "biaya hidup")
    case .otherInstallments: Sentence("other installments", "angsuran lain")
    }
  }
}

extension ChainField: Worded {
  public var words: Sentence {
    switch self {
    case .steps: Sentence("number of steps", "banyaknya langkah")
    case .quorum: Sentence("quorum", "kuorum")
    case .deadlineDays: Sentence("deadline in days", "tenggat hari")
    case .fromAmount: Sentence("least amount", "nilai paling sedikit")
    case .fromPARThousandths:
      Sentence("least PAR in thousandths", "PAR paling sedikit (per seribu)")
    case .inspectionDays: Sentence("days for inspection", "hari pemeriksaan")
    case .disbursementDays: Sentence("days for disbursement", "hari pencairan")
    }
  }
}
