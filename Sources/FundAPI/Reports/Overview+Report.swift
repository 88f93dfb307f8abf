public import RevolvingFund

extension Bergulir_V1_Report {
  /// Applications in the order of their numbers, with the days between their steps.
  public init(_ progress: [PipelineProgress], of upk: Code, asOf day: Day) {
    func days(_ count: Int32?) -> ReportCell { count.map { .count(Int64($0)) } ?? .none }
    let rows = progress.map { found -> [ReportCell] in
      let application = found.application
      return [
        .name(.application(upk, application.id.number)),
        .name(.ksm(upk, application.ksm.number)), .amount(application.amount),
        .term(ReportTerm(found.stage)), .day(application.submittedOn), .day(found.completedOn),
        .day(found.inspectedOn), .day(found.decidedOn), .day(found.contractedOn),
        .day(found.disbursedOn), .day(found.endedOn),
        days(found.days(from: application.submittedOn, to: found.completedOn)),
        days(found.days(from: found.completedOn, to: found.inspectedOn)),
        days(found.days(from: found.inspectedOn, to: found.decidedOn)),
        days(found.days(from: found.decidedOn, to: found.disbursedOn)),
        .count(Int64(found.totalDays)), .term(ReportTerm(found.skip)),
      ]
    }
    self.init(
      "pipeline", of: upk, asOf: day,
      [
        .shown("application", .name), .shown("ksm", .name), .shown("amount", .amount),
        .shown("stage", .term), .shown("submitted_on", .day), .detail("completed_on", .day),
        .detail("inspected_on", .day), .detail("decided_on", .day), .detail("contracted_on", .day),
        .detail("disbursed_on", .day), .detail("ended_on", .day),
        .shown("days_to_complete", .count),
        .shown("days_to_inspect", .count), .shown("days_to_decide", .count),
        .shown("days_to_pay", .count), .shown("total_days", .count), .shown("skip", .term),
      ], rows)
  }

  /// The UPK on one page, a measure a row.
  public init(_ status: QuickStatus, of upk: Code) {
    func counted(_ measure: ReportMeasure, _ counted: QuickStatus.Counted) -> [ReportCell] {
      [.measure(measure), .count(Int64(counted.count)), .amount(counted.amount), .none]
    }
    func count(_ measure: ReportMeasure, _ count: Int) -> [ReportCell] {
      [.measure(measure), .count(Int64(count)), .none, .none]
    }
    self.init(
      "quick-status", of: upk, asOf: status.asOf,
      [
        .shown("measure", .measure), .shown("count", .count), .shown("amount", .amount),
        .shown("percent", .percent),
      ],
      [
        count(.groupsServed, status.groupsServed),
        count(.groupsBorrowing, status.groupsBorrowing),
        count(.membersServed, status.membersServed),
        count(.membersBorrowing, status.membersBorrowing),
        counted(.lent, status.disbursed), counted(.lentThisYear, status.disbursedThisYear),
        [.measure(.repaidThisYear), .none, .amount(status.repaidThisYear), .none],
        counted(.outstanding, status.outstanding), counted(.arrears, status.arrears),
        [
          .measure(.atRisk), .count(Int64(status.atRisk.count)), .amount(status.atRisk.amount),
          .percent(status.par.percent),
        ],
        count(.monthsNotClosed, status.monthsNotClosed),
        [
          .measure(.cashKept), .count(Int64(status.keptCash.count)),
          .amount(status.keptCash.map(\.amount).max() ?? .zero), .none,
        ],
        [.measure(.cashDue), .none, .amount(status.dueCash?.amount ?? .zero), .none],
      ],
      facts: [
        ("category", .category(status.category.rawValue)),
        ("closed_through", .text(status.closedThrough?.description ?? "")),
        ("cash_kept_on", .text(status.keptCash.named)),
      ])
  }

  /// Every control with what it expects and what it found.
  public init(_ quality: DataQuality, of upk: Code) {
    let rows = quality.findings.map { finding -> [ReportCell] in
      [
        .control(finding.control), .flag(finding.holds),
        .amount(Rupiah(finding.expected)), .amount(Rupiah(finding.found)),
      ]
    }
    self.init(
      "data-quality", of: upk, asOf: quality.asOf,
      [
        .shown("control", .control), .shown("holds", .flag), .shown("expected", .amount),
        .shown("found", .amount),
      ], rows,
      facts: [
        ("broken", .count(Int64(quality.broken.count))),
        ("cash_kept_on", .text(quality.keptCash.named)),
      ])
  }
}

extension [CashExcess] {
  /// The days, as one text.
  fileprivate var named: String { spans.joined(separator: " ") }
}
