-- What a UPK lends by and to whom: policies, groups and their members.
create table fund.lending_policy (
  upk_id bigint not null,
  version bigint not null,
  valid_from date not null,
  first_loan_ceiling bigint not null,
  later_loan_ceiling bigint not null,
  shortest_term integer not null,
  longest_term integer not null,
  rate_millionths bigint not null,
  method text not null,
  round_unit bigint not null,
  early_settlement text not null,
  reserve_scheme text not null,
  minutes text not null,
  constraint lending_policy_pkey primary key (upk_id, version),
  constraint a_policy_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint one_policy_begins_on_a_day unique (upk_id, valid_from),
  constraint ceilings_rise check (
    0 < first_loan_ceiling and first_loan_ceiling <= later_loan_ceiling
  ),
  constraint terms_are_ordered check (0 < shortest_term and shortest_term <= longest_term),
  constraint rates_are_not_negative check (rate_millionths >= 0),
  constraint charge_methods_are_known check (method in ('flat', 'declining')),
  constraint round_units_are_positive check (round_unit > 0),
  constraint early_settlements_are_known check (early_settlement in ('waive', 'charge')),
  constraint reserve_schemes_are_known check (
    reserve_scheme in ('none', 'pnpmUrban', 'pnpmRural', 'ruralBank')
  )
);

create table fund.ksm (
  upk_id bigint not null,
  number bigint not null,
  name text not null,
  formed_on date not null,
  constraint ksm_pkey primary key (upk_id, number),
  constraint a_group_belongs_to_a_upk foreign key (upk_id) references fund.upk
);

create table fund.member (
  upk_id bigint not null,
  ksm bigint not null,
  number bigint not null,
  person_id bigint not null,
  joined_on date not null,
  left_on date,
  constraint member_pkey primary key (upk_id, ksm, number),
  constraint a_member_belongs_to_a_group foreign key (upk_id, ksm) references fund.ksm,
  constraint a_member_is_a_person foreign key (person_id) references fund.person,
  constraint a_member_leaves_after_joining check (joined_on < left_on)
);
create unique index a_person_is_in_one_group_of_a_upk on fund.member (upk_id, person_id)
where left_on is null;
