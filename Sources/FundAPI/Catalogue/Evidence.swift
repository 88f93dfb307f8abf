public import RevolvingFund

extension AssessmentEvidence: Worded {
  /// The fact in a few words; as programs read it where it is not known.
  public var words: Sentence {
    guard let name = EvidenceName(rawValue: name) else {
      return Sentence(english: "\(self.name)=\(value)", indonesian: "\(self.name)=\(value)")
    }
    return name.words(value)
  }
}

/// What an item of the assessment is judged by.
enum EvidenceName: String, CaseIterable {
  case year, budget, most, missing, different, loans, savings, scheme, required, formed, late, on
  case daysLate = "days_late"
  case loansLedger = "loans_ledger"
  case savingsLedger = "savings_ledger"

  func words(_ value: String) -> Sentence {
    switch self {
    case .year: Sentence("year \(value)", "tahun \(value)")
    case .budget: Sentence("budget no. \(value)", "RAPB nomor \(value)")
    case .daysLate: Sentence("\(value) days behind", "tertinggal \(value) hari")
    case .most: Sentence("at most \(value) days allowed", "paling lama \(value) hari")
    case .missing: Sentence("missing: \(terms(value))", "belum ada: \(terms(value))")
    case .different: Sentence("differs: \(terms(value))", "tidak cocok: \(terms(value))")
    case .late: Sentence("late: \(terms(value))", "terlambat: \(terms(value))")
    case .on: Sentence("on \(terms(value))", "pada \(terms(value))")
    case .loansLedger: Sentence("11030 has \(amount(value))", "saldo 11030 \(amount(value))")
    case .loans: Sentence("the cards \(amount(value))", "kartu pinjaman \(amount(value))")
    case .savingsLedger: Sentence("21020 has \(amount(value))", "saldo 21020 \(amount(value))")
    case .savings: Sentence("the groups \(amount(value))", "tabungan KSM \(amount(value))")
    case .scheme: Sentence("scheme \(scheme(value))", "skema \(scheme(value))")
    case .required: Sentence("\(amount(value)) required", "wajib \(amount(value))")
    case .formed: Sentence("\(amount(value)) formed", "dibentuk \(amount(value))")
    }
  }

  private func amount(_ value: String) -> Sentence {
    Int64(value).map { Rupiah($0).words } ?? Sentence(english: value, indonesian: value)
  }

  private func scheme(_ value: String) -> Sentence {
    ReserveScheme(rawValue: value)?.words ?? Sentence(english: value, indonesian: value)
  }

  /// Days and months in the language's way, those of accounts, such as `11021/2017-10`, behind
  /// each account: `11021 (2017-10, 2017-11), 11022 (2017-10)`.
  private func terms(_ value: String) -> Sentence {
    let parts = value.split(separator: ",").map { $0.split(separator: "/").map(String.init) }
    let accounts = parts.filter { $0.count == 2 }.map { $0[0] }
    guard !accounts.isEmpty else { return days(parts.compactMap(\.last)) }
    let groups = Set(accounts).sorted().map { account in
      let own = days(parts.filter { $0.first == account }.compactMap(\.last))
      return Sentence("\(account) (\(own))", "\(account) (\(own))")
    }
    return joined(groups)
  }

  private func days(_ texts: [String]) -> Sentence {
    joined(
      texts.map { text in
        Day(parsing: text)?.words ?? Month(parsing: text)?.words
          ?? Sentence(english: text, indonesian: text)
      })
  }

  private func joined(_ parts: [Sentence]) -> Sentence {
    Sentence(
      english: parts.map(\.english).joined(separator: ", "),
      indonesian: parts.map(\.indonesian).joined(separator: ", "))
  }
}
