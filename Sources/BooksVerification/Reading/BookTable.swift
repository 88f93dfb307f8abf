import Libpq

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
    case .loan: ["number"]
    case .loanShare: ["loan", "member"]
    case .installment: ["loan", "number"]
    case .disbursement: ["loan"]
    case .memberReceipt: ["loan", "member"]
    case .repayment: ["number"]
    case .repaymentReversal: ["repayment"]
    case .liabilityCall: ["number"]
    case .debtSettlement: ["number"]
    case .restructuring: ["loan"]
    case .writeOff: ["loan"]
    case .claimRecovery: ["loan", "number"]
    case .claimWaiver: ["loan"]
    case .period: ["month", "version"]
    case .periodIndicator: ["month", "version", "indicator"]
    case .frozenLoan: ["month", "version", "loan"]
    case .recovery: ["since"]
    case .counter: ["name"]
    case .head: []
    case .applicationShare: ["application", "member"]
    case .upk: []
    }
  }

  var statement: Statement {
    switch self {
    case .account:
      Statement(
        "verify.account",
        """
        select to_jsonb(t)::text from fund.account t
        where t.upk_id = $1::bigint order by code
        """)
    case .voucher:
      Statement(
        "verify.voucher",
        """
        select to_jsonb(t)::text from fund.voucher t
        where t.upk_id = $1::bigint order by kind, year, number
        """)
    case .posting:
      Statement(
        "verify.posting",
        """
        select to_jsonb(t)::text from fund.posting t
        where t.upk_id = $1::bigint order by seq, line
        """)
    case .loan:
      Statement(
        "verify.loan",
        """
        select to_jsonb(t)::text from fund.loan t
        where t.upk_id = $1::bigint order by number
        """)
    case .loanShare:
      Statement(
        "verify.loan-share",
        """
        select to_jsonb(t)::text from fund.loan_share t
        where t.upk_id = $1::bigint order by loan, member
        """)
    case .installment:
      Statement(
        "verify.installment",
        """
        select to_jsonb(t)::text from fund.installment t
        where t.upk_id = $1::bigint order by loan, number
        """)
    case .disbursement:
      Statement(
        "verify.disbursement",
        """
        select to_jsonb(t)::text from fund.disbursement t
        where t.upk_id = $1::bigint order by loan
        """)
    case .memberReceipt:
      Statement(
        "verify.member-receipt",
        """
        select to_jsonb(t)::text from fund.member_receipt t
        where t.upk_id = $1::bigint order by loan, member
        """)
    case .repayment:
      Statement(
        "verify.repayment",
        """
        select to_jsonb(t)::text from fund.repayment t
        where t.upk_id = $1::bigint order by number
        """)
    case .repaymentReversal:
      Statement(
        "verify.repayment-reversal",
        """
        select to_jsonb(t)::text from fund.repayment_reversal t
        where t.upk_id = $1::bigint order by repayment
        """)
    case .liabilityCall:
      Statement(
        "verify.liability-call",
        """
        select to_jsonb(t)::text from fund.liability_call t
        where t.upk_id = $1::bigint order by number
        """)
    case .debtSettlement:
      Statement(
        "verify.debt-settlement",
        """
        select to_jsonb(t)::text from fund.debt_settlement t
        where t.upk_id = $1::bigint order by number
        """)
    case .restructuring:
      Statement(
        "verify.restructuring",
        """
        select to_jsonb(t)::text from fund.restructuring t
        where t.upk_id = $1::bigint order by loan
        """)
    case .writeOff:
      Statement(
        "verify.write-off",
        """
        select to_jsonb(t)::text from fund.write_off t
        where t.upk_id = $1::bigint order by loan
        """)
    case .claimRecovery:
      Statement(
        "verify.claim-recovery",
        """
        select to_jsonb(t)::text from fund.claim_recovery t
        where t.upk_id = $1::bigint order by loan, number
        """)
    case .claimWaiver:
      Statement(
        "verify.claim-waiver",
        """
        select to_jsonb(t)::text from fund.claim_waiver t
        where t.upk_id = $1::bigint order by loan
        """)
    case .period:
      Statement(
        "verify.period",
        """
        select to_jsonb(t)::text from fund.period t
        where t.upk_id = $1::bigint order by month, version
        """)
    case .periodIndicator:
      Statement(
        "verify.period-indicator",
        """
        select to_jsonb(t)::text from fund.period_indicator t
        where t.upk_id = $1::bigint order by month, version, indicator
        """)
    case .frozenLoan:
      Statement(
        "verify.frozen-loan",
        """
        select to_jsonb(t)::text from fund.frozen_loan t
        where t.upk_id = $1::bigint order by month, version, loan
        """)
    case .recovery:
      Statement(
        "verify.recovery",
        """
        select to_jsonb(t)::text from fund.recovery t
        where t.upk_id = $1::bigint order by since
        """)
    case .counter:
      Statement(
        "verify.counter",
        """
        select to_jsonb(t)::text from fund.counter t
        where t.upk_id = $1::bigint order by name
        """)
    case .head:
      Statement(
        "verify.head",
        """
        select to_jsonb(t)::text from fund.head t
        where t.upk_id = $1::bigint
        """)
    case .applicationShare:
      Statement(
        "verify.application-share",
        """
        select to_jsonb(t)::text from fund.application_share t
        where t.upk_id = $1::bigint order by application, member
        """)
    case .upk:
      Statement(
        "verify.upk",
        """
        select to_jsonb(t)::text from fund.upk t
        where t.upk_id = $1::bigint
        """)
    }
  }
}
