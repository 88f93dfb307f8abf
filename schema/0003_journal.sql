-- The books and the chain of events: one stream for each UPK, and stream 0 for the province.

-- The row that every writer locks first. Few bytes, often rewritten: half of each page stays free
-- so that a new version finds room on the same page.
create table fund.head (
  upk_id bigint not null,
  next_seq bigint not null,
  last_hash bytea not null,
  latest_day date not null,
  constraint head_pkey primary key (upk_id),
  constraint sequences_begin_at_one check (next_seq >= 1),
  constraint head_hashes_are_sha256 check (octet_length(last_hash) = 32)
)
with (fillfactor = 50);

-- The next number of each series, such as KM-2017 or loan. A sequence would leave gaps.
-- No foreign key leads to the head, here or from events: its row is locked whenever they change.
create table fund.counter (
  upk_id bigint not null,
  name text collate "C" not null,
  next bigint not null,
  constraint counter_pkey primary key (upk_id, name),
  constraint series_begin_at_one check (next >= 2)
)
with (fillfactor = 50);

-- One row for each accepted command: journal header, audit entry and memory of the request at once.
-- The hash chains each event to the one before; the transaction's number lets readers follow the
-- stream without gaps. Persons stand here by number, never by name or NIK.
create table fund.event (
  upk_id bigint not null,
  seq bigint not null,
  request_id uuid not null,
  kind text not null,
  principal_id bigint not null,
  person_id bigint not null,
  subject text not null,
  booked_on date not null,
  recorded_at timestamptz not null,
  txid xid8 not null default pg_current_xact_id(),
  content jsonb not null,
  outcome jsonb not null,
  vouchers text[] not null,
  hash bytea not null,
  constraint event_pkey primary key (upk_id, seq),
  constraint a_request_is_recorded_once unique (upk_id, principal_id, kind, request_id),
  constraint events_are_numbered_from_one check (seq >= 1),
  constraint event_hashes_are_sha256 check (octet_length(hash) = 32),
  constraint event_kinds_are_known check (
    kind in (
      'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
      'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
      'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
      'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post'
    )
  )
);

create table fund.account (
  upk_id bigint not null,
  code integer not null,
  name text not null,
  constraint account_pkey primary key (upk_id, code),
  constraint an_account_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint account_codes_have_five_digits check (code between 10000 and 59999)
);

create table fund.voucher (
  upk_id bigint not null,
  kind text not null,
  year integer not null,
  number bigint not null,
  seq bigint not null,
  booked_on date not null,
  description text not null,
  reference text,
  constraint voucher_pkey primary key (upk_id, kind, year, number),
  constraint a_voucher_belongs_to_an_event foreign key (upk_id, seq) references fund.event,
  constraint voucher_kinds_are_known check (kind in ('KM', 'KK', 'PB')),
  constraint vouchers_are_numbered_from_one check (number >= 1),
  constraint a_voucher_is_numbered_in_its_year check (extract(year from booked_on) = year)
);
create unique index a_reference_is_used_once on fund.voucher (upk_id, reference)
where reference is not null;
create index voucher_event on fund.voucher (upk_id, seq);

-- One movement from one account to another, so that no voucher can be out of balance.
create table fund.posting (
  upk_id bigint not null,
  seq bigint not null,
  line integer not null,
  voucher_kind text not null,
  voucher_year integer not null,
  voucher_number bigint not null,
  booked_on date not null,
  debit integer not null,
  credit integer not null,
  amount bigint not null,
  loan bigint,
  constraint posting_pkey primary key (upk_id, seq, line),
  constraint a_posting_belongs_to_a_voucher
  foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
  constraint a_debit_is_in_the_chart foreign key (upk_id, debit) references fund.account,
  constraint a_credit_is_in_the_chart foreign key (upk_id, credit) references fund.account,
  constraint a_posting_moves_something check (amount > 0),
  constraint a_posting_moves_somewhere check (debit <> credit),
  constraint postings_are_numbered_from_one check (line >= 1)
);
create index posting_loan on fund.posting (upk_id, loan) where loan is not null;

-- The province's stream; those of the UPK are made with them. No day comes before the first that
-- the calendar has.
insert into fund.head (upk_id, next_seq, last_hash, latest_day)
values (0, 1, decode(repeat('00', 32), 'hex'), '1900-01-01');
