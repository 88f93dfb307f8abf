-- Reversals of manual vouchers, accounts that a UPK opens, and what the books are held against.

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
    'asset.register', 'asset.depreciate'
  )
);

-- The voucher that a voucher takes back; each is taken back once.
alter table fund.voucher
add column reverses_kind text,
add column reverses_year integer,
add column reverses_number bigint,
add constraint a_reversal_is_of_a_voucher
foreign key (upk_id, reverses_kind, reverses_year, reverses_number) references fund.voucher,
add constraint a_reversal_names_its_voucher_whole check (
  num_nulls(reverses_kind, reverses_year, reverses_number) in (0, 3)
),
add constraint a_voucher_does_not_reverse_itself check (
  (reverses_kind, reverses_year, reverses_number) is distinct from (kind, year, number)
);
create unique index a_voucher_is_reversed_once on fund.voucher
(upk_id, reverses_kind, reverses_year, reverses_number)
where reverses_number is not null;

-- What the cashier found in the cash box at the end of a day, beside what 11010 said.
create table fund.cash_count (
  upk_id bigint not null,
  number bigint not null,
  counted_on date not null,
  counted bigint not null,
  ledger bigint not null,
  counter bigint not null,
  witness bigint not null,
  note text not null,
  constraint cash_count_pkey primary key (upk_id, number),
  constraint a_count_belongs_to_a_upk foreign key (upk_id) references fund.upk,
  constraint a_count_is_by_a_person foreign key (counter) references fund.person,
  constraint a_count_is_seen_by_a_person foreign key (witness) references fund.person,
  constraint a_count_is_seen_by_another_person check (witness <> counter),
  constraint cash_is_not_below_nothing check (counted >= 0),
  constraint counts_are_numbered_from_one check (number >= 1)
);

-- The voucher that booked what a count found over or missing.
create table fund.cash_difference (
  upk_id bigint not null,
  count bigint not null,
  voucher_kind text not null,
  voucher_year integer not null,
  voucher_number bigint not null,
  constraint a_difference_is_booked_once primary key (upk_id, count),
  constraint a_difference_is_of_a_count foreign key (upk_id, count) references fund.cash_count,
  constraint a_difference_is_booked_by_a_voucher
  foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher
);

-- A bank account of one month held against the bank's statement; the last version counts.
create table fund.reconciliation (
  upk_id bigint not null,
  number bigint not null,
  account integer not null,
  month date not null,
  version bigint not null,
  reconciled_on date not null,
  statement_opening bigint not null,
  statement_balance bigint not null,
  ledger_balance bigint not null,
  is_reconciled boolean not null,
  constraint reconciliation_pkey primary key (upk_id, number),
  constraint a_month_is_reconciled_in_versions unique (upk_id, account, month, version),
  constraint a_reconciliation_is_of_an_account
  foreign key (upk_id, account) references fund.account,
  constraint banks_alone_are_reconciled check (account in (11021, 11022)),
  constraint a_reconciled_month_begins_on_its_first_day check (extract(day from month) = 1),
  constraint a_month_is_over_when_it_is_reconciled check (
    reconciled_on >= month + interval '1 month'
  ),
  constraint reconciliations_are_numbered_from_one check (number >= 1 and version >= 1)
);

-- What bank and books agree on, or one of them alone has.
create table fund.reconciliation_item (
  upk_id bigint not null,
  reconciliation bigint not null,
  item integer not null,
  amount bigint not null,
  stated_on date,
  statement text,
  booked_on date,
  voucher_kind text,
  voucher_year integer,
  voucher_number bigint,
  constraint reconciliation_item_pkey primary key (upk_id, reconciliation, item),
  constraint an_item_is_of_a_reconciliation
  foreign key (upk_id, reconciliation) references fund.reconciliation,
  constraint an_item_is_booked_by_a_voucher
  foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
  constraint an_item_moves_something check (amount <> 0),
  constraint an_item_is_of_the_bank_or_the_books check (
    num_nulls(stated_on, statement) in (0, 2)
    and num_nulls(booked_on, voucher_kind, voucher_year, voucher_number) in (0, 4)
    and num_nonnulls(stated_on, booked_on) >= 1
  )
);

-- The register of assets on 12020, and what each lost in the books of a month.
create table fund.asset (
  upk_id bigint not null,
  number bigint not null,
  name text not null,
  cost bigint not null,
  bought_on date not null,
  life integer not null,
  voucher_kind text not null,
  voucher_year integer not null,
  voucher_number bigint not null,
  registered_on date not null,
  constraint asset_pkey primary key (upk_id, number),
  constraint an_asset_is_bought_by_a_voucher
  foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
  constraint an_asset_costs_something check (cost > 0),
  constraint an_asset_lasts_at_most_twenty_years check (life between 1 and 240),
  constraint an_asset_is_registered_after_it_was_bought check (registered_on >= bought_on),
  constraint assets_are_numbered_from_one check (number >= 1)
);

create table fund.depreciation (
  upk_id bigint not null,
  asset bigint not null,
  month date not null,
  amount bigint not null,
  voucher_kind text not null,
  voucher_year integer not null,
  voucher_number bigint not null,
  constraint an_asset_is_depreciated_once_a_month primary key (upk_id, asset, month),
  constraint depreciation_is_of_an_asset foreign key (upk_id, asset) references fund.asset,
  constraint depreciation_is_booked_by_a_voucher
  foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
  constraint depreciation_takes_something check (amount > 0),
  constraint a_depreciated_month_begins_on_its_first_day check (extract(day from month) = 1)
);

grant select, insert on
  fund.cash_count, fund.cash_difference, fund.reconciliation, fund.reconciliation_item,
  fund.asset, fund.depreciation
to bergulir_writer;
