-- Which key names and NIK are sealed with: its number, and what its file is known again by. A
-- daemon with another file is refused as it starts. The first that opens the database says which
-- key is the first one; bergulird rotate-key puts the next in its place.
create table fund.personal_data_key (
  number smallint not null,
  fingerprint bytea,
  constraint personal_data_key_pkey primary key (number),
  constraint keys_are_numbered_from_one check (number between 1 and 255),
  constraint fingerprints_are_sha256 check (octet_length(fingerprint) = 32)
);
insert into fund.personal_data_key (number) values (1);
grant select, update (fingerprint) on fund.personal_data_key to bergulir_writer;
grant select (number) on fund.personal_data_key to bergulir_reader;

-- What is sealed says by itself with which key. The rotation takes the old key's row away, so that
-- a daemon that still has the old file can store nobody.
alter table fund.person
add column key_number smallint not null generated always as (get_byte(sealed, 1)) stored;
grant select (key_number) on fund.person to bergulir_reader;

-- With Citus both tables have to stand whole on every node before one may lead to the other; the
-- step 0005 of that folder does both.
do $$
begin
  if not exists (select from pg_extension where extname = 'citus') then
    alter table fund.person
    add constraint names_are_sealed_with_the_key_in_use
    foreign key (key_number) references fund.personal_data_key;
  end if;
end
$$;
