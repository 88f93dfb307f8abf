-- The stop of all writes to a UPK whose books a verification found altered, until one person asks
-- for its release and another confirms it.
create table fund.freeze (
  upk_id bigint not null,
  number bigint not null,
  frozen_on date not null,
  control text not null,
  place text not null,
  what text not null,
  expected text not null,
  found text not null,
  requested_on date,
  requested_by bigint,
  reason text,
  released_on date,
  released_by bigint,
  constraint freeze_pkey primary key (upk_id, number),
  constraint a_freeze_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_requester_is_a_person foreign key (requested_by) references fund.person,
  constraint a_releaser_is_a_person foreign key (released_by) references fund.person,
  constraint freezes_are_numbered_from_one check (number >= 1),
  constraint a_release_request_is_whole check (
    num_nonnulls(requested_on, requested_by, reason) in (0, 3)
  ),
  constraint a_release_is_confirmed_by_a_second_person check (
    num_nonnulls(released_on, released_by) in (0, 2)
    and (released_by is null or requested_by is not null)
    and released_by <> requested_by
  )
);
create unique index a_upk_is_frozen_once on fund.freeze (upk_id) where released_on is null;

grant select, insert on fund.freeze to bergulir_writer;
grant update (requested_on, requested_by, reason, released_on, released_by)
  on fund.freeze to bergulir_writer;

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
    'budget.approve', 'books.request-release', 'books.release'
  )
);
