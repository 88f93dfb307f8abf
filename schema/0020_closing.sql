-- The reserve at a month's close, closed months that are opened again, closed years, what becomes
-- of a profit, and budgets.

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
    'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
    'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse',
    'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end',
    'journal.reverse', 'account.open', 'cash.count', 'cash.difference', 'bank.reconcile',
    'asset.register', 'asset.depreciate', 'period.reopen', 'period.confirm-reopening',
    'period.close-year', 'profit.allocate', 'profit.pay-supervisors', 'budget.propose',
    'budget.approve'
  )
);

-- Whether a voucher belongs to the close of a year: it moves 31050, as no other does, and is no
-- income and no cost of the year.
alter table fund.voucher
add column closing boolean not null default false,
add constraint a_year_closes_on_its_last_day check (
  not closing or (kind = 'PB' and extract(month from booked_on) = 12
    and extract(day from booked_on) = 31)
);

-- The reserve as the close found it; all null of months that were closed before.
alter table fund.period
add column reserve_scheme text,
add column reserve_required bigint,
add column reserve_formed bigint,
add constraint a_reserve_is_kept_whole check (
  (reserve_scheme is null) = (reserve_required is null)
  and (reserve_scheme is null) = (reserve_formed is null)
),
add constraint frozen_reserve_schemes_are_known check (
  reserve_scheme in ('none', 'pnpmUrban', 'pnpmRural', 'ruralBank')
),
add constraint a_required_reserve_is_not_negative check (reserve_required >= 0);

-- A version of a closed month that was to be opened: asked for by one person, opened once another
-- confirms it.
create table fund.reopening (
  upk_id bigint not null,
  month date not null,
  version integer not null,
  reason text not null,
  requested_on date not null,
  requested_by bigint not null,
  confirmed_on date,
  confirmed_by bigint,
  constraint reopening_pkey primary key (upk_id, month, version),
  constraint a_reopening_is_of_a_period
  foreign key (upk_id, month, version) references fund.period,
  constraint a_reopening_is_requested_by_a_person
  foreign key (requested_by) references fund.person,
  constraint a_reopening_is_confirmed_by_a_person
  foreign key (confirmed_by) references fund.person,
  constraint a_reopening_takes_two_persons check (confirmed_by <> requested_by),
  constraint a_confirmation_has_a_person_and_a_day check (
    (confirmed_on is null) = (confirmed_by is null)
  ),
  constraint a_reopening_is_confirmed_after_the_request check (confirmed_on >= requested_on),
  constraint a_month_is_opened_before_the_15th check (
    confirmed_on < month + interval '1 month 14 days'
  )
);

create table fund.year_close (
  upk_id bigint not null,
  year integer not null,
  closed_on date not null,
  closed_by bigint not null,
  income bigint not null,
  cost bigint not null,
  constraint a_year_is_closed_once primary key (upk_id, year),
  constraint a_year_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_year_is_closed_by_a_person foreign key (closed_by) references fund.person,
  constraint a_year_is_closed_after_its_end check (extract(year from closed_on) > year)
);

-- What the annual community meeting made of a closed year's profit.
create table fund.profit_allocation (
  upk_id bigint not null,
  year integer not null,
  allocated_on date not null,
  decided_by bigint not null,
  minutes text not null,
  constraint a_profit_is_allocated_once primary key (upk_id, year),
  constraint an_allocation_is_of_a_closed_year
  foreign key (upk_id, year) references fund.year_close,
  constraint an_allocation_is_decided_by_a_person
  foreign key (decided_by) references fund.person
);

create table fund.profit_part (
  upk_id bigint not null,
  year integer not null,
  line integer not null,
  purpose text not null,
  -- Hundredths of a percent.
  hundredths integer not null,
  amount bigint not null,
  constraint profit_part_pkey primary key (upk_id, year, line),
  constraint a_purpose_has_one_part unique (upk_id, year, purpose),
  constraint a_part_is_of_an_allocation
  foreign key (upk_id, year) references fund.profit_allocation,
  constraint profit_purposes_are_known check (
    purpose in (
      'capital', 'supervisors', 'socialFund', 'environment', 'boardCapacity', 'unitBonus', 'other'
    )
  ),
  constraint a_part_is_of_the_whole check (hundredths between 1 and 10000),
  constraint a_part_is_not_negative check (amount >= 0)
);

-- Budgets of income and cost; the board's decision is null while it is out.
create table fund.budget (
  upk_id bigint not null,
  number bigint not null,
  year integer not null,
  proposed_on date not null,
  proposed_by bigint not null,
  approved_on date,
  approved_by bigint,
  minutes text,
  constraint budget_pkey primary key (upk_id, number),
  constraint a_budget_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_budget_is_proposed_by_a_person foreign key (proposed_by) references fund.person,
  constraint a_budget_is_approved_by_a_person foreign key (approved_by) references fund.person,
  constraint a_budget_takes_two_persons check (approved_by <> proposed_by),
  constraint an_approval_is_whole check (
    (approved_on is null) = (approved_by is null) and (approved_on is null) = (minutes is null)
  ),
  constraint a_budget_is_approved_after_the_proposal check (approved_on >= proposed_on)
);

create table fund.budget_line (
  upk_id bigint not null,
  number bigint not null,
  account integer not null,
  amount bigint not null,
  constraint budget_line_pkey primary key (upk_id, number, account),
  constraint a_budget_line_is_of_a_budget foreign key (upk_id, number) references fund.budget,
  constraint a_budget_line_is_in_the_chart foreign key (upk_id, account) references fund.account,
  constraint a_budget_has_income_and_cost check (account between 40000 and 59999),
  constraint a_budget_line_is_above_zero check (amount > 0)
);

grant select, insert on
  fund.reopening, fund.year_close, fund.profit_allocation, fund.profit_part, fund.budget,
  fund.budget_line
to bergulir_writer;
grant update (confirmed_on, confirmed_by) on fund.reopening to bergulir_writer;
grant update (approved_on, approved_by, minutes) on fund.budget to bergulir_writer;
