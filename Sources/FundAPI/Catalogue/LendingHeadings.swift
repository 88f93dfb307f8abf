/// Policies, applications and loans.
public enum LendingHeading: String, CaseIterable, Sendable, Worded {
  case application, approvals, inspection, inspector, witness, signer, step, verdict, recommended
  case requested, shares, purpose, minutes, method, loan, loans, months, due, schedule
  case outstanding, principal, collectability, waived
  case waitingFor = "waiting_for"
  case submittedOn = "submitted_on"
  case firstLoanCeiling = "first_loan_ceiling"
  case laterLoanCeiling = "later_loan_ceiling"
  case shortestTerm = "shortest_term"
  case longestTerm = "longest_term"
  case ratePercent = "rate_percent"
  case roundUnit = "round_unit"
  case earlySettlement = "early_settlement"
  case reserveScheme = "reserve_scheme"
  case validFrom = "valid_from"
  case borrowerCriteria = "borrower_criteria"
  case jointLiability = "joint_liability"
  case savingsAccount = "savings_account"
  case startUpCeiling = "start_up_ceiling"
  case startUpLongestTerm = "start_up_longest_term"
  case businessStage = "business_stage"
  case disbursedOn = "disbursed_on"
  case finalDue = "final_due"
  case serviceCharge = "service_charge"
  case overduePrincipal = "overdue_principal"
  case overdueServiceCharge = "overdue_service_charge"
  case oldestUnpaidDue = "oldest_unpaid_due"
  case className = "class_name"
  case receivedOn = "received_on"

  public var words: Sentence {
    switch self {
    case .application: Sentence("Application", "Pengajuan")
    case .approvals: Sentence("Signatures", "Tanda tangan")
    case .inspection: Sentence("Inspection", "Pemeriksaan")
    case .inspector: Sentence("Inspector", "Pemeriksa")
    case .witness: Sentence("Witness", "Saksi")
    case .signer: Sentence("Signer", "Ditandatangani oleh")
    case .step: Sentence("Step", "Langkah")
    case .verdict: Sentence("Verdict", "Putusan")
    case .waitingFor: Sentence("Waiting for", "Menunggu tanda tangan")
    case .recommended: Sentence("Recommended", "Direkomendasikan")
    case .requested: Sentence("Requested", "Diminta")
    case .shares: Sentence("Shares", "Bagian anggota")
    case .submittedOn: Sentence("Submitted", "Diajukan")
    case .purpose: Sentence("Purpose", "Keperluan")
    case .minutes: Sentence("Minutes", "Berita acara")
    case .firstLoanCeiling: Sentence("First loan up to", "Plafon pertama")
    case .laterLoanCeiling: Sentence("Later loans up to", "Plafon berikut")
    case .shortestTerm: Sentence("Shortest term", "Jangka terpendek")
    case .longestTerm: Sentence("Longest term", "Jangka terpanjang")
    case .ratePercent: Sentence("Charge a month", "Jasa sebulan")
    case .method: Sentence("Method", "Cara")
    case .roundUnit: Sentence("Rounded to", "Pembulatan")
    case .earlySettlement: Sentence("Early settlement", "Pelunasan dipercepat")
    case .reserveScheme: Sentence("Reserve scheme", "Skema cadangan")
    case .validFrom: Sentence("Valid from", "Berlaku mulai")
    case .borrowerCriteria: Sentence("Borrower criteria", "Kriteria KSM dan anggota")
    case .jointLiability: Sentence("Joint liability", "Tanggung renteng")
    case .savingsAccount: Sentence("Savings at a bank", "Tabungan di bank")
    case .startUpCeiling: Sentence("Start-ups up to", "Plafon usaha baru")
    case .startUpLongestTerm: Sentence("Longest for start-ups", "Jangka usaha baru")
    case .businessStage: Sentence("Business", "Usaha")
    case .loan: Sentence("Loan", "Pinjaman")
    case .loans: Sentence("Loans", "Pinjaman")
    case .months: Sentence("Months", "Bulan")
    case .disbursedOn: Sentence("Disbursed", "Dicairkan")
    case .due: Sentence("Due", "Jatuh tempo")
    case .finalDue: Sentence("Final due", "Jatuh tempo akhir")
    case .schedule: Sentence("Schedule", "Jadwal angsuran")
    case .outstanding: Sentence("Outstanding", "Sisa pokok")
    case .principal: Sentence("Principal", "Pokok")
    case .serviceCharge: Sentence("Charge", "Jasa")
    case .overduePrincipal: Sentence("Overdue principal", "Tunggakan pokok")
    case .overdueServiceCharge: Sentence("Overdue charge", "Tunggakan jasa")
    case .oldestUnpaidDue: Sentence("Unpaid since", "Belum dibayar sejak")
    case .collectability: Sentence("Class", "Kol")
    case .className: Sentence("Name", "Nama")
    case .receivedOn: Sentence("Received", "Diterima")
    case .waived: Sentence("Waived", "Dibebaskan")
    }
  }
}
