import FundAPI

private let upk = "upks/malabutor"

/// Requests about closed months and years, profits, budgets and the assessment.
let closingProbes: [Probe] = [
  Probe(
    Bergulir_V1_PeriodService.Method.RequestReopening.descriptor,
    Bergulir_V1_RequestReopeningRequest.self
  ) { $0.name = upk + "/periods/2016-01" },
  Probe(
    Bergulir_V1_PeriodService.Method.ConfirmReopening.descriptor,
    Bergulir_V1_ConfirmReopeningRequest.self
  ) { $0.name = upk + "/periods/2016-01" },
  Probe(
    Bergulir_V1_PeriodService.Method.GetPeriodDifference.descriptor,
    Bergulir_V1_GetPeriodDifferenceRequest.self
  ) { $0.name = upk + "/periods/2016-01" },
  Probe(
    Bergulir_V1_PeriodService.Method.CloseYear.descriptor,
    Bergulir_V1_CloseYearRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_PeriodService.Method.ListYears.descriptor,
    Bergulir_V1_ListYearsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ProfitService.Method.AllocateProfit.descriptor,
    Bergulir_V1_AllocateProfitRequest.self
  ) { $0.name = upk + "/years/2017" },
  Probe(
    Bergulir_V1_ProfitService.Method.ListAllocations.descriptor,
    Bergulir_V1_ListAllocationsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ProfitService.Method.PaySupervisors.descriptor,
    Bergulir_V1_PaySupervisorsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_BudgetService.Method.ProposeBudget.descriptor,
    Bergulir_V1_ProposeBudgetRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_BudgetService.Method.ApproveBudget.descriptor,
    Bergulir_V1_ApproveBudgetRequest.self
  ) { $0.name = upk + "/budgets/1" },
  Probe(
    Bergulir_V1_BudgetService.Method.ListBudgets.descriptor,
    Bergulir_V1_ListBudgetsRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_BudgetService.Method.GetRealisation.descriptor,
    Bergulir_V1_GetRealisationRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_AssessmentService.Method.GetAssessment.descriptor,
    Bergulir_V1_GetAssessmentRequest.self
  ) { $0.parent = upk },
]
