-- What the daemon may do: read all, add rows, and change only what a rule changes. Events, vouchers
-- and postings are never changed or removed; only the owner, who migrates, could.
grant usage on schema fund to bergulir_writer;
grant select on fund.schema_migration to bergulir_writer;
grant select, insert on
  fund.region, fund.bkm, fund.upk, fund.person, fund.assignment, fund.principal, fund.token,
  fund.head, fund.counter, fund.event, fund.account, fund.voucher, fund.posting,
  fund.lending_policy, fund.ksm, fund.member,
  fund.application, fund.application_share, fund.inspection, fund.approval,
  fund.loan, fund.loan_share, fund.installment, fund.borrower_claim
to bergulir_writer;

grant update (next_seq, last_hash, latest_day) on fund.head to bergulir_writer;
grant update (next) on fund.counter to bergulir_writer;
grant update (valid_until) on fund.assignment to bergulir_writer;
grant update (revoked_on) on fund.token to bergulir_writer;
grant update (left_on) on fund.member to bergulir_writer;
grant update (state, loan) on fund.application to bergulir_writer;
grant update (recommended) on fund.application_share to bergulir_writer;
grant update (
  state, principal_paid, service_charge_paid, service_charge_waived, next_due, closed_on
) on fund.loan to bergulir_writer;
grant delete on fund.borrower_claim to bergulir_writer;
