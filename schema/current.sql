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
    set_off_consent boolean DEFAULT false NOT NULL,
    CONSTRAINT a_term_has_months CHECK (((months >= 1) AND (months <= 60))),
    CONSTRAINT application_states_are_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'incomplete'::text, 'inInspection'::text, 'recommended'::text, 'notRecommended'::text, 'inDecision'::text, 'rejected'::text, 'approved'::text, 'waitlisted'::text, 'contracted'::text, 'disbursed'::text, 'cancelled'::text, 'expired'::text]))),
    CONSTRAINT business_stages_are_known CHECK ((business_stage = ANY (ARRAY['existing'::text, 'startUp'::text]))),
    CONSTRAINT disbursed_means_a_loan CHECK (((state = 'disbursed'::text) = (loan IS NOT NULL))),
    CONSTRAINT loan_purposes_are_known CHECK ((purpose = ANY (ARRAY['productiveBusiness'::text, 'localEconomy'::text, 'familyCapital'::text])))
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

CREATE TABLE fund.approval (
    upk_id bigint NOT NULL,
    application bigint NOT NULL,
    step integer NOT NULL,
    signer bigint NOT NULL,
    verdict text NOT NULL,
    signed_on date NOT NULL,
    note text NOT NULL,
    CONSTRAINT approval_steps_are_known CHECK ((step = ANY (ARRAY[1, 2]))),
    CONSTRAINT verdicts_are_known CHECK ((verdict = ANY (ARRAY['approve'::text, 'reject'::text])))
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

CREATE TABLE fund.bkm (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    region text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE fund.borrower_claim (
    nik_digest bytea NOT NULL,
    upk_id bigint NOT NULL,
    loan bigint NOT NULL
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
    CONSTRAINT event_kinds_are_known CHECK ((kind = ANY (ARRAY['region.register'::text, 'bkm.register'::text, 'upk.register'::text, 'person.register'::text, 'person.assign'::text, 'person.end-assignment'::text, 'principal.create'::text, 'token.issue'::text, 'token.revoke'::text, 'policy.set'::text, 'ksm.register'::text, 'member.add'::text, 'member.end'::text, 'application.submit'::text, 'inspection.record'::text, 'approval.sign'::text, 'disbursement.post'::text, 'repayment.record'::text, 'capital.receive'::text, 'journal.post'::text, 'period.close'::text, 'recovery.confirm'::text, 'collection.record'::text, 'savings.deposit'::text, 'savings.withdraw'::text, 'savings.bank'::text, 'charter.set'::text, 'policy-bounds.set'::text, 'policy.acknowledge'::text, 'person.file'::text, 'person.train'::text, 'repair.plan'::text, 'eligibility.attest'::text, 'instrument.set'::text, 'repayment.reverse'::text, 'suspense.refund'::text, 'suspense.apply'::text, 'joint-liability.call'::text, 'joint-liability.settle'::text, 'joint-liability.set-off'::text]))),
    CONSTRAINT events_are_numbered_from_one CHECK ((seq >= 1))
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
    CONSTRAINT a_witness_is_not_the_inspector CHECK ((witness <> inspector))
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
    late_fee bigint DEFAULT 0 NOT NULL,
    savings_thousandths integer DEFAULT 0 NOT NULL,
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
    CONSTRAINT a_loan_has_months CHECK (((months >= 1) AND (months <= 60))),
    CONSTRAINT a_loan_lends_something CHECK (((principal > 0) AND (service_charge >= 0))),
    CONSTRAINT a_loan_saves_a_part CHECK ((((savings_thousandths >= 0) AND (savings_thousandths <= 1000)) AND (savings_paid >= 0))),
    CONSTRAINT a_paid_off_loan_is_paid CHECK (((state <> 'paidOff'::text) OR ((principal_paid = principal) AND (closed_on IS NOT NULL) AND ((service_charge_paid + service_charge_waived) = service_charge)))),
    CONSTRAINT an_active_loan_has_something_due CHECK (((state = 'active'::text) = (next_due IS NOT NULL))),
    CONSTRAINT loan_charge_methods_are_known CHECK ((method = ANY (ARRAY['flat'::text, 'declining'::text]))),
    CONSTRAINT loan_early_settlements_are_known CHECK ((early_settlement = ANY (ARRAY['waive'::text, 'charge'::text]))),
    CONSTRAINT loan_late_fees_are_not_negative CHECK (((late_fee >= 0) AND (late_fee_paid >= 0))),
    CONSTRAINT loan_rates_are_not_negative CHECK ((rate_millionths >= 0)),
    CONSTRAINT loan_round_units_are_positive CHECK ((round_unit > 0)),
    CONSTRAINT loan_states_are_known CHECK ((state = ANY (ARRAY['active'::text, 'paidOff'::text, 'restructured'::text, 'writtenOff'::text, 'claimWaived'::text, 'fullyRecovered'::text]))),
    CONSTRAINT member_payments_are_not_negative CHECK ((0 <= ALL (member_paid))),
    CONSTRAINT principal_is_paid_once CHECK (((principal_paid >= 0) AND (principal_paid <= principal))),
    CONSTRAINT service_charge_is_paid_once CHECK (((service_charge_paid >= 0) AND (service_charge_waived >= 0) AND ((service_charge_paid + service_charge_waived) <= service_charge)))
)
WITH (fillfactor='70');

CREATE TABLE fund.loan_share (
    upk_id bigint NOT NULL,
    loan bigint NOT NULL,
    member bigint NOT NULL,
    line integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT shares_are_positive CHECK ((amount > 0))
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
    CONSTRAINT a_month_is_closed_after_its_end CHECK ((closed_on >= (month + '1 mon'::interval))),
    CONSTRAINT a_period_is_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT a_suspension_began_before_now CHECK ((suspended_since <= month)),
    CONSTRAINT a_suspension_has_its_first_month CHECK (((category = ANY (ARRAY['SUSPENDED'::text, 'RECOVERED'::text])) = (suspended_since IS NOT NULL))),
    CONSTRAINT authority_categories_are_known CHECK ((category = ANY (ARRAY['SATISFACTORY'::text, 'NOT_RATED'::text, 'MINIMUM'::text, 'RECOVERED'::text, 'SUSPENDED'::text]))),
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
    CONSTRAINT genders_are_known CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text]))),
    CONSTRAINT nik_digests_are_sha256 CHECK ((octet_length(nik_digest) = 32))
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
    CONSTRAINT allowed_savings_accounts_are_known CHECK ((savings_accounts <@ ARRAY['none'::text, 'group'::text, 'member'::text])),
    CONSTRAINT bounds_allow_a_round_unit CHECK ((cardinality(round_units) > 0)),
    CONSTRAINT bounds_allow_a_savings_account CHECK ((cardinality(savings_accounts) > 0)),
    CONSTRAINT bounds_of_ceilings_are_ordered CHECK (((0 < least_ceiling) AND (least_ceiling <= most_ceiling))),
    CONSTRAINT bounds_of_rates_are_ordered CHECK (((0 <= least_rate_millionths) AND (least_rate_millionths <= most_rate_millionths))),
    CONSTRAINT bounds_of_start_ups_are_ordered CHECK (((0 < least_start_up_ceiling) AND (least_start_up_ceiling <= most_start_up_ceiling) AND (0 < least_start_up_term) AND (least_start_up_term <= most_start_up_term))),
    CONSTRAINT bounds_of_start_ups_are_whole CHECK ((num_nulls(least_start_up_ceiling, most_start_up_ceiling, least_start_up_term, most_start_up_term) = ANY (ARRAY[0, 4]))),
    CONSTRAINT bounds_of_terms_are_ordered CHECK (((0 < least_term) AND (least_term <= most_term))),
    CONSTRAINT late_fee_bounds_are_ordered CHECK (((least_late_fee >= 0) AND (least_late_fee <= most_late_fee))),
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
    CONSTRAINT a_posting_moves_something CHECK ((amount > 0)),
    CONSTRAINT a_posting_moves_somewhere CHECK ((debit <> credit)),
    CONSTRAINT postings_are_numbered_from_one CHECK ((line >= 1))
);

CREATE TABLE fund.principal (
    principal_id bigint NOT NULL,
    person_id bigint NOT NULL,
    label text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT a_principal_is_not_the_system CHECK ((principal_id >= 1))
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

CREATE TABLE fund.schema_migration (
    version integer NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT migration_checksums_are_sha256 CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT migrations_are_numbered_from_one CHECK ((version >= 1))
);

CREATE TABLE fund.token (
    token_id bigint NOT NULL,
    principal_id bigint NOT NULL,
    hash bytea NOT NULL,
    issued_on date NOT NULL,
    expires_on date NOT NULL,
    revoked_on date,
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

CREATE TABLE fund.voucher (
    upk_id bigint NOT NULL,
    kind text NOT NULL,
    year integer NOT NULL,
    number bigint NOT NULL,
    seq bigint NOT NULL,
    booked_on date NOT NULL,
    description text NOT NULL,
    reference text,
    CONSTRAINT a_voucher_is_numbered_in_its_year CHECK ((EXTRACT(year FROM booked_on) = (year)::numeric)),
    CONSTRAINT voucher_kinds_are_known CHECK ((kind = ANY (ARRAY['KM'::text, 'KK'::text, 'PB'::text]))),
    CONSTRAINT vouchers_are_numbered_from_one CHECK ((number >= 1))
);

ALTER TABLE ONLY fund.borrower_claim
    ADD CONSTRAINT a_borrower_has_one_open_share PRIMARY KEY (nik_digest);

ALTER TABLE ONLY fund.upk
    ADD CONSTRAINT a_code_names_one_upk UNIQUE (code);

ALTER TABLE ONLY fund.principal
    ADD CONSTRAINT a_label_names_one_principal UNIQUE (label);

ALTER TABLE ONLY fund.person
    ADD CONSTRAINT a_nik_belongs_to_one_person UNIQUE (nik_digest);

ALTER TABLE ONLY fund.training
    ADD CONSTRAINT a_person_is_trained_in_a_topic_once_a_day UNIQUE (person_id, topic, trained_on);

ALTER TABLE ONLY fund.repayment
    ADD CONSTRAINT a_receipt_is_numbered_once UNIQUE (upk_id, receipt_year, receipt_number);

ALTER TABLE ONLY fund.repayment_reversal
    ADD CONSTRAINT a_repayment_is_reversed_once PRIMARY KEY (upk_id, repayment);

ALTER TABLE ONLY fund.event
    ADD CONSTRAINT a_request_is_recorded_once UNIQUE (upk_id, principal_id, kind, request_id);

ALTER TABLE ONLY fund.recovery
    ADD CONSTRAINT a_suspension_is_recovered_once PRIMARY KEY (upk_id, since);

ALTER TABLE ONLY fund.token
    ADD CONSTRAINT a_token_proves_one_principal UNIQUE (hash);

ALTER TABLE ONLY fund.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (upk_id, code);

ALTER TABLE ONLY fund.loan
    ADD CONSTRAINT an_application_becomes_one_loan UNIQUE (upk_id, application);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT application_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.application_share
    ADD CONSTRAINT application_share_pkey PRIMARY KEY (upk_id, application, member);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT approval_pkey PRIMARY KEY (upk_id, application, step);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT approvals_are_by_distinct_persons UNIQUE (upk_id, application, signer);

ALTER TABLE ONLY fund.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (assignment_id);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT attestation_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.bkm
    ADD CONSTRAINT bkm_pkey PRIMARY KEY (code);

ALTER TABLE ONLY fund.charter
    ADD CONSTRAINT charter_pkey PRIMARY KEY (upk_id, version);

ALTER TABLE ONLY fund.counter
    ADD CONSTRAINT counter_pkey PRIMARY KEY (upk_id, name);

ALTER TABLE ONLY fund.debt_settlement
    ADD CONSTRAINT debt_settlement_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (upk_id, seq);

ALTER TABLE ONLY fund.frozen_loan
    ADD CONSTRAINT frozen_loan_pkey PRIMARY KEY (upk_id, month, version, loan);

ALTER TABLE ONLY fund.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (upk_id);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT inspection_pkey PRIMARY KEY (upk_id, application);

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

ALTER TABLE ONLY fund.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (upk_id, ksm, number);

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

ALTER TABLE ONLY fund.policy_acknowledgement
    ADD CONSTRAINT policy_acknowledgement_pkey PRIMARY KEY (upk_id, version, person_id);

ALTER TABLE ONLY fund.policy_bounds
    ADD CONSTRAINT policy_bounds_pkey PRIMARY KEY (version);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (upk_id, seq, line);

ALTER TABLE ONLY fund.principal
    ADD CONSTRAINT principal_pkey PRIMARY KEY (principal_id);

ALTER TABLE ONLY fund.recovery_task
    ADD CONSTRAINT recovery_task_pkey PRIMARY KEY (upk_id, number);

ALTER TABLE ONLY fund.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (code);

ALTER TABLE ONLY fund.repayment
    ADD CONSTRAINT repayment_pkey PRIMARY KEY (upk_id, number);

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

ALTER TABLE ONLY fund.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (token_id);

ALTER TABLE ONLY fund.training
    ADD CONSTRAINT training_pkey PRIMARY KEY (training_id, person_id);

ALTER TABLE ONLY fund.upk
    ADD CONSTRAINT upk_pkey PRIMARY KEY (upk_id);

ALTER TABLE ONLY fund.voucher
    ADD CONSTRAINT voucher_pkey PRIMARY KEY (upk_id, kind, year, number);

CREATE UNIQUE INDEX a_person_is_in_one_group_of_a_upk ON fund.member USING btree (upk_id, person_id) WHERE (left_on IS NULL);

CREATE UNIQUE INDEX a_reference_is_used_once ON fund.voucher USING btree (upk_id, reference) WHERE (reference IS NOT NULL);

CREATE INDEX assignment_person ON fund.assignment USING btree (person_id);

CREATE INDEX assignment_place ON fund.assignment USING btree (scope, scope_upk_id, scope_region);

CREATE INDEX attestation_of_group ON fund.attestation USING btree (upk_id, ksm, number);

CREATE INDEX borrower_claim_loan ON fund.borrower_claim USING btree (upk_id, loan);

CREATE INDEX debt_settlement_loan ON fund.debt_settlement USING btree (upk_id, loan);

CREATE INDEX joint_collection_day ON fund.joint_collection USING btree (upk_id, held_on);

CREATE INDEX liability_call_loan ON fund.liability_call USING btree (upk_id, loan);

CREATE INDEX loan_ksm ON fund.loan USING btree (upk_id, ksm);

CREATE INDEX posting_ksm ON fund.posting USING btree (upk_id, ksm) WHERE (ksm IS NOT NULL);

CREATE INDEX posting_loan ON fund.posting USING btree (upk_id, loan) WHERE (loan IS NOT NULL);

CREATE INDEX posting_savings ON fund.posting USING btree (upk_id, booked_on) WHERE ((debit = ANY (ARRAY[11012, 11022, 21020])) OR (credit = ANY (ARRAY[11012, 11022, 21020])));

CREATE INDEX posting_suspense ON fund.posting USING btree (upk_id, ksm, booked_on) WHERE ((debit = 21030) OR (credit = 21030));

CREATE INDEX repayment_loan ON fund.repayment USING btree (upk_id, loan);

CREATE INDEX voucher_event ON fund.voucher USING btree (upk_id, seq);

ALTER TABLE ONLY fund.bkm
    ADD CONSTRAINT a_board_is_in_a_region FOREIGN KEY (region) REFERENCES fund.region(code);

ALTER TABLE ONLY fund.liability_call
    ADD CONSTRAINT a_call_is_on_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.liability_call
    ADD CONSTRAINT a_call_is_recorded_by_a_person FOREIGN KEY (recorded_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.charter
    ADD CONSTRAINT a_charter_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.borrower_claim
    ADD CONSTRAINT a_claim_is_for_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.joint_collection
    ADD CONSTRAINT a_collector_of_the_board_is_a_person FOREIGN KEY (board_person) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.joint_collection
    ADD CONSTRAINT a_collector_of_the_upk_is_a_person FOREIGN KEY (unit_person) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT a_credit_is_in_the_chart FOREIGN KEY (upk_id, credit) REFERENCES fund.account(upk_id, code);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT a_debit_is_in_the_chart FOREIGN KEY (upk_id, debit) REFERENCES fund.account(upk_id, code);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT a_disbursed_application_has_its_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.frozen_loan
    ADD CONSTRAINT a_frozen_loan_is_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.ksm
    ADD CONSTRAINT a_group_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.joint_collection
    ADD CONSTRAINT a_joint_collection_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.frozen_loan
    ADD CONSTRAINT a_list_is_frozen_by_a_period FOREIGN KEY (upk_id, month, version) REFERENCES fund.period(upk_id, month, version);

ALTER TABLE ONLY fund.loan
    ADD CONSTRAINT a_loan_comes_from_an_application FOREIGN KEY (upk_id, application) REFERENCES fund.application(upk_id, number);

ALTER TABLE ONLY fund.loan
    ADD CONSTRAINT a_loan_is_to_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.member
    ADD CONSTRAINT a_member_belongs_to_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.member
    ADD CONSTRAINT a_member_is_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

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

ALTER TABLE ONLY fund.principal
    ADD CONSTRAINT a_principal_is_of_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.recovery
    ADD CONSTRAINT a_recovery_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.recovery
    ADD CONSTRAINT a_recovery_is_confirmed_by_a_person FOREIGN KEY (confirmed_by) REFERENCES fund.person(person_id);

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

ALTER TABLE ONLY fund.repayment_reversal
    ADD CONSTRAINT a_reversal_is_of_a_repayment FOREIGN KEY (upk_id, repayment) REFERENCES fund.repayment(upk_id, number);

ALTER TABLE ONLY fund.repayment_reversal
    ADD CONSTRAINT a_reversal_is_recorded_by_a_person FOREIGN KEY (recorded_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.assignment
    ADD CONSTRAINT a_scope_region_is_registered FOREIGN KEY (scope_region) REFERENCES fund.region(code);

ALTER TABLE ONLY fund.assignment
    ADD CONSTRAINT a_scope_upk_is_registered FOREIGN KEY (scope_upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.debt_settlement
    ADD CONSTRAINT a_settlement_is_on_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.loan_share
    ADD CONSTRAINT a_share_is_of_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT a_signer_is_a_person FOREIGN KEY (signer) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.token
    ADD CONSTRAINT a_token_is_of_a_principal FOREIGN KEY (principal_id) REFERENCES fund.principal(principal_id);

ALTER TABLE ONLY fund.training
    ADD CONSTRAINT a_training_is_of_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.upk
    ADD CONSTRAINT a_upk_belongs_to_a_board FOREIGN KEY (bkm) REFERENCES fund.bkm(code);

ALTER TABLE ONLY fund.upk
    ADD CONSTRAINT a_upk_is_in_a_region FOREIGN KEY (region) REFERENCES fund.region(code);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT a_volunteer_is_a_person FOREIGN KEY (volunteer) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.voucher
    ADD CONSTRAINT a_voucher_belongs_to_an_event FOREIGN KEY (upk_id, seq) REFERENCES fund.event(upk_id, seq);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT a_witness_is_a_person FOREIGN KEY (witness) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.account
    ADD CONSTRAINT an_account_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.policy_acknowledgement
    ADD CONSTRAINT an_acknowledged_policy_is_there FOREIGN KEY (upk_id, version) REFERENCES fund.lending_policy(upk_id, version);

ALTER TABLE ONLY fund.application
    ADD CONSTRAINT an_application_is_of_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.approval
    ADD CONSTRAINT an_approval_is_of_an_application FOREIGN KEY (upk_id, application) REFERENCES fund.application(upk_id, number);

ALTER TABLE ONLY fund.assignment
    ADD CONSTRAINT an_assignment_is_of_a_person FOREIGN KEY (person_id) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT an_attestation_belongs_to_a_upk FOREIGN KEY (upk_id) REFERENCES fund.upk(upk_id);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT an_attestation_is_made_by_a_person FOREIGN KEY (attested_by) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT an_attestation_of_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.attestation
    ADD CONSTRAINT an_attestation_of_a_member FOREIGN KEY (upk_id, ksm, member) REFERENCES fund.member(upk_id, ksm, number);

ALTER TABLE ONLY fund.period_indicator
    ADD CONSTRAINT an_indicator_is_of_a_period FOREIGN KEY (upk_id, month, version) REFERENCES fund.period(upk_id, month, version);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT an_inspection_is_of_an_application FOREIGN KEY (upk_id, application) REFERENCES fund.application(upk_id, number);

ALTER TABLE ONLY fund.inspection
    ADD CONSTRAINT an_inspector_is_a_person FOREIGN KEY (inspector) REFERENCES fund.person(person_id);

ALTER TABLE ONLY fund.installment
    ADD CONSTRAINT an_installment_is_of_a_loan FOREIGN KEY (upk_id, loan) REFERENCES fund.loan(upk_id, number);

ALTER TABLE ONLY fund.posting
    ADD CONSTRAINT savings_belong_to_a_group FOREIGN KEY (upk_id, ksm) REFERENCES fund.ksm(upk_id, number);

ALTER TABLE ONLY fund.recovery_task
    ADD CONSTRAINT somebody_answers_for_a_repair FOREIGN KEY (responsible) REFERENCES fund.person(person_id);

GRANT USAGE ON SCHEMA fund TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.account TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(state) ON TABLE fund.application TO bergulir_writer;

GRANT UPDATE(loan) ON TABLE fund.application TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.application_share TO bergulir_writer;

GRANT UPDATE(recommended) ON TABLE fund.application_share TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.approval TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(valid_until) ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(minutes) ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(minutes_on) ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(duties) ON TABLE fund.assignment TO bergulir_writer;

GRANT UPDATE(duties_on) ON TABLE fund.assignment TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.attestation TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.bkm TO bergulir_writer;

GRANT SELECT,INSERT,DELETE ON TABLE fund.borrower_claim TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.charter TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.counter TO bergulir_writer;

GRANT UPDATE(next) ON TABLE fund.counter TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.debt_settlement TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.event TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.frozen_loan TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.head TO bergulir_writer;

GRANT UPDATE(next_seq) ON TABLE fund.head TO bergulir_writer;

GRANT UPDATE(last_hash) ON TABLE fund.head TO bergulir_writer;

GRANT UPDATE(latest_day) ON TABLE fund.head TO bergulir_writer;

GRANT UPDATE(closed_month) ON TABLE fund.head TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.inspection TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.installment TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.instrument TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.joint_collection TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.ksm TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.lending_policy TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.liability_call TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.loan TO bergulir_writer;

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

GRANT SELECT,INSERT ON TABLE fund.member TO bergulir_writer;

GRANT UPDATE(left_on) ON TABLE fund.member TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.period TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.period_indicator TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.person TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.policy_acknowledgement TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.policy_bounds TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.posting TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.principal TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.recovery TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.recovery_task TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.region TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.repayment TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.repayment_reversal TO bergulir_writer;

GRANT SELECT ON TABLE fund.schema_migration TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.token TO bergulir_writer;

GRANT UPDATE(revoked_on) ON TABLE fund.token TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.training TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.upk TO bergulir_writer;

GRANT SELECT,INSERT ON TABLE fund.voucher TO bergulir_writer;
