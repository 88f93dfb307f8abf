internal import FundAPI
internal import GRPCCore
internal import RevolvingFund

extension PermissionTable {
  /// Cash is the cashier's, the journal the bookkeeper's; the loan officer collects at meetings.
  static let money: Rows = [
    Bergulir_V1_DisbursementService.Method.Disburse.descriptor:
      Permission("disbursement.post", [.cashier], .upk),
    Bergulir_V1_DisbursementService.Method.ConfirmReceipts.descriptor:
      Permission("disbursement.confirm", [.cashier, .loanOfficer], .upk),
    Bergulir_V1_DisbursementService.Method.VoidDisbursement.descriptor:
      Permission("disbursement.void", [.manager, .bkmCoordinator], .upk),
    Bergulir_V1_DisbursementService.Method.GetDisbursement.descriptor:
      Permission("disbursement.show", .insiders.union([.signatory]), .upk),
    Bergulir_V1_DisbursementService.Method.ListDisbursements.descriptor:
      Permission("disbursement.list", .insiders.union([.signatory]), .upk),
    Bergulir_V1_RepaymentService.Method.RecordRepayment.descriptor:
      Permission("repayment.record", [.cashier, .loanOfficer], .upk),
    Bergulir_V1_RepaymentService.Method.RecordSheet.descriptor:
      Permission("repayment.sheet", [.cashier, .loanOfficer], .upk),
    Bergulir_V1_RepaymentService.Method.ReverseRepayment.descriptor:
      Permission("repayment.reverse", [.manager, .bookkeeper], .upk),
    Bergulir_V1_SuspenseService.Method.RefundSuspense.descriptor:
      Permission("suspense.refund", [.cashier], .upk),
    Bergulir_V1_SuspenseService.Method.AssignSuspense.descriptor:
      Permission("suspense.assign", [.manager], .upk),
    Bergulir_V1_SuspenseService.Method.UnassignSuspense.descriptor:
      Permission("suspense.unassign", [.manager], .upk),
    Bergulir_V1_SuspenseService.Method.ApplySuspense.descriptor:
      Permission("suspense.apply", [.cashier, .bookkeeper], .upk),
    Bergulir_V1_JointLiabilityService.Method.SetOffSavings.descriptor:
      Permission("joint-liability.set-off", [.manager], .upk),
    Bergulir_V1_CapitalService.Method.ReceiveCapital.descriptor:
      Permission("capital.receive", [.bookkeeper], .upk),
    Bergulir_V1_SavingsService.Method.DepositSavings.descriptor:
      Permission("savings.deposit", [.cashier], .upk),
    Bergulir_V1_SavingsService.Method.WithdrawSavings.descriptor:
      Permission("savings.withdraw", [.cashier], .upk),
    Bergulir_V1_SavingsService.Method.BankSavings.descriptor:
      Permission("savings.bank", [.cashier], .upk),
    Bergulir_V1_JournalService.Method.PostJournal.descriptor:
      Permission("journal.post", [.bookkeeper], .upk),
    Bergulir_V1_JournalService.Method.ListVouchers.descriptor:
      Permission("journal.list", .insiders, .upk),
    Bergulir_V1_JournalService.Method.ReverseVoucher.descriptor:
      Permission("journal.reverse", [.bookkeeper, .manager], .upk),
    Bergulir_V1_AccountService.Method.OpenAccount.descriptor:
      Permission("account.open", [.bookkeeper, .manager], .upk),
  ]

  /// The cashier counts; the bookkeeper holds the books against what is there.
  static let counts: Rows = [
    Bergulir_V1_CashCountService.Method.RecordCashCount.descriptor:
      Permission("cash.count", [.cashier], .upk),
    Bergulir_V1_CashCountService.Method.BookCashDifference.descriptor:
      Permission("cash.difference", [.bookkeeper], .upk),
    Bergulir_V1_CashCountService.Method.ListCashCounts.descriptor:
      Permission("cash.list", .insiders, .upk),
    Bergulir_V1_ReconciliationService.Method.ReconcileBank.descriptor:
      Permission("bank.reconcile", [.bookkeeper], .upk),
    Bergulir_V1_ReconciliationService.Method.GetReconciliation.descriptor:
      Permission("bank.show", .insiders, .upk),
    Bergulir_V1_ReconciliationService.Method.ListReconciliations.descriptor:
      Permission("bank.list", .insiders, .upk),
    Bergulir_V1_AssetService.Method.RegisterAsset.descriptor:
      Permission("asset.register", [.bookkeeper], .upk),
    Bergulir_V1_AssetService.Method.DepreciateAssets.descriptor:
      Permission("asset.depreciate", [.bookkeeper], .upk),
    Bergulir_V1_AssetService.Method.ListAssets.descriptor:
      Permission("asset.list", .insiders, .upk),
  ]
}
