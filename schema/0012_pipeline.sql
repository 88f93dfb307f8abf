-- The way of an application: papers, queue, waiting list, agreement, and who decides on it.

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
    'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare'
  )
);

alter table fund.application
add column missing text[] not null default '{}',
-- Its place in the queue; null while a paper is missing.
add column completed_on date,
add column waitlisted_on date,
add column released_on date,
add column agreement text,
add column agreed_on date,
-- Whether the agreement lets the group's savings be set off.
add column set_off_consent boolean not null default false,
add column skip_reason text,
add column skip_requested_by bigint,
add column skip_requested_on date,
add column skip_confirmed_by bigint,
add column skip_confirmed_on date,
add column cancel_reason text,
add column cancelled_by bigint,
add column cancelled_on date;

-- What was there was complete when it was submitted.
update fund.application set completed_on = submitted_on;

alter table fund.application
add constraint application_papers_are_known check (
  missing <@ array[
    'form', 'memberList', 'identityCards', 'formationMinutes', 'jointLiabilityStatement'
  ]
),
add constraint complete_means_nothing_missing check (
  (completed_on is null) = (missing <> '{}')
),
add constraint only_an_incomplete_one_lacks_papers check (
  missing = '{}' or state in ('draft', 'incomplete', 'cancelled')
),
add constraint waiting_has_a_day check (state <> 'waitlisted' or waitlisted_on is not null),
add constraint an_agreement_has_number_and_day check (
  (agreement is null) = (agreed_on is null) and (agreement is not null or not set_off_consent)
),
add constraint contracted_means_an_agreement check (
  state <> 'contracted' or agreement is not null
),
add constraint a_skip_has_reason_and_requester check (
  (skip_reason is null) = (skip_requested_by is null)
  and (skip_reason is null) = (skip_requested_on is null)
),
-- A null on either side would let the comparison pass; the first line does not.
add constraint a_skip_is_confirmed_by_a_second_person check (
  (skip_confirmed_by is null) = (skip_confirmed_on is null)
  and (skip_confirmed_by is null or skip_requested_by is not null)
  and skip_confirmed_by <> skip_requested_by
),
add constraint cancelled_means_a_reason check (
  (state = 'cancelled') = (cancel_reason is not null)
  and (cancel_reason is null) = (cancelled_by is null)
  and (cancel_reason is null) = (cancelled_on is null)
),
add constraint a_skip_is_requested_by_a_person
foreign key (skip_requested_by) references fund.person,
add constraint a_skip_is_confirmed_by_a_person
foreign key (skip_confirmed_by) references fund.person,
add constraint a_canceller_is_a_person foreign key (cancelled_by) references fund.person;

create index application_open on fund.application (upk_id, number)
where state in (
  'submitted', 'incomplete', 'inInspection', 'recommended', 'notRecommended', 'inDecision',
  'approved', 'waitlisted', 'contracted'
);

grant update (
  missing, completed_on, waitlisted_on, released_on, agreement, agreed_on, set_off_consent,
  skip_reason, skip_requested_by, skip_requested_on, skip_confirmed_by, skip_confirmed_on,
  cancel_reason, cancelled_by, cancelled_on
) on fund.application to bergulir_writer;

-- An application that was sent back is inspected again; each inspection is a round.
alter table fund.approval drop constraint an_approval_is_of_an_application;
alter table fund.inspection
add column round integer not null default 1,
drop constraint inspection_pkey,
add constraint inspection_pkey primary key (upk_id, application, round),
add constraint rounds_begin_at_one check (round >= 1),
add constraint an_inspection_has_one_inspector unique (upk_id, application, round, inspector);
alter table fund.inspection alter column round drop default;

-- The steps of a decision, as the chain asked for when the application was inspected.
create table fund.approval_step (
  upk_id bigint not null,
  application bigint not null,
  round integer not null,
  step integer not null,
  role text not null,
  quorum integer not null,
  deadline_days integer not null,
  from_amount bigint not null,
  from_par_thousandths integer not null,
  constraint approval_step_pkey primary key (upk_id, application, round, step),
  constraint a_step_rests_on_an_inspection
  foreign key (upk_id, application, round) references fund.inspection,
  constraint deciding_roles_are_known check (
    role in ('manager', 'bkmCoordinator', 'bkmMember')
  ),
  constraint a_step_has_signatures check (step between 1 and 6 and quorum between 1 and 5)
);
insert into fund.approval_step
select i.upk_id, i.application, 1, s.step, s.role, 1, 3, 0, 0
from fund.inspection i
cross join (values (1, 'manager'), (2, 'bkmCoordinator')) as s (step, role);

alter table fund.approval
add column round integer not null default 1,
-- Who left the signature to the signer, by a delegation.
add column on_behalf_of bigint,
-- The terms, members, shares and schedule that were signed; empty for those from before.
add column bound text not null default '',
-- The inspector of the round, so that a key can keep the two apart.
add column inspector bigint;
update fund.approval a set inspector = (
  select i.inspector from fund.inspection i
  where i.upk_id = a.upk_id and i.application = a.application
);
alter table fund.approval
alter column round drop default,
alter column bound drop default,
alter column inspector set not null,
drop constraint approval_pkey,
drop constraint approvals_are_by_distinct_persons,
drop constraint approval_steps_are_known,
drop constraint verdicts_are_known,
add constraint verdicts_are_known check (verdict in ('approve', 'reject', 'return')),
add constraint approval_pkey primary key (upk_id, application, round, step, signer),
add constraint approvals_are_by_distinct_persons unique (upk_id, application, round, signer),
add constraint an_approval_is_of_a_step
foreign key (upk_id, application, round, step) references fund.approval_step,
add constraint an_approval_rests_on_an_inspection
foreign key (upk_id, application, round, inspector)
references fund.inspection (upk_id, application, round, inspector),
add constraint a_decider_did_not_inspect check (
  signer <> inspector and (on_behalf_of is null or on_behalf_of <> inspector)
),
add constraint nobody_signs_for_themselves check (on_behalf_of <> signer),
add constraint who_is_signed_for_is_a_person
foreign key (on_behalf_of) references fund.person;
create unique index approvals_are_for_distinct_persons
on fund.approval (upk_id, application, round, coalesce(on_behalf_of, signer));

-- What was found of a member: the scores of the five aspects, and the household's month.
create table fund.appraisal (
  upk_id bigint not null,
  application bigint not null,
  round integer not null,
  member bigint not null,
  scores integer[] not null,
  income bigint not null,
  living_cost bigint not null,
  other_installments bigint not null,
  constraint appraisal_pkey primary key (upk_id, application, round, member),
  constraint an_appraisal_is_of_an_inspection
  foreign key (upk_id, application, round) references fund.inspection,
  constraint an_appraisal_is_of_a_borrower
  foreign key (upk_id, application, member) references fund.application_share,
  constraint five_aspects_are_scored check (cardinality(scores) = 5),
  constraint scores_are_one_to_five check (1 <= all (scores) and 5 >= all (scores)),
  constraint a_household_has_no_negative_amounts check (
    income >= 0 and living_cost >= 0 and other_installments >= 0
  )
);

-- Who decides, as the board set it. No version changes; the standard chain holds before the first.
create table fund.approval_chain (
  upk_id bigint not null,
  version bigint not null,
  valid_from date not null,
  inspection_days integer not null,
  disbursement_days integer not null,
  minutes text not null,
  constraint approval_chain_pkey primary key (upk_id, version),
  constraint a_chain_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint chains_begin_on_different_days unique (upk_id, valid_from),
  constraint stages_have_days check (
    inspection_days between 1 and 60 and disbursement_days between 1 and 60
  )
);
create table fund.approval_chain_step (
  upk_id bigint not null,
  version bigint not null,
  step integer not null,
  role text not null,
  quorum integer not null,
  deadline_days integer not null,
  from_amount bigint not null,
  from_par_thousandths integer not null,
  constraint approval_chain_step_pkey primary key (upk_id, version, step),
  constraint a_chain_step_is_of_a_chain
  foreign key (upk_id, version) references fund.approval_chain,
  constraint chain_roles_decide check (role in ('manager', 'bkmCoordinator', 'bkmMember')),
  constraint chain_steps_are_sound check (
    step between 1 and 6 and quorum between 1 and 5 and deadline_days between 1 and 30
    and from_amount >= 0 and from_par_thousandths between 0 and 1000
  )
);

-- Who leaves a signature to whom, and for how long.
create table fund.delegation (
  upk_id bigint not null,
  number bigint not null,
  role text not null,
  holder bigint not null,
  delegate bigint not null,
  valid_from date not null,
  valid_until date not null,
  reason text not null,
  constraint delegation_pkey primary key (upk_id, number),
  constraint a_delegation_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint delegated_roles_decide check (role in ('manager', 'bkmCoordinator', 'bkmMember')),
  constraint a_holder_is_a_person foreign key (holder) references fund.person,
  constraint a_delegate_is_a_person foreign key (delegate) references fund.person,
  constraint a_delegate_is_another check (delegate <> holder),
  constraint a_delegation_ends check (
    valid_until >= valid_from and valid_until <= valid_from + 90
  )
);

-- Who is close to a group. A declaration is never taken back.
create table fund.relationship (
  upk_id bigint not null,
  ksm bigint not null,
  number bigint not null,
  person bigint not null,
  kind text not null,
  note text not null,
  declared_on date not null,
  declared_by bigint not null,
  constraint relationship_pkey primary key (upk_id, number),
  constraint a_relationship_is_declared_once unique (upk_id, ksm, person, kind),
  constraint a_relationship_is_with_a_group
  foreign key (upk_id, ksm) references fund.ksm,
  constraint a_relation_is_a_person foreign key (person) references fund.person,
  constraint a_declarer_is_a_person foreign key (declared_by) references fund.person,
  constraint relationships_are_known check (
    kind in ('family', 'household', 'business', 'other')
  )
);

grant select, insert on
  fund.approval_step, fund.appraisal, fund.approval_chain, fund.approval_chain_step,
  fund.delegation, fund.relationship
to bergulir_writer;
