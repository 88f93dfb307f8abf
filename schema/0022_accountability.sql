-- What the fund answers for before its people: complaints, meetings, inspections by the supervisors
-- and what they found, reports made public, and balances as borrowers know them. None of it names
-- anybody outside an office.

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

-- Sums over areas ask for one month of many UPK.
create index period_month on fund.period (month, upk_id);

create table fund.complaint (
  upk_id bigint not null,
  number bigint not null,
  received_on date not null,
  channel text not null,
  text text not null,
  received_by bigint not null,
  constraint complaint_pkey primary key (upk_id, number),
  constraint a_complaint_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_complaint_is_received_by_a_person
  foreign key (received_by) references fund.person,
  constraint complaint_channels_are_known check (
    channel in ('inPerson', 'letter', 'box', 'phone', 'message', 'meeting')
  ),
  constraint a_complaint_says_something check (text <> '')
);

create table fund.complaint_answer (
  upk_id bigint not null,
  complaint bigint not null,
  answered_on date not null,
  answered_by bigint not null,
  answer text not null,
  constraint a_complaint_is_answered_once primary key (upk_id, complaint),
  constraint an_answer_is_to_a_complaint
  foreign key (upk_id, complaint) references fund.complaint,
  constraint a_complaint_is_answered_by_a_person
  foreign key (answered_by) references fund.person
);

create table fund.meeting (
  upk_id bigint not null,
  number bigint not null,
  kind text not null,
  ksm bigint,
  held_on date not null,
  women integer not null,
  men integer not null,
  minutes text not null,
  note text not null,
  constraint meeting_pkey primary key (upk_id, number),
  constraint a_meeting_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_meeting_of_a_group_has_its_group foreign key (upk_id, ksm) references fund.ksm,
  constraint meeting_kinds_are_known check (kind in ('rwt', 'bkm', 'group')),
  constraint a_group_alone_meets_as_a_group check ((kind = 'group') = (ksm is not null)),
  constraint somebody_came_to_a_meeting check (women >= 0 and men >= 0 and women + men > 0)
);
create index meeting_day on fund.meeting (upk_id, held_on);

create table fund.supervision (
  upk_id bigint not null,
  number bigint not null,
  held_on date not null,
  supervisor bigint not null,
  note text not null,
  constraint supervision_pkey primary key (upk_id, number),
  constraint a_supervision_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_supervision_is_by_a_person foreign key (supervisor) references fund.person
);
create index supervision_day on fund.supervision (upk_id, held_on);

create table fund.publication (
  upk_id bigint not null,
  number bigint not null,
  kind text not null,
  month date not null,
  published_on date not null,
  published_by bigint not null,
  reference text not null,
  constraint publication_pkey primary key (upk_id, number),
  constraint a_month_is_published_once unique (upk_id, kind, month),
  constraint a_publication_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_publication_is_by_a_person foreign key (published_by) references fund.person,
  constraint publication_kinds_are_known check (kind in ('notice-sheet', 'bkm-report')),
  constraint a_publication_is_of_a_month check (extract(day from month) = 1),
  constraint a_month_is_published_after_its_end check (
    published_on >= month + interval '1 month'
  )
);

create table fund.balance_confirmation (
  upk_id bigint not null,
  number bigint not null,
  as_of date not null,
  recorded_on date not null,
  supervisor bigint not null,
  scope text not null,
  constraint balance_confirmation_pkey primary key (upk_id, number),
  constraint a_confirmation_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_confirmation_is_by_a_person foreign key (supervisor) references fund.person,
  constraint confirmation_scopes_are_known check (scope in ('sample', 'all')),
  constraint a_confirmation_asks_about_the_past check (as_of <= recorded_on)
);

create table fund.confirmed_balance (
  upk_id bigint not null,
  confirmation bigint not null,
  loan bigint not null,
  member bigint not null,
  line integer not null,
  stated bigint not null,
  -- What the books said when it was recorded, of the day asked about.
  books bigint not null,
  evidence text not null,
  constraint a_share_is_asked_about_once primary key (upk_id, confirmation, loan, member),
  constraint a_balance_is_of_a_confirmation
  foreign key (upk_id, confirmation) references fund.balance_confirmation,
  constraint a_balance_is_of_a_share
  foreign key (upk_id, loan, member) references fund.loan_share (upk_id, loan, member),
  constraint balances_are_not_negative check (stated >= 0 and books >= 0)
);

-- Opened by an inspection, or by a balance that a borrower proved.
create table fund.finding (
  upk_id bigint not null,
  number bigint not null,
  supervision bigint,
  confirmation bigint,
  found_on date not null,
  found_by bigint not null,
  text text not null,
  due date not null,
  constraint finding_pkey primary key (upk_id, number),
  constraint a_finding_is_of_a_supervision
  foreign key (upk_id, supervision) references fund.supervision,
  constraint a_finding_is_of_a_confirmation
  foreign key (upk_id, confirmation) references fund.balance_confirmation,
  constraint a_finding_is_by_a_person foreign key (found_by) references fund.person,
  constraint a_finding_has_one_source check (num_nonnulls(supervision, confirmation) = 1),
  constraint a_finding_leaves_time_for_an_answer check (due >= found_on)
);

create table fund.finding_answer (
  upk_id bigint not null,
  finding bigint not null,
  answered_on date not null,
  answered_by bigint not null,
  answer text not null,
  evidence text not null,
  constraint a_finding_is_answered_once primary key (upk_id, finding),
  constraint an_answer_is_to_a_finding foreign key (upk_id, finding) references fund.finding,
  constraint a_finding_is_answered_by_a_person foreign key (answered_by) references fund.person
);

grant select, insert on
  fund.complaint, fund.complaint_answer, fund.meeting, fund.supervision, fund.publication,
  fund.balance_confirmation, fund.confirmed_balance, fund.finding, fund.finding_answer
to bergulir_writer;
