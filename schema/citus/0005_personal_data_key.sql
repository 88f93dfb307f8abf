-- Which key names are sealed with stands whole on every node, as the persons who lead to it do.
set local citus.multi_shard_modify_mode = 'sequential';

select create_reference_table('fund.personal_data_key');
alter table fund.person
add constraint names_are_sealed_with_the_key_in_use
foreign key (key_number) references fund.personal_data_key;
-- What stands on all nodes is changed only by who may change all of it.
grant update on fund.personal_data_key to bergulir_writer;
