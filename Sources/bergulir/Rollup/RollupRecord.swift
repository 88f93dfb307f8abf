import FundAPI
import RevolvingFund

extension Record {
  init(_ rollup: Bergulir_V1_Rollup) {
    let counted = Record(
      [
        "area": .filled(rollup.place), "area_name": .filled(rollup.title),
        "upks_expected": .count(Int64(rollup.expected)),
        "upks_closed": .count(Int64(rollup.closed)),
        "upks_missing": .count(Int64(rollup.missing)),
      ],
      details: [
        "upks_by_category": .records(
          rollup.categories.map {
            Record([
              "category": .code($0.category, AuthorityCategory.self),
              "count": .count(Int64($0.upks)),
            ])
          })
      ])
    self = counted.appending(Record(figures: rollup.indicators))
  }

  /// The five indicators of a place in one line.
  init(figures indicators: [Bergulir_V1_Indicator]) {
    func figure(_ kind: IndicatorKind) -> Bergulir_V1_Indicator {
      indicators.first { $0.indicator == kind.rawValue } ?? Bergulir_V1_Indicator()
    }
    self.init(
      [
        "lar_percent": .filledPercent(figure(.lar).percent),
        "par_percent": .filledPercent(figure(.par).percent),
        "ccr_percent": .filledPercent(figure(.ccr).percent),
        "roi_annualised": .filledPercent(figure(.roi).annualised),
        "rr_percent": .filledPercent(figure(.rr).percent),
      ], details: ["indicators": .records(indicators.map { Record($0) })])
  }

  init(_ reporting: Bergulir_V1_Reporting) {
    self.init([
      "upk": .filled(reporting.upk), "area_name": .filled(reporting.title),
      "region": .filled(reporting.region), "is_closed": .flag(reporting.isClosed),
      "closed_on": .filled(reporting.closedOn),
      "version": reporting.isClosed ? .count(Int64(reporting.version)) : .absent,
      "in_time_until": .filled(reporting.due), "days_late": .count(Int64(reporting.daysLate)),
      "closed_through": .filled(reporting.lastClosed),
    ])
  }

  /// A row of a league, with the figure that it is ranked by.
  init(_ row: Bergulir_V1_LeagueRow, by kind: IndicatorKind) {
    let figure = row.rollup.indicators.first { $0.indicator == kind.rawValue }
    let percent = kind == .roi ? figure?.annualised : figure?.percent
    self.init([
      "rank": row.rank == 0 ? .absent : .count(Int64(row.rank)),
      "area": .filled(row.rollup.place), "area_name": .filled(row.rollup.title),
      "indicator": .filled(figure?.indicator ?? ""),
      "numerator": figure.map { .amount($0.numerator) } ?? .absent,
      "denominator": figure.map { .amount($0.denominator) } ?? .absent,
      "percent": .filledPercent(percent ?? ""),
      "upks_closed": .count(Int64(row.rollup.closed)),
      "upks_missing": .count(Int64(row.rollup.missing)),
    ])
  }

  init(_ outlier: Bergulir_V1_Outlier) {
    let isROI = outlier.indicator.indicator == IndicatorKind.roi.rawValue
    self.init([
      "area": .filled(outlier.place), "area_name": .filled(outlier.title),
      "indicator": .filled(outlier.indicator.indicator),
      "percent": .filledPercent(
        isROI ? outlier.indicator.annualised : outlier.indicator.percent),
      "outlier_reason": .code(outlier.reason, Outlier.Reason.self),
      "compared_with": .filledPercent(outlier.reference),
    ])
  }

  init(_ status: Bergulir_V1_AreaStatus) {
    self =
      Record(["month": .filled(status.month), "as_of": .filled(status.asOf)])
      .appending(Record(status.rollup))
      .appending(
        Record([
          "groups_served": .amount(status.groups), "members": .amount(status.members),
          "women": .amount(status.women), "borrowing_groups": .amount(status.borrowingGroups),
          "late_groups": .amount(status.lateGroups), "disbursed": .amount(status.disbursed),
          "disbursed_in_month": .amount(status.disbursedInMonth),
          "outstanding": .amount(status.outstanding), "at_risk": .amount(status.atRisk),
          "overdue_principal": .amount(status.overdue),
          "written_off_ever": .amount(status.writtenOff),
          "principal_repaid": .amount(status.repaid),
        ]))
  }
}
