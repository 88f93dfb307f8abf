internal import Libpq
internal import RevolvingFund

/// The statements of savings: all of them are read from the postings.
enum SavingsStatements {
  /// What groups brought, above zero, and took back, below, by day and as recorded.
  static let movements = Statement(
    "savings.movements",
    """
    select p.upk_id, p.ksm, p.booked_on,
      case when p.credit = 21020 then p.amount else -p.amount end
    from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
    cross join lateral (
      select * from fund.posting p
      where p.upk_id = q.upk_id and p.ksm = q.number and p.ksm is not null
        and (p.debit = 21020 or p.credit = 21020) offset 0) p
    order by p.upk_id, p.ksm, p.booked_on, p.seq, p.line
    """)

  /// Debits less credits of the savers' accounts, by UPK, account and day.
  static let pools = Statement(
    "savings.pools",
    """
    select m.upk_id, m.account, m.booked_on, sum(m.amount)::bigint
    from (
      select p.upk_id, p.debit, p.booked_on, p.amount from fund.posting p
      where p.upk_id = any($1::bigint[]) and p.debit in (11012, 11022, 21020)
      union all
      select p.upk_id, p.credit, p.booked_on, -p.amount from fund.posting p
      where p.upk_id = any($1::bigint[]) and p.credit in (11012, 11022, 21020)
    ) as m (upk_id, account, booked_on, amount)
    group by m.upk_id, m.account, m.booked_on order by m.upk_id, m.account, m.booked_on
    """)

  static let all = [movements, pools]

  /// The savings of groups; those that never saved are not among them.
  static func accounts(_ rows: some Sequence<Row>) throws -> [KSMID: SavingsAccount] {
    var byGroup: [KSMID: [SavingsAccount.Movement]] = [:]
    for row in rows {
      byGroup[try row.number(0, 1), default: []].append(
        SavingsAccount.Movement(on: try row.day(2), amount: try row.rupiah(3)))
    }
    return byGroup.mapValues { SavingsAccount(movements: $0) }
  }

  /// The savers' money of UPK; those without savings are not among them.
  static func pools(_ rows: some Sequence<Row>) throws -> [UPKID: SavingsPool] {
    var byUPK: [UPKID: [SavingsPool.Movement]] = [:]
    for row in rows {
      byUPK[try row.upkID(0), default: []].append(
        SavingsPool.Movement(
          account: try row.accountCode(1), on: try row.day(2), net: try row.rupiah(3)))
    }
    return byUPK.mapValues { SavingsPool(movements: $0) }
  }
}
