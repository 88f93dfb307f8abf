internal import FundAPI
internal import GRPCCore
internal import RevolvingFund

extension PermissionTable {
  /// One person asks and another confirms; the manager proposes, and the board decides.
  static let years: Rows = [
    Bergulir_V1_PeriodService.Method.RequestReopening.descriptor:
      Permission("period.reopen", [.bookkeeper, .manager], .upk),
    Bergulir_V1_PeriodService.Method.ConfirmReopening.descriptor:
      Permission("period.confirm-reopening", [.manager, .bkmCoordinator], .upk),
    Bergulir_V1_PeriodService.Method.GetPeriodDifference.descriptor:
      Permission("period.diff", .observers, .upk),
    Bergulir_V1_PeriodService.Method.CloseYear.descriptor:
      Permission("period.close-year", [.bookkeeper], .upk),
    Bergulir_V1_PeriodService.Method.ListYears.descriptor:
      Permission("period.years", .observers, .upk),
    Bergulir_V1_ProfitService.Method.AllocateProfit.descriptor:
      Permission("profit.allocate", [.bkmCoordinator], .upk),
    Bergulir_V1_ProfitService.Method.ListAllocations.descriptor:
      Permission("profit.list", .observers, .upk),
    Bergulir_V1_ProfitService.Method.PaySupervisors.descriptor:
      Permission("profit.pay-supervisors", [.cashier], .upk),
    Bergulir_V1_BudgetService.Method.ProposeBudget.descriptor:
      Permission("budget.propose", [.manager], .upk),
    Bergulir_V1_BudgetService.Method.ApproveBudget.descriptor:
      Permission("budget.approve", [.bkmCoordinator], .upk),
    Bergulir_V1_BudgetService.Method.ListBudgets.descriptor:
      Permission("budget.list", .observers, .upk),
    Bergulir_V1_BudgetService.Method.GetRealisation.descriptor:
      Permission("budget.realisation", .observers, .upk),
    Bergulir_V1_AssessmentService.Method.GetAssessment.descriptor:
      Permission("assessment.show", .observers, .upk),
  ]
}
