-- Loans that go over into others, and loans that go off the books.

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
    'write-off.waive'
  )
);

-- The loan of the credit, where a posting moves a balance from loan to loan on one account.
alter table fund.posting
add column from_loan bigint,
drop constraint a_posting_moves_somewhere,
add constraint a_posting_moves_somewhere check (
  (debit <> credit) = (from_loan is null)
  and (
    from_loan is null or (debit = 11030 and loan is not null and loan <> from_loan)
  )
);

-- A successor comes from the application of the loan before it, and is itself never restructured.
alter table fund.loan
add column predecessor bigint,
add column inherited_class integer,
drop constraint an_application_becomes_one_loan,
add constraint a_loan_is_restructured_once unique (upk_id, predecessor),
add constraint a_predecessor_is_a_loan foreign key (upk_id, predecessor) references fund.loan,
add constraint a_successor_inherits_a_class check (
  (predecessor is null) = (inherited_class is null) and inherited_class between 1 and 5
),
add constraint a_successor_is_not_restructured check (
  predecessor is null or state <> 'restructured'
),
add constraint what_left_the_books_was_closed check (
  state not in ('restructured', 'writtenOff', 'claimWaived', 'fullyRecovered')
  or closed_on is not null
);

create unique index an_application_becomes_one_loan on fund.loan (upk_id, application)
where predecessor is null;

-- Service charge that a successor took over, by member.
alter table fund.loan_share
add column carried_charge bigint not null default 0,
add constraint carried_charges_are_not_negative check (carried_charge >= 0);

create table fund.restructuring (
  upk_id bigint not null,
  loan bigint not null,
  successor bigint not null,
  restructured_on date not null,
  principal bigint not null,
  service_charge bigint not null,
  collectability integer not null,
  reason text not null,
  evidence text not null,
  agreement text not null,
  minutes text not null,
  notice text not null,
  decided_by bigint not null,
  constraint restructuring_pkey primary key (upk_id, loan),
  constraint a_successor_follows_one_loan unique (upk_id, successor),
  constraint a_restructured_loan_is_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint a_successor_is_a_loan foreign key (upk_id, successor) references fund.loan,
  constraint a_restructuring_is_decided_by_a_person
  foreign key (decided_by) references fund.person,
  constraint a_successor_is_another_loan check (successor <> loan),
  constraint a_restructuring_moves_principal check (principal > 0 and service_charge >= 0),
  constraint what_is_restructured_was_late check (collectability between 2 and 5)
);

create table fund.write_off (
  upk_id bigint not null,
  loan bigint not null,
  written_off_on date not null,
  principal bigint not null,
  service_charge bigint not null,
  -- What the reserve bore of the principal; the rest was cost of the year.
  from_reserve bigint not null,
  minutes text not null,
  report text not null,
  proposed_by bigint not null,
  decided_by bigint not null,
  constraint a_loan_is_written_off_once primary key (upk_id, loan),
  constraint a_written_off_loan_is_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint a_write_off_is_proposed_by_a_person foreign key (proposed_by) references fund.person,
  constraint a_write_off_is_decided_by_a_person foreign key (decided_by) references fund.person,
  constraint a_write_off_takes_two_persons check (decided_by <> proposed_by),
  constraint a_write_off_loses_principal check (principal > 0 and service_charge >= 0),
  constraint a_reserve_bears_a_part_of_it check (from_reserve between 0 and principal)
);

create table fund.claim_recovery (
  upk_id bigint not null,
  loan bigint not null,
  number integer not null,
  recovered_on date not null,
  principal bigint not null,
  service_charge bigint not null,
  constraint claim_recovery_pkey primary key (upk_id, loan, number),
  constraint a_recovery_is_of_a_write_off foreign key (upk_id, loan) references fund.write_off,
  constraint recoveries_are_numbered_from_one check (number >= 1),
  constraint a_recovery_brings_something check (
    principal >= 0 and service_charge >= 0 and principal + service_charge > 0
  )
);

create table fund.claim_waiver (
  upk_id bigint not null,
  loan bigint not null,
  waived_on date not null,
  principal bigint not null,
  service_charge bigint not null,
  minutes text not null,
  reason text not null,
  decided_by bigint not null,
  constraint a_claim_is_waived_once primary key (upk_id, loan),
  constraint a_waiver_is_of_a_write_off foreign key (upk_id, loan) references fund.write_off,
  constraint a_waiver_is_decided_by_a_person foreign key (decided_by) references fund.person,
  constraint a_waiver_gives_something_up check (
    principal >= 0 and service_charge >= 0 and principal + service_charge > 0
  )
);

-- Names go over to the successor.
grant update (loan) on fund.borrower_claim to bergulir_writer;
grant select, insert on
  fund.restructuring, fund.write_off, fund.claim_recovery, fund.claim_waiver
to bergulir_writer;
