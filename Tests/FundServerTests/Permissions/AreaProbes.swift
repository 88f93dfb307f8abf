import FundAPI

/// Calls about an area, of the ward that the fixture's UPK lies in.
let areaProbes: [Probe] = [
  Probe(
    Bergulir_V1_IndicatorService.Method.GetAreaIndicators.descriptor,
    Bergulir_V1_GetAreaIndicatorsRequest.self
  ) {
    $0.parent = "regions/92.71.03.1004"
  },
  Probe(
    Bergulir_V1_RollupService.Method.GetRollup.descriptor, Bergulir_V1_GetRollupRequest.self
  ) {
    $0.parent = "regions/92.71.03.1004"
    $0.month = "2016-10"
  },
  Probe(
    Bergulir_V1_RollupService.Method.ListReporting.descriptor,
    Bergulir_V1_ListReportingRequest.self
  ) {
    $0.parent = "regions/92.71.03.1004"
    $0.month = "2016-10"
  },
  Probe(
    Bergulir_V1_RollupService.Method.ListLeague.descriptor, Bergulir_V1_ListLeagueRequest.self
  ) {
    $0.parent = "regions/92.71.03.1004"
    $0.month = "2016-10"
    $0.indicator = "PAR"
  },
  Probe(
    Bergulir_V1_RollupService.Method.ListOutliers.descriptor,
    Bergulir_V1_ListOutliersRequest.self
  ) {
    $0.parent = "regions/92.71.03.1004"
    $0.month = "2016-10"
  },
  Probe(
    Bergulir_V1_RollupService.Method.GetAreaStatus.descriptor,
    Bergulir_V1_GetAreaStatusRequest.self
  ) {
    $0.parent = "regions/92.71.03.1004"
    $0.month = "2016-10"
  },
]
