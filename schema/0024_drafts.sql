-- An application may be kept as a draft: a form that is not handed in yet.

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
    'budget.approve', 'books.request-release', 'books.release', 'books.import', 'complaint.record',
    'complaint.answer', 'meeting.record', 'supervision.record', 'finding.answer',
    'publication.record', 'balance.confirm', 'application.draft', 'application.submit-draft'
  )
);

-- What a draft asks for is kept apart from shares, which belong to members: nobody looked yet
-- whether it does.
alter table fund.application
add column draft_members bigint[],
add column draft_amounts bigint[],
add constraint a_draft_has_shares check (
  (draft_members is null) = (draft_amounts is null)
  and cardinality(draft_members) = cardinality(draft_amounts)
  and (state <> 'draft' or draft_members is not null)
  and (draft_members is null or state in ('draft', 'cancelled'))
),
add constraint a_draft_has_no_place check (draft_members is null or completed_on is null),
drop constraint complete_means_nothing_missing,
add constraint complete_means_nothing_missing check (
  draft_members is not null or (completed_on is null) = (missing <> '{}')
);

grant update (purpose, business_stage, months, submitted_on, draft_members, draft_amounts)
on fund.application to bergulir_writer;
