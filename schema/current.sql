-- The schema after all migrations, by pg_dump 15.
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA fund;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE fund.account (
    upk_id bigint NOT NULL,
    code integer NOT NULL,
    name text NOT NULL,
    CONSTRAINT account_codes_have_five_digits CHECK (((code >= 10000) AND (code <= 59999)))
);

CREATE TABLE fund.application (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    ksm bigint NOT NULL,
    purpose text NOT NULL,
    months integer NOT NULL,
    submitted_on date NOT NULL,
    state text NOT NULL,
    loan bigint,
    business_stage text NOT NULL,
    missing text[] DEFAULT '{}'::text[] NOT NULL,
    completed_on date,
    waitlisted_on date,
    released_on date,
    agreement text,
    agreed_on date,
    set_off_consent boolean DEFAULT false NOT NULL,
    skip_reason text,
    skip_requested_by bigint,
    skip_requested_on date,
    skip_confirmed_by bigint,
    skip_confirmed_on date,
    cancel_reason text,
    cancelled_by bigint,
    cancelled_on date,
    draft_members bigint[],
    draft_amounts bigint[],
    CONSTRAINT a_draft_has_no_place CHECK (((draft_members IS NULL) OR (completed_on IS NULL))),
    CONSTRAINT a_draft_has_shares CHECK ((((draft_members IS NULL) = (draft_amounts IS NULL)) AND (cardinality(draft_members) = cardinality(draft_amounts)) AND ((state <> 'draft'::text) OR (draft_members IS NOT NULL)) AND ((draft_members IS NULL) OR (state = ANY (ARRAY['draft'::text, 'cancelled'::text]))))),
    CONSTRAINT a_skip_has_reason_and_requester CHECK ((((skip_reason IS NULL) = (skip_requested_by IS NULL)) AND ((skip_reason IS NULL) = (skip_requested_on IS NULL)))),
    CONSTRAINT a_skip_is_confirmed_by_a_second_person CHECK ((((skip_confirmed_by IS NULL) = (skip_confirmed_on IS NULL)) AND ((skip_confirmed_by IS NULL) OR (skip_requested_by IS NOT NULL)) AND (skip_confirmed_by <> skip_requested_by))),
    CONSTRAINT a_term_has_months CHECK (((months >= 1) AND (months <= 60))),
    CONSTRAINT an_agreement_has_number_and_day CHECK ((((agreement IS NULL) = (agreed_on IS NULL)) AND ((agreement IS NOT NULL) OR (NOT set_off_consent)))),
    CONSTRAINT application_papers_are_known CHECK ((missing <@ ARRAY['form'::text, 'memberList'::text, 'identityCards'::text, 'formationMinutes'::text, 'jointLiabilityStatement'::text])),
    CONSTRAINT application_states_are_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'incomplete'::text, 'inInspection'::text, 'recommended'::text, 'notRecommended'::text, 'inDecision'::text, 'rejected'::text, 'approved'::text, 'waitlisted'::text, 'contracted'::text, 'disbursed'::text, 'cancelled'::text, 'expired'::text]))),
    CONSTRAINT business_stages_are_known CHECK ((business_stage = ANY (ARRAY['existing'::text, 'startUp'::text]))),
    CONSTRAINT cancelled_means_a_reason CHECK ((((state = 'cancelled'::text) = (cancel_reason IS NOT NULL)) AND ((cancel_reason IS NULL) = (cancelled_by IS NULL)) AND ((cancel_reason IS NULL) = (cancelled_on IS NULL)))),
    CONSTRAINT complete_means_nothing_missing CHECK (((draft_members IS NOT NULL) OR ((completed_on IS NULL) = (missing <> '{}'::text[])))),
    CONSTRAINT contracted_means_an_agreement CHECK (((state <> 'contracted'::text) OR (agreement IS NOT NULL))),
    CONSTRAINT disbursed_means_a_loan CHECK (((state = 'disbursed'::text) = (loan IS NOT NULL))),
    CONSTRAINT loan_purposes_are_known CHECK ((purpose = ANY (ARRAY['productiveBusiness'::text, 'localEconomy'::text, 'familyCapital'::text]))),
    CONSTRAINT only_an_incomplete_one_lacks_papers CHECK (((missing = '{}'::text[]) OR (state = ANY (ARRAY['draft'::text, 'incomplete'::text, 'cancelled'::text])))),
    CONSTRAINT waiting_has_a_day CHECK (((state <> 'waitlisted'::text) OR (waitlisted_on IS NOT NULL)))
)
WITH (fillfactor='70');

CREATE TABLE fund.application_share (
    upk_id bigint NOT NULL,
    application bigint NOT NULL,
    member bigint NOT NULL,
    line integer NOT NULL,
    requested bigint NOT NULL,
    recommended bigint,
    CONSTRAINT recommended_shares_are_within_the_request CHECK (((recommended > 0) AND (recommended <= requested))),
    CONSTRAINT requested_shares_are_positive CHECK ((requested > 0))
);

CREATE TABLE fund.appraisal (
    upk_id bigint NOT NULL,
    application bigint NOT NULL,
    round integer NOT NULL,
    member bigint NOT NULL,
    scores integer[] NOT NULL,
    income bigint NOT NULL,
    living_cost bigint NOT NULL,
    other_installments bigint NOT NULL,
    CONSTRAINT a_household_has_no_negative_amounts CHECK (((income >= 0) AND (living_cost >= 0) AND (other_installments >= 0))),
    CONSTRAINT five_aspects_are_scored CHECK ((cardinality(scores) = 5)),
    CONSTRAINT scores_are_one_to_five CHECK (((1 <= ALL (scores)) AND (5 >= ALL (scores))))
);

CREATE TABLE fund.approval (
    upk_id bigint NOT NULL,
    application bigint NOT NULL,
    step integer NOT NULL,
    signer bigint NOT NULL,
    verdict text NOT NULL,
    signed_on date NOT NULL,
    note text NOT NULL,
    round integer NOT NULL,
    on_behalf_of bigint,
    bound text NOT NULL,
    inspector bigint NOT NULL,
    CONSTRAINT a_decider_did_not_inspect CHECK (((signer <> inspector) AND ((on_behalf_of IS NULL) OR (on_behalf_of <> inspector)))),
    CONSTRAINT nobody_signs_for_themselves CHECK ((on_behalf_of <> signer)),
    CONSTRAINT verdicts_are_known CHECK ((verdict = ANY (ARRAY['approve'::text, 'reject'::text, 'return'::text])))
);

CREATE TABLE fund.approval_chain (
    upk_id bigint NOT NULL,
    version bigint NOT NULL,
    valid_from date NOT NULL,
    inspection_days integer NOT NULL,
    disbursement_days integer NOT NULL,
    minutes text NOT NULL,
    CONSTRAINT stages_have_days CHECK ((((inspection_days >= 1) AND (inspection_days <= 60)) AND ((disbursement_days >= 1) AND (disbursement_days <= 60))))
);

CREATE TABLE fund.approval_chain_step (
    upk_id bigint NOT NULL,
    version bigint NOT NULL,
    step integer NOT NULL,
    role text NOT NULL,
    quorum integer NOT NULL,
    deadline_days integer NOT NULL,
    from_amount bigint NOT NULL,
    from_par_thousandths integer NOT NULL,
    CONSTRAINT chain_roles_decide CHECK ((role = ANY (ARRAY['manager'::text, 'bkmCoordinator'::text, 'bkmMember'::text]))),
    CONSTRAINT chain_steps_are_sound CHECK ((((step >= 1) AND (step <= 6)) AND ((quorum >= 1) AND (quorum <= 5)) AND ((deadline_days >= 1) AND (deadline_days <= 30)) AND (from_amount >= 0) AND ((from_par_thousandths >= 0) AND (from_par_thousandths <= 1000))))
);

CREATE TABLE fund.approval_step (
    upk_id bigint NOT NULL,
    application bigint NOT NULL,
    round integer NOT NULL,
    step integer NOT NULL,
    role text NOT NULL,
    quorum integer NOT NULL,
    deadline_days integer NOT NULL,
    from_amount bigint NOT NULL,
    from_par_thousandths integer NOT NULL,
    CONSTRAINT a_step_has_signatures CHECK ((((step >= 1) AND (step <= 6)) AND ((quorum >= 1) AND (quorum <= 5)))),
    CONSTRAINT deciding_roles_are_known CHECK ((role = ANY (ARRAY['manager'::text, 'bkmCoordinator'::text, 'bkmMember'::text])))
);

CREATE TABLE fund.asset (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    name text NOT NULL,
    cost bigint NOT NULL,
    bought_on date NOT NULL,
    life integer NOT NULL,
    voucher_kind text NOT NULL,
    voucher_year integer NOT NULL,
    voucher_number bigint NOT NULL,
    registered_on date NOT NULL,
    CONSTRAINT an_asset_costs_something CHECK ((cost > 0)),
    CONSTRAINT an_asset_is_registered_after_it_was_bought CHECK ((registered_on >= bought_on)),
    CONSTRAINT an_asset_lasts_at_most_twenty_years CHECK (((life >= 1) AND (life <= 240))),
    CONSTRAINT assets_are_numbered_from_one CHECK ((number >= 1))
);

CREATE TABLE fund.assignment (
    assignment_id bigint NOT NULL,
    person_id bigint NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    scope_region text COLLATE pg_catalog."C",
    scope_upk_id bigint,
    valid_from date NOT NULL,
    valid_until date,
    minutes text,
    minutes_on date,
    duties text,
    duties_on date,
    CONSTRAINT a_scope_is_one_place CHECK ((((scope = 'province'::text) AND (scope_region IS NULL) AND (scope_upk_id IS NULL)) OR ((scope = 'region'::text) AND (scope_region IS NOT NULL) AND (scope_upk_id IS NULL)) OR ((scope = 'upk'::text) AND (scope_region IS NULL) AND (scope_upk_id IS NOT NULL)))),
    CONSTRAINT an_assignment_ends_after_it_begins CHECK ((valid_from <= valid_until)),
    CONSTRAINT filed_papers_have_their_day CHECK ((((minutes IS NULL) = (minutes_on IS NULL)) AND ((duties IS NULL) = (duties_on IS NULL)))),
    CONSTRAINT roles_are_known CHECK ((role = ANY (ARRAY['administrator'::text, 'cashier'::text, 'bookkeeper'::text, 'loanOfficer'::text, 'manager'::text, 'bkmCoordinator'::text, 'bkmMember'::text, 'supervisor'::text, 'facilitator'::text, 'volunteer'::text, 'cityCoordinator'::text, 'provinceConsultant'::text, 'centralConsultant'::text, 'wardOffice'::text, 'signatory'::text])))
);

CREATE TABLE fund.attestation (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    criterion text NOT NULL,
    ksm bigint,
    member bigint,
    verdict text NOT NULL,
    items text[] NOT NULL,
    evidence text NOT NULL,
    attested_on date NOT NULL,
    valid_until date NOT NULL,
    attested_by bigint NOT NULL,
    volunteer bigint,
    CONSTRAINT a_member_is_of_a_group CHECK (((member IS NULL) OR (ksm IS NOT NULL))),
    CONSTRAINT an_attestation_counts_at_least_a_day CHECK ((valid_until >= attested_on)),
    CONSTRAINT attested_criteria_are_known CHECK ((criterion = ANY (ARRAY['R-004'::text, 'R-010'::text, 'R-019'::text, 'R-022'::text, 'B-04'::text, 'B-06'::text, 'B-07'::text, 'B-10'::text, 'R-066'::text]))),
    CONSTRAINT attested_verdicts_are_known CHECK ((verdict = ANY (ARRAY['met'::text, 'notMet'::text, 'waived'::text]))),
    CONSTRAINT items_are_of_a_member CHECK (((items = '{}'::text[]) OR (criterion = 'B-07'::text))),
    CONSTRAINT only_a_savings_account_is_waived CHECK (((verdict <> 'waived'::text) OR (criterion = 'R-066'::text))),
    CONSTRAINT two_attest_of_a_group CHECK ((((ksm IS NULL) = (volunteer IS NULL)) AND (volunteer <> attested_by)))
);

CREATE TABLE fund.balance_confirmation (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    as_of date NOT NULL,
    recorded_on date NOT NULL,
    supervisor bigint NOT NULL,
    scope text NOT NULL,
    CONSTRAINT a_confirmation_asks_about_the_past CHECK ((as_of <= recorded_on)),
    CONSTRAINT confirmation_scopes_are_known CHECK ((scope = ANY (ARRAY['sample'::text, 'all'::text])))
);

CREATE TABLE fund.bkm (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    region text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE fund.borrower_block (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    person_id bigint NOT NULL,
    cause text NOT NULL,
    visit bigint NOT NULL,
    blocked_on date NOT NULL,
    lifted_on date,
    lifted_by bigint,
    minutes text,
    CONSTRAINT a_block_is_lifted_after_it_began CHECK ((lifted_on >= blocked_on)),
    CONSTRAINT a_lift_is_whole CHECK ((num_nonnulls(lifted_on, lifted_by, minutes) = ANY (ARRAY[0, 3]))),
    CONSTRAINT block_causes_are_known CHECK ((cause = ANY (ARRAY['beneficiary'::text, 'witness'::text]))),
    CONSTRAINT nobody_lifts_their_own_block CHECK ((lifted_by <> person_id))
);

CREATE TABLE fund.borrower_claim (
    nik_digest bytea NOT NULL,
    upk_id bigint NOT NULL,
    loan bigint NOT NULL
);

CREATE TABLE fund.budget (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    year integer NOT NULL,
    proposed_on date NOT NULL,
    proposed_by bigint NOT NULL,
    approved_on date,
    approved_by bigint,
    minutes text,
    CONSTRAINT a_budget_is_approved_after_the_proposal CHECK ((approved_on >= proposed_on)),
    CONSTRAINT a_budget_takes_two_persons CHECK ((approved_by <> proposed_by)),
    CONSTRAINT an_approval_is_whole CHECK ((((approved_on IS NULL) = (approved_by IS NULL)) AND ((approved_on IS NULL) = (minutes IS NULL))))
);

CREATE TABLE fund.budget_line (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    account integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT a_budget_has_income_and_cost CHECK (((account >= 40000) AND (account <= 59999))),
    CONSTRAINT a_budget_line_is_above_zero CHECK ((amount > 0))
);

CREATE TABLE fund.case_answer (
    upk_id bigint NOT NULL,
    step bigint NOT NULL,
    answered_on date NOT NULL,
    answered_by bigint NOT NULL,
    answer text NOT NULL,
    evidence text NOT NULL
);

CREATE TABLE fund.case_step (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    loan bigint NOT NULL,
    action text NOT NULL,
    done_on date NOT NULL,
    done_by bigint NOT NULL,
    note text NOT NULL,
    evidence text NOT NULL,
    promised bigint,
    promised_by date,
    answer_due date,
    CONSTRAINT a_promise_has_an_amount_and_a_day CHECK ((((promised IS NULL) = (promised_by IS NULL)) AND (promised > 0) AND (promised_by > done_on))),
    CONSTRAINT case_actions_are_known CHECK ((action = ANY (ARRAY['reminder'::text, 'visit'::text, 'bill'::text, 'warning1'::text, 'jointLiabilityMeeting'::text, 'warning2'::text, 'boardReport'::text, 'boardVisit'::text, 'warning3'::text, 'savingsSetOff'::text, 'wardReport'::text, 'cityReport'::text, 'boardDecision'::text, 'provinceReport'::text]))),
    CONSTRAINT reports_alone_wait_for_an_answer CHECK ((((answer_due IS NOT NULL) = (action = ANY (ARRAY['boardReport'::text, 'wardReport'::text, 'cityReport'::text, 'provinceReport'::text]))) AND (answer_due >= done_on)))
);

CREATE TABLE fund.cash_count (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    counted_on date NOT NULL,
    counted bigint NOT NULL,
    ledger bigint NOT NULL,
    counter bigint NOT NULL,
    witness bigint NOT NULL,
    note text NOT NULL,
    CONSTRAINT a_count_is_seen_by_another_person CHECK ((witness <> counter)),
    CONSTRAINT cash_is_not_below_nothing CHECK ((counted >= 0)),
    CONSTRAINT counts_are_numbered_from_one CHECK ((number >= 1))
);

CREATE TABLE fund.cash_difference (
    upk_id bigint NOT NULL,
    count bigint NOT NULL,
    voucher_kind text NOT NULL,
    voucher_year integer NOT NULL,
    voucher_number bigint NOT NULL
);

CREATE TABLE fund.charter (
    upk_id bigint NOT NULL,
    version bigint NOT NULL,
    valid_from date NOT NULL,
    deed text NOT NULL,
    poverty_tool text,
    lending_only text,
    income_for_unit_only text,
    minutes text NOT NULL
);

CREATE TABLE fund.claim_recovery (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    number integer NOT NULL,
    recovered_on date NOT NULL,
    principal bigint NOT NULL,
    service_charge bigint NOT NULL,
    receipt_year integer,
    receipt_number bigint,
    account integer,
    voucher_kind text,
    voucher_year integer,
    voucher_number bigint,
    recorded_by bigint,
    CONSTRAINT a_claim_receipt_is_numbered_in_its_year CHECK (((EXTRACT(year FROM recovered_on) = (receipt_year)::numeric) AND (receipt_number >= 1))),
    CONSTRAINT a_claim_receipt_is_whole CHECK ((num_nulls(receipt_year, receipt_number, account, voucher_kind, voucher_year, voucher_number, recorded_by) = ANY (ARRAY[0, 7]))),
    CONSTRAINT a_recovery_brings_something CHECK (((principal >= 0) AND (service_charge >= 0) AND ((principal + service_charge) > 0))),
    CONSTRAINT recoveries_are_numbered_from_one CHECK ((number >= 1)),
    CONSTRAINT recoveries_come_in_cash_or_to_the_bank CHECK ((account = ANY (ARRAY[11010, 11021])))
);

CREATE TABLE fund.claim_reversal (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    recovery integer NOT NULL,
    reversed_on date NOT NULL,
    reason text NOT NULL,
    recorded_by bigint NOT NULL
);

CREATE TABLE fund.claim_waiver (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    waived_on date NOT NULL,
    principal bigint NOT NULL,
    service_charge bigint NOT NULL,
    minutes text NOT NULL,
    reason text NOT NULL,
    decided_by bigint NOT NULL,
    CONSTRAINT a_waiver_gives_something_up CHECK (((principal >= 0) AND (service_charge >= 0) AND ((principal + service_charge) > 0)))
);

CREATE TABLE fund.complaint (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    received_on date NOT NULL,
    channel text NOT NULL,
    text text NOT NULL,
    received_by bigint NOT NULL,
    CONSTRAINT a_complaint_says_something CHECK ((text <> ''::text)),
    CONSTRAINT complaint_channels_are_known CHECK ((channel = ANY (ARRAY['inPerson'::text, 'letter'::text, 'box'::text, 'phone'::text, 'message'::text, 'meeting'::text])))
);

CREATE TABLE fund.complaint_answer (
    upk_id bigint NOT NULL,
    complaint bigint NOT NULL,
    answered_on date NOT NULL,
    answered_by bigint NOT NULL,
    answer text NOT NULL
);

CREATE TABLE fund.confirmed_balance (
    upk_id bigint NOT NULL,
    confirmation bigint NOT NULL,
    loan bigint NOT NULL,
    member bigint NOT NULL,
    line integer NOT NULL,
    stated bigint NOT NULL,
    books bigint NOT NULL,
    evidence text NOT NULL,
    CONSTRAINT balances_are_not_negative CHECK (((stated >= 0) AND (books >= 0)))
);

CREATE TABLE fund.counter (
    upk_id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    next bigint NOT NULL,
    CONSTRAINT series_begin_at_one CHECK ((next >= 2))
)
WITH (fillfactor='50');

CREATE TABLE fund.debt_settlement (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    loan bigint NOT NULL,
    debtor bigint NOT NULL,
    creditor bigint NOT NULL,
    amount bigint NOT NULL,
    settled_on date NOT NULL,
    CONSTRAINT a_settlement_is_between_two CHECK (((debtor <> creditor) AND (amount > 0)))
);

CREATE TABLE fund.delegation (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    role text NOT NULL,
    holder bigint NOT NULL,
    delegate bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT a_delegate_is_another CHECK ((delegate <> holder)),
    CONSTRAINT a_delegation_ends CHECK (((valid_until >= valid_from) AND (valid_until <= (valid_from + 90)))),
    CONSTRAINT delegated_roles_decide CHECK ((role = ANY (ARRAY['manager'::text, 'bkmCoordinator'::text, 'bkmMember'::text])))
);

CREATE TABLE fund.delegation_revocation (
    upk_id bigint NOT NULL,
    delegation bigint NOT NULL,
    revoked_on date NOT NULL,
    revoked_by bigint NOT NULL,
    reason text NOT NULL
);

CREATE TABLE fund.depreciation (
    upk_id bigint NOT NULL,
    asset bigint NOT NULL,
    month date NOT NULL,
    amount bigint NOT NULL,
    voucher_kind text NOT NULL,
    voucher_year integer NOT NULL,
    voucher_number bigint NOT NULL,
    CONSTRAINT a_depreciated_month_begins_on_its_first_day CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT depreciation_takes_something CHECK ((amount > 0))
);

CREATE TABLE fund.disbursement (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    account integer NOT NULL,
    paid_by bigint NOT NULL,
    witness bigint NOT NULL,
    first_signatory bigint,
    second_signatory bigint,
    third_signatory bigint,
    voided_on date,
    voided_by bigint,
    void_reason text,
    CONSTRAINT a_void_is_whole CHECK ((num_nonnulls(voided_on, voided_by, void_reason) = ANY (ARRAY[0, 3]))),
    CONSTRAINT a_witness_is_not_the_payer CHECK ((witness <> paid_by)),
    CONSTRAINT loans_are_paid_from_cash_or_bank CHECK ((account = ANY (ARRAY[11010, 11021]))),
    CONSTRAINT three_sign_for_the_bank CHECK (
CASE
    WHEN (account = 11021) THEN COALESCE(((first_signatory < second_signatory) AND (second_signatory < third_signatory)), false)
    ELSE (num_nonnulls(first_signatory, second_signatory, third_signatory) = 0)
END)
);

CREATE TABLE fund.event (
    upk_id bigint NOT NULL,
    seq bigint NOT NULL,
    request_id uuid NOT NULL,
    kind text NOT NULL,
    principal_id bigint NOT NULL,
    person_id bigint NOT NULL,
    subject text NOT NULL,
    booked_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    txid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    content jsonb NOT NULL,
    outcome jsonb NOT NULL,
    vouchers text[] NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT event_hashes_are_sha256 CHECK ((octet_length(hash) = 32)),
    CONSTRAINT event_kinds_are_known CHECK ((kind = ANY (ARRAY['region.register'::text, 'bkm.register'::text, 'upk.register'::text, 'person.register'::text, 'person.assign'::text, 'person.end-assignment'::text, 'principal.create'::text, 'token.issue'::text, 'token.revoke'::text, 'policy.set'::text, 'ksm.register'::text, 'member.add'::text, 'member.end'::text, 'application.submit'::text, 'inspection.record'::text, 'approval.sign'::text, 'disbursement.post'::text, 'repayment.record'::text, 'capital.receive'::text, 'journal.post'::text, 'period.close'::text, 'recovery.confirm'::text, 'collection.record'::text, 'savings.deposit'::text, 'savings.withdraw'::text, 'savings.bank'::text, 'charter.set'::text, 'policy-bounds.set'::text, 'policy.acknowledge'::text, 'person.file'::text, 'person.train'::text, 'repair.plan'::text, 'eligibility.attest'::text, 'instrument.set'::text, 'application.complete'::text, 'application.cancel'::text, 'application.waitlist'::text, 'application.release'::text, 'application.contract'::text, 'queue.skip'::text, 'queue.confirm'::text, 'approval-chain.set'::text, 'delegation.add'::text, 'relationship.declare'::text, 'disbursement.confirm'::text, 'disbursement.void'::text, 'visit.record'::text, 'block.lift'::text, 'repayment.reverse'::text, 'suspense.refund'::text, 'suspense.apply'::text, 'joint-liability.call'::text, 'joint-liability.settle'::text, 'joint-liability.set-off'::text, 'restructure.post'::text, 'write-off.post'::text, 'write-off.recover'::text, 'write-off.waive'::text, 'case.record'::text, 'case.escalate'::text, 'case.answer'::text, 'write-off.reverse'::text, 'suspense.assign'::text, 'suspense.unassign'::text, 'delegation.revoke'::text, 'relationship.end'::text, 'journal.reverse'::text, 'account.open'::text, 'cash.count'::text, 'cash.difference'::text, 'bank.reconcile'::text, 'asset.register'::text, 'asset.depreciate'::text, 'period.reopen'::text, 'period.confirm-reopening'::text, 'period.close-year'::text, 'profit.allocate'::text, 'profit.pay-supervisors'::text, 'budget.propose'::text, 'budget.approve'::text, 'books.request-release'::text, 'books.release'::text, 'books.import'::text, 'complaint.record'::text, 'complaint.answer'::text, 'meeting.record'::text, 'supervision.record'::text, 'finding.answer'::text, 'publication.record'::text, 'balance.confirm'::text, 'application.draft'::text, 'application.submit-draft'::text]))),
    CONSTRAINT events_are_numbered_from_one CHECK ((seq >= 1))
);

CREATE TABLE fund.finding (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    supervision bigint,
    confirmation bigint,
    found_on date NOT NULL,
    found_by bigint NOT NULL,
    text text NOT NULL,
    due date NOT NULL,
    CONSTRAINT a_finding_has_one_source CHECK ((num_nonnulls(supervision, confirmation) = 1)),
    CONSTRAINT a_finding_leaves_time_for_an_answer CHECK ((due >= found_on))
);

CREATE TABLE fund.finding_answer (
    upk_id bigint NOT NULL,
    finding bigint NOT NULL,
    answered_on date NOT NULL,
    answered_by bigint NOT NULL,
    answer text NOT NULL,
    evidence text NOT NULL
);

CREATE TABLE fund."freeze" (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    frozen_on date NOT NULL,
    control text NOT NULL,
    place text NOT NULL,
    what text NOT NULL,
    expected text NOT NULL,
    found text NOT NULL,
    requested_on date,
    requested_by bigint,
    reason text,
    released_on date,
    released_by bigint,
    CONSTRAINT a_release_is_confirmed_by_a_second_person CHECK (((num_nonnulls(released_on, released_by) = ANY (ARRAY[0, 2])) AND ((released_by IS NULL) OR (requested_by IS NOT NULL)) AND (released_by <> requested_by))),
    CONSTRAINT a_release_request_is_whole CHECK ((num_nonnulls(requested_on, requested_by, reason) = ANY (ARRAY[0, 3]))),
    CONSTRAINT freezes_are_numbered_from_one CHECK ((number >= 1))
);

CREATE TABLE fund.frozen_loan (
    upk_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    loan bigint NOT NULL,
    class integer NOT NULL,
    overdue_principal bigint NOT NULL,
    overdue_service_charge bigint NOT NULL,
    final_due date NOT NULL,
    CONSTRAINT frozen_loans_are_at_risk CHECK (((class >= 3) AND (class <= 5))),
    CONSTRAINT frozen_sums_are_not_negative CHECK (((overdue_principal >= 0) AND (overdue_service_charge >= 0)))
);

CREATE TABLE fund.head (
    upk_id bigint NOT NULL,
    next_seq bigint NOT NULL,
    last_hash bytea NOT NULL,
    latest_day date NOT NULL,
    closed_month date,
    CONSTRAINT a_closed_month_is_its_first_day CHECK ((EXTRACT(day FROM closed_month) = (1)::numeric)),
    CONSTRAINT head_hashes_are_sha256 CHECK ((octet_length(last_hash) = 32)),
    CONSTRAINT sequences_begin_at_one CHECK ((next_seq >= 1))
)
WITH (fillfactor='50');

CREATE TABLE fund.inspection (
    upk_id bigint NOT NULL,
    application bigint NOT NULL,
    inspector bigint NOT NULL,
    witness bigint NOT NULL,
    inspected_on date NOT NULL,
    note text NOT NULL,
    round integer NOT NULL,
    CONSTRAINT a_witness_is_not_the_inspector CHECK ((witness <> inspector)),
    CONSTRAINT rounds_begin_at_one CHECK ((round >= 1))
);

CREATE TABLE fund.installment (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    number integer NOT NULL,
    due date NOT NULL,
    principal bigint NOT NULL,
    service_charge bigint NOT NULL,
    principal_before bigint NOT NULL,
    service_charge_before bigint NOT NULL,
    CONSTRAINT an_installment_pays_principal CHECK (((principal > 0) AND (service_charge >= 0))),
    CONSTRAINT installments_add_up CHECK (((principal_before >= 0) AND (service_charge_before >= 0)))
);

CREATE TABLE fund.instrument (
    version bigint NOT NULL,
    valid_from date NOT NULL,
    fewest_supervisors integer NOT NULL,
    most_supervisors integer NOT NULL,
    fewest_officers integer NOT NULL,
    ideal_officers integer NOT NULL,
    fewest_members integer NOT NULL,
    women_in_ten integer NOT NULL,
    months_before_first_loan integer NOT NULL,
    attestation_months integer NOT NULL,
    assessment_months integer NOT NULL,
    bookkeeping_gate text NOT NULL,
    late_entry_days integer NOT NULL,
    reason text NOT NULL,
    CONSTRAINT a_group_runs_three_months_first CHECK ((months_before_first_loan >= 3)),
    CONSTRAINT at_least_five_form_a_group CHECK ((fewest_members >= 5)),
    CONSTRAINT at_least_two_work_for_a_upk CHECK ((fewest_officers >= 2)),
    CONSTRAINT attestations_end CHECK (((attestation_months >= 1) AND (assessment_months >= 1))),
    CONSTRAINT bookkeeping_gates_are_known CHECK ((bookkeeping_gate = ANY (ARRAY['eligibility'::text, 'topUpOnly'::text]))),
    CONSTRAINT instrument_versions_begin_at_one CHECK ((version >= 1)),
    CONSTRAINT late_entry_is_not_negative CHECK ((late_entry_days >= 0)),
    CONSTRAINT three_in_ten_are_women CHECK (((women_in_ten >= 3) AND (women_in_ten <= 10))),
    CONSTRAINT two_or_three_supervise CHECK (((fewest_supervisors >= 2) AND ((most_supervisors >= fewest_supervisors) AND (most_supervisors <= 3))))
);

CREATE TABLE fund.joint_collection (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    held_on date NOT NULL,
    board_person bigint NOT NULL,
    unit_person bigint NOT NULL,
    note text NOT NULL,
    CONSTRAINT board_and_upk_collect_together CHECK ((board_person <> unit_person))
);

CREATE TABLE fund.ksm (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    name text NOT NULL,
    formed_on date NOT NULL
);

CREATE TABLE fund.lending_policy (
    upk_id bigint NOT NULL,
    version bigint NOT NULL,
    valid_from date NOT NULL,
    first_loan_ceiling bigint NOT NULL,
    later_loan_ceiling bigint NOT NULL,
    shortest_term integer NOT NULL,
    longest_term integer NOT NULL,
    rate_millionths bigint NOT NULL,
    method text NOT NULL,
    round_unit bigint NOT NULL,
    early_settlement text NOT NULL,
    reserve_scheme text NOT NULL,
    minutes text NOT NULL,
    borrower_criteria text NOT NULL,
    joint_liability text NOT NULL,
    savings_account text NOT NULL,
    start_up_ceiling bigint,
    start_up_longest_term integer,
    reason text NOT NULL,
    deviation_thousandths integer NOT NULL,
    late_fee bigint DEFAULT 0 NOT NULL,
    savings_thousandths integer DEFAULT 0 NOT NULL,
    cash_limit bigint,
    CONSTRAINT a_boards_cash_limit_is_not_negative CHECK ((cash_limit >= 0)),
    CONSTRAINT a_deviation_lowers_the_ceiling CHECK (((deviation_thousandths >= 0) AND (deviation_thousandths <= 1000))),
    CONSTRAINT a_policy_saves_a_part CHECK (((savings_thousandths >= 0) AND (savings_thousandths <= 1000))),
    CONSTRAINT a_start_up_rule_is_whole CHECK (((start_up_ceiling IS NULL) = (start_up_longest_term IS NULL))),
    CONSTRAINT a_start_up_rule_lends_something CHECK (((start_up_ceiling > 0) AND (start_up_longest_term > 0))),
    CONSTRAINT ceilings_rise CHECK (((0 < first_loan_ceiling) AND (first_loan_ceiling <= later_loan_ceiling))),
    CONSTRAINT charge_methods_are_known CHECK ((method = ANY (ARRAY['flat'::text, 'declining'::text]))),
    CONSTRAINT early_settlements_are_known CHECK ((early_settlement = ANY (ARRAY['waive'::text, 'charge'::text]))),
    CONSTRAINT late_fees_are_not_negative CHECK ((late_fee >= 0)),
    CONSTRAINT rates_are_not_negative CHECK ((rate_millionths >= 0)),
    CONSTRAINT reserve_schemes_are_known CHECK ((reserve_scheme = ANY (ARRAY['none'::text, 'pnpmUrban'::text, 'pnpmRural'::text, 'ruralBank'::text]))),
    CONSTRAINT round_units_are_positive CHECK ((round_unit > 0)),
    CONSTRAINT savings_accounts_are_known CHECK ((savings_account = ANY (ARRAY['none'::text, 'group'::text, 'member'::text]))),
    CONSTRAINT terms_are_ordered CHECK (((0 < shortest_term) AND (shortest_term <= longest_term)))
);

CREATE TABLE fund.liability_call (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    loan bigint NOT NULL,
    held_on date NOT NULL,
    short_members bigint[] NOT NULL,
    short_amounts bigint[] NOT NULL,
    present bigint[] NOT NULL,
    decision text NOT NULL,
    recorded_by bigint NOT NULL,
    CONSTRAINT somebody_is_short_and_somebody_came CHECK (((cardinality(short_members) > 0) AND (cardinality(short_members) = cardinality(short_amounts)) AND (cardinality(present) > 0) AND (0 < ALL (short_amounts))))
);

CREATE TABLE fund.loan (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    ksm bigint NOT NULL,
    application bigint NOT NULL,
    months integer NOT NULL,
    rate_millionths bigint NOT NULL,
    method text NOT NULL,
    round_unit bigint NOT NULL,
    early_settlement text NOT NULL,
    principal bigint NOT NULL,
    service_charge bigint NOT NULL,
    disbursed_on date NOT NULL,
    state text NOT NULL,
    principal_paid bigint NOT NULL,
    service_charge_paid bigint NOT NULL,
    service_charge_waived bigint NOT NULL,
    next_due date,
    closed_on date,
    late_fee bigint DEFAULT 0 NOT NULL,
    savings_thousandths integer DEFAULT 0 NOT NULL,
    late_fee_paid bigint DEFAULT 0 NOT NULL,
    savings_paid bigint DEFAULT 0 NOT NULL,
    member_paid bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    predecessor bigint,
    inherited_class integer,
    CONSTRAINT a_loan_has_months CHECK (((months >= 1) AND (months <= 60))),
    CONSTRAINT a_loan_lends_something CHECK (((principal > 0) AND (service_charge >= 0))),
    CONSTRAINT a_loan_saves_a_part CHECK ((((savings_thousandths >= 0) AND (savings_thousandths <= 1000)) AND (savings_paid >= 0))),
    CONSTRAINT a_paid_off_loan_is_paid CHECK (((state <> 'paidOff'::text) OR ((principal_paid = principal) AND (closed_on IS NOT NULL) AND ((service_charge_paid + service_charge_waived) = service_charge)))),
    CONSTRAINT a_successor_inherits_a_class CHECK ((((predecessor IS NULL) = (inherited_class IS NULL)) AND ((inherited_class >= 1) AND (inherited_class <= 5)))),
    CONSTRAINT a_successor_is_not_restructured CHECK (((predecessor IS NULL) OR (state <> 'restructured'::text))),
    CONSTRAINT an_active_loan_has_something_due CHECK (((state = 'active'::text) = (next_due IS NOT NULL))),
    CONSTRAINT loan_charge_methods_are_known CHECK ((method = ANY (ARRAY['flat'::text, 'declining'::text]))),
    CONSTRAINT loan_early_settlements_are_known CHECK ((early_settlement = ANY (ARRAY['waive'::text, 'charge'::text]))),
    CONSTRAINT loan_late_fees_are_not_negative CHECK (((late_fee >= 0) AND (late_fee_paid >= 0))),
    CONSTRAINT loan_rates_are_not_negative CHECK ((rate_millionths >= 0)),
    CONSTRAINT loan_round_units_are_positive CHECK ((round_unit > 0)),
    CONSTRAINT loan_states_are_known CHECK ((state = ANY (ARRAY['active'::text, 'paidOff'::text, 'restructured'::text, 'writtenOff'::text, 'claimWaived'::text, 'fullyRecovered'::text, 'cancelled'::text]))),
    CONSTRAINT member_payments_are_not_negative CHECK ((0 <= ALL (member_paid))),
    CONSTRAINT principal_is_paid_once CHECK (((principal_paid >= 0) AND (principal_paid <= principal))),
    CONSTRAINT service_charge_is_paid_once CHECK (((service_charge_paid >= 0) AND (service_charge_waived >= 0) AND ((service_charge_paid + service_charge_waived) <= service_charge))),
    CONSTRAINT what_left_the_books_was_closed CHECK (((state <> ALL (ARRAY['restructured'::text, 'writtenOff'::text, 'claimWaived'::text, 'fullyRecovered'::text])) OR (closed_on IS NOT NULL)))
)
WITH (fillfactor='70');

CREATE TABLE fund.loan_share (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    member bigint NOT NULL,
    line integer NOT NULL,
    amount bigint NOT NULL,
    carried_charge bigint DEFAULT 0 NOT NULL,
    CONSTRAINT carried_charges_are_not_negative CHECK ((carried_charge >= 0)),
    CONSTRAINT shares_are_positive CHECK ((amount > 0))
);

CREATE TABLE fund.meeting (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,
    ksm bigint,
    held_on date NOT NULL,
    women integer NOT NULL,
    men integer NOT NULL,
    minutes text NOT NULL,
    note text NOT NULL,
    CONSTRAINT a_group_alone_meets_as_a_group CHECK (((kind = 'group'::text) = (ksm IS NOT NULL))),
    CONSTRAINT meeting_kinds_are_known CHECK ((kind = ANY (ARRAY['rwt'::text, 'bkm'::text, 'group'::text]))),
    CONSTRAINT somebody_came_to_a_meeting CHECK (((women >= 0) AND (men >= 0) AND ((women + men) > 0)))
);

CREATE TABLE fund.member (
    upk_id bigint NOT NULL,
    ksm bigint NOT NULL,
    number bigint NOT NULL,
    person_id bigint NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    CONSTRAINT a_member_leaves_after_joining CHECK ((joined_on < left_on))
);

CREATE TABLE fund.member_receipt (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    member bigint NOT NULL,
    amount bigint NOT NULL,
    mark text NOT NULL,
    reference text NOT NULL,
    witness bigint NOT NULL,
    received_on date NOT NULL,
    CONSTRAINT photographs_are_kept_somewhere CHECK (((mark <> 'photograph'::text) OR (reference <> ''::text))),
    CONSTRAINT receipt_marks_are_known CHECK ((mark = ANY (ARRAY['signature'::text, 'thumbprint'::text, 'photograph'::text]))),
    CONSTRAINT receipts_are_for_something CHECK ((amount > 0))
);

CREATE TABLE fund.period (
    upk_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    closed_on date NOT NULL,
    closed_by bigint NOT NULL,
    category text NOT NULL,
    suspended_since date,
    gate_at_risk bigint NOT NULL,
    gate_balance bigint NOT NULL,
    reserve_scheme text,
    reserve_required bigint,
    reserve_formed bigint,
    CONSTRAINT a_month_is_closed_after_its_end CHECK ((closed_on >= (month + '1 mon'::interval))),
    CONSTRAINT a_period_is_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT a_required_reserve_is_not_negative CHECK ((reserve_required >= 0)),
    CONSTRAINT a_reserve_is_kept_whole CHECK ((((reserve_scheme IS NULL) = (reserve_required IS NULL)) AND ((reserve_scheme IS NULL) = (reserve_formed IS NULL)))),
    CONSTRAINT a_suspension_began_before_now CHECK ((suspended_since <= month)),
    CONSTRAINT a_suspension_has_its_first_month CHECK (((category = ANY (ARRAY['SUSPENDED'::text, 'RECOVERED'::text])) = (suspended_since IS NOT NULL))),
    CONSTRAINT authority_categories_are_known CHECK ((category = ANY (ARRAY['SATISFACTORY'::text, 'NOT_RATED'::text, 'MINIMUM'::text, 'RECOVERED'::text, 'SUSPENDED'::text]))),
    CONSTRAINT frozen_reserve_schemes_are_known CHECK ((reserve_scheme = ANY (ARRAY['none'::text, 'pnpmUrban'::text, 'pnpmRural'::text, 'ruralBank'::text]))),
    CONSTRAINT period_versions_begin_at_one CHECK ((version >= 1)),
    CONSTRAINT the_gate_counts_a_part CHECK (((gate_at_risk >= 0) AND (gate_at_risk <= gate_balance)))
);

CREATE TABLE fund.period_indicator (
    upk_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    line integer NOT NULL,
    indicator text NOT NULL,
    numerator bigint NOT NULL,
    denominator bigint NOT NULL,
    judged_numerator bigint NOT NULL,
    judged_denominator bigint NOT NULL,
    category text NOT NULL,
    CONSTRAINT indicators_are_known CHECK ((indicator = ANY (ARRAY['LAR'::text, 'PAR'::text, 'CCr'::text, 'ROI'::text, 'RR'::text]))),
    CONSTRAINT performance_categories_are_known CHECK ((category = ANY (ARRAY['SATISFACTORY'::text, 'MINIMUM'::text, 'SUSPENDED'::text, 'NOT_RATED'::text])))
);

CREATE TABLE fund.person (
    person_id bigint NOT NULL,
    gender text NOT NULL,
    nik_digest bytea,
    sealed bytea NOT NULL,
    key_number smallint GENERATED ALWAYS AS (get_byte(sealed, 1)) STORED NOT NULL,
    CONSTRAINT genders_are_known CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text]))),
    CONSTRAINT nik_digests_are_sha256 CHECK ((octet_length(nik_digest) = 32))
);

CREATE TABLE fund.personal_data_key (
    number smallint NOT NULL,
    fingerprint bytea,
    CONSTRAINT fingerprints_are_sha256 CHECK ((octet_length(fingerprint) = 32)),
    CONSTRAINT keys_are_numbered_from_one CHECK (((number >= 1) AND (number <= 255)))
);

CREATE TABLE fund.policy_acknowledgement (
    upk_id bigint NOT NULL,
    version bigint NOT NULL,
    person_id bigint NOT NULL,
    acknowledged_on date NOT NULL
);

CREATE TABLE fund.policy_bounds (
    version bigint NOT NULL,
    valid_from date NOT NULL,
    least_ceiling bigint NOT NULL,
    most_ceiling bigint NOT NULL,
    least_term bigint NOT NULL,
    most_term bigint NOT NULL,
    least_rate_millionths bigint NOT NULL,
    most_rate_millionths bigint NOT NULL,
    round_units bigint[] NOT NULL,
    savings_accounts text[] NOT NULL,
    least_start_up_ceiling bigint,
    most_start_up_ceiling bigint,
    least_start_up_term bigint,
    most_start_up_term bigint,
    reason text NOT NULL,
    least_late_fee bigint DEFAULT 0 NOT NULL,
    most_late_fee bigint DEFAULT 50000 NOT NULL,
    least_savings_thousandths bigint DEFAULT 0 NOT NULL,
    most_savings_thousandths bigint DEFAULT 100 NOT NULL,
    cash_limit bigint,
    least_capital integer NOT NULL,
    profit_at_risk text NOT NULL,
    CONSTRAINT a_provinces_cash_limit_is_not_negative CHECK ((cash_limit >= 0)),
    CONSTRAINT allowed_savings_accounts_are_known CHECK ((savings_accounts <@ ARRAY['none'::text, 'group'::text, 'member'::text])),
    CONSTRAINT bounds_allow_a_round_unit CHECK ((cardinality(round_units) > 0)),
    CONSTRAINT bounds_allow_a_savings_account CHECK ((cardinality(savings_accounts) > 0)),
    CONSTRAINT bounds_of_ceilings_are_ordered CHECK (((0 < least_ceiling) AND (least_ceiling <= most_ceiling))),
    CONSTRAINT bounds_of_rates_are_ordered CHECK (((0 <= least_rate_millionths) AND (least_rate_millionths <= most_rate_millionths))),
    CONSTRAINT bounds_of_start_ups_are_ordered CHECK (((0 < least_start_up_ceiling) AND (least_start_up_ceiling <= most_start_up_ceiling) AND (0 < least_start_up_term) AND (least_start_up_term <= most_start_up_term))),
    CONSTRAINT bounds_of_start_ups_are_whole CHECK ((num_nulls(least_start_up_ceiling, most_start_up_ceiling, least_start_up_term, most_start_up_term) = ANY (ARRAY[0, 4]))),
    CONSTRAINT bounds_of_terms_are_ordered CHECK (((0 < least_term) AND (least_term <= most_term))),
    CONSTRAINT late_fee_bounds_are_ordered CHECK (((least_late_fee >= 0) AND (least_late_fee <= most_late_fee))),
    CONSTRAINT least_capital_is_a_part_of_the_profit CHECK (((least_capital >= 0) AND (least_capital <= 10000))),
    CONSTRAINT profits_at_risk_are_known CHECK ((profit_at_risk = ANY (ARRAY['shared'::text, 'capitalOnly'::text]))),
    CONSTRAINT savings_bounds_are_ordered CHECK ((((least_savings_thousandths >= 0) AND (least_savings_thousandths <= most_savings_thousandths)) AND (most_savings_thousandths <= 1000)))
);

CREATE TABLE fund.posting (
    upk_id bigint NOT NULL,
    seq bigint NOT NULL,
    line integer NOT NULL,
    voucher_kind text NOT NULL,
    voucher_year integer NOT NULL,
    voucher_number bigint NOT NULL,
    booked_on date NOT NULL,
    debit integer NOT NULL,
    credit integer NOT NULL,
    amount bigint NOT NULL,
    loan bigint,
    ksm bigint,
    from_loan bigint,
    CONSTRAINT a_posting_moves_something CHECK ((amount > 0)),
    CONSTRAINT a_posting_moves_somewhere CHECK ((((debit <> credit) = (from_loan IS NULL)) AND ((from_loan IS NULL) OR ((debit = 11030) AND (loan IS NOT NULL) AND (loan <> from_loan))))),
    CONSTRAINT postings_are_numbered_from_one CHECK ((line >= 1))
);

CREATE TABLE fund.principal (
    principal_id bigint NOT NULL,
    person_id bigint NOT NULL,
    label text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT a_principal_is_not_the_system CHECK ((principal_id >= 1))
);

CREATE TABLE fund.profit_allocation (
    upk_id bigint NOT NULL,
    year integer NOT NULL,
    allocated_on date NOT NULL,
    decided_by bigint NOT NULL,
    minutes text NOT NULL,
    bounds bigint
);

CREATE TABLE fund.profit_part (
    upk_id bigint NOT NULL,
    year integer NOT NULL,
    line integer NOT NULL,
    purpose text NOT NULL,
    hundredths integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT a_part_is_not_negative CHECK ((amount >= 0)),
    CONSTRAINT a_part_is_of_the_whole CHECK (((hundredths >= 1) AND (hundredths <= 10000))),
    CONSTRAINT profit_purposes_are_known CHECK ((purpose = ANY (ARRAY['capital'::text, 'supervisors'::text, 'socialFund'::text, 'environment'::text, 'boardCapacity'::text, 'unitBonus'::text, 'other'::text])))
);

CREATE TABLE fund.publication (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,
    month date NOT NULL,
    published_on date NOT NULL,
    published_by bigint NOT NULL,
    reference text NOT NULL,
    CONSTRAINT a_month_is_published_after_its_end CHECK ((published_on >= (month + '1 mon'::interval))),
    CONSTRAINT a_publication_is_of_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT publication_kinds_are_known CHECK ((kind = ANY (ARRAY['notice-sheet'::text, 'bkm-report'::text])))
);

CREATE TABLE fund.reconciliation (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    account integer NOT NULL,
    month date NOT NULL,
    version bigint NOT NULL,
    reconciled_on date NOT NULL,
    statement_opening bigint NOT NULL,
    statement_balance bigint NOT NULL,
    ledger_balance bigint NOT NULL,
    is_reconciled boolean NOT NULL,
    CONSTRAINT a_month_is_over_when_it_is_reconciled CHECK ((reconciled_on >= (month + '1 mon'::interval))),
    CONSTRAINT a_reconciled_month_begins_on_its_first_day CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT banks_alone_are_reconciled CHECK ((account = ANY (ARRAY[11021, 11022]))),
    CONSTRAINT reconciliations_are_numbered_from_one CHECK (((number >= 1) AND (version >= 1)))
);

CREATE TABLE fund.reconciliation_item (
    upk_id bigint NOT NULL,
    reconciliation bigint NOT NULL,
    item integer NOT NULL,
    amount bigint NOT NULL,
    stated_on date,
    statement text,
    booked_on date,
    voucher_kind text,
    voucher_year integer,
    voucher_number bigint,
    CONSTRAINT an_item_is_of_the_bank_or_the_books CHECK (((num_nulls(stated_on, statement) = ANY (ARRAY[0, 2])) AND (num_nulls(booked_on, voucher_kind, voucher_year, voucher_number) = ANY (ARRAY[0, 4])) AND (num_nonnulls(stated_on, booked_on) >= 1))),
    CONSTRAINT an_item_moves_something CHECK ((amount <> 0))
);

CREATE TABLE fund.recovery (
    upk_id bigint NOT NULL,
    since date NOT NULL,
    minutes text NOT NULL,
    recovered_from date NOT NULL,
    confirmed_by bigint NOT NULL,
    CONSTRAINT a_recovery_comes_after_the_freeze CHECK ((recovered_from >= (since + '1 mon'::interval)))
);

CREATE TABLE fund.recovery_task (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    repair text NOT NULL,
    responsible bigint NOT NULL,
    due date NOT NULL,
    note text NOT NULL,
    planned_on date NOT NULL,
    CONSTRAINT a_repair_is_due_after_its_plan CHECK ((planned_on <= due)),
    CONSTRAINT repairs_are_known CHECK ((repair = ANY (ARRAY['appointSupervisors'::text, 'trainBoard'::text, 'openBoardAccount'::text])))
);

CREATE TABLE fund.region (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    CONSTRAINT region_codes_have_their_form CHECK ((code ~ '^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$'::text))
);

CREATE TABLE fund.relationship (
    upk_id bigint NOT NULL,
    ksm bigint NOT NULL,
    number bigint NOT NULL,
    person bigint NOT NULL,
    kind text NOT NULL,
    note text NOT NULL,
    declared_on date NOT NULL,
    declared_by bigint NOT NULL,
    CONSTRAINT relationships_are_known CHECK ((kind = ANY (ARRAY['family'::text, 'household'::text, 'business'::text, 'other'::text])))
);

CREATE TABLE fund.relationship_end (
    upk_id bigint NOT NULL,
    relationship bigint NOT NULL,
    ended_on date NOT NULL,
    ended_by bigint NOT NULL,
    reason text NOT NULL
);

CREATE TABLE fund.reopening (
    upk_id bigint NOT NULL,
    month date NOT NULL,
    version integer NOT NULL,
    reason text NOT NULL,
    requested_on date NOT NULL,
    requested_by bigint NOT NULL,
    confirmed_on date,
    confirmed_by bigint,
    CONSTRAINT a_confirmation_has_a_person_and_a_day CHECK (((confirmed_on IS NULL) = (confirmed_by IS NULL))),
    CONSTRAINT a_month_is_opened_before_the_15th CHECK ((confirmed_on < (month + '1 mon 14 days'::interval))),
    CONSTRAINT a_reopening_is_confirmed_after_the_request CHECK ((confirmed_on >= requested_on)),
    CONSTRAINT a_reopening_takes_two_persons CHECK ((confirmed_by <> requested_by))
);

CREATE TABLE fund.repayment (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    loan bigint NOT NULL,
    receipt_year integer NOT NULL,
    receipt_number bigint NOT NULL,
    paid_on date NOT NULL,
    account integer NOT NULL,
    loan_part bigint NOT NULL,
    late_fee bigint NOT NULL,
    savings bigint NOT NULL,
    excess bigint NOT NULL,
    members bigint[] NOT NULL,
    payers bigint[] NOT NULL,
    amounts bigint[] NOT NULL,
    voucher_kind text NOT NULL,
    voucher_year integer NOT NULL,
    voucher_number bigint NOT NULL,
    recorded_by bigint NOT NULL,
    CONSTRAINT a_receipt_is_numbered_in_its_year CHECK (((EXTRACT(year FROM paid_on) = (receipt_year)::numeric) AND (receipt_number >= 1) AND (number >= 1))),
    CONSTRAINT a_repayment_brings_something CHECK (((loan_part >= 0) AND (late_fee >= 0) AND (savings >= 0) AND (excess >= 0) AND ((((loan_part + late_fee) + savings) + excess) > 0))),
    CONSTRAINT members_pay_parts CHECK (((cardinality(members) = cardinality(payers)) AND (cardinality(members) = cardinality(amounts)) AND (0 < ALL (amounts)))),
    CONSTRAINT repayments_come_from_known_accounts CHECK ((account = ANY (ARRAY[11010, 11021, 21020, 21030])))
);

CREATE TABLE fund.repayment_reversal (
    upk_id bigint NOT NULL,
    repayment bigint NOT NULL,
    number bigint NOT NULL,
    reversed_on date NOT NULL,
    reason text NOT NULL,
    recorded_by bigint NOT NULL,
    CONSTRAINT a_reversal_comes_later CHECK ((number > repayment))
);

CREATE TABLE fund.restructuring (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    successor bigint NOT NULL,
    restructured_on date NOT NULL,
    principal bigint NOT NULL,
    service_charge bigint NOT NULL,
    collectability integer NOT NULL,
    reason text NOT NULL,
    evidence text NOT NULL,
    agreement text NOT NULL,
    minutes text NOT NULL,
    notice text NOT NULL,
    decided_by bigint NOT NULL,
    CONSTRAINT a_restructuring_moves_principal CHECK (((principal > 0) AND (service_charge >= 0))),
    CONSTRAINT a_successor_is_another_loan CHECK ((successor <> loan)),
    CONSTRAINT what_is_restructured_was_late CHECK (((collectability >= 2) AND (collectability <= 5)))
);

CREATE TABLE fund.schema_migration (
    version integer NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT migration_checksums_are_sha256 CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT migrations_are_numbered_from_one CHECK ((version >= 1))
);

CREATE TABLE fund.supervision (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    held_on date NOT NULL,
    supervisor bigint NOT NULL,
    note text NOT NULL
);

CREATE TABLE fund.suspense_assignment (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    ksm bigint NOT NULL,
    amount bigint NOT NULL,
    assigned_on date NOT NULL,
    assigned_by bigint NOT NULL,
    reason text NOT NULL,
    takes_back bigint,
    CONSTRAINT what_takes_back_is_negative CHECK (((amount <> 0) AND ((amount < 0) = (takes_back IS NOT NULL))))
);

CREATE TABLE fund.token (
    token_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    hash bytea NOT NULL,
    issued_on date NOT NULL,
    expires_on date NOT NULL,
    revoked_on date,
    is_certificate boolean DEFAULT false NOT NULL,
    CONSTRAINT a_token_lives_a_day CHECK ((issued_on < expires_on))
);

CREATE TABLE fund.training (
    training_id bigint NOT NULL,
    person_id bigint NOT NULL,
    topic text NOT NULL,
    trained_on date NOT NULL,
    reference text NOT NULL,
    CONSTRAINT training_topics_are_known CHECK ((topic = ANY (ARRAY['institution'::text, 'supervision'::text, 'unitOperation'::text, 'revolvingLoan'::text, 'entrepreneurship'::text, 'householdEconomy'::text])))
);

CREATE TABLE fund.upk (
    upk_id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    bkm text NOT NULL COLLATE pg_catalog."C",
    region text NOT NULL COLLATE pg_catalog."C",
    operating_since date NOT NULL,
    ran_earlier_programme boolean NOT NULL,
    live_from date NOT NULL,
    CONSTRAINT a_upk_is_no_province CHECK ((upk_id >= 1)),
    CONSTRAINT operation_begins_with_a_month CHECK ((EXTRACT(day FROM operating_since) = (1)::numeric))
);

CREATE TABLE fund.visit (
    upk_id bigint NOT NULL,
    number bigint NOT NULL,
    loan bigint NOT NULL,
    member bigint NOT NULL,
    person_id bigint NOT NULL,
    visited_on date NOT NULL,
    visitor bigint NOT NULL,
    companion bigint,
    received bigint NOT NULL,
    use text NOT NULL,
    finding text,
    beneficiary bigint,
    note text NOT NULL,
    reference text NOT NULL,
    CONSTRAINT a_beneficiary_comes_with_a_finding CHECK (((beneficiary IS NULL) OR (finding IS NOT NULL))),
    CONSTRAINT a_companion_is_not_the_visitor CHECK ((companion <> visitor)),
    CONSTRAINT nobody_receives_less_than_nothing CHECK ((received >= 0)),
    CONSTRAINT visit_findings_are_known CHECK ((finding = 'nameLending'::text)),
    CONSTRAINT visit_uses_are_known CHECK ((use = ANY (ARRAY['asApplied'::text, 'partly'::text, 'deviated'::text, 'byAnother'::text])))
);

CREATE TABLE fund.voucher (
    upk_id bigint NOT NULL,
    kind text NOT NULL,
    year integer NOT NULL,
    number bigint NOT NULL,
    seq bigint NOT NULL,
    booked_on date NOT NULL,
    description text NOT NULL,
    reference text,
    reverses_kind text,
    reverses_year integer,
    reverses_number bigint,
    closing boolean DEFAULT false NOT NULL,
    CONSTRAINT a_reversal_names_its_voucher_whole CHECK ((num_nulls(reverses_kind, reverses_year, reverses_number) = ANY (ARRAY[0, 3]))),
    CONSTRAINT a_voucher_does_not_reverse_itself CHECK ((((reverses_kind IS DISTINCT FROM kind) OR (reverses_year IS DISTINCT FROM year)) OR (reverses_number IS DISTINCT FROM number))),
    CONSTRAINT a_voucher_is_numbered_in_its_year CHECK ((EXTRACT(year FROM booked_on) = (year)::numeric)),
    CONSTRAINT a_year_closes_on_its_last_day CHECK (((NOT closing) OR ((kind = 'PB'::text) AND (EXTRACT(month FROM booked_on) = (12)::numeric) AND (EXTRACT(day FROM booked_on) = (31)::numeric)))),
    CONSTRAINT voucher_kinds_are_known CHECK ((kind = ANY (ARRAY['KM'::text, 'KK'::text, 'PB'::text]))),
    CONSTRAINT vouchers_are_numbered_from_one CHECK ((number >= 1))
);

CREATE TABLE fund.write_off (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    written_off_on date NOT NULL,
    principal bigint NOT NULL,
    service_charge bigint NOT NULL,
    from_reserve bigint NOT NULL,
    minutes text NOT NULL,
    report text NOT NULL,
    proposed_by bigint NOT NULL,
    decided_by bigint NOT NULL,
    savings_kept text DEFAULT ''::text NOT NULL,
    CONSTRAINT a_reserve_bears_a_part_of_it CHECK (((from_reserve >= 0) AND (from_reserve <= principal))),
    CONSTRAINT a_write_off_loses_principal CHECK (((principal > 0) AND (service_charge >= 0))),
    CONSTRAINT a_write_off_takes_two_persons CHECK ((decided_by <> proposed_by))
);

CREATE TABLE fund.year_close (
    upk_id bigint NOT NULL,
    year integer NOT NULL,
    closed_on date NOT NULL,
    closed_by bigint NOT NULL,
    income bigint NOT NULL,
    cost bigint NOT NULL,
    CONSTRAINT a_year_is_closed_after_its_end CHECK ((EXTRACT(year FROM closed_on) > (year)::numeric))
);

ALTER TABLE ONLY fund.borrower_claim
    ADD CONSTRAINT a_borrower_has_one_open_share PRIMARY KEY (nik_digest);

ALTER TABLE ONLY fund.claim_waiver
    ADD CONSTRAINT a_claim_is_waived_once PRIMARY KEY (upk_id, loan);

ALTER TABLE ONLY fund.claim_recovery
    ADD CONSTRAINT a_claim_receipt_is_numbered_once UNIQUE (upk_id, receipt_year, receipt_number);

ALTER TABLE ONLY fund.upk
    ADD CONSTRAINT a_code_names_one_upk UNIQUE (code);

ALTER TABLE ONLY fund.complaint_answer
    ADD CONSTRAINT a_complaint_is_answered_once PRIMARY KEY (upk_id, complaint);

ALTER TABLE ONLY fund.delegation_revocation
    ADD CONSTRAINT a_delegation_is_revoked_once PRIMARY KEY (upk_id, delegation);

ALTER TABLE ONLY fund.cash_difference
    ADD CONSTRAINT a_difference_is_booked_once PRIMARY KEY (upk_id, count);

ALTER TABLE ONLY fund.finding_answer
    ADD CONSTRAINT a_finding_is_answered_once PRIMARY KEY (upk_id, finding);

ALTER TABLE ONLY fund.principal
    ADD CONSTRAINT a_label_names_one_principal UNIQUE (label);

ALTER TABLE ONLY fund.loan
    ADD CONSTRAINT a_loan_is_restructured_once UNIQUE (upk_id, predecessor);

ALTER TABLE ONLY fund.write_off
    ADD CONSTRAINT a_loan_is_written_off_once PRIMARY KEY (upk_id, loan);

ALTER TABLE ONLY fund.publication
    ADD CONSTRAINT a_month_is_published_once UNIQUE (upk_id, kind, month);

ALTER TABLE ONLY fund.reconciliation
    ADD CONSTRAINT a_month_is_reconciled_in_versions UNIQUE (upk_id, account, month, version);

ALTER TABLE ONLY fund.person
    ADD CONSTRAINT a_nik_belongs_to_one_person UNIQUE (nik_digest);

ALTER TABLE ONLY fund.training
    ADD CONSTRAINT a_person_is_trained_in_a_topic_once_a_day UNIQUE (person_id, topic, trained_on);

ALTER TABLE ONLY fund.profit_allocation
    ADD CONSTRAINT a_profit_is_allocated_once PRIMARY KEY (upk_id, year);

ALTER TABLE ONLY fund.profit_part
    ADD CONSTRAINT a_purpose_has_one_part UNIQUE (upk_id, year, purpose);

ALTER TABLE ONLY fund.repayment
    ADD CONSTRAINT a_receipt_is_numbered_once UNIQUE (upk_id, receipt_year, receipt_number);

ALTER TABLE ONLY fund.claim_reversal
    ADD CONSTRAINT a_recovery_is_reversed_once PRIMARY KEY (upk_id, loan, recovery);

ALTER TABLE ONLY fund.relationship_end
    ADD CONSTRAINT a_relationship_ends_once PRIMARY KEY (upk_id, relationship);

ALTER TABLE ONLY fund.relationship
    ADD CONSTRAINT a_relationship_is_declared_once_a_day UNIQUE (upk_id, ksm, person, kind, declared_on);

ALTER TABLE ONLY fund.repayment_reversal
    ADD CONSTRAINT a_repayment_is_reversed_once PRIMARY KEY (upk_id, repayment);

ALTER TABLE ONLY fund.event
    ADD CONSTRAINT a_request_is_recorded_once UNIQUE (upk_id, principal_id, kind, request_id);

ALTER TABLE ONLY fund.confirmed_balance
    ADD CONSTRAINT a_share_is_asked_about_once PRIMARY KEY (upk_id, confirmation, loan, member);

ALTER TABLE ONLY fund.restructuring
    ADD CONSTRAINT a_successor_follows_one_loan UNIQUE (upk_id, successor);

ALTER TABLE ONLY fund.recovery
    ADD CONSTRAINT a_suspension_is_recovered_once PRIMARY KEY (upk_id, since);

ALTER TABLE ONLY fund.token
    ADD CONSTRAINT a_token_proves_one_principal UNIQUE (hash);

ALTER TABLE ONLY fund.year_close
    ADD CONSTRAINT a_year_is_closed_once PRIMARY KEY (upk_id, year);

ALTER TABLE ONLY fund.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (upk_id, code);

ALTER TABLE ONLY fund.depreciation
    ADD CONSTRAINT an_asset_is_depreciated_once_a_month PRIMARY KEY (upk_id, asset, month);

ALTER TABLE ONLY fund.suspense_assignment
    ADD CONSTRAINT an_assignment_is_taken_back_once UNIQUE (upk_id, takes_back);

ALTER TABLE ONLY fund.case_answer
    ADD CONSTRAINT an_escalation_is_answered_once PRIMARY KEY (upk_id, step);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT an_inspection_has_one_inspector UNIQUE (upk_id, application, round, inspector);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT application_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.application_share
    ADD CONSTRAINT application_share_pkey PRIMARY KEY (upk_id, application, member);

ALTER TABLE ONLY fund.appraisal
    ADD CONSTRAINT appraisal_pkey PRIMARY KEY (upk_id, application, round, member);

ALTER TABLE ONLY fund.approval_chain
    ADD CONSTRAINT approval_chain_pkey PRIMARY KEY (upk_id, version);

ALTER TABLE ONLY fund.approval_chain_step
    ADD CONSTRAINT approval_chain_step_pkey PRIMARY KEY (upk_id, version, step);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT approval_pkey PRIMARY KEY (upk_id, application, round, step, signer);

ALTER TABLE ONLY fund.approval_step
    ADD CONSTRAINT approval_step_pkey PRIMARY KEY (upk_id, application, round, step);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT approvals_are_by_distinct_persons UNIQUE (upk_id, application, round, signer);

ALTER TABLE ONLY fund.asset
    ADD CONSTRAINT asset_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (assignment_id);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT attestation_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.balance_confirmation
    ADD CONSTRAINT balance_confirmation_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.bkm
    ADD CONSTRAINT bkm_pkey PRIMARY KEY (code);

ALTER TABLE ONLY fund.borrower_block
    ADD CONSTRAINT borrower_block_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.budget_line
    ADD CONSTRAINT budget_line_pkey PRIMARY KEY (upk_id, number, account);

ALTER TABLE ONLY fund.budget
    ADD CONSTRAINT budget_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.case_step
    ADD CONSTRAINT case_step_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.cash_count
    ADD CONSTRAINT cash_count_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.approval_chain
    ADD CONSTRAINT chains_begin_on_different_days UNIQUE (upk_id, valid_from);

ALTER TABLE ONLY fund.charter
    ADD CONSTRAINT charter_pkey PRIMARY KEY (upk_id, version);

ALTER TABLE ONLY fund.claim_recovery
    ADD CONSTRAINT claim_recovery_pkey PRIMARY KEY (upk_id, loan, number);

ALTER TABLE ONLY fund.complaint
    ADD CONSTRAINT complaint_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.counter
    ADD CONSTRAINT counter_pkey PRIMARY KEY (upk_id, name);

ALTER TABLE ONLY fund.debt_settlement
    ADD CONSTRAINT debt_settlement_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.disbursement
    ADD CONSTRAINT disbursement_pkey PRIMARY KEY (upk_id, loan);

ALTER TABLE ONLY fund.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (upk_id, seq);

ALTER TABLE ONLY fund.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund."freeze"
    ADD CONSTRAINT freeze_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.frozen_loan
    ADD CONSTRAINT frozen_loan_pkey PRIMARY KEY (upk_id, month, version, loan);

ALTER TABLE ONLY fund.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (upk_id);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT inspection_pkey PRIMARY KEY (upk_id, application, round);

ALTER TABLE ONLY fund.installment
    ADD CONSTRAINT installment_pkey PRIMARY KEY (upk_id, loan, number);

ALTER TABLE ONLY fund.instrument
    ADD CONSTRAINT instrument_pkey PRIMARY KEY (version);

ALTER TABLE ONLY fund.instrument
    ADD CONSTRAINT instruments_begin_on_different_days UNIQUE (valid_from);

ALTER TABLE ONLY fund.joint_collection
    ADD CONSTRAINT joint_collection_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.ksm
    ADD CONSTRAINT ksm_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.lending_policy
    ADD CONSTRAINT lending_policy_pkey PRIMARY KEY (upk_id, version);

ALTER TABLE ONLY fund.liability_call
    ADD CONSTRAINT liability_call_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.loan
    ADD CONSTRAINT loan_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.loan_share
    ADD CONSTRAINT loan_share_pkey PRIMARY KEY (upk_id, loan, member);

ALTER TABLE ONLY fund.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (upk_id, ksm, number);

ALTER TABLE ONLY fund.member_receipt
    ADD CONSTRAINT member_receipt_pkey PRIMARY KEY (upk_id, loan, member);

ALTER TABLE ONLY fund.charter
    ADD CONSTRAINT one_charter_begins_on_a_day UNIQUE (upk_id, valid_from);

ALTER TABLE ONLY fund.lending_policy
    ADD CONSTRAINT one_policy_begins_on_a_day UNIQUE (upk_id, valid_from);

ALTER TABLE ONLY fund.policy_bounds
    ADD CONSTRAINT one_version_of_bounds_begins_on_a_day UNIQUE (valid_from);

ALTER TABLE ONLY fund.period_indicator
    ADD CONSTRAINT period_indicator_pkey PRIMARY KEY (upk_id, month, version, indicator);

ALTER TABLE ONLY fund.period
    ADD CONSTRAINT period_pkey PRIMARY KEY (upk_id, month, version);

ALTER TABLE ONLY fund.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY fund.personal_data_key
    ADD CONSTRAINT personal_data_key_pkey PRIMARY KEY (number);

ALTER TABLE ONLY fund.policy_acknowledgement
    ADD CONSTRAINT policy_acknowledgement_pkey PRIMARY KEY (upk_id, version, person_id);

ALTER TABLE ONLY fund.policy_bounds
    ADD CONSTRAINT policy_bounds_pkey PRIMARY KEY (version);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (upk_id, seq, line);

ALTER TABLE ONLY fund.principal
    ADD CONSTRAINT principal_pkey PRIMARY KEY (principal_id);

ALTER TABLE ONLY fund.profit_part
    ADD CONSTRAINT profit_part_pkey PRIMARY KEY (upk_id, year, line);

ALTER TABLE ONLY fund.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.reconciliation_item
    ADD CONSTRAINT reconciliation_item_pkey PRIMARY KEY (upk_id, reconciliation, item);

ALTER TABLE ONLY fund.reconciliation
    ADD CONSTRAINT reconciliation_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.recovery_task
    ADD CONSTRAINT recovery_task_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (code);

ALTER TABLE ONLY fund.relationship
    ADD CONSTRAINT relationship_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.reopening
    ADD CONSTRAINT reopening_pkey PRIMARY KEY (upk_id, month, version);

ALTER TABLE ONLY fund.repayment
    ADD CONSTRAINT repayment_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.restructuring
    ADD CONSTRAINT restructuring_pkey PRIMARY KEY (upk_id, loan);

ALTER TABLE ONLY fund.repayment_reversal
    ADD CONSTRAINT reversals_are_numbered_once UNIQUE (upk_id, number);

ALTER TABLE fund.posting
    ADD CONSTRAINT savings_name_their_group CHECK (
CASE
    WHEN ((debit = 21020) OR (credit = 21020)) THEN (ksm IS NOT NULL)
    ELSE ((ksm IS NULL) OR (debit = 21030) OR (credit = 21030))
END) NOT VALID;

ALTER TABLE ONLY fund.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (version);

ALTER TABLE ONLY fund.supervision
    ADD CONSTRAINT supervision_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.suspense_assignment
    ADD CONSTRAINT suspense_assignment_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (token_id);

ALTER TABLE ONLY fund.training
    ADD CONSTRAINT training_pkey PRIMARY KEY (training_id, person_id);

ALTER TABLE ONLY fund.upk
    ADD CONSTRAINT upk_pkey PRIMARY KEY (upk_id);

ALTER TABLE ONLY fund.visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.voucher
    ADD CONSTRAINT voucher_pkey PRIMARY KEY (upk_id, kind, year, number);

CREATE UNIQUE INDEX a_person_is_in_one_group_of_a_upk ON fund.member USING btree (upk_id, person_id) WHERE (left_on IS NULL);

CREATE UNIQUE INDEX a_reference_is_used_once ON fund.voucher USING btree (upk_id, reference) WHERE (reference IS NOT NULL);

CREATE UNIQUE INDEX a_upk_is_frozen_once ON fund."freeze" USING btree (upk_id) WHERE (released_on IS NULL);

CREATE UNIQUE INDEX a_voucher_is_reversed_once ON fund.voucher USING btree (upk_id, reverses_kind, reverses_year, reverses_number) WHERE (reverses_number IS NOT NULL);

CREATE UNIQUE INDEX an_application_becomes_one_loan ON fund.loan USING btree (upk_id, application) WHERE (predecessor IS NULL);

CREATE INDEX application_open ON fund.application USING btree (upk_id, number) WHERE (state = ANY (ARRAY['submitted'::text, 'incomplete'::text, 'inInspection'::text, 'recommended'::text, 'notRecommended'::text, 'inDecision'::text, 'approved'::text, 'waitlisted'::text, 'contracted'::text]));

CREATE UNIQUE INDEX approvals_are_for_distinct_persons ON fund.approval USING btree (upk_id, application, round, COALESCE(on_behalf_of, signer));

CREATE INDEX assignment_person ON fund.assignment USING btree (person_id);

CREATE INDEX assignment_place ON fund.assignment USING btree (scope, scope_upk_id, scope_region);

CREATE INDEX attestation_of_group ON fund.attestation USING btree (upk_id, ksm, number);

CREATE INDEX borrower_block_person ON fund.borrower_block USING btree (person_id);

CREATE INDEX borrower_claim_loan ON fund.borrower_claim USING btree (upk_id, loan);

CREATE INDEX case_step_of_loan ON fund.case_step USING btree (upk_id, loan, number);

CREATE INDEX debt_settlement_loan ON fund.debt_settlement USING btree (upk_id, loan);

CREATE INDEX joint_collection_day ON fund.joint_collection USING btree (upk_id, held_on);

CREATE INDEX liability_call_loan ON fund.liability_call USING btree (upk_id, loan);

CREATE INDEX loan_ksm ON fund.loan USING btree (upk_id, ksm);

CREATE INDEX meeting_day ON fund.meeting USING btree (upk_id, held_on);

CREATE INDEX period_month ON fund.period USING btree (month, upk_id);

CREATE INDEX posting_ksm ON fund.posting USING btree (upk_id, ksm) WHERE (ksm IS NOT NULL);

CREATE INDEX posting_loan ON fund.posting USING btree (upk_id, loan) WHERE (loan IS NOT NULL);

CREATE INDEX posting_savings ON fund.posting USING btree (upk_id, booked_on) WHERE ((debit = ANY (ARRAY[11012, 11022, 21020])) OR (credit = ANY (ARRAY[11012, 11022, 21020])));

CREATE INDEX posting_suspense ON fund.posting USING btree (upk_id, ksm, booked_on) WHERE ((debit = 21030) OR (credit = 21030));

CREATE INDEX repayment_loan ON fund.repayment USING btree (upk_id, loan, paid_on) INCLUDE (loan_part, savings);

CREATE INDEX supervision_day ON fund.supervision USING btree (upk_id, held_on);

CREATE INDEX suspense_assignment_of_ksm ON fund.suspense_assignment USING btree (upk_id, ksm, assigned_on);

CREATE INDEX visit_person ON fund.visit USING btree (person_id);

CREATE INDEX visit_share ON fund.visit USING btree (upk_id, loan, member, number);

CREATE INDEX voucher_event ON fund.voucher USING btree (upk_id, seq);

ALTER TABLE ONLY fund.confirmed_balance
    ADD CONSTRAINT a_balance_is_of_a_confirmation FOREIGN KEY (upk_id, confirmation) REFERENCES fund.balance_confirmation(upk_id, number);

ALTER TABLE ONLY fund.confirmed_balance
    ADD CONSTRAINT a_balance_is_of_a_share FOREIGN KEY (upk_id, loan, member) REFERENCES fund.loan_share(upk_id, loan, member);

ALTER TABLE ONLY fund.visit
    ADD CONSTRAINT a_beneficiary_is_a_person FOREIGN KEY (beneficiary) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.borrower_block
    ADD CONSTRAINT a_block_follows_from_a_visit FOREIGN KEY (upk_id, visit) REFERENCES fund.visit(upk_id, number);

ALTER TABLE ONLY fund.borrower_block
    ADD CONSTRAINT a_blocked_one_is_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.bkm
    ADD CONSTRAINT a_board_is_in_a_region FOREIGN KEY (region) REFERENCES fund.region(code);

ALTER TABLE ONLY fund.budget
    ADD CONSTRAINT a_budget_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.budget
    ADD CONSTRAINT a_budget_is_approved_by_a_person FOREIGN KEY (approved_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.budget
    ADD CONSTRAINT a_budget_is_proposed_by_a_person FOREIGN KEY (proposed_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.budget_line
    ADD CONSTRAINT a_budget_line_is_in_the_chart FOREIGN KEY (upk_id, account) REFERENCES fund.account(upk_id, code);

ALTER TABLE ONLY fund.budget_line
    ADD CONSTRAINT a_budget_line_is_of_a_budget FOREIGN KEY (upk_id, number) REFERENCES fund.budget(upk_id, number);

ALTER TABLE ONLY fund.liability_call
    ADD CONSTRAINT a_call_is_on_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.liability_call
    ADD CONSTRAINT a_call_is_recorded_by_a_person FOREIGN KEY (recorded_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT a_canceller_is_a_person FOREIGN KEY (cancelled_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.case_step
    ADD CONSTRAINT a_case_is_of_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.approval_chain
    ADD CONSTRAINT a_chain_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.approval_chain_step
    ADD CONSTRAINT a_chain_step_is_of_a_chain FOREIGN KEY (upk_id, version) REFERENCES fund.approval_chain(upk_id, version);

ALTER TABLE ONLY fund.charter
    ADD CONSTRAINT a_charter_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.borrower_claim
    ADD CONSTRAINT a_claim_is_for_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.claim_reversal
    ADD CONSTRAINT a_claim_reversal_is_of_a_recovery FOREIGN KEY (upk_id, loan, recovery) REFERENCES fund.claim_recovery(upk_id, loan, number);

ALTER TABLE ONLY fund.claim_reversal
    ADD CONSTRAINT a_claim_reversal_is_recorded_by_a_person FOREIGN KEY (recorded_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.joint_collection
    ADD CONSTRAINT a_collector_of_the_board_is_a_person FOREIGN KEY (board_person) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.joint_collection
    ADD CONSTRAINT a_collector_of_the_upk_is_a_person FOREIGN KEY (unit_person) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.visit
    ADD CONSTRAINT a_companion_is_a_person FOREIGN KEY (companion) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.complaint
    ADD CONSTRAINT a_complaint_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.complaint_answer
    ADD CONSTRAINT a_complaint_is_answered_by_a_person FOREIGN KEY (answered_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.complaint
    ADD CONSTRAINT a_complaint_is_received_by_a_person FOREIGN KEY (received_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.balance_confirmation
    ADD CONSTRAINT a_confirmation_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.balance_confirmation
    ADD CONSTRAINT a_confirmation_is_by_a_person FOREIGN KEY (supervisor) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.cash_count
    ADD CONSTRAINT a_count_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.cash_count
    ADD CONSTRAINT a_count_is_by_a_person FOREIGN KEY (counter) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.cash_count
    ADD CONSTRAINT a_count_is_seen_by_a_person FOREIGN KEY (witness) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT a_credit_is_in_the_chart FOREIGN KEY (upk_id, credit) REFERENCES fund.account(upk_id, code);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT a_debit_is_in_the_chart FOREIGN KEY (upk_id, debit) REFERENCES fund.account(upk_id, code);

ALTER TABLE ONLY fund.relationship
    ADD CONSTRAINT a_declarer_is_a_person FOREIGN KEY (declared_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.delegation
    ADD CONSTRAINT a_delegate_is_a_person FOREIGN KEY (delegate) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.delegation
    ADD CONSTRAINT a_delegation_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.cash_difference
    ADD CONSTRAINT a_difference_is_booked_by_a_voucher FOREIGN KEY (upk_id, voucher_kind, voucher_year, voucher_number) REFERENCES fund.voucher(upk_id, kind, year, number);

ALTER TABLE ONLY fund.cash_difference
    ADD CONSTRAINT a_difference_is_of_a_count FOREIGN KEY (upk_id, count) REFERENCES fund.cash_count(upk_id, number);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT a_disbursed_application_has_its_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.disbursement
    ADD CONSTRAINT a_disbursement_is_of_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.finding_answer
    ADD CONSTRAINT a_finding_is_answered_by_a_person FOREIGN KEY (answered_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.finding
    ADD CONSTRAINT a_finding_is_by_a_person FOREIGN KEY (found_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.finding
    ADD CONSTRAINT a_finding_is_of_a_confirmation FOREIGN KEY (upk_id, confirmation) REFERENCES fund.balance_confirmation(upk_id, number);

ALTER TABLE ONLY fund.finding
    ADD CONSTRAINT a_finding_is_of_a_supervision FOREIGN KEY (upk_id, supervision) REFERENCES fund.supervision(upk_id, number);

ALTER TABLE ONLY fund.disbursement
    ADD CONSTRAINT a_first_signatory_is_a_person FOREIGN KEY (first_signatory) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund."freeze"
    ADD CONSTRAINT a_freeze_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.frozen_loan
    ADD CONSTRAINT a_frozen_loan_is_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.ksm
    ADD CONSTRAINT a_group_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.delegation
    ADD CONSTRAINT a_holder_is_a_person FOREIGN KEY (holder) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.joint_collection
    ADD CONSTRAINT a_joint_collection_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.frozen_loan
    ADD CONSTRAINT a_list_is_frozen_by_a_period FOREIGN KEY (upk_id, month, version) REFERENCES fund.period(upk_id, month, version);

ALTER TABLE ONLY fund.loan
    ADD CONSTRAINT a_loan_comes_from_an_application FOREIGN KEY (upk_id, application) REFERENCES fund.application(upk_id, number);

ALTER TABLE ONLY fund.loan
    ADD CONSTRAINT a_loan_is_to_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.meeting
    ADD CONSTRAINT a_meeting_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.meeting
    ADD CONSTRAINT a_meeting_of_a_group_has_its_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.member
    ADD CONSTRAINT a_member_belongs_to_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.member
    ADD CONSTRAINT a_member_is_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.profit_part
    ADD CONSTRAINT a_part_is_of_an_allocation FOREIGN KEY (upk_id, year) REFERENCES fund.profit_allocation(upk_id, year);

ALTER TABLE ONLY fund.disbursement
    ADD CONSTRAINT a_payer_is_a_person FOREIGN KEY (paid_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.period
    ADD CONSTRAINT a_period_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.period
    ADD CONSTRAINT a_period_is_closed_by_a_person FOREIGN KEY (closed_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.lending_policy
    ADD CONSTRAINT a_policy_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.policy_acknowledgement
    ADD CONSTRAINT a_policy_is_acknowledged_by_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT a_posting_belongs_to_a_voucher FOREIGN KEY (upk_id, voucher_kind, voucher_year, voucher_number) REFERENCES fund.voucher(upk_id, kind, year, number);

ALTER TABLE ONLY fund.loan
    ADD CONSTRAINT a_predecessor_is_a_loan FOREIGN KEY (upk_id, predecessor) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.principal
    ADD CONSTRAINT a_principal_is_of_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.publication
    ADD CONSTRAINT a_publication_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.publication
    ADD CONSTRAINT a_publication_is_by_a_person FOREIGN KEY (published_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.member_receipt
    ADD CONSTRAINT a_receipt_is_for_a_share FOREIGN KEY (upk_id, loan, member) REFERENCES fund.loan_share(upk_id, loan, member);

ALTER TABLE ONLY fund.reconciliation
    ADD CONSTRAINT a_reconciliation_is_of_an_account FOREIGN KEY (upk_id, account) REFERENCES fund.account(upk_id, code);

ALTER TABLE ONLY fund.recovery
    ADD CONSTRAINT a_recovery_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.claim_recovery
    ADD CONSTRAINT a_recovery_has_its_voucher FOREIGN KEY (upk_id, voucher_kind, voucher_year, voucher_number) REFERENCES fund.voucher(upk_id, kind, year, number);

ALTER TABLE ONLY fund.recovery
    ADD CONSTRAINT a_recovery_is_confirmed_by_a_person FOREIGN KEY (confirmed_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.claim_recovery
    ADD CONSTRAINT a_recovery_is_of_a_write_off FOREIGN KEY (upk_id, loan) REFERENCES fund.write_off(upk_id, loan);

ALTER TABLE ONLY fund.claim_recovery
    ADD CONSTRAINT a_recovery_is_recorded_by_a_person FOREIGN KEY (recorded_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.relationship
    ADD CONSTRAINT a_relation_is_a_person FOREIGN KEY (person) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.relationship
    ADD CONSTRAINT a_relationship_is_with_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund."freeze"
    ADD CONSTRAINT a_releaser_is_a_person FOREIGN KEY (released_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.reopening
    ADD CONSTRAINT a_reopening_is_confirmed_by_a_person FOREIGN KEY (confirmed_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.reopening
    ADD CONSTRAINT a_reopening_is_of_a_period FOREIGN KEY (upk_id, month, version) REFERENCES fund.period(upk_id, month, version);

ALTER TABLE ONLY fund.reopening
    ADD CONSTRAINT a_reopening_is_requested_by_a_person FOREIGN KEY (requested_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.recovery_task
    ADD CONSTRAINT a_repair_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.repayment
    ADD CONSTRAINT a_repayment_has_its_voucher FOREIGN KEY (upk_id, voucher_kind, voucher_year, voucher_number) REFERENCES fund.voucher(upk_id, kind, year, number);

ALTER TABLE ONLY fund.repayment
    ADD CONSTRAINT a_repayment_is_on_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.repayment
    ADD CONSTRAINT a_repayment_is_recorded_by_a_person FOREIGN KEY (recorded_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.application_share
    ADD CONSTRAINT a_request_is_for_an_application FOREIGN KEY (upk_id, application) REFERENCES fund.application(upk_id, number);

ALTER TABLE ONLY fund."freeze"
    ADD CONSTRAINT a_requester_is_a_person FOREIGN KEY (requested_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.restructuring
    ADD CONSTRAINT a_restructured_loan_is_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.restructuring
    ADD CONSTRAINT a_restructuring_is_decided_by_a_person FOREIGN KEY (decided_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.repayment_reversal
    ADD CONSTRAINT a_reversal_is_of_a_repayment FOREIGN KEY (upk_id, repayment) REFERENCES fund.repayment(upk_id, number);

ALTER TABLE ONLY fund.voucher
    ADD CONSTRAINT a_reversal_is_of_a_voucher FOREIGN KEY (upk_id, reverses_kind, reverses_year, reverses_number) REFERENCES fund.voucher(upk_id, kind, year, number);

ALTER TABLE ONLY fund.repayment_reversal
    ADD CONSTRAINT a_reversal_is_recorded_by_a_person FOREIGN KEY (recorded_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.delegation_revocation
    ADD CONSTRAINT a_revoked_delegation_is_there FOREIGN KEY (upk_id, delegation) REFERENCES fund.delegation(upk_id, number);

ALTER TABLE ONLY fund.delegation_revocation
    ADD CONSTRAINT a_revoker_is_a_person FOREIGN KEY (revoked_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.assignment
    ADD CONSTRAINT a_scope_region_is_registered FOREIGN KEY (scope_region) REFERENCES fund.region(code);

ALTER TABLE ONLY fund.assignment
    ADD CONSTRAINT a_scope_upk_is_registered FOREIGN KEY (scope_upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.disbursement
    ADD CONSTRAINT a_second_signatory_is_a_person FOREIGN KEY (second_signatory) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.debt_settlement
    ADD CONSTRAINT a_settlement_is_on_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.loan_share
    ADD CONSTRAINT a_share_is_of_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT a_signer_is_a_person FOREIGN KEY (signer) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT a_skip_is_confirmed_by_a_person FOREIGN KEY (skip_confirmed_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT a_skip_is_requested_by_a_person FOREIGN KEY (skip_requested_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.case_step
    ADD CONSTRAINT a_step_is_done_by_a_person FOREIGN KEY (done_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.approval_step
    ADD CONSTRAINT a_step_rests_on_an_inspection FOREIGN KEY (upk_id, application, round) REFERENCES fund.inspection(upk_id, application, round);

ALTER TABLE ONLY fund.restructuring
    ADD CONSTRAINT a_successor_is_a_loan FOREIGN KEY (upk_id, successor) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.supervision
    ADD CONSTRAINT a_supervision_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.supervision
    ADD CONSTRAINT a_supervision_is_by_a_person FOREIGN KEY (supervisor) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.disbursement
    ADD CONSTRAINT a_third_signatory_is_a_person FOREIGN KEY (third_signatory) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.token
    ADD CONSTRAINT a_token_is_of_a_principal FOREIGN KEY (principal_id) REFERENCES fund.principal(principal_id);

ALTER TABLE ONLY fund.training
    ADD CONSTRAINT a_training_is_of_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.upk
    ADD CONSTRAINT a_upk_belongs_to_a_board FOREIGN KEY (bkm) REFERENCES fund.bkm(code);

ALTER TABLE ONLY fund.upk
    ADD CONSTRAINT a_upk_is_in_a_region FOREIGN KEY (region) REFERENCES fund.region(code);

ALTER TABLE ONLY fund.visit
    ADD CONSTRAINT a_visit_is_about_a_share FOREIGN KEY (upk_id, loan, member) REFERENCES fund.loan_share(upk_id, loan, member);

ALTER TABLE ONLY fund.visit
    ADD CONSTRAINT a_visitor_is_a_person FOREIGN KEY (visitor) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT a_volunteer_is_a_person FOREIGN KEY (volunteer) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.voucher
    ADD CONSTRAINT a_voucher_belongs_to_an_event FOREIGN KEY (upk_id, seq) REFERENCES fund.event(upk_id, seq);

ALTER TABLE ONLY fund.claim_waiver
    ADD CONSTRAINT a_waiver_is_decided_by_a_person FOREIGN KEY (decided_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.claim_waiver
    ADD CONSTRAINT a_waiver_is_of_a_write_off FOREIGN KEY (upk_id, loan) REFERENCES fund.write_off(upk_id, loan);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT a_witness_is_a_person FOREIGN KEY (witness) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.disbursement
    ADD CONSTRAINT a_witness_of_a_disbursement_is_a_person FOREIGN KEY (witness) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.member_receipt
    ADD CONSTRAINT a_witness_of_a_receipt_is_a_person FOREIGN KEY (witness) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.write_off
    ADD CONSTRAINT a_write_off_is_decided_by_a_person FOREIGN KEY (decided_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.write_off
    ADD CONSTRAINT a_write_off_is_proposed_by_a_person FOREIGN KEY (proposed_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.write_off
    ADD CONSTRAINT a_written_off_loan_is_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.year_close
    ADD CONSTRAINT a_year_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.year_close
    ADD CONSTRAINT a_year_is_closed_by_a_person FOREIGN KEY (closed_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.account
    ADD CONSTRAINT an_account_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.policy_acknowledgement
    ADD CONSTRAINT an_acknowledged_policy_is_there FOREIGN KEY (upk_id, version) REFERENCES fund.lending_policy(upk_id, version);

ALTER TABLE ONLY fund.profit_allocation
    ADD CONSTRAINT an_allocation_is_decided_by_a_person FOREIGN KEY (decided_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.profit_allocation
    ADD CONSTRAINT an_allocation_is_of_a_closed_year FOREIGN KEY (upk_id, year) REFERENCES fund.year_close(upk_id, year);

ALTER TABLE ONLY fund.profit_allocation
    ADD CONSTRAINT an_allocation_is_within_known_bounds FOREIGN KEY (bounds) REFERENCES fund.policy_bounds(version);

ALTER TABLE ONLY fund.case_answer
    ADD CONSTRAINT an_answer_is_given_by_a_person FOREIGN KEY (answered_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.complaint_answer
    ADD CONSTRAINT an_answer_is_to_a_complaint FOREIGN KEY (upk_id, complaint) REFERENCES fund.complaint(upk_id, number);

ALTER TABLE ONLY fund.finding_answer
    ADD CONSTRAINT an_answer_is_to_a_finding FOREIGN KEY (upk_id, finding) REFERENCES fund.finding(upk_id, number);

ALTER TABLE ONLY fund.case_answer
    ADD CONSTRAINT an_answer_is_to_a_step FOREIGN KEY (upk_id, step) REFERENCES fund.case_step(upk_id, number);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT an_application_is_of_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.appraisal
    ADD CONSTRAINT an_appraisal_is_of_a_borrower FOREIGN KEY (upk_id, application, member) REFERENCES fund.application_share(upk_id, application, member);

ALTER TABLE ONLY fund.appraisal
    ADD CONSTRAINT an_appraisal_is_of_an_inspection FOREIGN KEY (upk_id, application, round) REFERENCES fund.inspection(upk_id, application, round);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT an_approval_is_of_a_step FOREIGN KEY (upk_id, application, round, step) REFERENCES fund.approval_step(upk_id, application, round, step);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT an_approval_rests_on_an_inspection FOREIGN KEY (upk_id, application, round, inspector) REFERENCES fund.inspection(upk_id, application, round, inspector);

ALTER TABLE ONLY fund.asset
    ADD CONSTRAINT an_asset_is_bought_by_a_voucher FOREIGN KEY (upk_id, voucher_kind, voucher_year, voucher_number) REFERENCES fund.voucher(upk_id, kind, year, number);

ALTER TABLE ONLY fund.suspense_assignment
    ADD CONSTRAINT an_assigner_is_a_person FOREIGN KEY (assigned_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.assignment
    ADD CONSTRAINT an_assignment_is_of_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.suspense_assignment
    ADD CONSTRAINT an_assignment_is_to_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.suspense_assignment
    ADD CONSTRAINT an_assignment_taken_back_is_there FOREIGN KEY (upk_id, takes_back) REFERENCES fund.suspense_assignment(upk_id, number);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT an_attestation_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT an_attestation_is_made_by_a_person FOREIGN KEY (attested_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT an_attestation_of_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT an_attestation_of_a_member FOREIGN KEY (upk_id, ksm, member) REFERENCES fund.member(upk_id, ksm, number);

ALTER TABLE ONLY fund.relationship_end
    ADD CONSTRAINT an_ended_relationship_is_there FOREIGN KEY (upk_id, relationship) REFERENCES fund.relationship(upk_id, number);

ALTER TABLE ONLY fund.relationship_end
    ADD CONSTRAINT an_ender_is_a_person FOREIGN KEY (ended_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.period_indicator
    ADD CONSTRAINT an_indicator_is_of_a_period FOREIGN KEY (upk_id, month, version) REFERENCES fund.period(upk_id, month, version);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT an_inspection_is_of_an_application FOREIGN KEY (upk_id, application) REFERENCES fund.application(upk_id, number);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT an_inspector_is_a_person FOREIGN KEY (inspector) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.installment
    ADD CONSTRAINT an_installment_is_of_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.reconciliation_item
    ADD CONSTRAINT an_item_is_booked_by_a_voucher FOREIGN KEY (upk_id, voucher_kind, voucher_year, voucher_number) REFERENCES fund.voucher(upk_id, kind, year, number);

ALTER TABLE ONLY fund.reconciliation_item
    ADD CONSTRAINT an_item_is_of_a_reconciliation FOREIGN KEY (upk_id, reconciliation) REFERENCES fund.reconciliation(upk_id, number);

ALTER TABLE ONLY fund.depreciation
    ADD CONSTRAINT depreciation_is_booked_by_a_voucher FOREIGN KEY (upk_id, voucher_kind, voucher_year, voucher_number) REFERENCES fund.voucher(upk_id, kind, year, number);

ALTER TABLE ONLY fund.depreciation
    ADD CONSTRAINT depreciation_is_of_an_asset FOREIGN KEY (upk_id, asset) REFERENCES fund.asset(upk_id, number);

ALTER TABLE ONLY fund.person
    ADD CONSTRAINT names_are_sealed_with_the_key_in_use FOREIGN KEY (key_number) REFERENCES fund.personal_data_key(number);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT savings_belong_to_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.recovery_task
    ADD CONSTRAINT somebody_answers_for_a_repair FOREIGN KEY (responsible) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT who_is_signed_for_is_a_person FOREIGN KEY (on_behalf_of) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.visit
    ADD CONSTRAINT who_is_visited_is_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.borrower_block
    ADD CONSTRAINT who_lifts_is_a_person FOREIGN KEY (lifted_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.disbursement
    ADD CONSTRAINT who_voids_is_a_person FOREIGN KEY (voided_by) REFERENCES fund.person(person_id);

GRANT USAGE ON SCHEMA fund TO bergulir_writer;
GRANT USAGE ON SCHEMA fund TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.account TO bergulir_writer;
GRANT SELECT ON TABLE fund.account TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.application TO bergulir_writer;
GRANT SELECT ON TABLE fund.application TO bergulir_reader;

GRANT UPDATE(purpose) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(months) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(submitted_on) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(state) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(loan) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(business_stage) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(missing) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(completed_on) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(waitlisted_on) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(released_on) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(agreement) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(agreed_on) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(set_off_consent) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(skip_reason) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(skip_requested_by) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(skip_requested_on) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(skip_confirmed_by) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(skip_confirmed_on) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(cancel_reason) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(cancelled_by) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(cancelled_on) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(draft_members) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(draft_amounts) ON TABLE fund.application TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.application_share TO bergulir_writer;
GRANT SELECT ON TABLE fund.application_share TO bergulir_reader;

GRANT UPDATE(recommended) ON TABLE fund.application_share TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.appraisal TO bergulir_writer;
GRANT SELECT ON TABLE fund.appraisal TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.approval TO bergulir_writer;
GRANT SELECT ON TABLE fund.approval TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.approval_chain TO bergulir_writer;
GRANT SELECT ON TABLE fund.approval_chain TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.approval_chain_step TO bergulir_writer;
GRANT SELECT ON TABLE fund.approval_chain_step TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.approval_step TO bergulir_writer;
GRANT SELECT ON TABLE fund.approval_step TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.asset TO bergulir_writer;
GRANT SELECT ON TABLE fund.asset TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.assignment TO bergulir_writer;
GRANT SELECT ON TABLE fund.assignment TO bergulir_reader;

GRANT UPDATE(valid_until) ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(minutes) ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(minutes_on) ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(duties) ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(duties_on) ON TABLE fund.assignment TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.attestation TO bergulir_writer;
GRANT SELECT ON TABLE fund.attestation TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.balance_confirmation TO bergulir_writer;
GRANT SELECT ON TABLE fund.balance_confirmation TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.bkm TO bergulir_writer;
GRANT SELECT ON TABLE fund.bkm TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.borrower_block TO bergulir_writer;
GRANT SELECT ON TABLE fund.borrower_block TO bergulir_reader;

GRANT UPDATE(lifted_on) ON TABLE fund.borrower_block TO bergulir_writer;

GRANT UPDATE(lifted_by) ON TABLE fund.borrower_block TO bergulir_writer;

GRANT UPDATE(minutes) ON TABLE fund.borrower_block TO bergulir_writer;

GRANT SELECT,INSERT,DELETE ON TABLE fund.borrower_claim TO bergulir_writer;

GRANT SELECT(upk_id) ON TABLE fund.borrower_claim TO bergulir_reader;

GRANT UPDATE(loan) ON TABLE fund.borrower_claim TO bergulir_writer;
GRANT SELECT(loan) ON TABLE fund.borrower_claim TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.budget TO bergulir_writer;
GRANT SELECT ON TABLE fund.budget TO bergulir_reader;

GRANT UPDATE(approved_on) ON TABLE fund.budget TO bergulir_writer;

GRANT UPDATE(approved_by) ON TABLE fund.budget TO bergulir_writer;

GRANT UPDATE(minutes) ON TABLE fund.budget TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.budget_line TO bergulir_writer;
GRANT SELECT ON TABLE fund.budget_line TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.case_answer TO bergulir_writer;
GRANT SELECT ON TABLE fund.case_answer TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.case_step TO bergulir_writer;
GRANT SELECT ON TABLE fund.case_step TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.cash_count TO bergulir_writer;
GRANT SELECT ON TABLE fund.cash_count TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.cash_difference TO bergulir_writer;
GRANT SELECT ON TABLE fund.cash_difference TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.charter TO bergulir_writer;
GRANT SELECT ON TABLE fund.charter TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.claim_recovery TO bergulir_writer;
GRANT SELECT ON TABLE fund.claim_recovery TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.claim_reversal TO bergulir_writer;
GRANT SELECT ON TABLE fund.claim_reversal TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.claim_waiver TO bergulir_writer;
GRANT SELECT ON TABLE fund.claim_waiver TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.complaint TO bergulir_writer;
GRANT SELECT ON TABLE fund.complaint TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.complaint_answer TO bergulir_writer;
GRANT SELECT ON TABLE fund.complaint_answer TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.confirmed_balance TO bergulir_writer;
GRANT SELECT ON TABLE fund.confirmed_balance TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.counter TO bergulir_writer;
GRANT SELECT ON TABLE fund.counter TO bergulir_reader;

GRANT UPDATE(next) ON TABLE fund.counter TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.debt_settlement TO bergulir_writer;
GRANT SELECT ON TABLE fund.debt_settlement TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.delegation TO bergulir_writer;
GRANT SELECT ON TABLE fund.delegation TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.delegation_revocation TO bergulir_writer;
GRANT SELECT ON TABLE fund.delegation_revocation TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.depreciation TO bergulir_writer;
GRANT SELECT ON TABLE fund.depreciation TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.disbursement TO bergulir_writer;
GRANT SELECT ON TABLE fund.disbursement TO bergulir_reader;

GRANT UPDATE(voided_on) ON TABLE fund.disbursement TO bergulir_writer;

GRANT UPDATE(voided_by) ON TABLE fund.disbursement TO bergulir_writer;

GRANT UPDATE(void_reason) ON TABLE fund.disbursement TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.event TO bergulir_writer;
GRANT SELECT ON TABLE fund.event TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.finding TO bergulir_writer;
GRANT SELECT ON TABLE fund.finding TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.finding_answer TO bergulir_writer;
GRANT SELECT ON TABLE fund.finding_answer TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund."freeze" TO bergulir_writer;
GRANT SELECT ON TABLE fund."freeze" TO bergulir_reader;

GRANT UPDATE(requested_on) ON TABLE fund."freeze" TO bergulir_writer;

GRANT UPDATE(requested_by) ON TABLE fund."freeze" TO bergulir_writer;

GRANT UPDATE(reason) ON TABLE fund."freeze" TO bergulir_writer;

GRANT UPDATE(released_on) ON TABLE fund."freeze" TO bergulir_writer;

GRANT UPDATE(released_by) ON TABLE fund."freeze" TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.frozen_loan TO bergulir_writer;
GRANT SELECT ON TABLE fund.frozen_loan TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.head TO bergulir_writer;
GRANT SELECT ON TABLE fund.head TO bergulir_reader;

GRANT UPDATE(next_seq) ON TABLE fund.head TO bergulir_writer;

GRANT UPDATE(last_hash) ON TABLE fund.head TO bergulir_writer;

GRANT UPDATE(latest_day) ON TABLE fund.head TO bergulir_writer;

GRANT UPDATE(closed_month) ON TABLE fund.head TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.inspection TO bergulir_writer;
GRANT SELECT ON TABLE fund.inspection TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.installment TO bergulir_writer;
GRANT SELECT ON TABLE fund.installment TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.instrument TO bergulir_writer;
GRANT SELECT ON TABLE fund.instrument TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.joint_collection TO bergulir_writer;
GRANT SELECT ON TABLE fund.joint_collection TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.ksm TO bergulir_writer;
GRANT SELECT ON TABLE fund.ksm TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.lending_policy TO bergulir_writer;
GRANT SELECT ON TABLE fund.lending_policy TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.liability_call TO bergulir_writer;
GRANT SELECT ON TABLE fund.liability_call TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.loan TO bergulir_writer;
GRANT SELECT ON TABLE fund.loan TO bergulir_reader;

GRANT UPDATE(state) ON TABLE fund.loan TO bergulir_writer;

GRANT UPDATE(principal_paid) ON TABLE fund.loan TO bergulir_writer;

GRANT UPDATE(service_charge_paid) ON TABLE fund.loan TO bergulir_writer;

GRANT UPDATE(service_charge_waived) ON TABLE fund.loan TO bergulir_writer;

GRANT UPDATE(next_due) ON TABLE fund.loan TO bergulir_writer;

GRANT UPDATE(closed_on) ON TABLE fund.loan TO bergulir_writer;

GRANT UPDATE(late_fee_paid) ON TABLE fund.loan TO bergulir_writer;

GRANT UPDATE(savings_paid) ON TABLE fund.loan TO bergulir_writer;

GRANT UPDATE(member_paid) ON TABLE fund.loan TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.loan_share TO bergulir_writer;
GRANT SELECT ON TABLE fund.loan_share TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.meeting TO bergulir_writer;
GRANT SELECT ON TABLE fund.meeting TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.member TO bergulir_writer;
GRANT SELECT ON TABLE fund.member TO bergulir_reader;

GRANT UPDATE(left_on) ON TABLE fund.member TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.member_receipt TO bergulir_writer;
GRANT SELECT ON TABLE fund.member_receipt TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.period TO bergulir_writer;
GRANT SELECT ON TABLE fund.period TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.period_indicator TO bergulir_writer;
GRANT SELECT ON TABLE fund.period_indicator TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.person TO bergulir_writer;

GRANT SELECT(person_id) ON TABLE fund.person TO bergulir_reader;

GRANT SELECT(gender) ON TABLE fund.person TO bergulir_reader;

GRANT SELECT(key_number) ON TABLE fund.person TO bergulir_reader;

GRANT SELECT ON TABLE fund.personal_data_key TO bergulir_writer;

GRANT SELECT(number) ON TABLE fund.personal_data_key TO bergulir_reader;

GRANT UPDATE(fingerprint) ON TABLE fund.personal_data_key TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.policy_acknowledgement TO bergulir_writer;
GRANT SELECT ON TABLE fund.policy_acknowledgement TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.policy_bounds TO bergulir_writer;
GRANT SELECT ON TABLE fund.policy_bounds TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.posting TO bergulir_writer;
GRANT SELECT ON TABLE fund.posting TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.principal TO bergulir_writer;
GRANT SELECT ON TABLE fund.principal TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.profit_allocation TO bergulir_writer;
GRANT SELECT ON TABLE fund.profit_allocation TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.profit_part TO bergulir_writer;
GRANT SELECT ON TABLE fund.profit_part TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.publication TO bergulir_writer;
GRANT SELECT ON TABLE fund.publication TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.reconciliation TO bergulir_writer;
GRANT SELECT ON TABLE fund.reconciliation TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.reconciliation_item TO bergulir_writer;
GRANT SELECT ON TABLE fund.reconciliation_item TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.recovery TO bergulir_writer;
GRANT SELECT ON TABLE fund.recovery TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.recovery_task TO bergulir_writer;
GRANT SELECT ON TABLE fund.recovery_task TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.region TO bergulir_writer;
GRANT SELECT ON TABLE fund.region TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.relationship TO bergulir_writer;
GRANT SELECT ON TABLE fund.relationship TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.relationship_end TO bergulir_writer;
GRANT SELECT ON TABLE fund.relationship_end TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.reopening TO bergulir_writer;
GRANT SELECT ON TABLE fund.reopening TO bergulir_reader;

GRANT UPDATE(confirmed_on) ON TABLE fund.reopening TO bergulir_writer;

GRANT UPDATE(confirmed_by) ON TABLE fund.reopening TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.repayment TO bergulir_writer;
GRANT SELECT ON TABLE fund.repayment TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.repayment_reversal TO bergulir_writer;
GRANT SELECT ON TABLE fund.repayment_reversal TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.restructuring TO bergulir_writer;
GRANT SELECT ON TABLE fund.restructuring TO bergulir_reader;

GRANT SELECT ON TABLE fund.schema_migration TO bergulir_writer;
GRANT SELECT ON TABLE fund.schema_migration TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.supervision TO bergulir_writer;
GRANT SELECT ON TABLE fund.supervision TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.suspense_assignment TO bergulir_writer;
GRANT SELECT ON TABLE fund.suspense_assignment TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.token TO bergulir_writer;

GRANT SELECT(token_id) ON TABLE fund.token TO bergulir_reader;

GRANT SELECT(principal_id) ON TABLE fund.token TO bergulir_reader;

GRANT SELECT(issued_on) ON TABLE fund.token TO bergulir_reader;

GRANT SELECT(expires_on) ON TABLE fund.token TO bergulir_reader;

GRANT UPDATE(revoked_on) ON TABLE fund.token TO bergulir_writer;
GRANT SELECT(revoked_on) ON TABLE fund.token TO bergulir_reader;

GRANT SELECT(is_certificate) ON TABLE fund.token TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.training TO bergulir_writer;
GRANT SELECT ON TABLE fund.training TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.upk TO bergulir_writer;
GRANT SELECT ON TABLE fund.upk TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.visit TO bergulir_writer;
GRANT SELECT ON TABLE fund.visit TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.voucher TO bergulir_writer;
GRANT SELECT ON TABLE fund.voucher TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.write_off TO bergulir_writer;
GRANT SELECT ON TABLE fund.write_off TO bergulir_reader;

GRANT SELECT,INSERT ON TABLE fund.year_close TO bergulir_writer;
GRANT SELECT ON TABLE fund.year_close TO bergulir_reader;
