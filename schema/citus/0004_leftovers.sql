-- The rows that were copied to the shards still stand in the coordinator's own files, where nobody
-- sees them. Each of these takes with it the tables that lead to it.
select truncate_local_data_after_distributing_table('fund.region');
select truncate_local_data_after_distributing_table('fund.person');
select truncate_local_data_after_distributing_table('fund.instrument');
select truncate_local_data_after_distributing_table('fund.policy_bounds');
select truncate_local_data_after_distributing_table('fund.borrower_claim');
select truncate_local_data_after_distributing_table('fund.head');
select truncate_local_data_after_distributing_table('fund.counter');
select truncate_local_data_after_distributing_table('fund.event');
