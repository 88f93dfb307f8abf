import Libpq

extension BookTable {
  /// Reads the rows of a UPK in the order of their key.
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
    case .claimReversal:
      Statement(
        "verify.claim-reversal",
        """
        select to_jsonb(t)::text from fund.claim_reversal t
        where t.upk_id = $1::bigint order by loan, recovery
        """)
    case .suspenseAssignment:
      Statement(
        "verify.suspense-assignment",
        """
        select to_jsonb(t)::text from fund.suspense_assignment t
        where t.upk_id = $1::bigint order by number
        """)
    case .cashCount:
      Statement(
        "verify.cash-count",
        """
        select to_jsonb(t)::text from fund.cash_count t
        where t.upk_id = $1::bigint order by number
        """)
    case .cashDifference:
      Statement(
        "verify.cash-difference",
        """
        select to_jsonb(t)::text from fund.cash_difference t
        where t.upk_id = $1::bigint order by count
        """)
    case .reconciliation:
      Statement(
        "verify.reconciliation",
        """
        select to_jsonb(t)::text from fund.reconciliation t
        where t.upk_id = $1::bigint order by number
        """)
    case .reconciliationItem:
      Statement(
        "verify.reconciliation-item",
        """
        select to_jsonb(t)::text from fund.reconciliation_item t
        where t.upk_id = $1::bigint order by reconciliation, item
        """)
    case .asset:
      Statement(
        "verify.asset",
        """
        select to_jsonb(t)::text from fund.asset t
        where t.upk_id = $1::bigint order by number
        """)
    case .depreciation:
      Statement(
        "verify.depreciation",
        """
        select to_jsonb(t)::text from fund.depreciation t
        where t.upk_id = $1::bigint order by asset, month
        """)
    case .reopening:
      Statement(
        "verify.reopening",
        """
        select to_jsonb(t)::text from fund.reopening t
        where t.upk_id = $1::bigint order by month, version
        """)
    case .yearClose:
      Statement(
        "verify.year-close",
        """
        select to_jsonb(t)::text from fund.year_close t
        where t.upk_id = $1::bigint order by year
        """)
    case .profitAllocation:
      Statement(
        "verify.profit-allocation",
        """
        select to_jsonb(t)::text from fund.profit_allocation t
        where t.upk_id = $1::bigint order by year
        """)
    case .profitPart:
      Statement(
        "verify.profit-part",
        """
        select to_jsonb(t)::text from fund.profit_part t
        where t.upk_id = $1::bigint order by year, line
        """)
    case .budget:
      Statement(
        "verify.budget",
        """
        select to_jsonb(t)::text from fund.budget t
        where t.upk_id = $1::bigint order by number
        """)
    case .budgetLine:
      Statement(
        "verify.budget-line",
        """
        select to_jsonb(t)::text from fund.budget_line t
        where t.upk_id = $1::bigint order by number, account
        """)
    case .freeze:
      Statement(
        "verify.freeze",
        """
        select to_jsonb(t)::text from fund.freeze t
        where t.upk_id = $1::bigint order by number
        """)
    case .complaint:
      Statement(
        "verify.complaint",
        """
        select to_jsonb(t)::text from fund.complaint t
        where t.upk_id = $1::bigint order by number
        """)
    case .complaintAnswer:
      Statement(
        "verify.complaint-answer",
        """
        select to_jsonb(t)::text from fund.complaint_answer t
        where t.upk_id = $1::bigint order by complaint
        """)
    case .meeting:
      Statement(
        "verify.meeting",
        """
        select to_jsonb(t)::text from fund.meeting t
        where t.upk_id = $1::bigint order by number
        """)
    case .supervision:
      Statement(
        "verify.supervision",
        """
        select to_jsonb(t)::text from fund.supervision t
        where t.upk_id = $1::bigint order by number
        """)
    case .publication:
      Statement(
        "verify.publication",
        """
        select to_jsonb(t)::text from fund.publication t
        where t.upk_id = $1::bigint order by number
        """)
    case .balanceConfirmation:
      Statement(
        "verify.balance-confirmation",
        """
        select to_jsonb(t)::text from fund.balance_confirmation t
        where t.upk_id = $1::bigint order by number
        """)
    case .confirmedBalance:
      Statement(
        "verify.confirmed-balance",
        """
        select to_jsonb(t)::text from fund.confirmed_balance t
        where t.upk_id = $1::bigint order by confirmation, loan, member
        """)
    case .finding:
      Statement(
        "verify.finding",
        """
        select to_jsonb(t)::text from fund.finding t
        where t.upk_id = $1::bigint order by number
        """)
    case .findingAnswer:
      Statement(
        "verify.finding-answer",
        """
        select to_jsonb(t)::text from fund.finding_answer t
        where t.upk_id = $1::bigint order by finding
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
