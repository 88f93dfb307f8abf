internal import Libpq
internal import RevolvingFund

/// The statements that write loans and the claims on borrowers' names.
enum LoanWrites {
  static let insert = Statement(
    "loan.insert",
    """
    insert into fund.loan (upk_id, number, ksm, application, months, rate_millionths, method,
      round_unit, early_settlement, principal, service_charge, disbursed_on, state,
      principal_paid, service_charge_paid, service_charge_waived, next_due, closed_on,
      predecessor, inherited_class, late_fee, savings_thousandths, member_paid)
    select q.upk_id, q.number, q.ksm, q.application, q.months, q.rate_millionths, q.method,
      q.round_unit, q.early_settlement, q.principal, q.service_charge, q.disbursed_on, q.state,
      q.principal_paid, q.service_charge_paid, q.service_charge_waived, q.next_due, q.closed_on,
      q.predecessor, q.inherited_class, q.late_fee, q.savings_thousandths, q.member_paid::bigint[]
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::integer[],
      $6::bigint[], $7::text[], $8::bigint[], $9::text[], $10::bigint[], $11::bigint[],
      $12::date[], $13::text[], $14::bigint[], $15::bigint[], $16::bigint[], $17::date[],
      $18::date[], $19::bigint[], $20::integer[], $21::bigint[], $22::integer[],
      $23::text[])
      as q (upk_id, number, ksm, application, months, rate_millionths, method, round_unit,
        early_settlement, principal, service_charge, disbursed_on, state, principal_paid,
        service_charge_paid, service_charge_waived, next_due, closed_on, predecessor,
        inherited_class, late_fee, savings_thousandths, member_paid)
    """)

  static let insertShares = Statement(
    "loan.insert-shares",
    """
    insert into fund.loan_share (upk_id, loan, member, line, amount, carried_charge)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::integer[], $5::bigint[],
      $6::bigint[])
    """)

  static let insertInstallments = Statement(
    "loan.insert-installments",
    """
    insert into fund.installment (upk_id, loan, number, due, principal, service_charge,
      principal_before, service_charge_before)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::date[], $5::bigint[],
      $6::bigint[], $7::bigint[], $8::bigint[])
    """)

  static let update = Statement(
    "loan.update",
    """
    update fund.loan l set state = q.state, principal_paid = q.principal_paid,
      service_charge_paid = q.service_charge_paid,
      service_charge_waived = q.service_charge_waived, next_due = q.next_due,
      closed_on = q.closed_on, late_fee_paid = q.late_fee_paid,
      savings_paid = q.savings_paid,
      member_paid = string_to_array(btrim(q.member_paid, '{}'), ',')::bigint[]
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
      $7::date[], $8::date[], $9::bigint[], $10::bigint[], $11::text[])
      as q (upk_id, number, state, principal_paid, service_charge_paid, service_charge_waived,
        next_due, closed_on, late_fee_paid, savings_paid, member_paid)
    where l.upk_id = q.upk_id and l.number = q.number
    """)

  /// Takes names in the order of the digests, so that two that want the same wait in one order.
  ///
  /// A borrower without NIK has no name to take, and the key refuses the row. The digests are read
  /// apart from the writing, as Citus would ask for the right to change persons otherwise.
  static let claim = Statement(
    "loan.claim",
    """
    with claim as materialized (
      select p.nik_digest, q.upk_id, q.loan
      from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as q (upk_id, loan, person_id)
      cross join lateral (
        select p.nik_digest from fund.person p where p.person_id = q.person_id limit 1) p)
    insert into fund.borrower_claim (nik_digest, upk_id, loan)
    select nik_digest, upk_id, loan from claim order by nik_digest
    """)

  static let release = Statement(
    "loan.release",
    """
    delete from fund.borrower_claim c
    using unnest($1::bigint[], $2::bigint[]) as q (upk_id, loan)
    where c.upk_id = q.upk_id and c.loan = q.loan
    """)

  static let all = [insert, insertShares, insertInstallments, update, claim, release]

  static func opening(_ loans: [Loan]) -> [Request] {
    let shares = loans.flatMap { loan in
      let carried = (loan.succession?.carriedCharge ?? []).reduce(into: [:]) {
        $0[$1.member] = $1.amount
      }
      return loan.shares.enumerated().map {
        (loan.id, line: $0 + 1, share: $1, carried: carried[$1.member] ?? .zero)
      }
    }
    return [
      insertion(loans),
      Request(
        insertShares,
        [
          .upks(shares.map(\.0.upk)), .int8s(shares.map(\.0.number)),
          .int8s(shares.map(\.share.member)), .int4s(shares.map { Int32($0.line) }),
          .amounts(shares.map(\.share.amount)), .amounts(shares.map(\.carried)),
        ]),
      installments(loans),
    ]
  }

  private static func insertion(_ loans: [Loan]) -> Request {
    Request(
      insert,
      [
        .upks(loans.map(\.id.upk)), .int8s(loans.map(\.id.number)),
        .int8s(loans.map(\.ksm.number)), .int8s(loans.map(\.application.number)),
        .int4s(loans.map { Int32($0.terms.months) }), .int8s(loans.map(\.terms.rate.millionths)),
        .names(loans.map(\.terms.method)), .int8s(loans.map(\.terms.roundUnit)),
        .names(loans.map(\.terms.earlySettlement)), .amounts(loans.map(\.principal)),
        .amounts(loans.map(\.schedule.serviceCharge)), .days(loans.map(\.disbursedOn)),
        .names(loans.map(\.state)), .amounts(loans.map(\.paid.principal)),
        .amounts(loans.map(\.paid.serviceCharge)), .amounts(loans.map(\.waivedServiceCharge)),
        .days(loans.map(\.nextDue)), .days(loans.map(\.closedOn)),
        .int8s(loans.map { $0.succession?.predecessor.number }),
        .int4s(loans.map { $0.succession.map { Int32($0.inheritedClass.rawValue) } }),
        .amounts(loans.map(\.terms.lateFee)),
        .int4s(loans.map { Int32($0.terms.savingsThousandths) }), memberPaid(loans),
      ])
  }

  private static func memberPaid(_ loans: [Loan]) -> Parameter {
    .texts(loans.map { arrayText($0.memberPaid.map(\.amount)) })
  }

  private static func installments(_ loans: [Loan]) -> Request {
    let rows = loans.flatMap(InstallmentRow.rows)
    return Request(
      insertInstallments,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)),
        .int4s(rows.map { Int32($0.installment.number) }), .days(rows.map(\.installment.due)),
        .amounts(rows.map(\.installment.principal)),
        .amounts(rows.map(\.installment.serviceCharge)), .amounts(rows.map(\.before.principal)),
        .amounts(rows.map(\.before.serviceCharge)),
      ])
  }

  static func payment(_ loans: [Loan]) -> Request {
    Request(
      update,
      [
        .upks(loans.map(\.id.upk)), .int8s(loans.map(\.id.number)), .names(loans.map(\.state)),
        .amounts(loans.map(\.paid.principal)), .amounts(loans.map(\.paid.serviceCharge)),
        .amounts(loans.map(\.waivedServiceCharge)), .days(loans.map(\.nextDue)),
        .days(loans.map(\.closedOn)), .amounts(loans.map(\.paid.lateFee)),
        .amounts(loans.map(\.savingsPaid)), memberPaid(loans),
      ])
  }

  static func claiming(_ rows: [(loan: LoanID, person: PersonID)]) -> Request {
    Request(
      claim,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)),
        .numbers(rows.map(\.person)),
      ])
  }

  static func releasing(_ loans: [LoanID]) -> Request {
    Request(release, [.upks(loans.map(\.upk)), .int8s(loans.map(\.number))])
  }
}

/// An installment with the sums of those before it.
private struct InstallmentRow {
  let loan: LoanID
  let installment: Installment
  let before: PaidTotals

  static func rows(_ loan: Loan) -> [InstallmentRow] {
    var before = PaidTotals.nothing
    return loan.schedule.installments.map { installment in
      defer {
        before.principal += installment.principal
        before.serviceCharge += installment.serviceCharge
      }
      return InstallmentRow(loan: loan.id, installment: installment, before: before)
    }
  }
}

extension Loan {
  /// The due day of the oldest installment with anything unpaid, the last one where only a late fee
  /// is; `nil` once it is closed.
  fileprivate var nextDue: Day? {
    guard state == .active else { return nil }
    return LoanPosition(
      loan: id, ksm: ksm, schedule: schedule, paid: paid, asOf: disbursedOn
    ).oldestUnpaidDue ?? schedule.finalDue
  }
}
