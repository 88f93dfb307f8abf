internal import FundAPI
internal import FundStore
internal import GRPCCore

/// The calls that a standby may answer, and how their callers learn of it.
///
/// Sums of a UPK or an area, which are asked for and not worked with. What people look at right
/// before or after they write, lists, single loans, ledgers and the state of their work, comes from
/// the primary; so does a verification, which freezes what it finds altered.
enum StandbyReads {
  static let methods = Set(calls.map(PermissionTable.untyped))

  private static let calls = [
    Bergulir_V1_ReportService.Method.GetLoanProgress.descriptor,
    Bergulir_V1_ReportService.Method.GetAreaLoanProgress.descriptor,
    Bergulir_V1_ReportService.Method.GetAreaCollectability.descriptor,
    Bergulir_V1_ReportService.Method.GetReserve.descriptor,
    Bergulir_V1_ReportService.Method.GetIncomeStatement.descriptor,
    Bergulir_V1_ReportService.Method.GetCashFlow.descriptor,
    Bergulir_V1_ReportService.Method.GetEquityChanges.descriptor,
    Bergulir_V1_ReportService.Method.GetTrialBalance.descriptor,
    Bergulir_V1_NoticeService.Method.GetAnnualPack.descriptor,
    Bergulir_V1_IndicatorService.Method.GetAreaIndicators.descriptor,
    Bergulir_V1_RollupService.Method.GetRollup.descriptor,
    Bergulir_V1_RollupService.Method.ListReporting.descriptor,
    Bergulir_V1_RollupService.Method.ListLeague.descriptor,
    Bergulir_V1_RollupService.Method.ListOutliers.descriptor,
    Bergulir_V1_RollupService.Method.GetAreaStatus.descriptor,
  ]

  /// Lets the reads of a call go to a standby if it is one of these, and says in the answer's
  /// metadata how far behind it may have been.
  static func reading<Output: Sendable>(
    for method: MethodDescriptor, _ answer: () async throws -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    guard methods.contains(PermissionTable.untyped(method)) else { return try await answer() }
    let use = StandbyUse()
    var response = try await StandbyUse.$current.withValue(use) { try await answer() }
    if let behind = use.behind {
      response.metadata.addString("\(behind.wholeSeconds)", forKey: StandbyNote.key)
    }
    return response
  }
}
