-- Books that began with files.

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
    'publication.record', 'balance.confirm'
  )
);
