public import RevolvingFund

/// What the rows of reports are, and the codes that stand in their cells.
public enum ReportTerm: String, Hashable, Sendable, CaseIterable, Worded {
  case line, subtotal, total, earlier, opening, closing
  case income, cost, profit, lending, operating, savings, equipment, funding
  case disbursement, due, payment, reversal, ended
  case group, loan, voucher, capital
  case papers, inspection, decision, agreement, disbursed
  case none, requested, confirmed

  init(_ section: CashFlow.Section) {
    self =
      switch section {
      case .lending: .lending
      case .operating: .operating
      case .savings: .savings
      case .equipment: .equipment
      case .funding: .funding
      }
  }

  init(_ stage: PipelineProgress.Stage) {
    self =
      switch stage {
      case .papers: .papers
      case .inspection: .inspection
      case .decision: .decision
      case .agreement: .agreement
      case .disbursement: .disbursement
      case .disbursed: .disbursed
      case .ended: .ended
      }
  }

  init(_ skip: PipelineProgress.Skip) {
    self =
      switch skip {
      case .none: .none
      case .requested: .requested
      case .confirmed: .confirmed
      }
  }

  public var words: Sentence {
    switch self {
    case .line: Sentence("-", "-")
    case .subtotal: Sentence("Subtotal", "Subjumlah")
    case .total: Sentence("Total", "Jumlah")
    case .earlier: Sentence("Ended earlier", "Selesai sebelumnya")
    case .opening: Sentence("Opening balance", "Saldo awal")
    case .closing: Sentence("Closing balance", "Saldo akhir")
    case .income: Sentence("Income", "Pendapatan")
    case .cost: Sentence("Cost", "Biaya")
    case .profit: Sentence("Profit", "Laba")
    case .lending: Sentence("Lending", "Perguliran")
    case .operating: Sentence("Operation", "Operasional")
    case .savings: Sentence("Savings", "Tabungan")
    case .equipment: Sentence("Equipment", "Inventaris")
    case .funding: Sentence("Funding", "Pendanaan")
    case .disbursement: Sentence("Disbursement", "Pencairan")
    case .due: Sentence("Due", "Jatuh tempo")
    case .payment: Sentence("Payment", "Pembayaran")
    case .reversal: Sentence("Reversal", "Pembatalan")
    case .ended: Sentence("Ended", "Berakhir")
    case .group: Sentence("Group", "KSM")
    case .loan: Sentence("Loan", "Pinjaman")
    case .voucher: Sentence("Voucher", "Bukti")
    case .capital: Sentence("Capital", "Modal")
    case .papers: Sentence("Papers", "Kelengkapan berkas")
    case .inspection: Sentence("Inspection", "Pemeriksaan")
    case .decision: Sentence("Decision", "Putusan")
    case .agreement: Sentence("Agreement", "Perjanjian")
    case .disbursed: Sentence("Disbursed", "Sudah cair")
    case .none: Sentence("no", "tidak")
    case .requested: Sentence("requested", "diminta")
    case .confirmed: Sentence("confirmed", "disetujui")
    }
  }
}

/// What the quick status measures.
public enum ReportMeasure: String, Hashable, Sendable, CaseIterable, Worded {
  case groupsServed, groupsBorrowing, membersServed, membersBorrowing, lent, lentThisYear
  case repaidThisYear, outstanding, arrears, atRisk, monthsNotClosed, cashKept, cashDue

  public var words: Sentence {
    switch self {
    case .groupsServed: Sentence("Groups served", "KSM terlayani")
    case .groupsBorrowing: Sentence("Groups that owe", "KSM bersaldo pinjaman")
    case .membersServed: Sentence("Members served", "Anggota terlayani")
    case .membersBorrowing: Sentence("Members that owe", "Anggota bersaldo pinjaman")
    case .lent: Sentence("Lent since the beginning", "Pencairan sejak awal")
    case .lentThisYear: Sentence("Lent this year", "Pencairan tahun ini")
    case .repaidThisYear: Sentence("Repaid this year", "Angsuran diterima tahun ini")
    case .outstanding: Sentence("Outstanding", "Saldo pinjaman")
    case .arrears: Sentence("Overdue principal", "Tunggakan pokok")
    case .atRisk: Sentence("At risk (class 3 to 5)", "Berisiko (kolektibilitas 3 s/d 5)")
    case .monthsNotClosed: Sentence("Months not closed", "Bulan belum ditutup")
    case .cashKept:
      Sentence("Evenings cash over the limit was kept", "Hari kas di atas batas tidak disetor")
    case .cashDue: Sentence("Cash to deposit by tomorrow", "Kas yang harus disetor besok")
    }
  }
}

extension DataControl: Worded {
  public var words: Sentence {
    switch self {
    case .loansAgree: Sentence("11030 and LPP agree", "11030 sama dengan LPP")
    case .classesAgree: Sentence("LPP and classes agree", "LPP sama dengan kolektibilitas")
    case .monthsFollowOn:
      Sentence("LPP goes on from last month's", "LPP melanjutkan LPP bulan lalu")
    case .progressAddsUp:
      Sentence("Lent less left is paid", "Pinjaman dikurangi sisa sama dengan angsuran")
    case .serviceChargeAgrees:
      Sentence("41010 and LPP agree", "41010 sama dengan jasa di LPP")
    case .sheetBalances: Sentence("The balance sheet balances", "Neraca seimbang")
    case .moneyNotNegative:
      Sentence("No cash or bank account below zero", "Tidak ada kas atau bank minus")
    case .savingsCovered: Sentence("Savings are covered", "Tabungan tersedia utuh")
    case .reserveFormed: Sentence("The reserve is formed", "Cadangan sudah dibentuk")
    case .monthsClosed: Sentence("Every month is closed", "Semua bulan sudah ditutup")
    case .cashDeposited:
      Sentence("Cash above its limit is deposited", "Kas di atas batas disetor ke bank")
    }
  }
}
