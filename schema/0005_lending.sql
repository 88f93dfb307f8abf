-- From a group's request to its loan.
create table fund.application (
  upk_id bigint not null,
  number bigint not null,
  ksm bigint not null,
  purpose text not null,
  months integer not null,
  submitted_on date not null,
  state text not null,
  loan bigint,
  constraint application_pkey primary key (upk_id, number),
  constraint an_application_is_of_a_group foreign key (upk_id, ksm) references fund.ksm,
  constraint loan_purposes_are_known check (
    purpose in ('productiveBusiness', 'localEconomy', 'familyCapital')
  ),
  constraint a_term_has_months check (months between 1 and 60),
  constraint application_states_are_known check (
    state in (
      'draft', 'submitted', 'incomplete', 'inInspection', 'recommended', 'notRecommended',
      'inDecision', 'rejected', 'approved', 'waitlisted', 'contracted', 'disbursed', 'cancelled',
      'expired'
    )
  ),
  constraint disbursed_means_a_loan check ((state = 'disbursed') = (loan is not null))
)
with (fillfactor = 70);

create table fund.application_share (
  upk_id bigint not null,
  application bigint not null,
  member bigint not null,
  line integer not null,
  requested bigint not null,
  -- What the inspection recommends; null before it, and where it recommends nothing.
  recommended bigint,
  constraint application_share_pkey primary key (upk_id, application, member),
  constraint a_request_is_for_an_application
  foreign key (upk_id, application) references fund.application,
  constraint requested_shares_are_positive check (requested > 0),
  constraint recommended_shares_are_within_the_request check (
    recommended > 0 and recommended <= requested
  )
);

create table fund.inspection (
  upk_id bigint not null,
  application bigint not null,
  inspector bigint not null,
  witness bigint not null,
  inspected_on date not null,
  note text not null,
  constraint inspection_pkey primary key (upk_id, application),
  constraint an_inspection_is_of_an_application
  foreign key (upk_id, application) references fund.application,
  constraint an_inspector_is_a_person foreign key (inspector) references fund.person,
  constraint a_witness_is_a_person foreign key (witness) references fund.person,
  constraint a_witness_is_not_the_inspector check (witness <> inspector)
);

-- One row for each step and person.
create table fund.approval (
  upk_id bigint not null,
  application bigint not null,
  step integer not null,
  signer bigint not null,
  verdict text not null,
  signed_on date not null,
  note text not null,
  constraint approval_pkey primary key (upk_id, application, step),
  constraint approvals_are_by_distinct_persons unique (upk_id, application, signer),
  constraint an_approval_is_of_an_application
  foreign key (upk_id, application) references fund.application,
  constraint a_signer_is_a_person foreign key (signer) references fund.person,
  constraint approval_steps_are_known check (step in (1, 2)),
  constraint verdicts_are_known check (verdict in ('approve', 'reject'))
);

-- A loan's terms and totals. What ages is not stored: arrears and class are reckoned from the
-- totals as of any day. No index stands on a column that a repayment changes, and a third of each
-- page stays free, so that a repayment rewrites one page.
create table fund.loan (
  upk_id bigint not null,
  number bigint not null,
  ksm bigint not null,
  application bigint not null,
  months integer not null,
  rate_millionths bigint not null,
  method text not null,
  round_unit bigint not null,
  early_settlement text not null,
  principal bigint not null,
  service_charge bigint not null,
  disbursed_on date not null,
  state text not null,
  principal_paid bigint not null,
  service_charge_paid bigint not null,
  service_charge_waived bigint not null,
  -- The due day of the oldest installment with anything unpaid; null once nothing is.
  next_due date,
  closed_on date,
  constraint loan_pkey primary key (upk_id, number),
  constraint an_application_becomes_one_loan unique (upk_id, application),
  constraint a_loan_is_to_a_group foreign key (upk_id, ksm) references fund.ksm,
  constraint a_loan_comes_from_an_application
  foreign key (upk_id, application) references fund.application,
  constraint a_loan_has_months check (months between 1 and 60),
  constraint loan_rates_are_not_negative check (rate_millionths >= 0),
  constraint loan_charge_methods_are_known check (method in ('flat', 'declining')),
  constraint loan_round_units_are_positive check (round_unit > 0),
  constraint loan_early_settlements_are_known check (early_settlement in ('waive', 'charge')),
  constraint a_loan_lends_something check (principal > 0 and service_charge >= 0),
  constraint loan_states_are_known check (
    state in ('active', 'paidOff', 'restructured', 'writtenOff', 'claimWaived', 'fullyRecovered')
  ),
  constraint principal_is_paid_once check (principal_paid between 0 and principal),
  constraint service_charge_is_paid_once check (
    service_charge_paid >= 0 and service_charge_waived >= 0
    and service_charge_paid + service_charge_waived <= service_charge
  ),
  constraint an_active_loan_has_something_due check ((state = 'active') = (next_due is not null)),
  constraint a_paid_off_loan_is_paid check (
    state <> 'paidOff'
    or (
      principal_paid = principal and closed_on is not null
      and service_charge_paid + service_charge_waived = service_charge
    )
  )
)
with (fillfactor = 70);
create index loan_ksm on fund.loan (upk_id, ksm);

alter table fund.application
add constraint a_disbursed_application_has_its_loan
foreign key (upk_id, loan) references fund.loan;

create table fund.loan_share (
  upk_id bigint not null,
  loan bigint not null,
  member bigint not null,
  line integer not null,
  amount bigint not null,
  constraint loan_share_pkey primary key (upk_id, loan, member),
  constraint a_share_is_of_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint shares_are_positive check (amount > 0)
);

-- The schedule, never changed. Beside each installment stands the sum of those before it, so that
-- what is unpaid as of a day is arithmetic on one row.
create table fund.installment (
  upk_id bigint not null,
  loan bigint not null,
  number integer not null,
  due date not null,
  principal bigint not null,
  service_charge bigint not null,
  principal_before bigint not null,
  service_charge_before bigint not null,
  constraint installment_pkey primary key (upk_id, loan, number),
  constraint an_installment_is_of_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint an_installment_pays_principal check (principal > 0 and service_charge >= 0),
  constraint installments_add_up check (principal_before >= 0 and service_charge_before >= 0)
);

-- A NIK has one open share in the whole province. The only key that crosses UPK; taken at
-- disbursement in ascending order, so that two disbursements never wait for each other.
create table fund.borrower_claim (
  nik_digest bytea not null,
  upk_id bigint not null,
  loan bigint not null,
  constraint a_borrower_has_one_open_share primary key (nik_digest),
  constraint a_claim_is_for_a_loan foreign key (upk_id, loan) references fund.loan
);
create index borrower_claim_loan on fund.borrower_claim (upk_id, loan);
