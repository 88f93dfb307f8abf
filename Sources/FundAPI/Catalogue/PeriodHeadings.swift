/// Closed months, and what ends a suspension.
public enum PeriodHeading: String, CaseIterable, Sendable, Worded {
  case ground, indicators
  case closedMonth = "closed_month"
  case closedThrough = "closed_through"
  case closedOn = "closed_on"
  case closeBy = "close_by"
  case nextMonth = "next_month"
  case isOver = "is_over"
  case isOverdue = "is_overdue"
  case topUp = "top_up"
  case isTestable = "is_testable"
  case recoveredFrom = "recovered_from"
  case missingCollections = "missing_collections"
  case collectedThisMonth = "collected_this_month"
  case suspendedSince = "suspended_since"
  case gatePercent = "gate_percent"
  case atRisk = "at_risk"
  case larInputs = "lar_inputs"
  case parInputs = "par_inputs"
  case ccrInputs = "ccr_inputs"
  case roiInputs = "roi_inputs"
  case rrInputs = "rr_inputs"
  case boardPerson = "board_person"
  case unitPerson = "unit_person"

  public var words: Sentence {
    switch self {
    case .ground: Sentence("By", "Berdasarkan")
    case .indicators: Sentence("Indicators", "Indikator")
    case .closedMonth: Sentence("Last closed month", "Bulan terakhir yang ditutup")
    case .closedThrough: Sentence("Closed through", "Ditutup sampai")
    case .closedOn: Sentence("Closed", "Ditutup")
    case .closeBy: Sentence("Close the next by", "Tutup berikutnya paling lambat")
    case .nextMonth: Sentence("Next to close", "Berikutnya ditutup")
    case .isOver: Sentence("Can be closed", "Dapat ditutup")
    case .isOverdue: Sentence("Overdue", "Terlambat")
    case .topUp: Sentence("Further BLM", "Tambahan BLM")
    case .isTestable: Sentence("60 % test possible", "Uji 60 % dapat dilakukan")
    case .recoveredFrom: Sentence("Recovered from", "Pulih sejak")
    case .missingCollections:
      Sentence("Months without joint collection", "Bulan tanpa penagihan bersama")
    case .collectedThisMonth: Sentence("Collected this month", "Ditagih bersama bulan ini")
    case .suspendedSince: Sentence("Suspended since", "Penundaan sejak")
    case .gatePercent: Sentence("PAR at the gate", "PAR di pintu kewenangan")
    case .atRisk: Sentence("At risk", "Berisiko")
    case .larInputs: Sentence("LAR inputs", "Masukan LAR")
    case .parInputs: Sentence("PAR inputs", "Masukan PAR")
    case .ccrInputs: Sentence("CCr inputs", "Masukan CCr")
    case .roiInputs: Sentence("ROI inputs", "Masukan ROI")
    case .rrInputs: Sentence("RR inputs", "Masukan RR")
    case .boardPerson: Sentence("For the BKM", "Dari BKM")
    case .unitPerson: Sentence("For the UPK", "Dari UPK")
    }
  }
}
