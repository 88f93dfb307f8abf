internal import Libpq
internal import RevolvingFund

/// The statements of approval chains.
enum ApprovalChainStatements {
  static let ofUPKs = Statement(
    "approval-chain.of-upks",
    """
    select upk_id, version, valid_from, inspection_days, disbursement_days, minutes
    from fund.approval_chain where upk_id = any($1::bigint[]) order by upk_id, version
    """)

  static let steps = Statement(
    "approval-chain.steps",
    """
    select upk_id, version, step, role, quorum, deadline_days, from_amount, from_par_thousandths
    from fund.approval_chain_step where upk_id = any($1::bigint[]) order by upk_id, version, step
    """)

  static let insert = Statement(
    "approval-chain.insert",
    """
    insert into fund.approval_chain (upk_id, version, valid_from, inspection_days,
      disbursement_days, minutes)
    select * from unnest($1::bigint[], $2::bigint[], $3::date[], $4::integer[], $5::integer[],
      $6::text[])
    """)

  static let insertSteps = Statement(
    "approval-chain.insert-steps",
    """
    insert into fund.approval_chain_step (upk_id, version, step, role, quorum, deadline_days,
      from_amount, from_par_thousandths)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::text[], $5::integer[],
      $6::integer[], $7::bigint[], $8::integer[])
    """)

  static let all = [ofUPKs, steps, insert, insertSteps]

  /// All versions of the chains of some UPK.
  static func loading(_ upks: [UPKID]) -> [Request] {
    [ofUPKs, steps].map { Request($0, [.upks(upks)]) }
  }

  /// Puts together what `loading` asked for, by UPK and version.
  static func chains(_ rows: some Collection<Rows>) throws -> [ApprovalChain] {
    let rows = Array(rows)
    var steps: [[Int64]: [ChainStep]] = [:]
    for row in rows[1] {
      steps[[try row.int8(0), try row.int8(1)], default: []].append(try ChainStep(row, from: 2))
    }
    return try rows[0].map { row in
      ApprovalChain(
        upk: try row.upkID(0), version: try row.int8(1), validFrom: try row.day(2),
        steps: steps[[try row.int8(0), try row.int8(1)]] ?? [],
        inspectionDays: Int(try row.int4(3)), disbursementDays: Int(try row.int4(4)),
        minutes: try row.text(5))
    }
  }

  static func insertion(_ chains: [ApprovalChain]) -> [Request] {
    let steps = chains.flatMap { chain in chain.steps.map { (chain: chain, step: $0) } }
    return [
      Request(
        insert,
        [
          .upks(chains.map(\.upk)), .int8s(chains.map(\.version)),
          .days(chains.map(\.validFrom)), .int4s(chains.map { Int32($0.inspectionDays) }),
          .int4s(chains.map { Int32($0.disbursementDays) }), .texts(chains.map(\.minutes)),
        ]),
      Request(
        insertSteps,
        [
          .upks(steps.map(\.chain.upk)), .int8s(steps.map(\.chain.version)),
          .int4s(steps.map { Int32($0.step.number) }), .names(steps.map(\.step.role)),
          .int4s(steps.map { Int32($0.step.quorum) }),
          .int4s(steps.map { Int32($0.step.deadlineDays) }),
          .amounts(steps.map(\.step.fromAmount)),
          .int4s(steps.map { Int32($0.step.fromPARThousandths) }),
        ]),
    ]
  }
}
