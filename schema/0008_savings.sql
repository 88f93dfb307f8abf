-- What groups save with a UPK: 21020 in the general ledger, and by group the sum of its postings.

alter table fund.event
drop constraint event_kinds_are_known,
add constraint event_kinds_are_known check (
  kind in (
    'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
    'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
    'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
    'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
    'period.close', 'recovery.confirm', 'collection.record',
    'savings.deposit', 'savings.withdraw', 'savings.bank'
  )
);

-- The group whose savings a posting moves. What was booked by hand before has none, and stays.
alter table fund.posting
add column ksm bigint,
add constraint savings_belong_to_a_group foreign key (upk_id, ksm) references fund.ksm,
add constraint savings_name_their_group check (
  (ksm is not null) = (debit = 21020 or credit = 21020)
) not valid;

create index posting_ksm on fund.posting (upk_id, ksm) where ksm is not null;
create index posting_savings on fund.posting (upk_id, booked_on)
where debit in (11012, 11022, 21020) or credit in (11012, 11022, 21020);
