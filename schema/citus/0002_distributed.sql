-- What belongs to a UPK is spread by upk_id, so that all rows of a UPK stand on one node, in shards
-- of one number: a key or a join that names the UPK never leaves the node. The first table sets how
-- many shards there are (citus.shard_count); the others follow it. A table stands after those that
-- its foreign keys lead to.
set local citus.multi_shard_modify_mode = 'sequential';
set local citus.enable_local_reference_table_foreign_keys = off;

-- An application and its loan lead to each other. This key comes back once both are spread.
alter table fund.application drop constraint a_disbursed_application_has_its_loan;

select create_distributed_table('fund.head', 'upk_id', colocate_with => 'none');
select create_distributed_table('fund.account', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.approval_chain', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.balance_confirmation', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.budget', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.cash_count', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.charter', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.complaint', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.counter', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.delegation', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.event', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.freeze', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.joint_collection', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.ksm', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.lending_policy', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.period', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.publication', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.recovery', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.recovery_task', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.supervision', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.year_close', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.application', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.approval_chain_step', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.budget_line', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.complaint_answer', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.delegation_revocation', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.finding', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.meeting', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.member', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.period_indicator', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.policy_acknowledgement', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.profit_allocation', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.reconciliation', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.relationship', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.reopening', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.suspense_assignment', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.voucher', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.application_share', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.asset', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.attestation', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.cash_difference', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.finding_answer', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.inspection', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.loan', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.posting', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.profit_part', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.reconciliation_item', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.relationship_end', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.appraisal', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.approval_step', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.case_step', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.debt_settlement', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.depreciation', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.disbursement', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.frozen_loan', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.installment', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.liability_call', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.loan_share', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.repayment', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.restructuring', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.write_off', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.approval', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.case_answer', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.claim_recovery', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.claim_waiver', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.confirmed_balance', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.member_receipt', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.repayment_reversal', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.visit', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.borrower_block', 'upk_id', 'hash', 'fund.head');
select create_distributed_table('fund.claim_reversal', 'upk_id', 'hash', 'fund.head');

alter table fund.application
add constraint a_disbursed_application_has_its_loan
foreign key (upk_id, loan) references fund.loan;
