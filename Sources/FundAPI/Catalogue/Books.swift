public import RevolvingFund

extension AccountKind: Worded {
  public var words: Sentence {
    switch self {
    case .asset: Sentence("asset", "aset")
    case .liability: Sentence("liability", "kewajiban")
    case .equity: Sentence("equity", "modal")
    case .income: Sentence("income", "pendapatan")
    case .cost: Sentence("cost", "biaya")
    }
  }
}

extension VoucherKind: Worded {
  public var words: Sentence {
    switch self {
    case .cashReceipt: Sentence("cash receipt", "bukti kas masuk")
    case .cashPayment: Sentence("cash payment", "bukti kas keluar")
    case .transfer: Sentence("transfer", "bukti pemindahbukuan")
    }
  }
}

extension CapitalSource: Worded {
  public var words: Sentence {
    switch self {
    case .blm: Sentence("PNPM block grant (BLM)", "BLM PNPM")
    case .p2kp: Sentence("first capital from P2KP", "modal awal P2KP")
    case .apbd: Sentence("regional budget (APBD)", "APBD")
    case .other: Sentence("other source", "sumber lain")
    }
  }
}

extension Account: Worded {
  /// The account's name: a UPK's own in Indonesian, and where the chart has it the English one.
  public var words: Sentence {
    Sentence(english: englishNames[code.number] ?? name, indonesian: name)
  }
}

extension AccountCode: Worded {
  /// The code with the name that the standard chart gives it, such as `11010 Kas`.
  public var words: Sentence {
    let account = ChartOfAccounts.standard.first { $0.code == self }
    guard let name = account?.words else { return Sentence("\(number)", "\(number)") }
    return Sentence("\(number) \(name)", "\(number) \(name)")
  }
}

/// The standard chart in English.
private let englishNames: [Int32: String] = [
  11010: "Cash",
  11012: "Cash held for savings",
  11021: "UPK bank account (lending fund)",
  11022: "Joint-liability bank account",
  11030: "Loans to KSM",
  11040: "Service charge receivable",
  11050: "Loans written off (memo)",
  11060: "Claims from cash shortage and misuse",
  12010: "Loan loss reserve",
  12020: "Equipment and fixed assets",
  12021: "Accumulated depreciation",
  21010: "Debts",
  21020: "KSM savings / joint liability",
  21030: "Installments held in advance",
  21040: "Social fund / profit allocated, not paid",
  21050: "Supervisors' honorarium payable",
  31010: "First capital of the lending fund (P2KP)",
  31020: "PNPM capital (BLM)",
  31030: "Other capital / retained profit",
  31040: "Profit of earlier years",
  31050: "Profit of the year",
  41010: "Service charge on loans",
  41020: "Non-operating income (bank interest)",
  41030: "Other income from lending",
  51010: "UPK incentives",
  51020: "Meeting and KSM costs",
  51030: "Office supplies",
  51040: "Transport",
  51050: "KSM costs and copies",
  51060: "Bank fees",
  51070: "Depreciation",
  51080: "Cost of the loan loss reserve",
  51090: "Tax on bank interest",
]
