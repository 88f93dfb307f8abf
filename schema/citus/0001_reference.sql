-- What every UPK's rows lead to and what belongs to no UPK stands whole on every node: a join with
-- it asks one node, and a foreign key to it holds. Such a table is written rarely, on all nodes at
-- once. The first setting keeps to one connection a node, as foreign keys to such a table want it,
-- and the second leaves the tables alone that the next step spreads.
set local citus.multi_shard_modify_mode = 'sequential';
set local citus.enable_local_reference_table_foreign_keys = off;

-- Which steps of this folder were taken. Like fund.schema_migration it is asked only by a migrator
-- and by a daemon that starts, and both ask the coordinator: no other node has it.
-- local: fund.schema_migration
-- local: fund.citus_step
create table fund.citus_step (
  version integer not null,
  name text not null,
  sha256 bytea not null,
  applied_at timestamptz not null default now(),
  constraint citus_step_pkey primary key (version),
  constraint citus_steps_are_numbered_from_one check (version >= 1),
  constraint citus_checksums_are_sha256 check (octet_length(sha256) = 32)
);
grant select on fund.citus_step to bergulir_writer;

select create_reference_table('fund.region');
select create_reference_table('fund.bkm');
select create_reference_table('fund.upk');
select create_reference_table('fund.person');
select create_reference_table('fund.training');
select create_reference_table('fund.instrument');
select create_reference_table('fund.policy_bounds');

-- Who has an open share, in whatever UPK: the one key that crosses UPK. A key without upk_id can be
-- unique only in a table that every node has whole, and such a table may not lead to one that is
-- spread. Without the foreign key a claim is for a loan because one command writes both, and the
-- daemon may not delete a loan.
alter table fund.borrower_claim drop constraint a_claim_is_for_a_loan;
select create_reference_table('fund.borrower_claim');
