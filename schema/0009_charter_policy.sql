-- Charters, the headings of lending policies that are words, the province's bounds, and who knows
-- which policy. Policies from before keep empty words: what was not asked for is not made up.

alter table fund.event
drop constraint event_kinds_are_known,
add constraint event_kinds_are_known check (
  kind in (
    'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
    'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
    'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
    'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
    'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit',
    'savings.withdraw', 'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge'
  )
);

alter table fund.lending_policy
add column borrower_criteria text not null default '',
add column joint_liability text not null default '',
add column savings_account text not null default 'none',
-- Null where the board does not lend to those who will start a business.
add column start_up_ceiling bigint,
add column start_up_longest_term integer,
add column reason text not null default '',
add constraint savings_accounts_are_known check (savings_account in ('none', 'group', 'member')),
add constraint a_start_up_rule_is_whole check (
  (start_up_ceiling is null) = (start_up_longest_term is null)
),
add constraint a_start_up_rule_lends_something check (
  start_up_ceiling > 0 and start_up_longest_term > 0
);

alter table fund.lending_policy
alter column borrower_criteria drop default,
alter column joint_liability drop default,
alter column savings_account drop default,
alter column reason drop default;

-- Who knows which version of a policy; nobody forgets.
create table fund.policy_acknowledgement (
  upk_id bigint not null,
  version bigint not null,
  person_id bigint not null,
  acknowledged_on date not null,
  constraint policy_acknowledgement_pkey primary key (upk_id, version, person_id),
  constraint an_acknowledged_policy_is_there
  foreign key (upk_id, version) references fund.lending_policy,
  constraint a_policy_is_acknowledged_by_a_person
  foreign key (person_id) references fund.person
);

-- Null for a clause that the charter lacks.
create table fund.charter (
  upk_id bigint not null,
  version bigint not null,
  valid_from date not null,
  deed text not null,
  poverty_tool text,
  lending_only text,
  income_for_unit_only text,
  minutes text not null,
  constraint charter_pkey primary key (upk_id, version),
  constraint a_charter_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint one_charter_begins_on_a_day unique (upk_id, valid_from)
);

-- The province's: within what boards may set their policies.
create table fund.policy_bounds (
  version bigint not null,
  valid_from date not null,
  least_ceiling bigint not null,
  most_ceiling bigint not null,
  least_term bigint not null,
  most_term bigint not null,
  least_rate_millionths bigint not null,
  most_rate_millionths bigint not null,
  round_units bigint[] not null,
  savings_accounts text[] not null,
  -- Null where no board may lend to those who will start a business.
  least_start_up_ceiling bigint,
  most_start_up_ceiling bigint,
  least_start_up_term bigint,
  most_start_up_term bigint,
  reason text not null,
  constraint policy_bounds_pkey primary key (version),
  constraint one_version_of_bounds_begins_on_a_day unique (valid_from),
  constraint bounds_of_ceilings_are_ordered check (
    0 < least_ceiling and least_ceiling <= most_ceiling
  ),
  constraint bounds_of_terms_are_ordered check (0 < least_term and least_term <= most_term),
  constraint bounds_of_rates_are_ordered check (
    0 <= least_rate_millionths and least_rate_millionths <= most_rate_millionths
  ),
  constraint bounds_allow_a_round_unit check (cardinality(round_units) > 0),
  constraint bounds_allow_a_savings_account check (cardinality(savings_accounts) > 0),
  constraint allowed_savings_accounts_are_known check (
    savings_accounts <@ array['none', 'group', 'member']
  ),
  constraint bounds_of_start_ups_are_whole check (
    num_nulls(
      least_start_up_ceiling, most_start_up_ceiling, least_start_up_term, most_start_up_term
    ) in (0, 4)
  ),
  constraint bounds_of_start_ups_are_ordered check (
    0 < least_start_up_ceiling and least_start_up_ceiling <= most_start_up_ceiling
    and 0 < least_start_up_term and least_start_up_term <= most_start_up_term
  )
);

alter table fund.application
add column business_stage text not null default 'existing',
add constraint business_stages_are_known check (business_stage in ('existing', 'startUp'));

alter table fund.application alter column business_stage drop default;

grant select, insert on
  fund.policy_acknowledgement, fund.charter, fund.policy_bounds
to bergulir_writer;
