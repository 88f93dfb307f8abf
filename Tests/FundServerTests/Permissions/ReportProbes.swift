import FundAPI

private let upk = "upks/malabutor"

/// The reports on one UPK.
let reportProbes: [Probe] = [
  Probe(
    Bergulir_V1_ReportService.Method.GetLoanProgress.descriptor,
    Bergulir_V1_GetLoanProgressRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetReserve.descriptor, Bergulir_V1_GetReserveRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetIncomeStatement.descriptor,
    Bergulir_V1_GetIncomeStatementRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetCashFlow.descriptor, Bergulir_V1_GetCashFlowRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetEquityChanges.descriptor,
    Bergulir_V1_GetEquityChangesRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetTrialBalance.descriptor,
    Bergulir_V1_GetTrialBalanceRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetPipeline.descriptor, Bergulir_V1_GetPipelineRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetQuickStatus.descriptor,
    Bergulir_V1_GetQuickStatusRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetDataQuality.descriptor,
    Bergulir_V1_GetDataQualityRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetLedger.descriptor, Bergulir_V1_GetLedgerRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetMoneyRecord.descriptor,
    Bergulir_V1_GetMoneyRecordRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.ExplainIndicator.descriptor,
    Bergulir_V1_ExplainIndicatorRequest.self
  ) { $0.parent = upk },
  Probe(
    Bergulir_V1_ReportService.Method.GetLoanCard.descriptor, Bergulir_V1_GetLoanCardRequest.self
  ) { $0.name = upk + "/loans/9" },
]
