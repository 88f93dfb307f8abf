internal import Libpq
internal import RevolvingFund

/// The statements that write closed months; no row of them ever changes.
enum PeriodWrites {
  static let insert = Statement(
    "period.insert",
    """
    insert into fund.period (upk_id, month, version, closed_on, closed_by, category,
      suspended_since, gate_at_risk, gate_balance, reserve_scheme, reserve_required,
      reserve_formed)
    select * from unnest($1::bigint[], $2::date[], $3::integer[], $4::date[], $5::bigint[],
      $6::text[], $7::date[], $8::bigint[], $9::bigint[], $10::text[], $11::bigint[],
      $12::bigint[])
    """)

  static let insertIndicators = Statement(
    "period.insert-indicators",
    """
    insert into fund.period_indicator (upk_id, month, version, line, indicator, numerator,
      denominator, judged_numerator, judged_denominator, category)
    select * from unnest($1::bigint[], $2::date[], $3::integer[], $4::integer[], $5::text[],
      $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[])
    """)

  static let insertFrozen = Statement(
    "period.insert-frozen",
    """
    insert into fund.frozen_loan (upk_id, month, version, loan, class, overdue_principal,
      overdue_service_charge, final_due)
    select * from unnest($1::bigint[], $2::date[], $3::integer[], $4::bigint[], $5::integer[],
      $6::bigint[], $7::bigint[], $8::date[])
    """)

  static let insertRecoveries = Statement(
    "period.insert-recoveries",
    """
    insert into fund.recovery (upk_id, since, minutes, recovered_from, confirmed_by)
    select * from unnest($1::bigint[], $2::date[], $3::text[], $4::date[], $5::bigint[])
    """)

  static let all = [insert, insertIndicators, insertFrozen, insertRecoveries]

  static func insertion(_ closed: [(period: ClosedPeriod, frozen: Suspension?)]) -> [Request] {
    let periods = closed.map(\.period)
    let figures = periods.flatMap { period in
      period.indicators.enumerated().map { (period, line: $0 + 1, figure: $1) }
    }
    let loans = closed.flatMap { period, frozen in (frozen?.loans ?? []).map { (period, $0) } }
    return [
      Request(
        insert,
        [
          .upks(periods.map(\.upk)), .days(periods.map(\.month.first)),
          .int4s(periods.map { Int32($0.version) }), .days(periods.map(\.closedOn)),
          .numbers(periods.map(\.closedBy)), .names(periods.map(\.category)),
          .days(periods.map { $0.suspendedSince?.first }),
          .int8s(periods.map(\.gate.ratio.numerator)),
          .int8s(periods.map(\.gate.ratio.denominator)),
          .texts(periods.map { $0.reserve?.scheme.rawValue }),
          .int8s(periods.map { $0.reserve?.required.amount }),
          .int8s(periods.map { $0.reserve?.formed.amount }),
        ]),
      Request(
        insertIndicators,
        [
          .upks(figures.map(\.0.upk)), .days(figures.map(\.0.month.first)),
          .int4s(figures.map { Int32($0.0.version) }), .int4s(figures.map { Int32($0.line) }),
          .names(figures.map(\.figure.kind)), .int8s(figures.map(\.figure.inputs.numerator)),
          .int8s(figures.map(\.figure.inputs.denominator)),
          .int8s(figures.map(\.figure.judged.numerator)),
          .int8s(figures.map(\.figure.judged.denominator)),
          .names(figures.map(\.figure.category)),
        ]),
    ] + (loans.isEmpty ? [] : [freezing(loans)])
  }

  private static func freezing(_ rows: [(ClosedPeriod, FrozenLoan)]) -> Request {
    Request(
      insertFrozen,
      [
        .upks(rows.map(\.0.upk)), .days(rows.map(\.0.month.first)),
        .int4s(rows.map { Int32($0.0.version) }), .int8s(rows.map(\.1.loan.number)),
        .int4s(rows.map { Int32($0.1.collectability.rawValue) }),
        .amounts(rows.map(\.1.overduePrincipal)), .amounts(rows.map(\.1.overdueServiceCharge)),
        .days(rows.map(\.1.finalDue)),
      ])
  }

  static func recovering(_ rows: [Recovery]) -> Request {
    Request(
      insertRecoveries,
      [
        .upks(rows.map(\.upk)), .days(rows.map(\.since.first)), .texts(rows.map(\.minutes)),
        .days(rows.map(\.from)), .numbers(rows.map(\.confirmedBy)),
      ])
  }
}
