/// Loans in arrears, what is done about them, and what falls due.
public enum CaseHeading: String, CaseIterable, Sendable, Worded {
  case action, addressee, answer, by, ending, office, outcome, overdue, promised, rung
  case unanswered, text, escalations
  case actionsDue = "actions_due"
  case answerDue = "answer_due"
  case answerEvidence = "answer_evidence"
  case answeredBy = "answered_by"
  case answeredOn = "answered_on"
  case daysLate = "days_late"
  case monthsLate = "months_late"
  case owedToOthers = "owed_to_others"
  case lastStepOn = "last_step_on"
  case nextAction = "next_action"
  case nextRung = "next_rung"
  case nextRungOn = "next_rung_on"
  case openedOn = "opened_on"
  case overdueTotal = "overdue_total"
  case payBy = "pay_by"
  case promiseOutcome = "promise_outcome"
  case promisedBy = "promised_by"

  public var words: Sentence {
    switch self {
    case .action: Sentence("Action", "Tindakan")
    case .addressee: Sentence("Addressee", "Ditujukan kepada")
    case .answer: Sentence("Answer", "Jawaban")
    case .by: Sentence("By", "Oleh")
    case .ending: Sentence("Ended by", "Selesai karena")
    case .office: Sentence("Office", "Kantor")
    case .outcome: Sentence("Outcome", "Hasil")
    case .overdue: Sentence("Overdue", "Terlambat")
    case .promised: Sentence("Promised", "Dijanjikan")
    case .rung: Sentence("Rung", "Tangga")
    case .unanswered: Sentence("Unanswered", "Belum dijawab")
    case .text: Sentence("Text", "Isi")
    case .escalations:
      Sentence("Cases that wait for your answer", "Laporan yang menunggu jawaban Anda")
    case .actionsDue: Sentence("To be done", "Tindakan berikutnya")
    case .answerDue: Sentence("Answer due", "Batas jawaban")
    case .answerEvidence: Sentence("Paper of the answer", "Surat jawaban")
    case .answeredBy: Sentence("Answered by", "Dijawab oleh")
    case .answeredOn: Sentence("Answered", "Dijawab")
    case .daysLate: Sentence("Days late", "Hari tunggakan")
    case .monthsLate: Sentence("Months late", "Bulan tunggakan")
    case .owedToOthers: Sentence("Owed to members", "Utang ke anggota lain")
    case .lastStepOn: Sentence("Last step", "Langkah terakhir")
    case .nextAction: Sentence("Next step", "Langkah berikut")
    case .nextRung: Sentence("Next rung", "Tangga berikut")
    case .nextRungOn: Sentence("Next rung on", "Tangga berikut pada")
    case .openedOn: Sentence("Opened", "Dibuka")
    case .overdueTotal: Sentence("Overdue", "Tunggakan")
    case .payBy: Sentence("Pay by", "Bayar sampai")
    case .promiseOutcome: Sentence("Promise", "Janji")
    case .promisedBy: Sentence("Promised by", "Janji sampai")
    }
  }
}
