/// The tables that are read, each with the statement that reads the rows of a UPK.
///
/// Rows come as documents, with every column that the table has.
enum BookTable: String, CaseIterable {
  case account = "account"
  case voucher = "voucher"
  case posting = "posting"
  case loan = "loan"
  case loanShare = "loan_share"
  case installment = "installment"
  case disbursement = "disbursement"
  case memberReceipt = "member_receipt"
  case repayment = "repayment"
  case repaymentReversal = "repayment_reversal"
  case liabilityCall = "liability_call"
  case debtSettlement = "debt_settlement"
  case restructuring = "restructuring"
  case writeOff = "write_off"
  case claimRecovery = "claim_recovery"
  case claimWaiver = "claim_waiver"
  case period = "period"
  case periodIndicator = "period_indicator"
  case frozenLoan = "frozen_loan"
  case recovery = "recovery"
  case claimReversal = "claim_reversal"
  case suspenseAssignment = "suspense_assignment"
  case cashCount = "cash_count"
  case cashDifference = "cash_difference"
  case reconciliation = "reconciliation"
  case reconciliationItem = "reconciliation_item"
  case asset = "asset"
  case depreciation = "depreciation"
  case reopening = "reopening"
  case yearClose = "year_close"
  case profitAllocation = "profit_allocation"
  case profitPart = "profit_part"
  case budget = "budget"
  case budgetLine = "budget_line"
  case freeze = "freeze"
  case complaint = "complaint"
  case complaintAnswer = "complaint_answer"
  case meeting = "meeting"
  case supervision = "supervision"
  case publication = "publication"
  case balanceConfirmation = "balance_confirmation"
  case confirmedBalance = "confirmed_balance"
  case finding = "finding"
  case findingAnswer = "finding_answer"
  case counter = "counter"
  case head = "head"
  case applicationShare = "application_share"
  case upk = "upk"

  /// The columns that a row is named by, beside its UPK.
  var key: [String] {
    switch self {
    case .account: ["code"]
    case .voucher: ["kind", "year", "number"]
    case .posting: ["seq", "line"]
    case .loanShare, .memberReceipt: ["loan", "member"]
    case .installment, .claimRecovery: ["loan", "number"]
    case .disbursement, .restructuring, .writeOff, .claimWaiver: ["loan"]
    case .claimReversal: ["loan", "recovery"]
    case .repaymentReversal: ["repayment"]
    case .period, .reopening: ["month", "version"]
    case .periodIndicator: ["month", "version", "indicator"]
    case .frozenLoan: ["month", "version", "loan"]
    case .recovery: ["since"]
    case .counter: ["name"]
    case .applicationShare: ["application", "member"]
    case .cashDifference: ["count"]
    case .reconciliationItem: ["reconciliation", "item"]
    case .depreciation: ["asset", "month"]
    case .yearClose, .profitAllocation: ["year"]
    case .profitPart: ["year", "line"]
    case .budgetLine: ["number", "account"]
    case .complaintAnswer: ["complaint"]
    case .confirmedBalance: ["confirmation", "loan", "member"]
    case .findingAnswer: ["finding"]
    case .loan, .repayment, .liabilityCall, .debtSettlement, .suspenseAssignment, .cashCount,
      .reconciliation, .asset, .budget, .freeze, .complaint, .meeting, .supervision, .publication,
      .balanceConfirmation, .finding:
      ["number"]
    case .head, .upk: []
    }
  }
}
