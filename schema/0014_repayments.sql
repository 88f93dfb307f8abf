-- Each repayment with its receipt, who paid for whom, and what takes it back; what a group's
-- members owe each other for it. Late fee and savings come with an installment by policy.

alter table fund.event
drop constraint event_kinds_are_known,
add constraint event_kinds_are_known check (
  kind in (
    'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
    'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
    'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
    'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
    'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
    'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
    'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
    'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
    'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
    'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
    'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
    'joint-liability.set-off'
  )
);

-- Whether the group agreed that its savings may pay what is overdue.
alter table fund.application
add column if not exists set_off_consent boolean not null default false;

-- What is held for a group on 21030 knows the group; what nobody could tell yet has none.
alter table fund.posting
drop constraint savings_name_their_group,
add constraint savings_name_their_group check (
  case
    when debit = 21020 or credit = 21020 then ksm is not null
    else ksm is null or debit = 21030 or credit = 21030
  end
) not valid;

create index posting_suspense on fund.posting (upk_id, ksm, booked_on)
where debit = 21030 or credit = 21030;

alter table fund.lending_policy
add column late_fee bigint not null default 0,
add column savings_thousandths integer not null default 0,
add constraint late_fees_are_not_negative check (late_fee >= 0),
add constraint a_policy_saves_a_part check (savings_thousandths between 0 and 1000);

alter table fund.policy_bounds
add column least_late_fee bigint not null default 0,
add column most_late_fee bigint not null default 50000,
add column least_savings_thousandths bigint not null default 0,
add column most_savings_thousandths bigint not null default 100,
add constraint late_fee_bounds_are_ordered check (least_late_fee between 0 and most_late_fee),
add constraint savings_bounds_are_ordered check (
  least_savings_thousandths between 0 and most_savings_thousandths
  and most_savings_thousandths <= 1000
);

alter table fund.loan
add column late_fee bigint not null default 0,
add column savings_thousandths integer not null default 0,
add column late_fee_paid bigint not null default 0,
add column savings_paid bigint not null default 0,
-- What was paid on each share, in the order of the shares: principal and service charge together.
add column member_paid bigint [] not null default '{}',
add constraint loan_late_fees_are_not_negative check (late_fee >= 0 and late_fee_paid >= 0),
add constraint a_loan_saves_a_part check (
  savings_thousandths between 0 and 1000 and savings_paid >= 0
),
add constraint member_payments_are_not_negative check (0 <= all(member_paid));

grant update (late_fee_paid, savings_paid, member_paid) on fund.loan to bergulir_writer;

-- A receipt. How the loan's part splits into principal and service charge follows from all that
-- was paid by the day, and is not stored.
create table fund.repayment (
  upk_id bigint not null,
  -- The place among all repayments and reversals.
  number bigint not null,
  loan bigint not null,
  receipt_year integer not null,
  receipt_number bigint not null,
  paid_on date not null,
  -- Where the money came to: cash, bank, the group's savings, or what was held for it.
  account integer not null,
  loan_part bigint not null,
  late_fee bigint not null,
  savings bigint not null,
  excess bigint not null,
  -- Whose share, who brought it, and how much: three columns of one list.
  members bigint [] not null,
  payers bigint [] not null,
  amounts bigint [] not null,
  voucher_kind text not null,
  voucher_year integer not null,
  voucher_number bigint not null,
  recorded_by bigint not null,
  constraint repayment_pkey primary key (upk_id, number),
  constraint a_receipt_is_numbered_once unique (upk_id, receipt_year, receipt_number),
  constraint a_repayment_is_on_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint a_repayment_has_its_voucher
  foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
  constraint a_repayment_is_recorded_by_a_person
  foreign key (recorded_by) references fund.person,
  constraint a_receipt_is_numbered_in_its_year check (
    extract(year from paid_on) = receipt_year and receipt_number >= 1 and number >= 1
  ),
  constraint repayments_come_from_known_accounts check (
    account in (11010, 11021, 21020, 21030)
  ),
  constraint a_repayment_brings_something check (
    loan_part >= 0 and late_fee >= 0 and savings >= 0 and excess >= 0
    and loan_part + late_fee + savings + excess > 0
  ),
  constraint members_pay_parts check (
    cardinality(members) = cardinality(payers) and cardinality(members) = cardinality(amounts)
    and 0 < all(amounts)
  )
);
create index repayment_loan on fund.repayment (upk_id, loan);

-- The entry that takes a repayment back, from its day on.
create table fund.repayment_reversal (
  upk_id bigint not null,
  repayment bigint not null,
  number bigint not null,
  reversed_on date not null,
  reason text not null,
  recorded_by bigint not null,
  constraint a_repayment_is_reversed_once primary key (upk_id, repayment),
  constraint a_reversal_is_of_a_repayment foreign key (upk_id, repayment) references fund.repayment,
  constraint reversals_are_numbered_once unique (upk_id, number),
  constraint a_reversal_comes_later check (number > repayment),
  constraint a_reversal_is_recorded_by_a_person
  foreign key (recorded_by) references fund.person
);

create table fund.liability_call (
  upk_id bigint not null,
  number bigint not null,
  loan bigint not null,
  held_on date not null,
  -- Who was behind, and with how much.
  short_members bigint [] not null,
  short_amounts bigint [] not null,
  present bigint [] not null,
  decision text not null,
  recorded_by bigint not null,
  constraint liability_call_pkey primary key (upk_id, number),
  constraint a_call_is_on_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint a_call_is_recorded_by_a_person foreign key (recorded_by) references fund.person,
  constraint somebody_is_short_and_somebody_came check (
    cardinality(short_members) > 0 and cardinality(short_members) = cardinality(short_amounts)
    and cardinality(present) > 0 and 0 < all(short_amounts)
  )
);
create index liability_call_loan on fund.liability_call (upk_id, loan);

-- What one member gave another back: outside the books of the UPK.
create table fund.debt_settlement (
  upk_id bigint not null,
  number bigint not null,
  loan bigint not null,
  debtor bigint not null,
  creditor bigint not null,
  amount bigint not null,
  settled_on date not null,
  constraint debt_settlement_pkey primary key (upk_id, number),
  constraint a_settlement_is_on_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint a_settlement_is_between_two check (debtor <> creditor and amount > 0)
);
create index debt_settlement_loan on fund.debt_settlement (upk_id, loan);

grant select, insert on
  fund.repayment, fund.repayment_reversal, fund.liability_call, fund.debt_settlement
to bergulir_writer;

-- Repayments from before get receipts in the order in which they were recorded, and their money is
-- shared out by the shares: nobody asked then for whom it was.
with paid as (
  select p.upk_id, p.loan, p.seq, p.voucher_kind, p.voucher_year, p.voucher_number, p.booked_on,
    min(p.debit) as account, sum(p.amount)::bigint as amount
  from fund.posting p
  join fund.event e on e.upk_id = p.upk_id and e.seq = p.seq
  where e.kind = 'repayment.record' and p.loan is not null and p.credit in (11030, 41010)
  group by p.upk_id, p.loan, p.seq, p.voucher_kind, p.voucher_year, p.voucher_number, p.booked_on
),
numbered as (
  select paid.*,
    row_number() over (partition by upk_id order by seq) as number,
    row_number() over (partition by upk_id, voucher_year order by seq) as receipt
  from paid
),
parts as (
  select n.upk_id, n.number, s.member, s.line,
    floor(n.amount::numeric * s.upto / l.principal)
    - floor(n.amount::numeric * (s.upto - s.amount) / l.principal) as amount
  from numbered n
  join fund.loan l on l.upk_id = n.upk_id and l.number = n.loan
  join (
    select upk_id, loan, member, line, amount,
      sum(amount) over (partition by upk_id, loan order by line) as upto
    from fund.loan_share
  ) s on s.upk_id = n.upk_id and s.loan = n.loan
)
insert into fund.repayment (upk_id, number, loan, receipt_year, receipt_number, paid_on, account,
  loan_part, late_fee, savings, excess, members, payers, amounts, voucher_kind, voucher_year,
  voucher_number, recorded_by)
select n.upk_id, n.number, n.loan, n.voucher_year, n.receipt, n.booked_on, n.account, n.amount,
  0, 0, 0, p.members, p.members, p.amounts, n.voucher_kind, n.voucher_year, n.voucher_number,
  e.person_id
from numbered n
join fund.event e on e.upk_id = n.upk_id and e.seq = n.seq
cross join lateral (
  select array_agg(p.member order by p.line) as members,
    array_agg(p.amount::bigint order by p.line) as amounts
  from parts p where p.upk_id = n.upk_id and p.number = n.number and p.amount > 0
) p;

insert into fund.counter (upk_id, name, next)
select upk_id, 'repayment', max(number) + 1 from fund.repayment group by upk_id
union all
select upk_id, 'KW-' || receipt_year, max(receipt_number) + 1 from fund.repayment
group by upk_id, receipt_year;

update fund.loan l set member_paid = (
  select array_agg((
    select coalesce(sum(r.amounts[array_position(r.members, s.member)]), 0)::bigint
    from fund.repayment r
    where r.upk_id = l.upk_id and r.loan = l.number and s.member = any(r.members)
  ) order by s.line)
  from fund.loan_share s where s.upk_id = l.upk_id and s.loan = l.number
);
