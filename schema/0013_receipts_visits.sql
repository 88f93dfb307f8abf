-- Who handed a loan over and who signed for it, and what members said a month later.

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
    'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift'
  )
);

-- A pay-out that was taken back leaves its loan cancelled, with nothing paid.
alter table fund.loan
drop constraint loan_states_are_known,
add constraint loan_states_are_known check (
  state in (
    'active', 'paidOff', 'restructured', 'writtenOff', 'claimWaived', 'fullyRecovered',
    'cancelled'
  )
);

-- Loans from before have no row here.
create table fund.disbursement (
  upk_id bigint not null,
  loan bigint not null,
  account integer not null,
  paid_by bigint not null,
  witness bigint not null,
  -- In ascending order, so that they are three distinct persons.
  first_signatory bigint,
  second_signatory bigint,
  third_signatory bigint,
  voided_on date,
  voided_by bigint,
  void_reason text,
  constraint disbursement_pkey primary key (upk_id, loan),
  constraint a_disbursement_is_of_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint a_payer_is_a_person foreign key (paid_by) references fund.person,
  constraint a_witness_of_a_disbursement_is_a_person
  foreign key (witness) references fund.person,
  constraint a_first_signatory_is_a_person foreign key (first_signatory) references fund.person,
  constraint a_second_signatory_is_a_person foreign key (second_signatory) references fund.person,
  constraint a_third_signatory_is_a_person foreign key (third_signatory) references fund.person,
  constraint who_voids_is_a_person foreign key (voided_by) references fund.person,
  constraint loans_are_paid_from_cash_or_bank check (account in (11010, 11021)),
  constraint a_witness_is_not_the_payer check (witness <> paid_by),
  constraint three_sign_for_the_bank check (
    case
      when account = 11021
        then coalesce(
          first_signatory < second_signatory and second_signatory < third_signatory, false
        )
      else num_nonnulls(first_signatory, second_signatory, third_signatory) = 0
    end
  ),
  constraint a_void_is_whole check (num_nonnulls(voided_on, voided_by, void_reason) in (0, 3))
);

create table fund.member_receipt (
  upk_id bigint not null,
  loan bigint not null,
  member bigint not null,
  amount bigint not null,
  mark text not null,
  reference text not null,
  witness bigint not null,
  received_on date not null,
  constraint member_receipt_pkey primary key (upk_id, loan, member),
  constraint a_receipt_is_for_a_share
  foreign key (upk_id, loan, member) references fund.loan_share (upk_id, loan, member),
  constraint a_witness_of_a_receipt_is_a_person foreign key (witness) references fund.person,
  constraint receipts_are_for_something check (amount > 0),
  constraint receipt_marks_are_known check (mark in ('signature', 'thumbprint', 'photograph')),
  constraint photographs_are_kept_somewhere check (mark <> 'photograph' or reference <> '')
);

create table fund.visit (
  upk_id bigint not null,
  number bigint not null,
  loan bigint not null,
  member bigint not null,
  person_id bigint not null,
  visited_on date not null,
  visitor bigint not null,
  companion bigint,
  received bigint not null,
  use text not null,
  finding text,
  beneficiary bigint,
  note text not null,
  reference text not null,
  constraint visit_pkey primary key (upk_id, number),
  constraint a_visit_is_about_a_share
  foreign key (upk_id, loan, member) references fund.loan_share (upk_id, loan, member),
  constraint who_is_visited_is_a_person foreign key (person_id) references fund.person,
  constraint a_visitor_is_a_person foreign key (visitor) references fund.person,
  constraint a_companion_is_a_person foreign key (companion) references fund.person,
  constraint a_beneficiary_is_a_person foreign key (beneficiary) references fund.person,
  constraint a_companion_is_not_the_visitor check (companion <> visitor),
  constraint nobody_receives_less_than_nothing check (received >= 0),
  constraint visit_uses_are_known check (use in ('asApplied', 'partly', 'deviated', 'byAnother')),
  constraint visit_findings_are_known check (finding in ('nameLending')),
  constraint a_beneficiary_comes_with_a_finding check (beneficiary is null or finding is not null)
);
create index visit_share on fund.visit (upk_id, loan, member, number);
create index visit_person on fund.visit (person_id);

-- Who may not borrow in the whole province, nor witness a pay-out, until the board lifts it.
create table fund.borrower_block (
  upk_id bigint not null,
  number bigint not null,
  person_id bigint not null,
  cause text not null,
  visit bigint not null,
  blocked_on date not null,
  lifted_on date,
  lifted_by bigint,
  minutes text,
  constraint borrower_block_pkey primary key (upk_id, number),
  constraint a_block_follows_from_a_visit foreign key (upk_id, visit) references fund.visit,
  constraint a_blocked_one_is_a_person foreign key (person_id) references fund.person,
  constraint who_lifts_is_a_person foreign key (lifted_by) references fund.person,
  constraint block_causes_are_known check (cause in ('beneficiary', 'witness')),
  constraint a_lift_is_whole check (num_nonnulls(lifted_on, lifted_by, minutes) in (0, 3)),
  constraint nobody_lifts_their_own_block check (lifted_by <> person_id),
  constraint a_block_is_lifted_after_it_began check (lifted_on >= blocked_on)
);
create index borrower_block_person on fund.borrower_block (person_id);

-- What is left of the ceiling for who spent an earlier loan on something else.
alter table fund.lending_policy
add column deviation_thousandths integer not null default 500,
add constraint a_deviation_lowers_the_ceiling check (deviation_thousandths between 0 and 1000);
alter table fund.lending_policy alter column deviation_thousandths drop default;

grant select, insert on fund.disbursement, fund.member_receipt, fund.visit, fund.borrower_block
to bergulir_writer;
grant update (voided_on, voided_by, void_reason) on fund.disbursement to bergulir_writer;
grant update (lifted_on, lifted_by, minutes) on fund.borrower_block to bergulir_writer;
