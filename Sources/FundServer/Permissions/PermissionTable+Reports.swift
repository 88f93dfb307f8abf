internal import FundAPI
internal import GRPCCore
internal import RevolvingFund

extension PermissionTable {
  /// Sums are for all who watch the fund; single loans and vouchers for those who work with it.
  static let reports: Rows = [
    Bergulir_V1_ReportService.Method.GetLoanProgress.descriptor:
      Permission("report.loan-progress", .insiders, .upk),
    Bergulir_V1_ReportService.Method.GetAreaLoanProgress.descriptor:
      Permission("report.area-loan-progress", .observers, .area),
    Bergulir_V1_ReportService.Method.GetAreaCollectability.descriptor:
      Permission("report.area-collectability", .observers, .area),
    Bergulir_V1_ReportService.Method.GetReserve.descriptor:
      Permission("report.reserve", .observers, .upk),
    Bergulir_V1_ReportService.Method.GetIncomeStatement.descriptor:
      Permission("report.income-statement", .observers, .upk),
    Bergulir_V1_ReportService.Method.GetCashFlow.descriptor:
      Permission("report.cash-flow", .observers, .upk),
    Bergulir_V1_ReportService.Method.GetEquityChanges.descriptor:
      Permission("report.equity-changes", .observers, .upk),
    Bergulir_V1_ReportService.Method.GetTrialBalance.descriptor:
      Permission("report.trial-balance", .observers, .upk),
    Bergulir_V1_ReportService.Method.GetLedger.descriptor:
      Permission("report.ledger", .insiders, .upk),
    Bergulir_V1_ReportService.Method.GetMoneyRecord.descriptor:
      Permission("report.money-record", .insiders, .upk),
    Bergulir_V1_ReportService.Method.ExplainIndicator.descriptor:
      Permission("indicator.explain", .insiders, .upk),
    Bergulir_V1_ReportService.Method.GetLoanCard.descriptor:
      Permission("report.loan-card", .insiders, .upk),
    Bergulir_V1_ReportService.Method.GetPipeline.descriptor:
      Permission("report.pipeline", .insiders, .upk),
    Bergulir_V1_ReportService.Method.GetQuickStatus.descriptor:
      Permission("report.quick-status", .observers, .upk),
    Bergulir_V1_ReportService.Method.GetDataQuality.descriptor:
      Permission("report.data-quality", .insiders, .upk),
  ]

  static let figures: Rows = [
    Bergulir_V1_AccountService.Method.ListAccounts.descriptor:
      Permission("account.list", .observers, .upk),
    Bergulir_V1_AccountService.Method.GetBalanceSheet.descriptor:
      Permission("account.balance-sheet", .observers, .upk),
    Bergulir_V1_CapitalService.Method.GetCapital.descriptor:
      Permission("capital.show", .observers, .upk),
    Bergulir_V1_LoanService.Method.GetCollectability.descriptor:
      Permission("loan.collectability", .observers, .upk),
    Bergulir_V1_ForecastService.Method.GetForecast.descriptor:
      Permission("forecast.show", .observers, .upk),
    Bergulir_V1_ForecastService.Method.ListReferrals.descriptor:
      Permission("forecast.referrals", .insiders, .upk),
    Bergulir_V1_ForecastService.Method.GetWorkload.descriptor:
      Permission("workload.show", .insiders, .upk),
    // What hangs on a village's wall is for everybody.
    Bergulir_V1_NoticeService.Method.GetNoticeBoard.descriptor:
      Permission("notice.show", [], .anyone),
    Bergulir_V1_NoticeService.Method.GetAnnualPack.descriptor:
      Permission("report.annual", [], .anyone),
    Bergulir_V1_IndicatorService.Method.GetIndicators.descriptor:
      Permission("indicator.show", .observers, .upk),
    Bergulir_V1_IndicatorService.Method.GetIndicatorHistory.descriptor:
      Permission("indicator.history", .observers, .upk),
    Bergulir_V1_IndicatorService.Method.GetAreaIndicators.descriptor:
      Permission("indicator.area", .observers, .area),
    Bergulir_V1_AuthorityService.Method.GetAuthority.descriptor:
      Permission("authority.show", .observers, .upk),
    Bergulir_V1_PeriodService.Method.GetPeriod.descriptor:
      Permission("period.show", .observers, .upk),
    Bergulir_V1_PeriodService.Method.ListPeriods.descriptor:
      Permission("period.list", .observers, .upk),
    Bergulir_V1_PeriodService.Method.GetPeriodStatus.descriptor:
      Permission("period.status", .observers, .upk),
  ]
}
