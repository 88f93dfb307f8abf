-- Who may call, in which office: changed now and then, and joined with nothing of a UPK. These
-- stand on the coordinator, whom every daemon asks; Citus knows of them for their keys to tables of
-- all nodes. On all nodes themselves the daemon could not change them: the lock that puts such
-- changes in one order is given only to who may change every column of the table, and of those that
-- it leads to.
-- local: fund.assignment
-- local: fund.principal
-- local: fund.token
select citus_add_local_table_to_metadata('fund.assignment', cascade_via_foreign_keys => true);
select citus_add_local_table_to_metadata('fund.token', cascade_via_foreign_keys => true);
