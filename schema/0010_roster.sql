-- Trainings, the papers of an appointment, plans of repairs, and what a UPK brings along.

alter table fund.event
drop constraint event_kinds_are_known,
add constraint event_kinds_are_known check (
  kind in (
    'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
    'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
    'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
    'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
    'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit',
    'savings.withdraw', 'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge',
    'person.file', 'person.train', 'repair.plan'
  )
);

-- Whether the kelurahan ran P2KP or PNPM before, and the day on which the UPK was registered here.
alter table fund.upk
add column ran_earlier_programme boolean not null default false,
add column live_from date not null default current_date;
alter table fund.upk
alter column ran_earlier_programme drop default,
alter column live_from drop default;

-- The board's minutes of an appointment and the job description, each with the day from which it
-- counts.
alter table fund.assignment
add column minutes text,
add column minutes_on date,
add column duties text,
add column duties_on date,
add constraint filed_papers_have_their_day check (
  (minutes is null) = (minutes_on is null) and (duties is null) = (duties_on is null)
);
create index assignment_place on fund.assignment (scope, scope_upk_id, scope_region);

-- One row for each person who took part.
create table fund.training (
  training_id bigint not null,
  person_id bigint not null,
  topic text not null,
  trained_on date not null,
  reference text not null,
  constraint training_pkey primary key (training_id, person_id),
  constraint a_training_is_of_a_person foreign key (person_id) references fund.person,
  constraint training_topics_are_known check (
    topic in (
      'institution', 'supervision', 'unitOperation', 'revolvingLoan', 'entrepreneurship',
      'householdEconomy'
    )
  ),
  constraint a_person_is_trained_in_a_topic_once_a_day unique (person_id, topic, trained_on)
);

-- Who repairs what of the institution, and by when. Whether it is done stands nowhere.
create table fund.recovery_task (
  upk_id bigint not null,
  number bigint not null,
  repair text not null,
  responsible bigint not null,
  due date not null,
  note text not null,
  planned_on date not null,
  constraint recovery_task_pkey primary key (upk_id, number),
  constraint a_repair_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint somebody_answers_for_a_repair foreign key (responsible) references fund.person,
  constraint repairs_are_known check (
    repair in ('appointSupervisors', 'trainBoard', 'openBoardAccount')
  ),
  constraint a_repair_is_due_after_its_plan check (planned_on <= due)
);

grant update (minutes, minutes_on, duties, duties_on) on fund.assignment to bergulir_writer;
grant select, insert on fund.training, fund.recovery_task to bergulir_writer;
