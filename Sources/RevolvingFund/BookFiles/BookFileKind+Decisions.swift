// The columns of what was decided about loans, money that is held, and profits.
extension BookFileKind {
  var decisionColumns: [String] {
    switch self {
    case .restructurings:
      [
        "loan", "successor", "date", "agreement", "minutes", "notice", "reason", "evidence",
        "decided_by",
      ]
    case .writeOffs:
      [
        "loan", "date", "from_reserve_idr", "minutes", "report", "proposed_by", "decided_by",
        "savings_kept", "waived_on", "waiver_minutes", "waiver_reason", "waived_by",
      ]
    case .recoveries:
      [
        "loan", "date", "receipt", "account", "principal_idr", "service_charge_idr", "voucher",
        "reversed_on", "reversal_reason",
      ]
    case .settlements: ["loan", "date", "debtor", "creditor", "amount_idr"]
    case .suspense: ["assignment", "ksm", "date", "amount_idr", "reason", "takes_back"]
    case .allocations:
      ["year", "date", "minutes", "purpose", "percent", "amount_idr", "decided_by"]
    default: []
    }
  }

  var requiredOfDecisions: [String] {
    switch self {
    case .restructurings: decisionColumns.filter { $0 != "decided_by" }
    case .writeOffs: ["loan", "date", "minutes", "report", "proposed_by", "decided_by"]
    case .recoveries: ["loan", "date"]
    case .suspense: decisionColumns.filter { $0 != "takes_back" }
    case .allocations: decisionColumns.filter { $0 != "decided_by" }
    default: decisionColumns
    }
  }
}
