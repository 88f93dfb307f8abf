public import RevolvingFund

// What people sign, and what a visit finds.

extension NIKPart: Worded {
  public var words: Sentence {
    switch self {
    case .province: Sentence("the province", "provinsi")
    case .district: Sentence("regency or subdistrict", "kabupaten/kota atau kecamatan")
    case .birth: Sentence("the date of birth", "tanggal lahir")
    case .gender: Sentence("the gender", "jenis kelamin")
    case .serial: Sentence("the last four digits", "empat angka terakhir")
    }
  }
}

extension ReceiptMark: Worded {
  public var words: Sentence {
    switch self {
    case .signature: Sentence("signature", "tanda tangan")
    case .thumbprint: Sentence("thumbprint", "cap jempol")
    case .photograph: Sentence("photograph", "foto")
    }
  }
}

extension VisitUse: Worded {
  public var words: Sentence {
    switch self {
    case .asApplied: Sentence("as applied for", "sesuai pengajuan")
    case .partly: Sentence("partly as applied for", "sebagian sesuai")
    case .deviated: Sentence("for something else", "menyimpang")
    case .byAnother: Sentence("by somebody else", "dipakai orang lain")
    }
  }
}

extension VisitFinding: Worded {
  public var words: Sentence {
    switch self {
    case .nameLending: Sentence("name lent", "pinjam nama")
    case .deviation: Sentence("spent on something else", "pemakaian menyimpang")
    }
  }
}

extension BlockCause: Worded {
  public var words: Sentence {
    switch self {
    case .beneficiary: Sentence("had another's money", "memakai uang orang lain")
    case .witness: Sentence("witnessed the receipt", "menjadi saksi tanda terima")
    }
  }
}
