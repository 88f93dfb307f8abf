-- Who only reads: people with psql, and programs that make reports of their own. What names and
-- NIK are sealed in, what they are known again by and what tokens are known by is not for them; a
-- column that is not named here is one that they may not read.
--
-- As the writer's, the role belongs to the cluster and may be there already; where it is not, and
-- the owner may make no roles, an administrator makes it first.
do $$
begin
  if not exists (select from pg_roles where rolname = 'bergulir_reader') then
    create role bergulir_reader nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema fund to bergulir_reader;
grant select on
  fund."freeze", fund.account, fund.application, fund.application_share, fund.appraisal,
  fund.approval, fund.approval_chain, fund.approval_chain_step, fund.approval_step, fund.asset,
  fund.assignment, fund.attestation, fund.balance_confirmation, fund.bkm, fund.borrower_block,
  fund.budget, fund.budget_line, fund.case_answer, fund.case_step, fund.cash_count,
  fund.cash_difference, fund.charter, fund.claim_recovery, fund.claim_reversal,
  fund.claim_waiver, fund.complaint, fund.complaint_answer, fund.confirmed_balance, fund.counter,
  fund.debt_settlement, fund.delegation, fund.delegation_revocation, fund.depreciation,
  fund.disbursement, fund.event, fund.finding, fund.finding_answer, fund.frozen_loan, fund.head,
  fund.inspection, fund.installment, fund.instrument, fund.joint_collection, fund.ksm,
  fund.lending_policy, fund.liability_call, fund.loan, fund.loan_share, fund.meeting,
  fund.member, fund.member_receipt, fund.period, fund.period_indicator,
  fund.policy_acknowledgement, fund.policy_bounds, fund.posting, fund.principal,
  fund.profit_allocation, fund.profit_part, fund.publication, fund.reconciliation,
  fund.reconciliation_item, fund.recovery, fund.recovery_task, fund.region, fund.relationship,
  fund.relationship_end, fund.reopening, fund.repayment, fund.repayment_reversal,
  fund.restructuring, fund.schema_migration, fund.supervision, fund.suspense_assignment,
  fund.training, fund.upk, fund.visit, fund.voucher, fund.write_off, fund.year_close
to bergulir_reader;
grant select (person_id, gender) on fund.person to bergulir_reader;
grant select (token_id, principal_id, issued_on, expires_on, revoked_on)
  on fund.token to bergulir_reader;
grant select (upk_id, loan) on fund.borrower_claim to bergulir_reader;
