-- Reversals of manual vouchers, accounts that a UPK opens, and what the books are held against.

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
    'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'journal.reverse',
    'account.open'
  )
);

-- The voucher that a voucher takes back; each is taken back once.
alter table fund.voucher
add column reverses_kind text,
add column reverses_year integer,
add column reverses_number bigint,
add constraint a_reversal_is_of_a_voucher
foreign key (upk_id, reverses_kind, reverses_year, reverses_number) references fund.voucher,
add constraint a_reversal_names_its_voucher_whole check (
  num_nulls(reverses_kind, reverses_year, reverses_number) in (0, 3)
),
add constraint a_voucher_does_not_reverse_itself check (
  (reverses_kind, reverses_year, reverses_number) is distinct from (kind, year, number)
);
create unique index a_voucher_is_reversed_once on fund.voucher
(upk_id, reverses_kind, reverses_year, reverses_number)
where reverses_number is not null;
