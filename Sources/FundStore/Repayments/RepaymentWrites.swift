internal import Libpq
internal import RevolvingFund

/// The statements that write repayments, reversals, calls and what members gave each other back.
enum RepaymentWrites {
  /// A list in a row is sent as its text: an array of arrays cannot be taken apart.
  static let insert = Statement(
    "repayment.insert",
    """
    insert into fund.repayment (upk_id, number, loan, receipt_year, receipt_number, paid_on,
      account, loan_part, late_fee, savings, excess, members, payers, amounts, voucher_kind,
      voucher_year, voucher_number, recorded_by)
    select q.upk_id, q.number, q.loan, q.receipt_year, q.receipt_number, q.paid_on, q.account,
      q.loan_part, q.late_fee, q.savings, q.excess, q.members::bigint[], q.payers::bigint[],
      q.amounts::bigint[], q.voucher_kind, q.voucher_year, q.voucher_number, q.recorded_by
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::integer[], $5::bigint[],
      $6::date[], $7::integer[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[],
      $12::text[], $13::text[], $14::text[], $15::text[], $16::integer[], $17::bigint[],
      $18::bigint[])
      as q (upk_id, number, loan, receipt_year, receipt_number, paid_on, account, loan_part,
        late_fee, savings, excess, members, payers, amounts, voucher_kind, voucher_year,
        voucher_number, recorded_by)
    """)

  static let reverse = Statement(
    "repayment.reverse",
    """
    insert into fund.repayment_reversal (upk_id, repayment, number, reversed_on, reason,
      recorded_by)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::date[], $5::text[],
      $6::bigint[])
    """)

  static let insertCall = Statement(
    "repayment.insert-call",
    """
    insert into fund.liability_call (upk_id, number, loan, held_on, short_members, short_amounts,
      present, decision, recorded_by)
    select q.upk_id, q.number, q.loan, q.held_on, q.short_members::bigint[],
      q.short_amounts::bigint[], q.present::bigint[], q.decision, q.recorded_by
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::date[], $5::text[], $6::text[],
      $7::text[], $8::text[], $9::bigint[])
      as q (upk_id, number, loan, held_on, short_members, short_amounts, present, decision,
        recorded_by)
    """)

  static let settle = Statement(
    "repayment.settle",
    """
    insert into fund.debt_settlement (upk_id, number, loan, debtor, creditor, amount, settled_on)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[],
      $6::bigint[], $7::date[])
    """)

  static let all = [insert, reverse, insertCall, settle]

  static func insertion(_ rows: [Repayment]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.number)), .int8s(rows.map(\.loan.number)),
        .int4s(rows.map { Int32($0.receipt.year) }), .int8s(rows.map(\.receipt.number)),
        .days(rows.map(\.on)), .int4s(rows.map(\.account.number)),
        .amounts(rows.map(\.loanPart)), .amounts(rows.map(\.lateFee)),
        .amounts(rows.map(\.savings)), .amounts(rows.map(\.excess)),
        .texts(rows.map { arrayText($0.members.map(\.member)) }),
        .texts(rows.map { arrayText($0.members.map(\.payer)) }),
        .texts(rows.map { arrayText($0.members.map(\.amount.amount)) }),
        .names(rows.map(\.voucher.kind)), .int4s(rows.map { Int32($0.voucher.year) }),
        .int8s(rows.map(\.voucher.number)), .numbers(rows.map(\.recordedBy)),
      ])
  }

  static func reversal(
    _ rows: [(repayment: Repayment, reversal: Repayment.Reversal)]
  ) -> Request {
    Request(
      reverse,
      [
        .upks(rows.map(\.repayment.loan.upk)), .int8s(rows.map(\.repayment.number)),
        .int8s(rows.map(\.reversal.number)), .days(rows.map(\.reversal.on)),
        .texts(rows.map(\.reversal.reason)), .numbers(rows.map(\.reversal.recordedBy)),
      ])
  }

  static func calling(_ rows: [LiabilityCall]) -> Request {
    Request(
      insertCall,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.number)), .int8s(rows.map(\.loan.number)),
        .days(rows.map(\.on)), .texts(rows.map { arrayText($0.short.map(\.member)) }),
        .texts(rows.map { arrayText($0.short.map(\.amount.amount)) }),
        .texts(rows.map { arrayText($0.present) }), .texts(rows.map(\.decision)),
        .numbers(rows.map(\.recordedBy)),
      ])
  }

  static func settling(_ rows: [DebtSettlement]) -> Request {
    Request(
      settle,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.number)), .int8s(rows.map(\.loan.number)),
        .int8s(rows.map(\.pair.debtor)), .int8s(rows.map(\.pair.creditor)),
        .amounts(rows.map(\.amount)), .days(rows.map(\.on)),
      ])
  }
}

/// Numbers as PostgreSQL writes an array of them.
func arrayText(_ numbers: [Int64]) -> String {
  "{\(numbers.map { "\($0)" }.joined(separator: ","))}"
}
