-- The house: the schema, the record of migrations, and the role that the daemon works as.
create schema fund;

create table fund.schema_migration (
  version integer not null,
  name text not null,
  sha256 bytea not null,
  applied_at timestamptz not null default now(),
  constraint schema_migration_pkey primary key (version),
  constraint migrations_are_numbered_from_one check (version >= 1),
  constraint migration_checksums_are_sha256 check (octet_length(sha256) = 32)
);

-- Roles belong to the cluster and not to the database, so the role may be there already: from
-- another database, or made by an administrator. SQL has no "create role if not exists", hence the
-- only block of procedural code in this folder. The role cannot log in: the daemon's login is made
-- a member of it, and every session of the daemon becomes it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'bergulir_writer') then
    create role bergulir_writer nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;
