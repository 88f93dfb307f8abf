-- Closed months, what was frozen with them, and how a UPK leaves a suspension. Months stand as
-- their first day.

-- No command goes before the end of this month; null while none is closed.
alter table fund.head
add column closed_month date,
add constraint a_closed_month_is_its_first_day check (extract(day from closed_month) = 1);

alter table fund.event
drop constraint event_kinds_are_known,
add constraint event_kinds_are_known check (
  kind in (
    'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
    'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
    'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
    'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
    'period.close', 'recovery.confirm', 'collection.record'
  )
);

-- A month that is opened and closed again gets the next version; no version changes.
create table fund.period (
  upk_id bigint not null,
  month date not null,
  version integer not null,
  closed_on date not null,
  closed_by bigint not null,
  category text not null,
  -- The month with whose close the suspension began in which the UPK stands.
  suspended_since date,
  -- PAR as the gate reads it.
  gate_at_risk bigint not null,
  gate_balance bigint not null,
  constraint period_pkey primary key (upk_id, month, version),
  constraint a_period_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_period_is_closed_by_a_person foreign key (closed_by) references fund.person,
  constraint a_period_is_a_month check (extract(day from month) = 1),
  constraint period_versions_begin_at_one check (version >= 1),
  constraint a_month_is_closed_after_its_end check (closed_on >= month + interval '1 month'),
  constraint authority_categories_are_known check (
    category in ('SATISFACTORY', 'NOT_RATED', 'MINIMUM', 'RECOVERED', 'SUSPENDED')
  ),
  constraint a_suspension_has_its_first_month check (
    (category in ('SUSPENDED', 'RECOVERED')) = (suspended_since is not null)
  ),
  constraint a_suspension_began_before_now check (suspended_since <= month),
  constraint the_gate_counts_a_part check (gate_at_risk between 0 and gate_balance)
);

create table fund.period_indicator (
  upk_id bigint not null,
  month date not null,
  version integer not null,
  line integer not null,
  indicator text not null,
  numerator bigint not null,
  denominator bigint not null,
  -- What the category is taken from: for ROI the year's.
  judged_numerator bigint not null,
  judged_denominator bigint not null,
  category text not null,
  constraint period_indicator_pkey primary key (upk_id, month, version, indicator),
  constraint an_indicator_is_of_a_period
  foreign key (upk_id, month, version) references fund.period,
  constraint indicators_are_known check (indicator in ('LAR', 'PAR', 'CCr', 'ROI', 'RR')),
  constraint performance_categories_are_known check (
    category in ('SATISFACTORY', 'MINIMUM', 'SUSPENDED', 'NOT_RATED')
  )
);

-- The loans of class 3 to 5 at the close that began a suspension. Never changed.
create table fund.frozen_loan (
  upk_id bigint not null,
  month date not null,
  version integer not null,
  loan bigint not null,
  class integer not null,
  overdue_principal bigint not null,
  overdue_service_charge bigint not null,
  final_due date not null,
  constraint frozen_loan_pkey primary key (upk_id, month, version, loan),
  constraint a_list_is_frozen_by_a_period
  foreign key (upk_id, month, version) references fund.period,
  constraint a_frozen_loan_is_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint frozen_loans_are_at_risk check (class between 3 and 5),
  constraint frozen_sums_are_not_negative check (
    overdue_principal >= 0 and overdue_service_charge >= 0
  )
);

-- The board's minutes on the 60 % test: one for each suspension.
create table fund.recovery (
  upk_id bigint not null,
  since date not null,
  minutes text not null,
  recovered_from date not null,
  confirmed_by bigint not null,
  constraint a_suspension_is_recovered_once primary key (upk_id, since),
  constraint a_recovery_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_recovery_is_confirmed_by_a_person
  foreign key (confirmed_by) references fund.person,
  constraint a_recovery_comes_after_the_freeze check (recovered_from >= since + interval '1 month')
);

-- What board and UPK did together to collect.
create table fund.joint_collection (
  upk_id bigint not null,
  number bigint not null,
  held_on date not null,
  board_person bigint not null,
  unit_person bigint not null,
  note text not null,
  constraint joint_collection_pkey primary key (upk_id, number),
  constraint a_joint_collection_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_collector_of_the_board_is_a_person
  foreign key (board_person) references fund.person,
  constraint a_collector_of_the_upk_is_a_person foreign key (unit_person) references fund.person,
  constraint board_and_upk_collect_together check (board_person <> unit_person)
);
create index joint_collection_day on fund.joint_collection (upk_id, held_on);

grant update (closed_month) on fund.head to bergulir_writer;
grant select, insert on
  fund.period, fund.period_indicator, fund.frozen_loan, fund.recovery, fund.joint_collection
to bergulir_writer;
