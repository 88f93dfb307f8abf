/// What must never be found, each as a query for the rows that break it.
enum Disagreements {
  static let all: [(rule: String, rows: String)] = [
    (
      "a loan's shares are its principal, and its postings",
      """
      select from fund.loan l
      where l.principal <> (select sum(s.amount) from fund.loan_share s
          where s.upk_id = l.upk_id and s.loan = l.number)
        or l.principal <> (select coalesce(sum(p.amount), 0) from fund.posting p
          join fund.event e on e.upk_id = p.upk_id and e.seq = p.seq
            and e.kind in ('disbursement.post', 'restructure.post')
          where p.upk_id = l.upk_id and p.loan = l.number and p.debit = 11030)
      """
    ),
    (
      "what is out in loans is the balance of account 11030",
      """
      select from fund.upk u
      where (select coalesce(sum(l.principal - l.principal_paid), 0) from fund.loan l
          where l.upk_id = u.upk_id and l.state = 'active')
        <> (select coalesce(sum(case when p.debit = 11030 then p.amount else 0 end
            - case when p.credit = 11030 then p.amount else 0 end), 0)
          from fund.posting p where p.upk_id = u.upk_id and 11030 in (p.debit, p.credit))
      """
    ),
    (
      "what an active loan owes is its own balance on account 11030",
      """
      select from fund.loan l
      where l.state in ('active', 'paidOff') and l.principal - l.principal_paid
        <> (select coalesce(sum(case when p.debit = 11030 then p.amount else 0 end), 0)
          from fund.posting p where p.upk_id = l.upk_id and p.loan = l.number)
        - (select coalesce(sum(p.amount), 0) from fund.posting p
          where p.upk_id = l.upk_id and p.credit = 11030
            and coalesce(p.from_loan, p.loan) = l.number)
      """
    ),
    (
      "members paid what their loan was paid, and nobody below nothing",
      """
      select from fund.loan l
      where (select sum(m) from unnest(l.member_paid) m)
          <> l.principal_paid + l.service_charge_paid
        or 0 > any(l.member_paid)
      """
    ),
    (
      "receipts of loans and claims are numbered without gaps, in one series",
      """
      select from (
        select r.upk_id, r.receipt_year, r.receipt_number from fund.repayment r
        union all
        select c.upk_id, c.receipt_year, c.receipt_number from fund.claim_recovery c
      ) r group by r.upk_id, r.receipt_year
      having min(r.receipt_number) <> 1 or max(r.receipt_number) <> count(*)
        or count(distinct r.receipt_number) <> count(*)
      """
    ),
    (
      "a receipt is what its members brought",
      """
      select from fund.repayment r
      where r.loan_part <> (select coalesce(sum(a), 0) from unnest(r.amounts) a)
      """
    ),
    (
      "what came in on claims and was not taken back is income, and no more than the claim",
      """
      select from fund.write_off w
      cross join lateral (
        select coalesce(sum(c.principal + c.service_charge), 0) as came
        from fund.claim_recovery c
        where c.upk_id = w.upk_id and c.loan = w.loan and not exists (
          select from fund.claim_reversal x
          where x.upk_id = c.upk_id and x.loan = c.loan and x.recovery = c.number)) c
      where c.came > w.principal + w.service_charge or c.came <> (
        select coalesce(sum(case when p.credit = 41030 then p.amount else -p.amount end), 0)
        from fund.posting p
        join fund.event e on e.upk_id = p.upk_id and e.seq = p.seq
          and e.kind in ('write-off.recover', 'write-off.reverse')
        where p.upk_id = w.upk_id and p.loan = w.loan and 41030 in (p.debit, p.credit))
      """
    ),
    (
      "what is held for a group is never less than nothing",
      """
      select from (
        select p.upk_id, p.ksm, case when p.credit = 21030 then p.amount else -p.amount end as held
        from fund.posting p where 21030 in (p.debit, p.credit)
        union all select a.upk_id, a.ksm, a.amount from fund.suspense_assignment a
        union all select a.upk_id, null, -a.amount from fund.suspense_assignment a
      ) h group by h.upk_id, h.ksm having sum(h.held) < 0
      """
    ),
    (
      "the savers' cash and bank are at least what is owed to them",
      """
      select from fund.upk u join fund.posting p on p.upk_id = u.upk_id
        and p.booked_on <= date '$day'
      group by u.upk_id
      having sum(case when p.debit in (11012, 11022) then p.amount else 0 end
          - case when p.credit in (11012, 11022) then p.amount else 0 end)
        < sum(case when p.credit = 21020 then p.amount else 0 end
          - case when p.debit = 21020 then p.amount else 0 end)
      """
    ),
    (
      "no group has less than nothing saved",
      """
      select from fund.posting p
      where 21020 in (p.debit, p.credit) and p.booked_on <= date '$day' group by p.upk_id, p.ksm
      having sum(case when p.credit = 21020 then p.amount else -p.amount end) < 0 or p.ksm is null
      """
    ),
    (
      "savings move by what was asked for, and once",
      """
      select from fund.event e
      cross join lateral (
        select count(*) as lines, sum(p.amount) as amount, min(p.debit) as debit,
          min(p.credit) as credit
        from fund.posting p where p.upk_id = e.upk_id and p.seq = e.seq) p
      where e.kind in ('savings.deposit', 'savings.withdraw', 'savings.bank')
        and (p.lines <> 1 or p.amount <> (e.content ->> 'amount')::bigint or case e.kind
          when 'savings.deposit' then p.credit <> 21020
            or p.debit <> (e.content ->> 'account')::integer
          when 'savings.withdraw' then p.debit <> 21020
            or p.credit <> (e.content ->> 'account')::integer
          else p.debit <> 11022 or p.credit <> 11012 end)
      """
    ),
    (
      "savings that pay a loan leave the savers' bank account for the fund's",
      """
      select from fund.posting p join fund.event e on e.upk_id = p.upk_id and e.seq = p.seq
      where e.kind = 'joint-liability.set-off' group by p.upk_id, p.seq
      having coalesce(sum(p.amount) filter (where p.debit = 21020), 0)
        <> coalesce(sum(p.amount) filter (where p.debit = 11021 and p.credit = 11022), 0)
      """
    ),
    (
      "nobody gives back in a group more than was paid for them by then and stood when it was told",
      """
      select from fund.debt_settlement s
      where (select sum(e.amount) from fund.debt_settlement e
          where e.upk_id = s.upk_id and e.loan = s.loan and e.debtor = s.debtor
            and e.creditor = s.creditor and e.settled_on <= s.settled_on)
        > (select coalesce(sum(a.amount), 0)
          from fund.repayment r
          cross join lateral unnest(r.members, r.payers, r.amounts) as a (member, payer, amount)
          where r.upk_id = s.upk_id and r.loan = s.loan and a.member = s.debtor
            and a.payer = s.creditor and r.paid_on <= s.settled_on
            and not exists (select from fund.repayment_reversal x
              join fund.event e on e.upk_id = x.upk_id and e.kind = 'repayment.reverse'
                and e.content ->> 'receipt'
                  = format('KW-%s-%s', r.receipt_year, lpad(r.receipt_number::text, 4, '0'))
              where x.upk_id = r.upk_id and x.repayment = r.number
                and x.reversed_on <= s.settled_on
                and e.seq < (select e.seq from fund.event e
                  where e.upk_id = s.upk_id and e.kind = 'joint-liability.settle'
                  order by e.seq offset s.number - 1 limit 1)))
      """
    ),
    (
      "no rupiah is promised twice",
      """
      select from fund.upk u
      where (select coalesce(sum(s.recommended), 0)
          from fund.application a
          join fund.application_share s on s.upk_id = a.upk_id and s.application = a.number
          where a.upk_id = u.upk_id and a.state in ('approved', 'contracted')
            and (select max(v.signed_on) from fund.approval v
              where v.upk_id = a.upk_id and v.application = a.number) + 60 >= date '$day')
        > (select coalesce(sum(case when p.debit in (11010, 11021) then p.amount else 0 end
            - case when p.credit in (11010, 11021) then p.amount else 0 end), 0)
          from fund.posting p where p.upk_id = u.upk_id)
      """
    ),
    (
      "members sign for their own share, and nobody for what was taken back",
      """
      select from fund.member_receipt r
      join fund.loan_share s on s.upk_id = r.upk_id and s.loan = r.loan and s.member = r.member
      join fund.loan l on l.upk_id = r.upk_id and l.number = r.loan
      where r.amount <> s.amount or l.state = 'cancelled'
      """
    ),
    (
      "vouchers are numbered without gaps",
      """
      select from fund.voucher v group by v.upk_id, v.kind, v.year
      having min(v.number) <> 1 or max(v.number) <> count(*)
      """
    ),
    (
      "events are numbered without gaps up to the head",
      """
      select from fund.head h where h.next_seq - 1 <> (
        select count(*) from fund.event e where e.upk_id = h.upk_id)
      """
    ),
    (
      "names are taken by those who have a share in an open loan, or in one that is claimed",
      """
      select from (
        select p.nik_digest, l.upk_id, l.number
        from fund.loan l
        join fund.loan_share s on s.upk_id = l.upk_id and s.loan = l.number
        join fund.member m on m.upk_id = l.upk_id and m.ksm = l.ksm and m.number = s.member
        join fund.person p on p.person_id = m.person_id
        where l.state in ('active', 'writtenOff')
      ) o full join fund.borrower_claim c using (nik_digest)
      where o.nik_digest is null or c.loan is distinct from o.number
      """
    ),
  ]
}
