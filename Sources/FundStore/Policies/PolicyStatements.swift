internal import Libpq
internal import RevolvingFund

/// The statements of lending policies, and of who knows them.
enum PolicyStatements {
  static let ofUPK = Statement(
    "policy.of-upk",
    """
    select upk_id, version, valid_from, borrower_criteria, first_loan_ceiling, later_loan_ceiling,
      shortest_term, longest_term, rate_millionths, method, round_unit, early_settlement,
      reserve_scheme, joint_liability, savings_account, start_up_ceiling, start_up_longest_term,
      reason, minutes, deviation_thousandths, late_fee, savings_thousandths, cash_limit
    from fund.lending_policy where upk_id = any($1::bigint[]) order by upk_id, version
    """)

  static let insert = Statement(
    "policy.insert",
    """
    insert into fund.lending_policy (upk_id, version, valid_from, borrower_criteria,
      first_loan_ceiling, later_loan_ceiling, shortest_term, longest_term, rate_millionths, method,
      round_unit, early_settlement, reserve_scheme, joint_liability, savings_account,
      start_up_ceiling, start_up_longest_term, reason, minutes,
      deviation_thousandths, late_fee, savings_thousandths, cash_limit)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::text[], $5::bigint[],
      $6::bigint[], $7::integer[], $8::integer[], $9::bigint[], $10::text[], $11::bigint[],
      $12::text[], $13::text[], $14::text[], $15::text[], $16::bigint[], $17::integer[],
      $18::text[], $19::text[], $20::integer[], $21::bigint[],
      $22::integer[], $23::bigint[])
    """)

  static let acknowledgements = Statement(
    "policy.acknowledgements",
    """
    select upk_id, version, person_id, acknowledged_on from fund.policy_acknowledgement
    where upk_id = any($1::bigint[]) order by upk_id, version, person_id
    """)

  static let acknowledge = Statement(
    "policy.acknowledge",
    """
    insert into fund.policy_acknowledgement (upk_id, version, person_id, acknowledged_on)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::date[])
    """)

  static let all = [ofUPK, insert, acknowledgements, acknowledge]

  static func insertion(_ policies: [LendingPolicy]) -> Request {
    let startUps = policies.map(\.startUps)
    return Request(
      insert,
      [
        .upks(policies.map(\.upk)), .int8s(policies.map(\.version)),
        .days(policies.map(\.validFrom)), .texts(policies.map(\.borrowerCriteria)),
        .amounts(policies.map(\.firstLoanCeiling)), .amounts(policies.map(\.laterLoanCeiling)),
        .int4s(policies.map { Int32($0.shortestTerm) }),
        .int4s(policies.map { Int32($0.longestTerm) }), .int8s(policies.map(\.rate.millionths)),
        .names(policies.map(\.method)), .int8s(policies.map(\.roundUnit)),
        .names(policies.map(\.earlySettlement)), .names(policies.map(\.reserveScheme)),
        .texts(policies.map(\.jointLiability)), .names(policies.map(\.savingsAccount)),
        .int8s(startUps.map { $0?.ceiling.amount }),
        .int4s(startUps.map { rule in rule.map { Int32($0.longestTerm) } }),
        .texts(policies.map(\.reason)), .texts(policies.map(\.minutes)),
        .int4s(policies.map { Int32($0.deviationThousandths) }),
        .amounts(policies.map(\.lateFee)),
        .int4s(policies.map { Int32(clamping: $0.savingsThousandths) }),
        .int8s(policies.map { $0.cashLimit?.amount }),
      ])
  }

  static func acknowledging(_ rows: [PolicyAcknowledgement]) -> Request {
    Request(
      acknowledge,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.version)), .numbers(rows.map(\.person)),
        .days(rows.map(\.on)),
      ])
  }
}

extension LendingPolicy {
  init(_ row: Row) throws {
    let startUps: StartUpRule? =
      if let ceiling = try row.optionalInt8(15), let months = try row.optionalInt4(16) {
        StartUpRule(ceiling: Rupiah(ceiling), longestTerm: Int(months))
      } else {
        nil
      }
    self.init(
      upk: try row.upkID(0), version: try row.int8(1), validFrom: try row.day(2),
      borrowerCriteria: try row.text(3), firstLoanCeiling: try row.rupiah(4),
      laterLoanCeiling: try row.rupiah(5), shortestTerm: Int(try row.int4(6)),
      longestTerm: Int(try row.int4(7)), rate: MonthlyRate(millionths: try row.int8(8)),
      method: try row.named(9), roundUnit: try row.int8(10), earlySettlement: try row.named(11),
      reserveScheme: try row.named(12), jointLiability: try row.text(13),
      savingsAccount: try row.named(14), startUps: startUps,
      deviationThousandths: Int(try row.int4(19)),
      lateFee: try row.rupiah(20), savingsThousandths: Int(try row.int4(21)),
      cashLimit: try row.optionalInt8(22).map { Rupiah($0) }, reason: try row.text(17),
      minutes: try row.text(18))
  }
}

extension PolicyAcknowledgement {
  init(_ row: Row) throws {
    self.init(
      upk: try row.upkID(0), version: try row.int8(1), person: try row.personID(2),
      on: try row.day(3))
  }
}
