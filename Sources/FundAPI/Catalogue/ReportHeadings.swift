/// LPP and loan cards.
public enum LoanReportHeading: String, CaseIterable, Sendable, Worded {
  case row, removed, installment
  case targetPrincipal = "target_principal"
  case targetCharge = "target_charge"
  case beforePrincipal = "before_principal"
  case beforeCharge = "before_charge"
  case monthPrincipal = "month_principal"
  case monthCharge = "month_charge"
  case toDatePrincipal = "to_date_principal"
  case toDateCharge = "to_date_charge"
  case achievedPercent = "achieved_percent"
  case duePrincipal = "due_principal"
  case dueCharge = "due_charge"
  case paidPrincipal = "paid_principal"
  case paidCharge = "paid_charge"

  public var words: Sentence {
    switch self {
    case .row: Sentence("Line", "Baris")
    case .targetPrincipal: Sentence("Principal due", "Target pokok")
    case .targetCharge: Sentence("Charge due", "Target jasa")
    case .beforePrincipal: Sentence("Principal to last month", "Pokok s/d bulan lalu")
    case .beforeCharge: Sentence("Charge to last month", "Jasa s/d bulan lalu")
    case .monthPrincipal: Sentence("Principal this month", "Pokok bulan ini")
    case .monthCharge: Sentence("Charge this month", "Jasa bulan ini")
    case .toDatePrincipal: Sentence("Principal to date", "Pokok s/d bulan ini")
    case .toDateCharge: Sentence("Charge to date", "Jasa s/d bulan ini")
    case .removed: Sentence("Left otherwise", "Keluar selain angsuran")
    case .achievedPercent: Sentence("Of what was due", "Capaian target")
    case .installment: Sentence("Installment", "Angsuran ke")
    case .duePrincipal: Sentence("Principal due now", "Kewajiban pokok")
    case .dueCharge: Sentence("Charge due now", "Kewajiban jasa")
    case .paidPrincipal: Sentence("Principal paid", "Pokok dibayar")
    case .paidCharge: Sentence("Charge paid", "Jasa dibayar")
    }
  }
}

/// Statements, ledgers and the reserve.
public enum StatementHeading: String, CaseIterable, Sendable, Worded {
  case section, opening, closing, added, taken, booked
  case counterAccount = "counter_account"
  case thisMonth = "this_month"
  case thisYear = "this_year"
  case monthReceived = "month_received"
  case monthPaid = "month_paid"
  case yearReceived = "year_received"
  case yearPaid = "year_paid"
  case closingDebit = "closing_debit"
  case closingCredit = "closing_credit"
  case class1 = "class_1"
  case class2 = "class_2"
  case class3 = "class_3"
  case class4 = "class_4"
  case class5 = "class_5"
  case reserveBefore = "reserve_before"
  case requiredByDefault = "required_by_default"
  case missingByDefault = "missing_by_default"

  public var words: Sentence {
    switch self {
    case .thisMonth: Sentence("This month", "Bulan ini")
    case .thisYear: Sentence("This year", "Tahun ini")
    case .section: Sentence("Section", "Bagian")
    case .monthReceived: Sentence("Received this month", "Masuk bulan ini")
    case .monthPaid: Sentence("Paid this month", "Keluar bulan ini")
    case .yearReceived: Sentence("Received this year", "Masuk tahun ini")
    case .yearPaid: Sentence("Paid this year", "Keluar tahun ini")
    case .opening: Sentence("Opening", "Saldo awal")
    case .closing: Sentence("Closing", "Saldo akhir")
    case .added: Sentence("Added", "Bertambah")
    case .taken: Sentence("Taken", "Berkurang")
    case .closingDebit: Sentence("Closing debit", "Saldo akhir debet")
    case .closingCredit: Sentence("Closing credit", "Saldo akhir kredit")
    case .counterAccount: Sentence("Counter account", "Rekening lawan")
    case .class1: Sentence("Class 1", "Kol 1")
    case .class2: Sentence("Class 2", "Kol 2")
    case .class3: Sentence("Class 3", "Kol 3")
    case .class4: Sentence("Class 4", "Kol 4")
    case .class5: Sentence("Class 5", "Kol 5")
    case .reserveBefore: Sentence("Reserve before", "Cadangan sebelumnya")
    case .booked: Sentence("Booked", "Dibukukan")
    case .requiredByDefault: Sentence("Required by default", "Diperlukan menurut program")
    case .missingByDefault: Sentence("Missing by default", "Kurang menurut program")
    }
  }
}

/// The pipeline and the controls.
public enum OverviewHeading: String, CaseIterable, Sendable, Worded {
  case holds, broken
  case inspectedOn = "inspected_on"
  case decidedOn = "decided_on"
  case contractedOn = "contracted_on"
  case daysToComplete = "days_to_complete"
  case daysToInspect = "days_to_inspect"
  case daysToDecide = "days_to_decide"
  case daysToPay = "days_to_pay"
  case totalDays = "total_days"

  public var words: Sentence {
    switch self {
    case .inspectedOn: Sentence("Inspected", "Diperiksa")
    case .decidedOn: Sentence("Decided", "Diputus")
    case .contractedOn: Sentence("Contracted", "Perjanjian")
    case .daysToComplete: Sentence("Days for papers", "Hari berkas")
    case .daysToInspect: Sentence("Days to inspect", "Hari periksa")
    case .daysToDecide: Sentence("Days to decide", "Hari putusan")
    case .daysToPay: Sentence("Days to pay out", "Hari pencairan")
    case .totalDays: Sentence("Days in all", "Jumlah hari")
    case .holds: Sentence("Holds", "Sesuai")
    case .broken: Sentence("Broken", "Tidak sesuai")
    }
  }
}
