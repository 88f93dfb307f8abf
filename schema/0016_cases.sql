-- What was done about loans in arrears, and what offices answered. A case itself stands nowhere: it
-- is there while something is overdue.

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
    'write-off.waive', 'case.record', 'case.escalate', 'case.answer'
  )
);

-- One step of a case. A report to an office waits for its answer.
create table fund.case_step (
  upk_id bigint not null,
  number bigint not null,
  loan bigint not null,
  action text not null,
  done_on date not null,
  done_by bigint not null,
  note text not null,
  evidence text not null,
  -- What the group promised to pay, and by when; both null where it promised nothing.
  promised bigint,
  promised_by date,
  -- The last day for an office's answer; null for what no office is asked.
  answer_due date,
  constraint case_step_pkey primary key (upk_id, number),
  constraint a_case_is_of_a_loan foreign key (upk_id, loan) references fund.loan,
  constraint a_step_is_done_by_a_person foreign key (done_by) references fund.person,
  constraint case_actions_are_known check (
    action in (
      'reminder', 'visit', 'bill', 'warning1', 'jointLiabilityMeeting', 'warning2', 'boardReport',
      'boardVisit', 'warning3', 'savingsSetOff', 'wardReport', 'cityReport', 'boardDecision',
      'provinceReport'
    )
  ),
  constraint a_promise_has_an_amount_and_a_day check (
    (promised is null) = (promised_by is null) and promised > 0 and promised_by > done_on
  ),
  constraint reports_alone_wait_for_an_answer check (
    (answer_due is not null)
    = (action in ('boardReport', 'wardReport', 'cityReport', 'provinceReport'))
    and answer_due >= done_on
  )
);
create index case_step_of_loan on fund.case_step (upk_id, loan, number);

-- One answer to one escalation.
create table fund.case_answer (
  upk_id bigint not null,
  step bigint not null,
  answered_on date not null,
  answered_by bigint not null,
  answer text not null,
  evidence text not null,
  constraint an_escalation_is_answered_once primary key (upk_id, step),
  constraint an_answer_is_to_a_step foreign key (upk_id, step) references fund.case_step,
  constraint an_answer_is_given_by_a_person foreign key (answered_by) references fund.person
);

grant select, insert on fund.case_step, fund.case_answer to bergulir_writer;
