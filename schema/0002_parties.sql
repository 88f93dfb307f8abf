-- Who there is: the map, the boards, their lending units, persons, offices and accounts at the
-- daemon. These belong to no single UPK, and their events stand in the province's own stream.
create table fund.region (
  code text collate "C" not null,
  name text not null,
  constraint region_pkey primary key (code),
  constraint region_codes_have_their_form check (code ~ '^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$')
);

create table fund.bkm (
  code text collate "C" not null,
  name text not null,
  region text collate "C" not null,
  constraint bkm_pkey primary key (code),
  constraint a_board_is_in_a_region foreign key (region) references fund.region
);

create table fund.upk (
  upk_id bigint not null,
  code text collate "C" not null,
  name text not null,
  bkm text collate "C" not null,
  region text collate "C" not null,
  operating_since date not null,
  constraint upk_pkey primary key (upk_id),
  constraint a_code_names_one_upk unique (code),
  constraint a_upk_belongs_to_a_board foreign key (bkm) references fund.bkm,
  constraint a_upk_is_in_a_region foreign key (region) references fund.region,
  constraint a_upk_is_no_province check (upk_id >= 1),
  constraint operation_begins_with_a_month check (extract(day from operating_since) = 1)
);

-- The only place for names and NIK, and they are sealed: the digest is keyed, the rest encrypted
-- with a key that is not in the database.
create table fund.person (
  person_id bigint not null,
  gender text not null,
  nik_digest bytea,
  sealed bytea not null,
  constraint person_pkey primary key (person_id),
  constraint a_nik_belongs_to_one_person unique (nik_digest),
  constraint genders_are_known check (gender in ('female', 'male')),
  constraint nik_digests_are_sha256 check (octet_length(nik_digest) = 32)
);

create table fund.assignment (
  assignment_id bigint not null,
  person_id bigint not null,
  role text not null,
  scope text not null,
  scope_region text collate "C",
  scope_upk_id bigint,
  valid_from date not null,
  valid_until date,
  constraint assignment_pkey primary key (assignment_id),
  constraint an_assignment_is_of_a_person foreign key (person_id) references fund.person,
  constraint a_scope_region_is_registered foreign key (scope_region) references fund.region,
  constraint a_scope_upk_is_registered foreign key (scope_upk_id) references fund.upk,
  constraint roles_are_known check (
    role in (
      'administrator', 'cashier', 'bookkeeper', 'loanOfficer', 'manager', 'bkmCoordinator',
      'bkmMember', 'supervisor', 'facilitator', 'volunteer', 'cityCoordinator',
      'provinceConsultant', 'centralConsultant', 'wardOffice', 'signatory'
    )
  ),
  constraint a_scope_is_one_place check (
    (scope = 'province' and scope_region is null and scope_upk_id is null)
    or (scope = 'region' and scope_region is not null and scope_upk_id is null)
    or (scope = 'upk' and scope_region is null and scope_upk_id is not null)
  ),
  constraint an_assignment_ends_after_it_begins check (valid_from <= valid_until)
);
create index assignment_person on fund.assignment (person_id);

create table fund.principal (
  principal_id bigint not null,
  person_id bigint not null,
  label text collate "C" not null,
  constraint principal_pkey primary key (principal_id),
  constraint a_label_names_one_principal unique (label),
  constraint a_principal_is_of_a_person foreign key (person_id) references fund.person,
  -- Number 0 is the system itself, which makes the first administrator.
  constraint a_principal_is_not_the_system check (principal_id >= 1)
);

create table fund.token (
  token_id bigint not null,
  principal_id bigint not null,
  hash bytea not null,
  issued_on date not null,
  expires_on date not null,
  revoked_on date,
  constraint token_pkey primary key (token_id),
  constraint a_token_proves_one_principal unique (hash),
  constraint a_token_is_of_a_principal foreign key (principal_id) references fund.principal,
  constraint a_token_lives_a_day check (issued_on < expires_on)
);
