-- Receipts for what comes in on claims, what takes them back, and why savings were not set off.

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
    'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse'
  )
);

-- Why the group's savings were not used; empty where it had none.
alter table fund.write_off
add column savings_kept text not null default '';

-- The receipt, in the series of repayments'; null for what came in before receipts were given.
alter table fund.claim_recovery
add column receipt_year integer,
add column receipt_number bigint,
add column account integer,
add column voucher_kind text,
add column voucher_year integer,
add column voucher_number bigint,
add column recorded_by bigint,
add constraint a_recovery_has_its_voucher
foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
add constraint a_claim_receipt_is_numbered_once unique (upk_id, receipt_year, receipt_number),
add constraint a_recovery_is_recorded_by_a_person
foreign key (recorded_by) references fund.person,
add constraint a_claim_receipt_is_whole check (
  num_nulls(
    receipt_year, receipt_number, account, voucher_kind, voucher_year, voucher_number, recorded_by
  ) in (0, 7)
),
add constraint a_claim_receipt_is_numbered_in_its_year check (
  extract(year from recovered_on) = receipt_year and receipt_number >= 1
),
add constraint recoveries_come_in_cash_or_to_the_bank check (account in (11010, 11021));

create table fund.claim_reversal (
  upk_id bigint not null,
  loan bigint not null,
  recovery integer not null,
  reversed_on date not null,
  reason text not null,
  recorded_by bigint not null,
  constraint a_recovery_is_reversed_once primary key (upk_id, loan, recovery),
  constraint a_claim_reversal_is_of_a_recovery
  foreign key (upk_id, loan, recovery) references fund.claim_recovery,
  constraint a_claim_reversal_is_recorded_by_a_person
  foreign key (recorded_by) references fund.person
);

grant select, insert on fund.claim_reversal to bergulir_writer;
