-- What is tested before a ward lends, and what was attested of it.

alter table fund.event
drop constraint event_kinds_are_known,
add constraint event_kinds_are_known check (
  kind in (
    'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
    'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
    'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
    'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
    'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit',
    'savings.withdraw', 'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge',
    'person.file', 'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set'
  )
);

-- The province's thresholds. No version changes; the programme's own hold before the first.
create table fund.instrument (
  version bigint not null,
  valid_from date not null,
  fewest_supervisors integer not null,
  most_supervisors integer not null,
  fewest_officers integer not null,
  ideal_officers integer not null,
  fewest_members integer not null,
  women_in_ten integer not null,
  months_before_first_loan integer not null,
  attestation_months integer not null,
  assessment_months integer not null,
  bookkeeping_gate text not null,
  late_entry_days integer not null,
  reason text not null,
  constraint instrument_pkey primary key (version),
  constraint instruments_begin_on_different_days unique (valid_from),
  constraint instrument_versions_begin_at_one check (version >= 1),
  constraint two_or_three_supervise check (
    fewest_supervisors >= 2 and most_supervisors between fewest_supervisors and 3
  ),
  constraint at_least_two_work_for_a_upk check (fewest_officers >= 2),
  constraint at_least_five_form_a_group check (fewest_members >= 5),
  constraint three_in_ten_are_women check (women_in_ten between 3 and 10),
  constraint a_group_runs_three_months_first check (months_before_first_loan >= 3),
  constraint attestations_end check (attestation_months >= 1 and assessment_months >= 1),
  constraint bookkeeping_gates_are_known check (bookkeeping_gate in ('eligibility', 'topUpOnly')),
  constraint late_entry_is_not_negative check (late_entry_days >= 0)
);

-- What an accountable person said of a criterion. The newest of its day or before counts.
create table fund.attestation (
  upk_id bigint not null,
  number bigint not null,
  criterion text not null,
  -- Both null for a criterion of the ward.
  ksm bigint,
  member bigint,
  verdict text not null,
  -- What of a member's criterion holds.
  items text[] not null,
  evidence text not null,
  attested_on date not null,
  valid_until date not null,
  attested_by bigint not null,
  volunteer bigint,
  constraint attestation_pkey primary key (upk_id, number),
  constraint an_attestation_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint an_attestation_of_a_group foreign key (upk_id, ksm) references fund.ksm,
  constraint an_attestation_of_a_member
  foreign key (upk_id, ksm, member) references fund.member (upk_id, ksm, number),
  constraint an_attestation_is_made_by_a_person
  foreign key (attested_by) references fund.person,
  constraint a_volunteer_is_a_person foreign key (volunteer) references fund.person,
  constraint attested_criteria_are_known check (
    criterion in ('R-004', 'R-010', 'R-019', 'R-022', 'B-04', 'B-06', 'B-07', 'B-10', 'R-066')
  ),
  constraint attested_verdicts_are_known check (verdict in ('met', 'notMet', 'waived')),
  constraint only_a_savings_account_is_waived check (verdict <> 'waived' or criterion = 'R-066'),
  constraint a_member_is_of_a_group check (member is null or ksm is not null),
  constraint items_are_of_a_member check (items = '{}' or criterion = 'B-07'),
  constraint an_attestation_counts_at_least_a_day check (valid_until >= attested_on),
  constraint two_attest_of_a_group check (
    (ksm is null) = (volunteer is null) and volunteer <> attested_by
  )
);
create index attestation_of_group on fund.attestation (upk_id, ksm, number);

grant select, insert on fund.instrument, fund.attestation to bergulir_writer;
