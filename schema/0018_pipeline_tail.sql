-- Money received without a name is given to a group later; delegations and relationships end.

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
    'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end'
  )
);

-- What of 21030 was unnamed and is a group's from a day on, or no longer.
create table fund.suspense_assignment (
  upk_id bigint not null,
  number bigint not null,
  ksm bigint not null,
  amount bigint not null,
  assigned_on date not null,
  assigned_by bigint not null,
  reason text not null,
  takes_back bigint,
  constraint suspense_assignment_pkey primary key (upk_id, number),
  constraint an_assignment_is_to_a_group foreign key (upk_id, ksm) references fund.ksm,
  constraint an_assigner_is_a_person foreign key (assigned_by) references fund.person,
  constraint an_assignment_taken_back_is_there
  foreign key (upk_id, takes_back) references fund.suspense_assignment,
  constraint an_assignment_is_taken_back_once unique (upk_id, takes_back),
  constraint what_takes_back_is_negative check (
    amount <> 0 and (amount < 0) = (takes_back is not null)
  )
);
create index suspense_assignment_of_ksm on fund.suspense_assignment (upk_id, ksm, assigned_on);

-- A delegation that ended before its last day: from which day on, by whom and why.
create table fund.delegation_revocation (
  upk_id bigint not null,
  delegation bigint not null,
  revoked_on date not null,
  revoked_by bigint not null,
  reason text not null,
  constraint a_delegation_is_revoked_once primary key (upk_id, delegation),
  constraint a_revoked_delegation_is_there
  foreign key (upk_id, delegation) references fund.delegation,
  constraint a_revoker_is_a_person foreign key (revoked_by) references fund.person
);

-- A relationship that is over. Whoever is close again is declared again.
create table fund.relationship_end (
  upk_id bigint not null,
  relationship bigint not null,
  ended_on date not null,
  ended_by bigint not null,
  reason text not null,
  constraint a_relationship_ends_once primary key (upk_id, relationship),
  constraint an_ended_relationship_is_there
  foreign key (upk_id, relationship) references fund.relationship,
  constraint an_ender_is_a_person foreign key (ended_by) references fund.person
);

alter table fund.relationship
drop constraint a_relationship_is_declared_once,
add constraint a_relationship_is_declared_once_a_day
unique (upk_id, ksm, person, kind, declared_on);

grant select, insert on
  fund.suspense_assignment, fund.delegation_revocation, fund.relationship_end
to bergulir_writer;
