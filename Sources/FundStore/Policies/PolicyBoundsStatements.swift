internal import Libpq
internal import RevolvingFund

/// The statements of the province's bounds.
enum PolicyBoundsStatements {
  static let versions = Statement(
    "policy-bounds.versions",
    """
    select version, valid_from, least_ceiling, most_ceiling, least_term, most_term,
      least_rate_millionths, most_rate_millionths, round_units, savings_accounts,
      least_start_up_ceiling, most_start_up_ceiling, least_start_up_term, most_start_up_term,
      reason, least_late_fee, most_late_fee, least_savings_thousandths, most_savings_thousandths,
      cash_limit, least_capital, profit_at_risk
    from fund.policy_bounds order by version
    """)

  static let insert = Statement(
    "policy-bounds.insert",
    """
    insert into fund.policy_bounds (version, valid_from, least_ceiling, most_ceiling, least_term,
      most_term, least_rate_millionths, most_rate_millionths, round_units, savings_accounts,
      least_start_up_ceiling, most_start_up_ceiling, least_start_up_term, most_start_up_term,
      reason, least_late_fee, most_late_fee, least_savings_thousandths, most_savings_thousandths,
      cash_limit, least_capital, profit_at_risk)
    values ($1::bigint, $2::date, $3::bigint, $4::bigint, $5::bigint, $6::bigint, $7::bigint,
      $8::bigint, $9::bigint[], $10::text[], $11::bigint, $12::bigint, $13::bigint, $14::bigint,
      $15::text, $16::bigint, $17::bigint, $18::bigint, $19::bigint, $20::bigint,
      $21::integer, $22::text)
    """)

  static let all = [versions, insert]

  /// One request a version: its lists are arrays themselves.
  static func insertion(_ versions: [PolicyBounds]) -> [Request] {
    versions.map { bounds in
      Request(
        insert,
        [.int8(bounds.version), .day(bounds.validFrom)] + ends(bounds.ceiling) + ends(bounds.term)
          + ends(bounds.rateMillionths)
          + [.int8s(bounds.roundUnits), .names(bounds.savingsAccounts)]
          + ends(bounds.startUps?.ceiling) + ends(bounds.startUps?.term) + [.text(bounds.reason)]
          + ends(bounds.lateFee) + ends(bounds.savingsThousandths)
          + [
            .int8(bounds.cashLimit?.amount), .int4(Int32(clamping: bounds.profit.leastCapital)),
            .text(bounds.profit.atRisk.rawValue),
          ])
    }
  }

  private static func ends(_ range: ClosedRange<Int64>?) -> [Parameter] {
    [.int8(range?.lowerBound), .int8(range?.upperBound)]
  }
}

extension PolicyBounds {
  init(_ row: Row) throws {
    let startUps: StartUpBounds? =
      if let ceiling = try row.range(10), let term = try row.range(12) {
        StartUpBounds(ceiling: ceiling, term: term)
      } else {
        nil
      }
    self.init(
      version: try row.int8(0), validFrom: try row.day(1), ceiling: try row.wholeRange(2),
      term: try row.wholeRange(4), rateMillionths: try row.wholeRange(6),
      roundUnits: try row.int8s(8),
      savingsAccounts: try row.texts(9).map { text in
        try stored(SavingsAccountRule(rawValue: text), "`\(text)` is no rule of savings accounts")
      },
      startUps: startUps, lateFee: try row.wholeRange(15),
      savingsThousandths: try row.wholeRange(17),
      cashLimit: try row.optionalInt8(19).map { Rupiah($0) },
      profit: ProfitRule(leastCapital: Int(try row.int4(20)), atRisk: try row.named(21)),
      reason: try row.text(14))
  }
}

extension Row {
  /// From the value in a column to that in the next; `nil` where there is none.
  fileprivate func range(_ column: Int) throws -> ClosedRange<Int64>? {
    guard let least = try optionalInt8(column), let most = try optionalInt8(column + 1) else {
      return nil
    }
    return try stored(
      least <= most ? least...most : nil, "bounds from \(least) to \(most) are not ordered")
  }

  fileprivate func wholeRange(_ column: Int) throws -> ClosedRange<Int64> {
    try stored(try range(column), "bounds have no values in column \(column)")
  }
}
