internal import Libpq
internal import RevolvingFund

/// The statement that sums loans as of a day without reading any of them one by one.
enum PortfolioStatements {
  /// For each UPK the sums of its open loans, and the loans of groups that have to be read one by
  /// one: those with a loan that inherited a class, and those of which a payment was taken back
  /// after the day, which may have settled a loan on it.
  ///
  /// A loan's row has all that was paid on it; what came after the day is taken off. What was paid
  /// fills installments from the oldest, so that one of them, and no other, is the oldest unpaid.
  /// `$3` are the latest due days of classes 2 to 5, by the rules. Each loan is looked up by its
  /// key, so that one UPK costs the same among eight thousand.
  static let sums = Statement(
    "portfolio.sums",
    """
    with apart as (
      select l.upk_id, l.ksm from fund.loan l
      where l.upk_id = any($1::bigint[]) and l.predecessor is not null
        and l.disbursed_on <= $2::date and (l.closed_on is null or l.closed_on > $2::date)
      union
      select l.upk_id, l.ksm
      from fund.repayment_reversal x
      join fund.repayment r on r.upk_id = x.upk_id and r.number = x.repayment
      join fund.loan l on l.upk_id = r.upk_id and l.number = r.loan
      where x.upk_id = any($1::bigint[]) and x.reversed_on > $2::date)
    select q.upk_id, f.borrowing, f.late, f.overdue, f.loans, f.balances, a.loans
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select count(distinct c.ksm) as borrowing,
        count(distinct c.ksm) filter (where c.class >= 3) as late,
        coalesce(sum(c.overdue), 0)::bigint as overdue,
        array[count(*) filter (where c.class = 1), count(*) filter (where c.class = 2),
          count(*) filter (where c.class = 3), count(*) filter (where c.class = 4),
          count(*) filter (where c.class = 5)] as loans,
        array[coalesce(sum(c.balance) filter (where c.class = 1), 0),
          coalesce(sum(c.balance) filter (where c.class = 2), 0),
          coalesce(sum(c.balance) filter (where c.class = 3), 0),
          coalesce(sum(c.balance) filter (where c.class = 4), 0),
          coalesce(sum(c.balance) filter (where c.class = 5), 0)]::bigint[] as balances
      from (
        select l.ksm, l.principal - u.paid as balance,
          1 + (u.due <= ($3::date[])[1])::integer + (u.due <= ($3::date[])[2])::integer
            + (u.due <= ($3::date[])[3])::integer + (u.due <= ($3::date[])[4])::integer as class,
          case when u.due <= ($3::date[])[2] then (
            select max(i.principal_before + i.principal) from fund.installment i
            where i.upk_id = l.upk_id and i.loan = l.number and i.due <= ($3::date[])[2]
          ) - u.paid else 0 end as overdue
        from fund.loan l
        cross join lateral (
          select l.principal_paid + l.service_charge_paid
            - coalesce(sum(r.loan_part), 0)::bigint as paid
          from fund.repayment r
          where r.upk_id = l.upk_id and r.loan = l.number and r.paid_on > $2::date) p
        cross join lateral (
          select i.due, i.principal_before + greatest(
            0, p.paid - i.principal_before - i.service_charge_before - i.service_charge) as paid
          from fund.installment i
          where i.upk_id = l.upk_id and i.loan = l.number
            and i.principal_before + i.service_charge_before <= p.paid
            and i.principal_before + i.service_charge_before + i.principal + i.service_charge
              > p.paid
          limit 1) u
        where l.upk_id = q.upk_id and l.disbursed_on <= $2::date
          and (l.closed_on is null or l.closed_on > $2::date)
          and not exists (select from apart a where a.upk_id = l.upk_id and a.ksm = l.ksm)
        offset 0) c
    ) f
    cross join lateral (
      select coalesce(array_agg(l.number), '{}') as loans
      from apart a join fund.loan l on l.upk_id = a.upk_id and l.ksm = a.ksm
      where a.upk_id = q.upk_id and l.disbursed_on <= $2::date) a
    """)

  static let all = [sums]

  static func sums(of upks: [UPKID], asOf day: Day) -> Request {
    let latest = Collectability.allCases.compactMap { $0.latestDue(asOf: day) }
    return Request(sums, [.upks(upks), .day(day), .days(latest)])
  }
}

extension PortfolioSums {
  /// A row of `portfolio.sums`, without the loans that it leaves to be read.
  init(_ row: Row) throws {
    let loans = try row.int8s(4)
    let balances = try row.int8s(5)
    let classes = zip(Collectability.allCases, zip(loans, balances)).map {
      ($0, ClassSums(loans: $1.0, balance: Rupiah($1.1)))
    }
    self.init(
      Dictionary(uniqueKeysWithValues: classes),
      groups: Groups(borrowing: try row.int8(1), late: try row.int8(2)),
      overdueThreeMonths: try row.rupiah(3))
  }
}
