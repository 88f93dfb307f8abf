// Written by tools/embed-migrations from schema; change the files there and run it again.
enum EmbeddedMigrations {
  static let all: [Migration] = [
    Migration(
      version: 1, name: "house",
      sql: #"""
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

        """#),
    Migration(
      version: 2, name: "parties",
      sql: #"""
        -- Who there is: the map, the boards, their lending units, persons, offices and accounts at the
        -- daemon. These belong to no single UPK, and their events stand in the province's own stream.
        create table fund.region (
          code text collate "C" not null,
          name text not null,
          constraint region_pkey primary key (code),
          constraint region_codes_have_their_form check (code ~ '^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$')
        );

        create table fund.bkm (
          code text collate "C" not null,
          name text not null,
          region text collate "C" not null,
          constraint bkm_pkey primary key (code),
          constraint a_board_is_in_a_region foreign key (region) references fund.region
        );

        create table fund.upk (
          upk_id bigint not null,
          code text collate "C" not null,
          name text not null,
          bkm text collate "C" not null,
          region text collate "C" not null,
          operating_since date not null,
          constraint upk_pkey primary key (upk_id),
          constraint a_code_names_one_upk unique (code),
          constraint a_upk_belongs_to_a_board foreign key (bkm) references fund.bkm,
          constraint a_upk_is_in_a_region foreign key (region) references fund.region,
          constraint a_upk_is_no_province check (upk_id >= 1),
          constraint operation_begins_with_a_month check (extract(day from operating_since) = 1)
        );

        -- The only place for names and NIK, and they are sealed: the digest is keyed, the rest encrypted
        -- with a key that is not in the database.
        create table fund.person (
          person_id bigint not null,
          gender text not null,
          nik_digest bytea,
          sealed bytea not null,
          constraint person_pkey primary key (person_id),
          constraint a_nik_belongs_to_one_person unique (nik_digest),
          constraint genders_are_known check (gender in ('female', 'male')),
          constraint nik_digests_are_sha256 check (octet_length(nik_digest) = 32)
        );

        create table fund.assignment (
          assignment_id bigint not null,
          person_id bigint not null,
          role text not null,
          scope text not null,
          scope_region text collate "C",
          scope_upk_id bigint,
          valid_from date not null,
          valid_until date,
          constraint assignment_pkey primary key (assignment_id),
          constraint an_assignment_is_of_a_person foreign key (person_id) references fund.person,
          constraint a_scope_region_is_registered foreign key (scope_region) references fund.region,
          constraint a_scope_upk_is_registered foreign key (scope_upk_id) references fund.upk,
          constraint roles_are_known check (
            role in (
              'administrator', 'cashier', 'bookkeeper', 'loanOfficer', 'manager', 'bkmCoordinator',
              'bkmMember', 'supervisor', 'facilitator', 'volunteer', 'cityCoordinator',
              'provinceConsultant', 'centralConsultant', 'wardOffice', 'signatory'
            )
          ),
          constraint a_scope_is_one_place check (
            (scope = 'province' and scope_region is null and scope_upk_id is null)
            or (scope = 'region' and scope_region is not null and scope_upk_id is null)
            or (scope = 'upk' and scope_region is null and scope_upk_id is not null)
          ),
          constraint an_assignment_ends_after_it_begins check (valid_from <= valid_until)
        );
        create index assignment_person on fund.assignment (person_id);

        create table fund.principal (
          principal_id bigint not null,
          person_id bigint not null,
          label text collate "C" not null,
          constraint principal_pkey primary key (principal_id),
          constraint a_label_names_one_principal unique (label),
          constraint a_principal_is_of_a_person foreign key (person_id) references fund.person,
          -- Number 0 is the system itself, which makes the first administrator.
          constraint a_principal_is_not_the_system check (principal_id >= 1)
        );

        create table fund.token (
          token_id bigint not null,
          principal_id bigint not null,
          hash bytea not null,
          issued_on date not null,
          expires_on date not null,
          revoked_on date,
          constraint token_pkey primary key (token_id),
          constraint a_token_proves_one_principal unique (hash),
          constraint a_token_is_of_a_principal foreign key (principal_id) references fund.principal,
          constraint a_token_lives_a_day check (issued_on < expires_on)
        );

        """#),
    Migration(
      version: 3, name: "journal",
      sql: #"""
        -- The books and the chain of events: one stream for each UPK, and stream 0 for the province.

        -- The row that every writer locks first. Few bytes, often rewritten: half of each page stays free
        -- so that a new version finds room on the same page.
        create table fund.head (
          upk_id bigint not null,
          next_seq bigint not null,
          last_hash bytea not null,
          latest_day date not null,
          constraint head_pkey primary key (upk_id),
          constraint sequences_begin_at_one check (next_seq >= 1),
          constraint head_hashes_are_sha256 check (octet_length(last_hash) = 32)
        )
        with (fillfactor = 50);

        -- The next number of each series, such as KM-2017 or loan. A sequence would leave gaps.
        -- No foreign key leads to the head, here or from events: its row is locked whenever they change.
        create table fund.counter (
          upk_id bigint not null,
          name text collate "C" not null,
          next bigint not null,
          constraint counter_pkey primary key (upk_id, name),
          constraint series_begin_at_one check (next >= 2)
        )
        with (fillfactor = 50);

        -- One row for each accepted command: journal header, audit entry and memory of the request at once.
        -- The hash chains each event to the one before; the transaction's number lets readers follow the
        -- stream without gaps. Persons stand here by number, never by name or NIK.
        create table fund.event (
          upk_id bigint not null,
          seq bigint not null,
          request_id uuid not null,
          kind text not null,
          principal_id bigint not null,
          person_id bigint not null,
          subject text not null,
          booked_on date not null,
          recorded_at timestamptz not null,
          txid xid8 not null default pg_current_xact_id(),
          content jsonb not null,
          outcome jsonb not null,
          vouchers text[] not null,
          hash bytea not null,
          constraint event_pkey primary key (upk_id, seq),
          constraint a_request_is_recorded_once unique (upk_id, principal_id, kind, request_id),
          constraint events_are_numbered_from_one check (seq >= 1),
          constraint event_hashes_are_sha256 check (octet_length(hash) = 32),
          constraint event_kinds_are_known check (
            kind in (
              'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
              'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
              'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
              'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post'
            )
          )
        );

        create table fund.account (
          upk_id bigint not null,
          code integer not null,
          name text not null,
          constraint account_pkey primary key (upk_id, code),
          constraint an_account_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint account_codes_have_five_digits check (code between 10000 and 59999)
        );

        create table fund.voucher (
          upk_id bigint not null,
          kind text not null,
          year integer not null,
          number bigint not null,
          seq bigint not null,
          booked_on date not null,
          description text not null,
          reference text,
          constraint voucher_pkey primary key (upk_id, kind, year, number),
          constraint a_voucher_belongs_to_an_event foreign key (upk_id, seq) references fund.event,
          constraint voucher_kinds_are_known check (kind in ('KM', 'KK', 'PB')),
          constraint vouchers_are_numbered_from_one check (number >= 1),
          constraint a_voucher_is_numbered_in_its_year check (extract(year from booked_on) = year)
        );
        create unique index a_reference_is_used_once on fund.voucher (upk_id, reference)
        where reference is not null;
        create index voucher_event on fund.voucher (upk_id, seq);

        -- One movement from one account to another, so that no voucher can be out of balance.
        create table fund.posting (
          upk_id bigint not null,
          seq bigint not null,
          line integer not null,
          voucher_kind text not null,
          voucher_year integer not null,
          voucher_number bigint not null,
          booked_on date not null,
          debit integer not null,
          credit integer not null,
          amount bigint not null,
          loan bigint,
          constraint posting_pkey primary key (upk_id, seq, line),
          constraint a_posting_belongs_to_a_voucher
          foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
          constraint a_debit_is_in_the_chart foreign key (upk_id, debit) references fund.account,
          constraint a_credit_is_in_the_chart foreign key (upk_id, credit) references fund.account,
          constraint a_posting_moves_something check (amount > 0),
          constraint a_posting_moves_somewhere check (debit <> credit),
          constraint postings_are_numbered_from_one check (line >= 1)
        );
        create index posting_loan on fund.posting (upk_id, loan) where loan is not null;

        -- The province's stream; those of the UPK are made with them. No day comes before the first that
        -- the calendar has.
        insert into fund.head (upk_id, next_seq, last_hash, latest_day)
        values (0, 1, decode(repeat('00', 32), 'hex'), '1900-01-01');

        """#),
    Migration(
      version: 4, name: "groups",
      sql: #"""
        -- What a UPK lends by and to whom: policies, groups and their members.
        create table fund.lending_policy (
          upk_id bigint not null,
          version bigint not null,
          valid_from date not null,
          first_loan_ceiling bigint not null,
          later_loan_ceiling bigint not null,
          shortest_term integer not null,
          longest_term integer not null,
          rate_millionths bigint not null,
          method text not null,
          round_unit bigint not null,
          early_settlement text not null,
          reserve_scheme text not null,
          minutes text not null,
          constraint lending_policy_pkey primary key (upk_id, version),
          constraint a_policy_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint one_policy_begins_on_a_day unique (upk_id, valid_from),
          constraint ceilings_rise check (
            0 < first_loan_ceiling and first_loan_ceiling <= later_loan_ceiling
          ),
          constraint terms_are_ordered check (0 < shortest_term and shortest_term <= longest_term),
          constraint rates_are_not_negative check (rate_millionths >= 0),
          constraint charge_methods_are_known check (method in ('flat', 'declining')),
          constraint round_units_are_positive check (round_unit > 0),
          constraint early_settlements_are_known check (early_settlement in ('waive', 'charge')),
          constraint reserve_schemes_are_known check (
            reserve_scheme in ('none', 'pnpmUrban', 'pnpmRural', 'ruralBank')
          )
        );

        create table fund.ksm (
          upk_id bigint not null,
          number bigint not null,
          name text not null,
          formed_on date not null,
          constraint ksm_pkey primary key (upk_id, number),
          constraint a_group_belongs_to_a_upk foreign key (upk_id) references fund.upk
        );

        create table fund.member (
          upk_id bigint not null,
          ksm bigint not null,
          number bigint not null,
          person_id bigint not null,
          joined_on date not null,
          left_on date,
          constraint member_pkey primary key (upk_id, ksm, number),
          constraint a_member_belongs_to_a_group foreign key (upk_id, ksm) references fund.ksm,
          constraint a_member_is_a_person foreign key (person_id) references fund.person,
          constraint a_member_leaves_after_joining check (joined_on < left_on)
        );
        create unique index a_person_is_in_one_group_of_a_upk on fund.member (upk_id, person_id)
        where left_on is null;

        """#),
    Migration(
      version: 5, name: "lending",
      sql: #"""
        -- From a group's request to its loan.
        create table fund.application (
          upk_id bigint not null,
          number bigint not null,
          ksm bigint not null,
          purpose text not null,
          months integer not null,
          submitted_on date not null,
          state text not null,
          loan bigint,
          constraint application_pkey primary key (upk_id, number),
          constraint an_application_is_of_a_group foreign key (upk_id, ksm) references fund.ksm,
          constraint loan_purposes_are_known check (
            purpose in ('productiveBusiness', 'localEconomy', 'familyCapital')
          ),
          constraint a_term_has_months check (months between 1 and 60),
          constraint application_states_are_known check (
            state in (
              'draft', 'submitted', 'incomplete', 'inInspection', 'recommended', 'notRecommended',
              'inDecision', 'rejected', 'approved', 'waitlisted', 'contracted', 'disbursed', 'cancelled',
              'expired'
            )
          ),
          constraint disbursed_means_a_loan check ((state = 'disbursed') = (loan is not null))
        )
        with (fillfactor = 70);

        create table fund.application_share (
          upk_id bigint not null,
          application bigint not null,
          member bigint not null,
          line integer not null,
          requested bigint not null,
          -- What the inspection recommends; null before it, and where it recommends nothing.
          recommended bigint,
          constraint application_share_pkey primary key (upk_id, application, member),
          constraint a_request_is_for_an_application
          foreign key (upk_id, application) references fund.application,
          constraint requested_shares_are_positive check (requested > 0),
          constraint recommended_shares_are_within_the_request check (
            recommended > 0 and recommended <= requested
          )
        );

        create table fund.inspection (
          upk_id bigint not null,
          application bigint not null,
          inspector bigint not null,
          witness bigint not null,
          inspected_on date not null,
          note text not null,
          constraint inspection_pkey primary key (upk_id, application),
          constraint an_inspection_is_of_an_application
          foreign key (upk_id, application) references fund.application,
          constraint an_inspector_is_a_person foreign key (inspector) references fund.person,
          constraint a_witness_is_a_person foreign key (witness) references fund.person,
          constraint a_witness_is_not_the_inspector check (witness <> inspector)
        );

        -- One row for each step and person.
        create table fund.approval (
          upk_id bigint not null,
          application bigint not null,
          step integer not null,
          signer bigint not null,
          verdict text not null,
          signed_on date not null,
          note text not null,
          constraint approval_pkey primary key (upk_id, application, step),
          constraint approvals_are_by_distinct_persons unique (upk_id, application, signer),
          constraint an_approval_is_of_an_application
          foreign key (upk_id, application) references fund.application,
          constraint a_signer_is_a_person foreign key (signer) references fund.person,
          constraint approval_steps_are_known check (step in (1, 2)),
          constraint verdicts_are_known check (verdict in ('approve', 'reject'))
        );

        -- A loan's terms and totals. What ages is not stored: arrears and class are reckoned from the
        -- totals as of any day. No index stands on a column that a repayment changes, and a third of each
        -- page stays free, so that a repayment rewrites one page.
        create table fund.loan (
          upk_id bigint not null,
          number bigint not null,
          ksm bigint not null,
          application bigint not null,
          months integer not null,
          rate_millionths bigint not null,
          method text not null,
          round_unit bigint not null,
          early_settlement text not null,
          principal bigint not null,
          service_charge bigint not null,
          disbursed_on date not null,
          state text not null,
          principal_paid bigint not null,
          service_charge_paid bigint not null,
          service_charge_waived bigint not null,
          -- The due day of the oldest installment with anything unpaid; null once nothing is.
          next_due date,
          closed_on date,
          constraint loan_pkey primary key (upk_id, number),
          constraint an_application_becomes_one_loan unique (upk_id, application),
          constraint a_loan_is_to_a_group foreign key (upk_id, ksm) references fund.ksm,
          constraint a_loan_comes_from_an_application
          foreign key (upk_id, application) references fund.application,
          constraint a_loan_has_months check (months between 1 and 60),
          constraint loan_rates_are_not_negative check (rate_millionths >= 0),
          constraint loan_charge_methods_are_known check (method in ('flat', 'declining')),
          constraint loan_round_units_are_positive check (round_unit > 0),
          constraint loan_early_settlements_are_known check (early_settlement in ('waive', 'charge')),
          constraint a_loan_lends_something check (principal > 0 and service_charge >= 0),
          constraint loan_states_are_known check (
            state in ('active', 'paidOff', 'restructured', 'writtenOff', 'claimWaived', 'fullyRecovered')
          ),
          constraint principal_is_paid_once check (principal_paid between 0 and principal),
          constraint service_charge_is_paid_once check (
            service_charge_paid >= 0 and service_charge_waived >= 0
            and service_charge_paid + service_charge_waived <= service_charge
          ),
          constraint an_active_loan_has_something_due check ((state = 'active') = (next_due is not null)),
          constraint a_paid_off_loan_is_paid check (
            state <> 'paidOff'
            or (
              principal_paid = principal and closed_on is not null
              and service_charge_paid + service_charge_waived = service_charge
            )
          )
        )
        with (fillfactor = 70);
        create index loan_ksm on fund.loan (upk_id, ksm);

        alter table fund.application
        add constraint a_disbursed_application_has_its_loan
        foreign key (upk_id, loan) references fund.loan;

        create table fund.loan_share (
          upk_id bigint not null,
          loan bigint not null,
          member bigint not null,
          line integer not null,
          amount bigint not null,
          constraint loan_share_pkey primary key (upk_id, loan, member),
          constraint a_share_is_of_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint shares_are_positive check (amount > 0)
        );

        -- The schedule, never changed. Beside each installment stands the sum of those before it, so that
        -- what is unpaid as of a day is arithmetic on one row.
        create table fund.installment (
          upk_id bigint not null,
          loan bigint not null,
          number integer not null,
          due date not null,
          principal bigint not null,
          service_charge bigint not null,
          principal_before bigint not null,
          service_charge_before bigint not null,
          constraint installment_pkey primary key (upk_id, loan, number),
          constraint an_installment_is_of_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint an_installment_pays_principal check (principal > 0 and service_charge >= 0),
          constraint installments_add_up check (principal_before >= 0 and service_charge_before >= 0)
        );

        -- A NIK has one open share in the whole province. The only key that crosses UPK; taken at
        -- disbursement in ascending order, so that two disbursements never wait for each other.
        create table fund.borrower_claim (
          nik_digest bytea not null,
          upk_id bigint not null,
          loan bigint not null,
          constraint a_borrower_has_one_open_share primary key (nik_digest),
          constraint a_claim_is_for_a_loan foreign key (upk_id, loan) references fund.loan
        );
        create index borrower_claim_loan on fund.borrower_claim (upk_id, loan);

        """#),
    Migration(
      version: 6, name: "writer",
      sql: #"""
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

        """#),
    Migration(
      version: 7, name: "periods",
      sql: #"""
        -- Closed months, what was frozen with them, and how a UPK leaves a suspension. Months stand as
        -- their first day.

        -- No command goes before the end of this month; null while none is closed.
        alter table fund.head
        add column closed_month date,
        add constraint a_closed_month_is_its_first_day check (extract(day from closed_month) = 1);

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record'
          )
        );

        -- A month that is opened and closed again gets the next version; no version changes.
        create table fund.period (
          upk_id bigint not null,
          month date not null,
          version integer not null,
          closed_on date not null,
          closed_by bigint not null,
          category text not null,
          -- The month with whose close the suspension began in which the UPK stands.
          suspended_since date,
          -- PAR as the gate reads it.
          gate_at_risk bigint not null,
          gate_balance bigint not null,
          constraint period_pkey primary key (upk_id, month, version),
          constraint a_period_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_period_is_closed_by_a_person foreign key (closed_by) references fund.person,
          constraint a_period_is_a_month check (extract(day from month) = 1),
          constraint period_versions_begin_at_one check (version >= 1),
          constraint a_month_is_closed_after_its_end check (closed_on >= month + interval '1 month'),
          constraint authority_categories_are_known check (
            category in ('SATISFACTORY', 'NOT_RATED', 'MINIMUM', 'RECOVERED', 'SUSPENDED')
          ),
          constraint a_suspension_has_its_first_month check (
            (category in ('SUSPENDED', 'RECOVERED')) = (suspended_since is not null)
          ),
          constraint a_suspension_began_before_now check (suspended_since <= month),
          constraint the_gate_counts_a_part check (gate_at_risk between 0 and gate_balance)
        );

        create table fund.period_indicator (
          upk_id bigint not null,
          month date not null,
          version integer not null,
          line integer not null,
          indicator text not null,
          numerator bigint not null,
          denominator bigint not null,
          -- What the category is taken from: for ROI the year's.
          judged_numerator bigint not null,
          judged_denominator bigint not null,
          category text not null,
          constraint period_indicator_pkey primary key (upk_id, month, version, indicator),
          constraint an_indicator_is_of_a_period
          foreign key (upk_id, month, version) references fund.period,
          constraint indicators_are_known check (indicator in ('LAR', 'PAR', 'CCr', 'ROI', 'RR')),
          constraint performance_categories_are_known check (
            category in ('SATISFACTORY', 'MINIMUM', 'SUSPENDED', 'NOT_RATED')
          )
        );

        -- The loans of class 3 to 5 at the close that began a suspension. Never changed.
        create table fund.frozen_loan (
          upk_id bigint not null,
          month date not null,
          version integer not null,
          loan bigint not null,
          class integer not null,
          overdue_principal bigint not null,
          overdue_service_charge bigint not null,
          final_due date not null,
          constraint frozen_loan_pkey primary key (upk_id, month, version, loan),
          constraint a_list_is_frozen_by_a_period
          foreign key (upk_id, month, version) references fund.period,
          constraint a_frozen_loan_is_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint frozen_loans_are_at_risk check (class between 3 and 5),
          constraint frozen_sums_are_not_negative check (
            overdue_principal >= 0 and overdue_service_charge >= 0
          )
        );

        -- The board's minutes on the 60 % test: one for each suspension.
        create table fund.recovery (
          upk_id bigint not null,
          since date not null,
          minutes text not null,
          recovered_from date not null,
          confirmed_by bigint not null,
          constraint a_suspension_is_recovered_once primary key (upk_id, since),
          constraint a_recovery_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_recovery_is_confirmed_by_a_person
          foreign key (confirmed_by) references fund.person,
          constraint a_recovery_comes_after_the_freeze check (recovered_from >= since + interval '1 month')
        );

        -- What board and UPK did together to collect.
        create table fund.joint_collection (
          upk_id bigint not null,
          number bigint not null,
          held_on date not null,
          board_person bigint not null,
          unit_person bigint not null,
          note text not null,
          constraint joint_collection_pkey primary key (upk_id, number),
          constraint a_joint_collection_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_collector_of_the_board_is_a_person
          foreign key (board_person) references fund.person,
          constraint a_collector_of_the_upk_is_a_person foreign key (unit_person) references fund.person,
          constraint board_and_upk_collect_together check (board_person <> unit_person)
        );
        create index joint_collection_day on fund.joint_collection (upk_id, held_on);

        grant update (closed_month) on fund.head to bergulir_writer;
        grant select, insert on
          fund.period, fund.period_indicator, fund.frozen_loan, fund.recovery, fund.joint_collection
        to bergulir_writer;

        """#),
    Migration(
      version: 8, name: "savings",
      sql: #"""
        -- What groups save with a UPK: 21020 in the general ledger, and by group the sum of its postings.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record',
            'savings.deposit', 'savings.withdraw', 'savings.bank'
          )
        );

        -- The group whose savings a posting moves. What was booked by hand before has none, and stays.
        alter table fund.posting
        add column ksm bigint,
        add constraint savings_belong_to_a_group foreign key (upk_id, ksm) references fund.ksm,
        add constraint savings_name_their_group check (
          (ksm is not null) = (debit = 21020 or credit = 21020)
        ) not valid;

        create index posting_ksm on fund.posting (upk_id, ksm) where ksm is not null;
        create index posting_savings on fund.posting (upk_id, booked_on)
        where debit in (11012, 11022, 21020) or credit in (11012, 11022, 21020);

        """#),
    Migration(
      version: 9, name: "charter_policy",
      sql: #"""
        -- Charters, the headings of lending policies that are words, the province's bounds, and who knows
        -- which policy. Policies from before keep empty words: what was not asked for is not made up.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit',
            'savings.withdraw', 'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge'
          )
        );

        alter table fund.lending_policy
        add column borrower_criteria text not null default '',
        add column joint_liability text not null default '',
        add column savings_account text not null default 'none',
        -- Null where the board does not lend to those who will start a business.
        add column start_up_ceiling bigint,
        add column start_up_longest_term integer,
        add column reason text not null default '',
        add constraint savings_accounts_are_known check (savings_account in ('none', 'group', 'member')),
        add constraint a_start_up_rule_is_whole check (
          (start_up_ceiling is null) = (start_up_longest_term is null)
        ),
        add constraint a_start_up_rule_lends_something check (
          start_up_ceiling > 0 and start_up_longest_term > 0
        );

        alter table fund.lending_policy
        alter column borrower_criteria drop default,
        alter column joint_liability drop default,
        alter column savings_account drop default,
        alter column reason drop default;

        -- Who knows which version of a policy; nobody forgets.
        create table fund.policy_acknowledgement (
          upk_id bigint not null,
          version bigint not null,
          person_id bigint not null,
          acknowledged_on date not null,
          constraint policy_acknowledgement_pkey primary key (upk_id, version, person_id),
          constraint an_acknowledged_policy_is_there
          foreign key (upk_id, version) references fund.lending_policy,
          constraint a_policy_is_acknowledged_by_a_person
          foreign key (person_id) references fund.person
        );

        -- Null for a clause that the charter lacks.
        create table fund.charter (
          upk_id bigint not null,
          version bigint not null,
          valid_from date not null,
          deed text not null,
          poverty_tool text,
          lending_only text,
          income_for_unit_only text,
          minutes text not null,
          constraint charter_pkey primary key (upk_id, version),
          constraint a_charter_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint one_charter_begins_on_a_day unique (upk_id, valid_from)
        );

        -- The province's: within what boards may set their policies.
        create table fund.policy_bounds (
          version bigint not null,
          valid_from date not null,
          least_ceiling bigint not null,
          most_ceiling bigint not null,
          least_term bigint not null,
          most_term bigint not null,
          least_rate_millionths bigint not null,
          most_rate_millionths bigint not null,
          round_units bigint[] not null,
          savings_accounts text[] not null,
          -- Null where no board may lend to those who will start a business.
          least_start_up_ceiling bigint,
          most_start_up_ceiling bigint,
          least_start_up_term bigint,
          most_start_up_term bigint,
          reason text not null,
          constraint policy_bounds_pkey primary key (version),
          constraint one_version_of_bounds_begins_on_a_day unique (valid_from),
          constraint bounds_of_ceilings_are_ordered check (
            0 < least_ceiling and least_ceiling <= most_ceiling
          ),
          constraint bounds_of_terms_are_ordered check (0 < least_term and least_term <= most_term),
          constraint bounds_of_rates_are_ordered check (
            0 <= least_rate_millionths and least_rate_millionths <= most_rate_millionths
          ),
          constraint bounds_allow_a_round_unit check (cardinality(round_units) > 0),
          constraint bounds_allow_a_savings_account check (cardinality(savings_accounts) > 0),
          constraint allowed_savings_accounts_are_known check (
            savings_accounts <@ array['none', 'group', 'member']
          ),
          constraint bounds_of_start_ups_are_whole check (
            num_nulls(
              least_start_up_ceiling, most_start_up_ceiling, least_start_up_term, most_start_up_term
            ) in (0, 4)
          ),
          constraint bounds_of_start_ups_are_ordered check (
            0 < least_start_up_ceiling and least_start_up_ceiling <= most_start_up_ceiling
            and 0 < least_start_up_term and least_start_up_term <= most_start_up_term
          )
        );

        alter table fund.application
        add column business_stage text not null default 'existing',
        add constraint business_stages_are_known check (business_stage in ('existing', 'startUp'));

        alter table fund.application alter column business_stage drop default;

        grant select, insert on
          fund.policy_acknowledgement, fund.charter, fund.policy_bounds
        to bergulir_writer;

        """#),
    Migration(
      version: 10, name: "roster",
      sql: #"""
        -- Trainings, the papers of an appointment, plans of repairs, and what a UPK brings along.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit',
            'savings.withdraw', 'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge',
            'person.file', 'person.train', 'repair.plan'
          )
        );

        -- Whether the kelurahan ran P2KP or PNPM before, and the day on which the UPK was registered here.
        alter table fund.upk
        add column ran_earlier_programme boolean not null default false,
        add column live_from date not null default current_date;
        alter table fund.upk
        alter column ran_earlier_programme drop default,
        alter column live_from drop default;

        -- The board's minutes of an appointment and the job description, each with the day from which it
        -- counts.
        alter table fund.assignment
        add column minutes text,
        add column minutes_on date,
        add column duties text,
        add column duties_on date,
        add constraint filed_papers_have_their_day check (
          (minutes is null) = (minutes_on is null) and (duties is null) = (duties_on is null)
        );
        create index assignment_place on fund.assignment (scope, scope_upk_id, scope_region);

        -- One row for each person who took part.
        create table fund.training (
          training_id bigint not null,
          person_id bigint not null,
          topic text not null,
          trained_on date not null,
          reference text not null,
          constraint training_pkey primary key (training_id, person_id),
          constraint a_training_is_of_a_person foreign key (person_id) references fund.person,
          constraint training_topics_are_known check (
            topic in (
              'institution', 'supervision', 'unitOperation', 'revolvingLoan', 'entrepreneurship',
              'householdEconomy'
            )
          ),
          constraint a_person_is_trained_in_a_topic_once_a_day unique (person_id, topic, trained_on)
        );

        -- Who repairs what of the institution, and by when. Whether it is done stands nowhere.
        create table fund.recovery_task (
          upk_id bigint not null,
          number bigint not null,
          repair text not null,
          responsible bigint not null,
          due date not null,
          note text not null,
          planned_on date not null,
          constraint recovery_task_pkey primary key (upk_id, number),
          constraint a_repair_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint somebody_answers_for_a_repair foreign key (responsible) references fund.person,
          constraint repairs_are_known check (
            repair in ('appointSupervisors', 'trainBoard', 'openBoardAccount')
          ),
          constraint a_repair_is_due_after_its_plan check (planned_on <= due)
        );

        grant update (minutes, minutes_on, duties, duties_on) on fund.assignment to bergulir_writer;
        grant select, insert on fund.training, fund.recovery_task to bergulir_writer;

        """#),
    Migration(
      version: 11, name: "eligibility",
      sql: #"""
        -- What is tested before a ward lends, and what was attested of it.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit',
            'savings.withdraw', 'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge',
            'person.file', 'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set'
          )
        );

        -- The province's thresholds. No version changes; the programme's own hold before the first.
        create table fund.instrument (
          version bigint not null,
          valid_from date not null,
          fewest_supervisors integer not null,
          most_supervisors integer not null,
          fewest_officers integer not null,
          ideal_officers integer not null,
          fewest_members integer not null,
          women_in_ten integer not null,
          months_before_first_loan integer not null,
          attestation_months integer not null,
          assessment_months integer not null,
          bookkeeping_gate text not null,
          late_entry_days integer not null,
          reason text not null,
          constraint instrument_pkey primary key (version),
          constraint instruments_begin_on_different_days unique (valid_from),
          constraint instrument_versions_begin_at_one check (version >= 1),
          constraint two_or_three_supervise check (
            fewest_supervisors >= 2 and most_supervisors between fewest_supervisors and 3
          ),
          constraint at_least_two_work_for_a_upk check (fewest_officers >= 2),
          constraint at_least_five_form_a_group check (fewest_members >= 5),
          constraint three_in_ten_are_women check (women_in_ten between 3 and 10),
          constraint a_group_runs_three_months_first check (months_before_first_loan >= 3),
          constraint attestations_end check (attestation_months >= 1 and assessment_months >= 1),
          constraint bookkeeping_gates_are_known check (bookkeeping_gate in ('eligibility', 'topUpOnly')),
          constraint late_entry_is_not_negative check (late_entry_days >= 0)
        );

        -- What an accountable person said of a criterion. The newest of its day or before counts.
        create table fund.attestation (
          upk_id bigint not null,
          number bigint not null,
          criterion text not null,
          -- Both null for a criterion of the ward.
          ksm bigint,
          member bigint,
          verdict text not null,
          -- What of a member's criterion holds.
          items text[] not null,
          evidence text not null,
          attested_on date not null,
          valid_until date not null,
          attested_by bigint not null,
          volunteer bigint,
          constraint attestation_pkey primary key (upk_id, number),
          constraint an_attestation_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint an_attestation_of_a_group foreign key (upk_id, ksm) references fund.ksm,
          constraint an_attestation_of_a_member
          foreign key (upk_id, ksm, member) references fund.member (upk_id, ksm, number),
          constraint an_attestation_is_made_by_a_person
          foreign key (attested_by) references fund.person,
          constraint a_volunteer_is_a_person foreign key (volunteer) references fund.person,
          constraint attested_criteria_are_known check (
            criterion in ('R-004', 'R-010', 'R-019', 'R-022', 'B-04', 'B-06', 'B-07', 'B-10', 'R-066')
          ),
          constraint attested_verdicts_are_known check (verdict in ('met', 'notMet', 'waived')),
          constraint only_a_savings_account_is_waived check (verdict <> 'waived' or criterion = 'R-066'),
          constraint a_member_is_of_a_group check (member is null or ksm is not null),
          constraint items_are_of_a_member check (items = '{}' or criterion = 'B-07'),
          constraint an_attestation_counts_at_least_a_day check (valid_until >= attested_on),
          constraint two_attest_of_a_group check (
            (ksm is null) = (volunteer is null) and volunteer <> attested_by
          )
        );
        create index attestation_of_group on fund.attestation (upk_id, ksm, number);

        grant select, insert on fund.instrument, fund.attestation to bergulir_writer;

        """#),
    Migration(
      version: 12, name: "pipeline",
      sql: #"""
        -- The way of an application: papers, queue, waiting list, agreement, and who decides on it.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare'
          )
        );

        alter table fund.application
        add column missing text[] not null default '{}',
        -- Its place in the queue; null while a paper is missing.
        add column completed_on date,
        add column waitlisted_on date,
        add column released_on date,
        add column agreement text,
        add column agreed_on date,
        -- Whether the agreement lets the group's savings be set off.
        add column set_off_consent boolean not null default false,
        add column skip_reason text,
        add column skip_requested_by bigint,
        add column skip_requested_on date,
        add column skip_confirmed_by bigint,
        add column skip_confirmed_on date,
        add column cancel_reason text,
        add column cancelled_by bigint,
        add column cancelled_on date;

        -- What was there was complete when it was submitted.
        update fund.application set completed_on = submitted_on;

        alter table fund.application
        add constraint application_papers_are_known check (
          missing <@ array[
            'form', 'memberList', 'identityCards', 'formationMinutes', 'jointLiabilityStatement'
          ]
        ),
        add constraint complete_means_nothing_missing check (
          (completed_on is null) = (missing <> '{}')
        ),
        add constraint only_an_incomplete_one_lacks_papers check (
          missing = '{}' or state in ('draft', 'incomplete', 'cancelled')
        ),
        add constraint waiting_has_a_day check (state <> 'waitlisted' or waitlisted_on is not null),
        add constraint an_agreement_has_number_and_day check (
          (agreement is null) = (agreed_on is null) and (agreement is not null or not set_off_consent)
        ),
        add constraint contracted_means_an_agreement check (
          state <> 'contracted' or agreement is not null
        ),
        add constraint a_skip_has_reason_and_requester check (
          (skip_reason is null) = (skip_requested_by is null)
          and (skip_reason is null) = (skip_requested_on is null)
        ),
        -- A null on either side would let the comparison pass; the first line does not.
        add constraint a_skip_is_confirmed_by_a_second_person check (
          (skip_confirmed_by is null) = (skip_confirmed_on is null)
          and (skip_confirmed_by is null or skip_requested_by is not null)
          and skip_confirmed_by <> skip_requested_by
        ),
        add constraint cancelled_means_a_reason check (
          (state = 'cancelled') = (cancel_reason is not null)
          and (cancel_reason is null) = (cancelled_by is null)
          and (cancel_reason is null) = (cancelled_on is null)
        ),
        add constraint a_skip_is_requested_by_a_person
        foreign key (skip_requested_by) references fund.person,
        add constraint a_skip_is_confirmed_by_a_person
        foreign key (skip_confirmed_by) references fund.person,
        add constraint a_canceller_is_a_person foreign key (cancelled_by) references fund.person;

        create index application_open on fund.application (upk_id, number)
        where state in (
          'submitted', 'incomplete', 'inInspection', 'recommended', 'notRecommended', 'inDecision',
          'approved', 'waitlisted', 'contracted'
        );

        grant update (
          missing, completed_on, waitlisted_on, released_on, agreement, agreed_on, set_off_consent,
          skip_reason, skip_requested_by, skip_requested_on, skip_confirmed_by, skip_confirmed_on,
          cancel_reason, cancelled_by, cancelled_on
        ) on fund.application to bergulir_writer;

        -- An application that was sent back is inspected again; each inspection is a round.
        alter table fund.approval drop constraint an_approval_is_of_an_application;
        alter table fund.inspection
        add column round integer not null default 1,
        drop constraint inspection_pkey,
        add constraint inspection_pkey primary key (upk_id, application, round),
        add constraint rounds_begin_at_one check (round >= 1),
        add constraint an_inspection_has_one_inspector unique (upk_id, application, round, inspector);
        alter table fund.inspection alter column round drop default;

        -- The steps of a decision, as the chain asked for when the application was inspected.
        create table fund.approval_step (
          upk_id bigint not null,
          application bigint not null,
          round integer not null,
          step integer not null,
          role text not null,
          quorum integer not null,
          deadline_days integer not null,
          from_amount bigint not null,
          from_par_thousandths integer not null,
          constraint approval_step_pkey primary key (upk_id, application, round, step),
          constraint a_step_rests_on_an_inspection
          foreign key (upk_id, application, round) references fund.inspection,
          constraint deciding_roles_are_known check (
            role in ('manager', 'bkmCoordinator', 'bkmMember')
          ),
          constraint a_step_has_signatures check (step between 1 and 6 and quorum between 1 and 5)
        );
        insert into fund.approval_step
        select i.upk_id, i.application, 1, s.step, s.role, 1, 3, 0, 0
        from fund.inspection i
        cross join (values (1, 'manager'), (2, 'bkmCoordinator')) as s (step, role);

        alter table fund.approval
        add column round integer not null default 1,
        -- Who left the signature to the signer, by a delegation.
        add column on_behalf_of bigint,
        -- The terms, members, shares and schedule that were signed; empty for those from before.
        add column bound text not null default '',
        -- The inspector of the round, so that a key can keep the two apart.
        add column inspector bigint;
        update fund.approval a set inspector = (
          select i.inspector from fund.inspection i
          where i.upk_id = a.upk_id and i.application = a.application
        );
        alter table fund.approval
        alter column round drop default,
        alter column bound drop default,
        alter column inspector set not null,
        drop constraint approval_pkey,
        drop constraint approvals_are_by_distinct_persons,
        drop constraint approval_steps_are_known,
        drop constraint verdicts_are_known,
        add constraint verdicts_are_known check (verdict in ('approve', 'reject', 'return')),
        add constraint approval_pkey primary key (upk_id, application, round, step, signer),
        add constraint approvals_are_by_distinct_persons unique (upk_id, application, round, signer),
        add constraint an_approval_is_of_a_step
        foreign key (upk_id, application, round, step) references fund.approval_step,
        add constraint an_approval_rests_on_an_inspection
        foreign key (upk_id, application, round, inspector)
        references fund.inspection (upk_id, application, round, inspector),
        add constraint a_decider_did_not_inspect check (
          signer <> inspector and (on_behalf_of is null or on_behalf_of <> inspector)
        ),
        add constraint nobody_signs_for_themselves check (on_behalf_of <> signer),
        add constraint who_is_signed_for_is_a_person
        foreign key (on_behalf_of) references fund.person;
        create unique index approvals_are_for_distinct_persons
        on fund.approval (upk_id, application, round, coalesce(on_behalf_of, signer));

        -- What was found of a member: the scores of the five aspects, and the household's month.
        create table fund.appraisal (
          upk_id bigint not null,
          application bigint not null,
          round integer not null,
          member bigint not null,
          scores integer[] not null,
          income bigint not null,
          living_cost bigint not null,
          other_installments bigint not null,
          constraint appraisal_pkey primary key (upk_id, application, round, member),
          constraint an_appraisal_is_of_an_inspection
          foreign key (upk_id, application, round) references fund.inspection,
          constraint an_appraisal_is_of_a_borrower
          foreign key (upk_id, application, member) references fund.application_share,
          constraint five_aspects_are_scored check (cardinality(scores) = 5),
          constraint scores_are_one_to_five check (1 <= all (scores) and 5 >= all (scores)),
          constraint a_household_has_no_negative_amounts check (
            income >= 0 and living_cost >= 0 and other_installments >= 0
          )
        );

        -- Who decides, as the board set it. No version changes; the standard chain holds before the first.
        create table fund.approval_chain (
          upk_id bigint not null,
          version bigint not null,
          valid_from date not null,
          inspection_days integer not null,
          disbursement_days integer not null,
          minutes text not null,
          constraint approval_chain_pkey primary key (upk_id, version),
          constraint a_chain_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint chains_begin_on_different_days unique (upk_id, valid_from),
          constraint stages_have_days check (
            inspection_days between 1 and 60 and disbursement_days between 1 and 60
          )
        );
        create table fund.approval_chain_step (
          upk_id bigint not null,
          version bigint not null,
          step integer not null,
          role text not null,
          quorum integer not null,
          deadline_days integer not null,
          from_amount bigint not null,
          from_par_thousandths integer not null,
          constraint approval_chain_step_pkey primary key (upk_id, version, step),
          constraint a_chain_step_is_of_a_chain
          foreign key (upk_id, version) references fund.approval_chain,
          constraint chain_roles_decide check (role in ('manager', 'bkmCoordinator', 'bkmMember')),
          constraint chain_steps_are_sound check (
            step between 1 and 6 and quorum between 1 and 5 and deadline_days between 1 and 30
            and from_amount >= 0 and from_par_thousandths between 0 and 1000
          )
        );

        -- Who leaves a signature to whom, and for how long.
        create table fund.delegation (
          upk_id bigint not null,
          number bigint not null,
          role text not null,
          holder bigint not null,
          delegate bigint not null,
          valid_from date not null,
          valid_until date not null,
          reason text not null,
          constraint delegation_pkey primary key (upk_id, number),
          constraint a_delegation_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint delegated_roles_decide check (role in ('manager', 'bkmCoordinator', 'bkmMember')),
          constraint a_holder_is_a_person foreign key (holder) references fund.person,
          constraint a_delegate_is_a_person foreign key (delegate) references fund.person,
          constraint a_delegate_is_another check (delegate <> holder),
          constraint a_delegation_ends check (
            valid_until >= valid_from and valid_until <= valid_from + 90
          )
        );

        -- Who is close to a group. A declaration is never taken back.
        create table fund.relationship (
          upk_id bigint not null,
          ksm bigint not null,
          number bigint not null,
          person bigint not null,
          kind text not null,
          note text not null,
          declared_on date not null,
          declared_by bigint not null,
          constraint relationship_pkey primary key (upk_id, number),
          constraint a_relationship_is_declared_once unique (upk_id, ksm, person, kind),
          constraint a_relationship_is_with_a_group
          foreign key (upk_id, ksm) references fund.ksm,
          constraint a_relation_is_a_person foreign key (person) references fund.person,
          constraint a_declarer_is_a_person foreign key (declared_by) references fund.person,
          constraint relationships_are_known check (
            kind in ('family', 'household', 'business', 'other')
          )
        );

        grant select, insert on
          fund.approval_step, fund.appraisal, fund.approval_chain, fund.approval_chain_step,
          fund.delegation, fund.relationship
        to bergulir_writer;

        """#),
    Migration(
      version: 13, name: "receipts_visits",
      sql: #"""
        -- Who handed a loan over and who signed for it, and what members said a month later.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift'
          )
        );

        -- A pay-out that was taken back leaves its loan cancelled, with nothing paid.
        alter table fund.loan
        drop constraint loan_states_are_known,
        add constraint loan_states_are_known check (
          state in (
            'active', 'paidOff', 'restructured', 'writtenOff', 'claimWaived', 'fullyRecovered',
            'cancelled'
          )
        );

        -- Loans from before have no row here.
        create table fund.disbursement (
          upk_id bigint not null,
          loan bigint not null,
          account integer not null,
          paid_by bigint not null,
          witness bigint not null,
          -- In ascending order, so that they are three distinct persons.
          first_signatory bigint,
          second_signatory bigint,
          third_signatory bigint,
          voided_on date,
          voided_by bigint,
          void_reason text,
          constraint disbursement_pkey primary key (upk_id, loan),
          constraint a_disbursement_is_of_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint a_payer_is_a_person foreign key (paid_by) references fund.person,
          constraint a_witness_of_a_disbursement_is_a_person
          foreign key (witness) references fund.person,
          constraint a_first_signatory_is_a_person foreign key (first_signatory) references fund.person,
          constraint a_second_signatory_is_a_person foreign key (second_signatory) references fund.person,
          constraint a_third_signatory_is_a_person foreign key (third_signatory) references fund.person,
          constraint who_voids_is_a_person foreign key (voided_by) references fund.person,
          constraint loans_are_paid_from_cash_or_bank check (account in (11010, 11021)),
          constraint a_witness_is_not_the_payer check (witness <> paid_by),
          constraint three_sign_for_the_bank check (
            case
              when account = 11021
                then coalesce(
                  first_signatory < second_signatory and second_signatory < third_signatory, false
                )
              else num_nonnulls(first_signatory, second_signatory, third_signatory) = 0
            end
          ),
          constraint a_void_is_whole check (num_nonnulls(voided_on, voided_by, void_reason) in (0, 3))
        );

        create table fund.member_receipt (
          upk_id bigint not null,
          loan bigint not null,
          member bigint not null,
          amount bigint not null,
          mark text not null,
          reference text not null,
          witness bigint not null,
          received_on date not null,
          constraint member_receipt_pkey primary key (upk_id, loan, member),
          constraint a_receipt_is_for_a_share
          foreign key (upk_id, loan, member) references fund.loan_share (upk_id, loan, member),
          constraint a_witness_of_a_receipt_is_a_person foreign key (witness) references fund.person,
          constraint receipts_are_for_something check (amount > 0),
          constraint receipt_marks_are_known check (mark in ('signature', 'thumbprint', 'photograph')),
          constraint photographs_are_kept_somewhere check (mark <> 'photograph' or reference <> '')
        );

        create table fund.visit (
          upk_id bigint not null,
          number bigint not null,
          loan bigint not null,
          member bigint not null,
          person_id bigint not null,
          visited_on date not null,
          visitor bigint not null,
          companion bigint,
          received bigint not null,
          use text not null,
          finding text,
          beneficiary bigint,
          note text not null,
          reference text not null,
          constraint visit_pkey primary key (upk_id, number),
          constraint a_visit_is_about_a_share
          foreign key (upk_id, loan, member) references fund.loan_share (upk_id, loan, member),
          constraint who_is_visited_is_a_person foreign key (person_id) references fund.person,
          constraint a_visitor_is_a_person foreign key (visitor) references fund.person,
          constraint a_companion_is_a_person foreign key (companion) references fund.person,
          constraint a_beneficiary_is_a_person foreign key (beneficiary) references fund.person,
          constraint a_companion_is_not_the_visitor check (companion <> visitor),
          constraint nobody_receives_less_than_nothing check (received >= 0),
          constraint visit_uses_are_known check (use in ('asApplied', 'partly', 'deviated', 'byAnother')),
          constraint visit_findings_are_known check (finding in ('nameLending')),
          constraint a_beneficiary_comes_with_a_finding check (beneficiary is null or finding is not null)
        );
        create index visit_share on fund.visit (upk_id, loan, member, number);
        create index visit_person on fund.visit (person_id);

        -- Who may not borrow in the whole province, nor witness a pay-out, until the board lifts it.
        create table fund.borrower_block (
          upk_id bigint not null,
          number bigint not null,
          person_id bigint not null,
          cause text not null,
          visit bigint not null,
          blocked_on date not null,
          lifted_on date,
          lifted_by bigint,
          minutes text,
          constraint borrower_block_pkey primary key (upk_id, number),
          constraint a_block_follows_from_a_visit foreign key (upk_id, visit) references fund.visit,
          constraint a_blocked_one_is_a_person foreign key (person_id) references fund.person,
          constraint who_lifts_is_a_person foreign key (lifted_by) references fund.person,
          constraint block_causes_are_known check (cause in ('beneficiary', 'witness')),
          constraint a_lift_is_whole check (num_nonnulls(lifted_on, lifted_by, minutes) in (0, 3)),
          constraint nobody_lifts_their_own_block check (lifted_by <> person_id),
          constraint a_block_is_lifted_after_it_began check (lifted_on >= blocked_on)
        );
        create index borrower_block_person on fund.borrower_block (person_id);

        -- What is left of the ceiling for who spent an earlier loan on something else.
        alter table fund.lending_policy
        add column deviation_thousandths integer not null default 500,
        add constraint a_deviation_lowers_the_ceiling check (deviation_thousandths between 0 and 1000);
        alter table fund.lending_policy alter column deviation_thousandths drop default;

        grant select, insert on fund.disbursement, fund.member_receipt, fund.visit, fund.borrower_block
        to bergulir_writer;
        grant update (voided_on, voided_by, void_reason) on fund.disbursement to bergulir_writer;
        grant update (lifted_on, lifted_by, minutes) on fund.borrower_block to bergulir_writer;

        """#),
    Migration(
      version: 14, name: "repayments",
      sql: #"""
        -- Each repayment with its receipt, who paid for whom, and what takes it back; what a group's
        -- members owe each other for it. Late fee and savings come with an installment by policy.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off'
          )
        );

        -- Whether the group agreed that its savings may pay what is overdue.
        alter table fund.application
        add column if not exists set_off_consent boolean not null default false;

        -- What is held for a group on 21030 knows the group; what nobody could tell yet has none.
        alter table fund.posting
        drop constraint savings_name_their_group,
        add constraint savings_name_their_group check (
          case
            when debit = 21020 or credit = 21020 then ksm is not null
            else ksm is null or debit = 21030 or credit = 21030
          end
        ) not valid;

        create index posting_suspense on fund.posting (upk_id, ksm, booked_on)
        where debit = 21030 or credit = 21030;

        alter table fund.lending_policy
        add column late_fee bigint not null default 0,
        add column savings_thousandths integer not null default 0,
        add constraint late_fees_are_not_negative check (late_fee >= 0),
        add constraint a_policy_saves_a_part check (savings_thousandths between 0 and 1000);

        alter table fund.policy_bounds
        add column least_late_fee bigint not null default 0,
        add column most_late_fee bigint not null default 50000,
        add column least_savings_thousandths bigint not null default 0,
        add column most_savings_thousandths bigint not null default 100,
        add constraint late_fee_bounds_are_ordered check (least_late_fee between 0 and most_late_fee),
        add constraint savings_bounds_are_ordered check (
          least_savings_thousandths between 0 and most_savings_thousandths
          and most_savings_thousandths <= 1000
        );

        alter table fund.loan
        add column late_fee bigint not null default 0,
        add column savings_thousandths integer not null default 0,
        add column late_fee_paid bigint not null default 0,
        add column savings_paid bigint not null default 0,
        -- What was paid on each share, in the order of the shares: principal and service charge together.
        add column member_paid bigint [] not null default '{}',
        add constraint loan_late_fees_are_not_negative check (late_fee >= 0 and late_fee_paid >= 0),
        add constraint a_loan_saves_a_part check (
          savings_thousandths between 0 and 1000 and savings_paid >= 0
        ),
        add constraint member_payments_are_not_negative check (0 <= all(member_paid));

        grant update (late_fee_paid, savings_paid, member_paid) on fund.loan to bergulir_writer;

        -- A receipt. How the loan's part splits into principal and service charge follows from all that
        -- was paid by the day, and is not stored.
        create table fund.repayment (
          upk_id bigint not null,
          -- The place among all repayments and reversals.
          number bigint not null,
          loan bigint not null,
          receipt_year integer not null,
          receipt_number bigint not null,
          paid_on date not null,
          -- Where the money came to: cash, bank, the group's savings, or what was held for it.
          account integer not null,
          loan_part bigint not null,
          late_fee bigint not null,
          savings bigint not null,
          excess bigint not null,
          -- Whose share, who brought it, and how much: three columns of one list.
          members bigint [] not null,
          payers bigint [] not null,
          amounts bigint [] not null,
          voucher_kind text not null,
          voucher_year integer not null,
          voucher_number bigint not null,
          recorded_by bigint not null,
          constraint repayment_pkey primary key (upk_id, number),
          constraint a_receipt_is_numbered_once unique (upk_id, receipt_year, receipt_number),
          constraint a_repayment_is_on_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint a_repayment_has_its_voucher
          foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
          constraint a_repayment_is_recorded_by_a_person
          foreign key (recorded_by) references fund.person,
          constraint a_receipt_is_numbered_in_its_year check (
            extract(year from paid_on) = receipt_year and receipt_number >= 1 and number >= 1
          ),
          constraint repayments_come_from_known_accounts check (
            account in (11010, 11021, 21020, 21030)
          ),
          constraint a_repayment_brings_something check (
            loan_part >= 0 and late_fee >= 0 and savings >= 0 and excess >= 0
            and loan_part + late_fee + savings + excess > 0
          ),
          constraint members_pay_parts check (
            cardinality(members) = cardinality(payers) and cardinality(members) = cardinality(amounts)
            and 0 < all(amounts)
          )
        );
        create index repayment_loan on fund.repayment (upk_id, loan);

        -- The entry that takes a repayment back, from its day on.
        create table fund.repayment_reversal (
          upk_id bigint not null,
          repayment bigint not null,
          number bigint not null,
          reversed_on date not null,
          reason text not null,
          recorded_by bigint not null,
          constraint a_repayment_is_reversed_once primary key (upk_id, repayment),
          constraint a_reversal_is_of_a_repayment foreign key (upk_id, repayment) references fund.repayment,
          constraint reversals_are_numbered_once unique (upk_id, number),
          constraint a_reversal_comes_later check (number > repayment),
          constraint a_reversal_is_recorded_by_a_person
          foreign key (recorded_by) references fund.person
        );

        create table fund.liability_call (
          upk_id bigint not null,
          number bigint not null,
          loan bigint not null,
          held_on date not null,
          -- Who was behind, and with how much.
          short_members bigint [] not null,
          short_amounts bigint [] not null,
          present bigint [] not null,
          decision text not null,
          recorded_by bigint not null,
          constraint liability_call_pkey primary key (upk_id, number),
          constraint a_call_is_on_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint a_call_is_recorded_by_a_person foreign key (recorded_by) references fund.person,
          constraint somebody_is_short_and_somebody_came check (
            cardinality(short_members) > 0 and cardinality(short_members) = cardinality(short_amounts)
            and cardinality(present) > 0 and 0 < all(short_amounts)
          )
        );
        create index liability_call_loan on fund.liability_call (upk_id, loan);

        -- What one member gave another back: outside the books of the UPK.
        create table fund.debt_settlement (
          upk_id bigint not null,
          number bigint not null,
          loan bigint not null,
          debtor bigint not null,
          creditor bigint not null,
          amount bigint not null,
          settled_on date not null,
          constraint debt_settlement_pkey primary key (upk_id, number),
          constraint a_settlement_is_on_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint a_settlement_is_between_two check (debtor <> creditor and amount > 0)
        );
        create index debt_settlement_loan on fund.debt_settlement (upk_id, loan);

        grant select, insert on
          fund.repayment, fund.repayment_reversal, fund.liability_call, fund.debt_settlement
        to bergulir_writer;

        -- Repayments from before get receipts in the order in which they were recorded, and their money is
        -- shared out by the shares: nobody asked then for whom it was.
        with paid as (
          select p.upk_id, p.loan, p.seq, p.voucher_kind, p.voucher_year, p.voucher_number, p.booked_on,
            min(p.debit) as account, sum(p.amount)::bigint as amount
          from fund.posting p
          join fund.event e on e.upk_id = p.upk_id and e.seq = p.seq
          where e.kind = 'repayment.record' and p.loan is not null and p.credit in (11030, 41010)
          group by p.upk_id, p.loan, p.seq, p.voucher_kind, p.voucher_year, p.voucher_number, p.booked_on
        ),
        numbered as (
          select paid.*,
            row_number() over (partition by upk_id order by seq) as number,
            row_number() over (partition by upk_id, voucher_year order by seq) as receipt
          from paid
        ),
        parts as (
          select n.upk_id, n.number, s.member, s.line,
            floor(n.amount::numeric * s.upto / l.principal)
            - floor(n.amount::numeric * (s.upto - s.amount) / l.principal) as amount
          from numbered n
          join fund.loan l on l.upk_id = n.upk_id and l.number = n.loan
          join (
            select upk_id, loan, member, line, amount,
              sum(amount) over (partition by upk_id, loan order by line) as upto
            from fund.loan_share
          ) s on s.upk_id = n.upk_id and s.loan = n.loan
        )
        insert into fund.repayment (upk_id, number, loan, receipt_year, receipt_number, paid_on, account,
          loan_part, late_fee, savings, excess, members, payers, amounts, voucher_kind, voucher_year,
          voucher_number, recorded_by)
        select n.upk_id, n.number, n.loan, n.voucher_year, n.receipt, n.booked_on, n.account, n.amount,
          0, 0, 0, p.members, p.members, p.amounts, n.voucher_kind, n.voucher_year, n.voucher_number,
          e.person_id
        from numbered n
        join fund.event e on e.upk_id = n.upk_id and e.seq = n.seq
        cross join lateral (
          select array_agg(p.member order by p.line) as members,
            array_agg(p.amount::bigint order by p.line) as amounts
          from parts p where p.upk_id = n.upk_id and p.number = n.number and p.amount > 0
        ) p;

        insert into fund.counter (upk_id, name, next)
        select upk_id, 'repayment', max(number) + 1 from fund.repayment group by upk_id
        union all
        select upk_id, 'KW-' || receipt_year, max(receipt_number) + 1 from fund.repayment
        group by upk_id, receipt_year;

        update fund.loan l set member_paid = (
          select array_agg((
            select coalesce(sum(r.amounts[array_position(r.members, s.member)]), 0)::bigint
            from fund.repayment r
            where r.upk_id = l.upk_id and r.loan = l.number and s.member = any(r.members)
          ) order by s.line)
          from fund.loan_share s where s.upk_id = l.upk_id and s.loan = l.number
        );

        """#),
    Migration(
      version: 15, name: "troubled",
      sql: #"""
        -- Loans that go over into others, and loans that go off the books.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive'
          )
        );

        -- The loan of the credit, where a posting moves a balance from loan to loan on one account.
        alter table fund.posting
        add column from_loan bigint,
        drop constraint a_posting_moves_somewhere,
        add constraint a_posting_moves_somewhere check (
          (debit <> credit) = (from_loan is null)
          and (
            from_loan is null or (debit = 11030 and loan is not null and loan <> from_loan)
          )
        );

        -- A successor comes from the application of the loan before it, and is itself never restructured.
        alter table fund.loan
        add column predecessor bigint,
        add column inherited_class integer,
        drop constraint an_application_becomes_one_loan,
        add constraint a_loan_is_restructured_once unique (upk_id, predecessor),
        add constraint a_predecessor_is_a_loan foreign key (upk_id, predecessor) references fund.loan,
        add constraint a_successor_inherits_a_class check (
          (predecessor is null) = (inherited_class is null) and inherited_class between 1 and 5
        ),
        add constraint a_successor_is_not_restructured check (
          predecessor is null or state <> 'restructured'
        ),
        add constraint what_left_the_books_was_closed check (
          state not in ('restructured', 'writtenOff', 'claimWaived', 'fullyRecovered')
          or closed_on is not null
        );

        create unique index an_application_becomes_one_loan on fund.loan (upk_id, application)
        where predecessor is null;

        -- Service charge that a successor took over, by member.
        alter table fund.loan_share
        add column carried_charge bigint not null default 0,
        add constraint carried_charges_are_not_negative check (carried_charge >= 0);

        create table fund.restructuring (
          upk_id bigint not null,
          loan bigint not null,
          successor bigint not null,
          restructured_on date not null,
          principal bigint not null,
          service_charge bigint not null,
          collectability integer not null,
          reason text not null,
          evidence text not null,
          agreement text not null,
          minutes text not null,
          notice text not null,
          decided_by bigint not null,
          constraint restructuring_pkey primary key (upk_id, loan),
          constraint a_successor_follows_one_loan unique (upk_id, successor),
          constraint a_restructured_loan_is_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint a_successor_is_a_loan foreign key (upk_id, successor) references fund.loan,
          constraint a_restructuring_is_decided_by_a_person
          foreign key (decided_by) references fund.person,
          constraint a_successor_is_another_loan check (successor <> loan),
          constraint a_restructuring_moves_principal check (principal > 0 and service_charge >= 0),
          constraint what_is_restructured_was_late check (collectability between 2 and 5)
        );

        create table fund.write_off (
          upk_id bigint not null,
          loan bigint not null,
          written_off_on date not null,
          principal bigint not null,
          service_charge bigint not null,
          -- What the reserve bore of the principal; the rest was cost of the year.
          from_reserve bigint not null,
          minutes text not null,
          report text not null,
          proposed_by bigint not null,
          decided_by bigint not null,
          constraint a_loan_is_written_off_once primary key (upk_id, loan),
          constraint a_written_off_loan_is_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint a_write_off_is_proposed_by_a_person foreign key (proposed_by) references fund.person,
          constraint a_write_off_is_decided_by_a_person foreign key (decided_by) references fund.person,
          constraint a_write_off_takes_two_persons check (decided_by <> proposed_by),
          constraint a_write_off_loses_principal check (principal > 0 and service_charge >= 0),
          constraint a_reserve_bears_a_part_of_it check (from_reserve between 0 and principal)
        );

        create table fund.claim_recovery (
          upk_id bigint not null,
          loan bigint not null,
          number integer not null,
          recovered_on date not null,
          principal bigint not null,
          service_charge bigint not null,
          constraint claim_recovery_pkey primary key (upk_id, loan, number),
          constraint a_recovery_is_of_a_write_off foreign key (upk_id, loan) references fund.write_off,
          constraint recoveries_are_numbered_from_one check (number >= 1),
          constraint a_recovery_brings_something check (
            principal >= 0 and service_charge >= 0 and principal + service_charge > 0
          )
        );

        create table fund.claim_waiver (
          upk_id bigint not null,
          loan bigint not null,
          waived_on date not null,
          principal bigint not null,
          service_charge bigint not null,
          minutes text not null,
          reason text not null,
          decided_by bigint not null,
          constraint a_claim_is_waived_once primary key (upk_id, loan),
          constraint a_waiver_is_of_a_write_off foreign key (upk_id, loan) references fund.write_off,
          constraint a_waiver_is_decided_by_a_person foreign key (decided_by) references fund.person,
          constraint a_waiver_gives_something_up check (
            principal >= 0 and service_charge >= 0 and principal + service_charge > 0
          )
        );

        -- Names go over to the successor.
        grant update (loan) on fund.borrower_claim to bergulir_writer;
        grant select, insert on
          fund.restructuring, fund.write_off, fund.claim_recovery, fund.claim_waiver
        to bergulir_writer;

        """#),
    Migration(
      version: 16, name: "cases",
      sql: #"""
        -- What was done about loans in arrears, and what offices answered. A case itself stands nowhere: it
        -- is there while something is overdue.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer'
          )
        );

        -- One step of a case. A report to an office waits for its answer.
        create table fund.case_step (
          upk_id bigint not null,
          number bigint not null,
          loan bigint not null,
          action text not null,
          done_on date not null,
          done_by bigint not null,
          note text not null,
          evidence text not null,
          -- What the group promised to pay, and by when; both null where it promised nothing.
          promised bigint,
          promised_by date,
          -- The last day for an office's answer; null for what no office is asked.
          answer_due date,
          constraint case_step_pkey primary key (upk_id, number),
          constraint a_case_is_of_a_loan foreign key (upk_id, loan) references fund.loan,
          constraint a_step_is_done_by_a_person foreign key (done_by) references fund.person,
          constraint case_actions_are_known check (
            action in (
              'reminder', 'visit', 'bill', 'warning1', 'jointLiabilityMeeting', 'warning2', 'boardReport',
              'boardVisit', 'warning3', 'savingsSetOff', 'wardReport', 'cityReport', 'boardDecision',
              'provinceReport'
            )
          ),
          constraint a_promise_has_an_amount_and_a_day check (
            (promised is null) = (promised_by is null) and promised > 0 and promised_by > done_on
          ),
          constraint reports_alone_wait_for_an_answer check (
            (answer_due is not null)
            = (action in ('boardReport', 'wardReport', 'cityReport', 'provinceReport'))
            and answer_due >= done_on
          )
        );
        create index case_step_of_loan on fund.case_step (upk_id, loan, number);

        -- One answer to one escalation.
        create table fund.case_answer (
          upk_id bigint not null,
          step bigint not null,
          answered_on date not null,
          answered_by bigint not null,
          answer text not null,
          evidence text not null,
          constraint an_escalation_is_answered_once primary key (upk_id, step),
          constraint an_answer_is_to_a_step foreign key (upk_id, step) references fund.case_step,
          constraint an_answer_is_given_by_a_person foreign key (answered_by) references fund.person
        );

        grant select, insert on fund.case_step, fund.case_answer to bergulir_writer;

        """#),
    Migration(
      version: 17, name: "troubled_tail",
      sql: #"""
        -- Receipts for what comes in on claims, what takes them back, and why savings were not set off.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse'
          )
        );

        -- Why the group's savings were not used; empty where it had none.
        alter table fund.write_off
        add column savings_kept text not null default '';

        -- The receipt, in the series of repayments'; null for what came in before receipts were given.
        alter table fund.claim_recovery
        add column receipt_year integer,
        add column receipt_number bigint,
        add column account integer,
        add column voucher_kind text,
        add column voucher_year integer,
        add column voucher_number bigint,
        add column recorded_by bigint,
        add constraint a_recovery_has_its_voucher
        foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
        add constraint a_claim_receipt_is_numbered_once unique (upk_id, receipt_year, receipt_number),
        add constraint a_recovery_is_recorded_by_a_person
        foreign key (recorded_by) references fund.person,
        add constraint a_claim_receipt_is_whole check (
          num_nulls(
            receipt_year, receipt_number, account, voucher_kind, voucher_year, voucher_number, recorded_by
          ) in (0, 7)
        ),
        add constraint a_claim_receipt_is_numbered_in_its_year check (
          extract(year from recovered_on) = receipt_year and receipt_number >= 1
        ),
        add constraint recoveries_come_in_cash_or_to_the_bank check (account in (11010, 11021));

        create table fund.claim_reversal (
          upk_id bigint not null,
          loan bigint not null,
          recovery integer not null,
          reversed_on date not null,
          reason text not null,
          recorded_by bigint not null,
          constraint a_recovery_is_reversed_once primary key (upk_id, loan, recovery),
          constraint a_claim_reversal_is_of_a_recovery
          foreign key (upk_id, loan, recovery) references fund.claim_recovery,
          constraint a_claim_reversal_is_recorded_by_a_person
          foreign key (recorded_by) references fund.person
        );

        grant select, insert on fund.claim_reversal to bergulir_writer;

        """#),
    Migration(
      version: 18, name: "pipeline_tail",
      sql: #"""
        -- Money received without a name is given to a group later; delegations and relationships end.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse',
            'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end'
          )
        );

        -- What of 21030 was unnamed and is a group's from a day on, or no longer.
        create table fund.suspense_assignment (
          upk_id bigint not null,
          number bigint not null,
          ksm bigint not null,
          amount bigint not null,
          assigned_on date not null,
          assigned_by bigint not null,
          reason text not null,
          takes_back bigint,
          constraint suspense_assignment_pkey primary key (upk_id, number),
          constraint an_assignment_is_to_a_group foreign key (upk_id, ksm) references fund.ksm,
          constraint an_assigner_is_a_person foreign key (assigned_by) references fund.person,
          constraint an_assignment_taken_back_is_there
          foreign key (upk_id, takes_back) references fund.suspense_assignment,
          constraint an_assignment_is_taken_back_once unique (upk_id, takes_back),
          constraint what_takes_back_is_negative check (
            amount <> 0 and (amount < 0) = (takes_back is not null)
          )
        );
        create index suspense_assignment_of_ksm on fund.suspense_assignment (upk_id, ksm, assigned_on);

        -- A delegation that ended before its last day: from which day on, by whom and why.
        create table fund.delegation_revocation (
          upk_id bigint not null,
          delegation bigint not null,
          revoked_on date not null,
          revoked_by bigint not null,
          reason text not null,
          constraint a_delegation_is_revoked_once primary key (upk_id, delegation),
          constraint a_revoked_delegation_is_there
          foreign key (upk_id, delegation) references fund.delegation,
          constraint a_revoker_is_a_person foreign key (revoked_by) references fund.person
        );

        -- A relationship that is over. Whoever is close again is declared again.
        create table fund.relationship_end (
          upk_id bigint not null,
          relationship bigint not null,
          ended_on date not null,
          ended_by bigint not null,
          reason text not null,
          constraint a_relationship_ends_once primary key (upk_id, relationship),
          constraint an_ended_relationship_is_there
          foreign key (upk_id, relationship) references fund.relationship,
          constraint an_ender_is_a_person foreign key (ended_by) references fund.person
        );

        alter table fund.relationship
        drop constraint a_relationship_is_declared_once,
        add constraint a_relationship_is_declared_once_a_day
        unique (upk_id, ksm, person, kind, declared_on);

        grant select, insert on
          fund.suspense_assignment, fund.delegation_revocation, fund.relationship_end
        to bergulir_writer;

        """#),
    Migration(
      version: 19, name: "books",
      sql: #"""
        -- Reversals of manual vouchers, accounts that a UPK opens, and what the books are held against.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse',
            'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end',
            'journal.reverse', 'account.open', 'cash.count', 'cash.difference', 'bank.reconcile',
            'asset.register', 'asset.depreciate'
          )
        );

        -- The voucher that a voucher takes back; each is taken back once.
        alter table fund.voucher
        add column reverses_kind text,
        add column reverses_year integer,
        add column reverses_number bigint,
        add constraint a_reversal_is_of_a_voucher
        foreign key (upk_id, reverses_kind, reverses_year, reverses_number) references fund.voucher,
        add constraint a_reversal_names_its_voucher_whole check (
          num_nulls(reverses_kind, reverses_year, reverses_number) in (0, 3)
        ),
        add constraint a_voucher_does_not_reverse_itself check (
          (reverses_kind, reverses_year, reverses_number) is distinct from (kind, year, number)
        );
        create unique index a_voucher_is_reversed_once on fund.voucher
        (upk_id, reverses_kind, reverses_year, reverses_number)
        where reverses_number is not null;

        -- What the cashier found in the cash box at the end of a day, beside what 11010 said.
        create table fund.cash_count (
          upk_id bigint not null,
          number bigint not null,
          counted_on date not null,
          counted bigint not null,
          ledger bigint not null,
          counter bigint not null,
          witness bigint not null,
          note text not null,
          constraint cash_count_pkey primary key (upk_id, number),
          constraint a_count_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_count_is_by_a_person foreign key (counter) references fund.person,
          constraint a_count_is_seen_by_a_person foreign key (witness) references fund.person,
          constraint a_count_is_seen_by_another_person check (witness <> counter),
          constraint cash_is_not_below_nothing check (counted >= 0),
          constraint counts_are_numbered_from_one check (number >= 1)
        );

        -- The voucher that booked what a count found over or missing.
        create table fund.cash_difference (
          upk_id bigint not null,
          count bigint not null,
          voucher_kind text not null,
          voucher_year integer not null,
          voucher_number bigint not null,
          constraint a_difference_is_booked_once primary key (upk_id, count),
          constraint a_difference_is_of_a_count foreign key (upk_id, count) references fund.cash_count,
          constraint a_difference_is_booked_by_a_voucher
          foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher
        );

        -- A bank account of one month held against the bank's statement; the last version counts.
        create table fund.reconciliation (
          upk_id bigint not null,
          number bigint not null,
          account integer not null,
          month date not null,
          version bigint not null,
          reconciled_on date not null,
          statement_opening bigint not null,
          statement_balance bigint not null,
          ledger_balance bigint not null,
          is_reconciled boolean not null,
          constraint reconciliation_pkey primary key (upk_id, number),
          constraint a_month_is_reconciled_in_versions unique (upk_id, account, month, version),
          constraint a_reconciliation_is_of_an_account
          foreign key (upk_id, account) references fund.account,
          constraint banks_alone_are_reconciled check (account in (11021, 11022)),
          constraint a_reconciled_month_begins_on_its_first_day check (extract(day from month) = 1),
          constraint a_month_is_over_when_it_is_reconciled check (
            reconciled_on >= month + interval '1 month'
          ),
          constraint reconciliations_are_numbered_from_one check (number >= 1 and version >= 1)
        );

        -- What bank and books agree on, or one of them alone has.
        create table fund.reconciliation_item (
          upk_id bigint not null,
          reconciliation bigint not null,
          item integer not null,
          amount bigint not null,
          stated_on date,
          statement text,
          booked_on date,
          voucher_kind text,
          voucher_year integer,
          voucher_number bigint,
          constraint reconciliation_item_pkey primary key (upk_id, reconciliation, item),
          constraint an_item_is_of_a_reconciliation
          foreign key (upk_id, reconciliation) references fund.reconciliation,
          constraint an_item_is_booked_by_a_voucher
          foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
          constraint an_item_moves_something check (amount <> 0),
          constraint an_item_is_of_the_bank_or_the_books check (
            num_nulls(stated_on, statement) in (0, 2)
            and num_nulls(booked_on, voucher_kind, voucher_year, voucher_number) in (0, 4)
            and num_nonnulls(stated_on, booked_on) >= 1
          )
        );

        -- The register of assets on 12020, and what each lost in the books of a month.
        create table fund.asset (
          upk_id bigint not null,
          number bigint not null,
          name text not null,
          cost bigint not null,
          bought_on date not null,
          life integer not null,
          voucher_kind text not null,
          voucher_year integer not null,
          voucher_number bigint not null,
          registered_on date not null,
          constraint asset_pkey primary key (upk_id, number),
          constraint an_asset_is_bought_by_a_voucher
          foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
          constraint an_asset_costs_something check (cost > 0),
          constraint an_asset_lasts_at_most_twenty_years check (life between 1 and 240),
          constraint an_asset_is_registered_after_it_was_bought check (registered_on >= bought_on),
          constraint assets_are_numbered_from_one check (number >= 1)
        );

        create table fund.depreciation (
          upk_id bigint not null,
          asset bigint not null,
          month date not null,
          amount bigint not null,
          voucher_kind text not null,
          voucher_year integer not null,
          voucher_number bigint not null,
          constraint an_asset_is_depreciated_once_a_month primary key (upk_id, asset, month),
          constraint depreciation_is_of_an_asset foreign key (upk_id, asset) references fund.asset,
          constraint depreciation_is_booked_by_a_voucher
          foreign key (upk_id, voucher_kind, voucher_year, voucher_number) references fund.voucher,
          constraint depreciation_takes_something check (amount > 0),
          constraint a_depreciated_month_begins_on_its_first_day check (extract(day from month) = 1)
        );

        grant select, insert on
          fund.cash_count, fund.cash_difference, fund.reconciliation, fund.reconciliation_item,
          fund.asset, fund.depreciation
        to bergulir_writer;

        """#),
    Migration(
      version: 20, name: "closing",
      sql: #"""
        -- The reserve at a month's close, closed months that are opened again, closed years, what becomes
        -- of a profit, and budgets.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse',
            'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end',
            'journal.reverse', 'account.open', 'cash.count', 'cash.difference', 'bank.reconcile',
            'asset.register', 'asset.depreciate', 'period.reopen', 'period.confirm-reopening',
            'period.close-year', 'profit.allocate', 'profit.pay-supervisors', 'budget.propose',
            'budget.approve'
          )
        );

        -- Whether a voucher belongs to the close of a year: it moves 31050, as no other does, and is no
        -- income and no cost of the year.
        alter table fund.voucher
        add column closing boolean not null default false,
        add constraint a_year_closes_on_its_last_day check (
          not closing or (kind = 'PB' and extract(month from booked_on) = 12
            and extract(day from booked_on) = 31)
        );

        -- The reserve as the close found it; all null of months that were closed before.
        alter table fund.period
        add column reserve_scheme text,
        add column reserve_required bigint,
        add column reserve_formed bigint,
        add constraint a_reserve_is_kept_whole check (
          (reserve_scheme is null) = (reserve_required is null)
          and (reserve_scheme is null) = (reserve_formed is null)
        ),
        add constraint frozen_reserve_schemes_are_known check (
          reserve_scheme in ('none', 'pnpmUrban', 'pnpmRural', 'ruralBank')
        ),
        add constraint a_required_reserve_is_not_negative check (reserve_required >= 0);

        -- A version of a closed month that was to be opened: asked for by one person, opened once another
        -- confirms it.
        create table fund.reopening (
          upk_id bigint not null,
          month date not null,
          version integer not null,
          reason text not null,
          requested_on date not null,
          requested_by bigint not null,
          confirmed_on date,
          confirmed_by bigint,
          constraint reopening_pkey primary key (upk_id, month, version),
          constraint a_reopening_is_of_a_period
          foreign key (upk_id, month, version) references fund.period,
          constraint a_reopening_is_requested_by_a_person
          foreign key (requested_by) references fund.person,
          constraint a_reopening_is_confirmed_by_a_person
          foreign key (confirmed_by) references fund.person,
          constraint a_reopening_takes_two_persons check (confirmed_by <> requested_by),
          constraint a_confirmation_has_a_person_and_a_day check (
            (confirmed_on is null) = (confirmed_by is null)
          ),
          constraint a_reopening_is_confirmed_after_the_request check (confirmed_on >= requested_on),
          constraint a_month_is_opened_before_the_15th check (
            confirmed_on < month + interval '1 month 14 days'
          )
        );

        create table fund.year_close (
          upk_id bigint not null,
          year integer not null,
          closed_on date not null,
          closed_by bigint not null,
          income bigint not null,
          cost bigint not null,
          constraint a_year_is_closed_once primary key (upk_id, year),
          constraint a_year_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_year_is_closed_by_a_person foreign key (closed_by) references fund.person,
          constraint a_year_is_closed_after_its_end check (extract(year from closed_on) > year)
        );

        -- What the annual community meeting made of a closed year's profit.
        create table fund.profit_allocation (
          upk_id bigint not null,
          year integer not null,
          allocated_on date not null,
          decided_by bigint not null,
          minutes text not null,
          constraint a_profit_is_allocated_once primary key (upk_id, year),
          constraint an_allocation_is_of_a_closed_year
          foreign key (upk_id, year) references fund.year_close,
          constraint an_allocation_is_decided_by_a_person
          foreign key (decided_by) references fund.person
        );

        create table fund.profit_part (
          upk_id bigint not null,
          year integer not null,
          line integer not null,
          purpose text not null,
          -- Hundredths of a percent.
          hundredths integer not null,
          amount bigint not null,
          constraint profit_part_pkey primary key (upk_id, year, line),
          constraint a_purpose_has_one_part unique (upk_id, year, purpose),
          constraint a_part_is_of_an_allocation
          foreign key (upk_id, year) references fund.profit_allocation,
          constraint profit_purposes_are_known check (
            purpose in (
              'capital', 'supervisors', 'socialFund', 'environment', 'boardCapacity', 'unitBonus', 'other'
            )
          ),
          constraint a_part_is_of_the_whole check (hundredths between 1 and 10000),
          constraint a_part_is_not_negative check (amount >= 0)
        );

        -- Budgets of income and cost; the board's decision is null while it is out.
        create table fund.budget (
          upk_id bigint not null,
          number bigint not null,
          year integer not null,
          proposed_on date not null,
          proposed_by bigint not null,
          approved_on date,
          approved_by bigint,
          minutes text,
          constraint budget_pkey primary key (upk_id, number),
          constraint a_budget_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_budget_is_proposed_by_a_person foreign key (proposed_by) references fund.person,
          constraint a_budget_is_approved_by_a_person foreign key (approved_by) references fund.person,
          constraint a_budget_takes_two_persons check (approved_by <> proposed_by),
          constraint an_approval_is_whole check (
            (approved_on is null) = (approved_by is null) and (approved_on is null) = (minutes is null)
          ),
          constraint a_budget_is_approved_after_the_proposal check (approved_on >= proposed_on)
        );

        create table fund.budget_line (
          upk_id bigint not null,
          number bigint not null,
          account integer not null,
          amount bigint not null,
          constraint budget_line_pkey primary key (upk_id, number, account),
          constraint a_budget_line_is_of_a_budget foreign key (upk_id, number) references fund.budget,
          constraint a_budget_line_is_in_the_chart foreign key (upk_id, account) references fund.account,
          constraint a_budget_has_income_and_cost check (account between 40000 and 59999),
          constraint a_budget_line_is_above_zero check (amount > 0)
        );

        grant select, insert on
          fund.reopening, fund.year_close, fund.profit_allocation, fund.profit_part, fund.budget,
          fund.budget_line
        to bergulir_writer;
        grant update (confirmed_on, confirmed_by) on fund.reopening to bergulir_writer;
        grant update (approved_on, approved_by, minutes) on fund.budget to bergulir_writer;

        """#),
    Migration(
      version: 21, name: "freeze",
      sql: #"""
        -- The stop of all writes to a UPK whose books a verification found altered, until one person asks
        -- for its release and another confirms it.
        create table fund.freeze (
          upk_id bigint not null,
          number bigint not null,
          frozen_on date not null,
          control text not null,
          place text not null,
          what text not null,
          expected text not null,
          found text not null,
          requested_on date,
          requested_by bigint,
          reason text,
          released_on date,
          released_by bigint,
          constraint freeze_pkey primary key (upk_id, number),
          constraint a_freeze_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_requester_is_a_person foreign key (requested_by) references fund.person,
          constraint a_releaser_is_a_person foreign key (released_by) references fund.person,
          constraint freezes_are_numbered_from_one check (number >= 1),
          constraint a_release_request_is_whole check (
            num_nonnulls(requested_on, requested_by, reason) in (0, 3)
          ),
          constraint a_release_is_confirmed_by_a_second_person check (
            num_nonnulls(released_on, released_by) in (0, 2)
            and (released_by is null or requested_by is not null)
            and released_by <> requested_by
          )
        );
        create unique index a_upk_is_frozen_once on fund.freeze (upk_id) where released_on is null;

        grant select, insert on fund.freeze to bergulir_writer;
        grant update (requested_on, requested_by, reason, released_on, released_by)
          on fund.freeze to bergulir_writer;

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse',
            'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end',
            'journal.reverse', 'account.open', 'cash.count', 'cash.difference', 'bank.reconcile',
            'asset.register', 'asset.depreciate', 'period.reopen', 'period.confirm-reopening',
            'period.close-year', 'profit.allocate', 'profit.pay-supervisors', 'budget.propose',
            'budget.approve', 'books.request-release', 'books.release'
          )
        );

        """#),
    Migration(
      version: 22, name: "accountability",
      sql: #"""
        -- What the fund answers for before its people: complaints, meetings, inspections by the supervisors
        -- and what they found, reports made public, and balances as borrowers know them. None of it names
        -- anybody outside an office.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse',
            'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end',
            'journal.reverse', 'account.open', 'cash.count', 'cash.difference', 'bank.reconcile',
            'asset.register', 'asset.depreciate', 'period.reopen', 'period.confirm-reopening',
            'period.close-year', 'profit.allocate', 'profit.pay-supervisors', 'budget.propose',
            'budget.approve', 'books.request-release', 'books.release', 'books.import', 'complaint.record',
            'complaint.answer', 'meeting.record', 'supervision.record', 'finding.answer',
            'publication.record', 'balance.confirm'
          )
        );

        -- Sums over areas ask for one month of many UPK.
        create index period_month on fund.period (month, upk_id);

        create table fund.complaint (
          upk_id bigint not null,
          number bigint not null,
          received_on date not null,
          channel text not null,
          text text not null,
          received_by bigint not null,
          constraint complaint_pkey primary key (upk_id, number),
          constraint a_complaint_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_complaint_is_received_by_a_person
          foreign key (received_by) references fund.person,
          constraint complaint_channels_are_known check (
            channel in ('inPerson', 'letter', 'box', 'phone', 'message', 'meeting')
          ),
          constraint a_complaint_says_something check (text <> '')
        );

        create table fund.complaint_answer (
          upk_id bigint not null,
          complaint bigint not null,
          answered_on date not null,
          answered_by bigint not null,
          answer text not null,
          constraint a_complaint_is_answered_once primary key (upk_id, complaint),
          constraint an_answer_is_to_a_complaint
          foreign key (upk_id, complaint) references fund.complaint,
          constraint a_complaint_is_answered_by_a_person
          foreign key (answered_by) references fund.person
        );

        create table fund.meeting (
          upk_id bigint not null,
          number bigint not null,
          kind text not null,
          ksm bigint,
          held_on date not null,
          women integer not null,
          men integer not null,
          minutes text not null,
          note text not null,
          constraint meeting_pkey primary key (upk_id, number),
          constraint a_meeting_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_meeting_of_a_group_has_its_group foreign key (upk_id, ksm) references fund.ksm,
          constraint meeting_kinds_are_known check (kind in ('rwt', 'bkm', 'group')),
          constraint a_group_alone_meets_as_a_group check ((kind = 'group') = (ksm is not null)),
          constraint somebody_came_to_a_meeting check (women >= 0 and men >= 0 and women + men > 0)
        );
        create index meeting_day on fund.meeting (upk_id, held_on);

        create table fund.supervision (
          upk_id bigint not null,
          number bigint not null,
          held_on date not null,
          supervisor bigint not null,
          note text not null,
          constraint supervision_pkey primary key (upk_id, number),
          constraint a_supervision_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_supervision_is_by_a_person foreign key (supervisor) references fund.person
        );
        create index supervision_day on fund.supervision (upk_id, held_on);

        create table fund.publication (
          upk_id bigint not null,
          number bigint not null,
          kind text not null,
          month date not null,
          published_on date not null,
          published_by bigint not null,
          reference text not null,
          constraint publication_pkey primary key (upk_id, number),
          constraint a_month_is_published_once unique (upk_id, kind, month),
          constraint a_publication_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_publication_is_by_a_person foreign key (published_by) references fund.person,
          constraint publication_kinds_are_known check (kind in ('notice-sheet', 'bkm-report')),
          constraint a_publication_is_of_a_month check (extract(day from month) = 1),
          constraint a_month_is_published_after_its_end check (
            published_on >= month + interval '1 month'
          )
        );

        create table fund.balance_confirmation (
          upk_id bigint not null,
          number bigint not null,
          as_of date not null,
          recorded_on date not null,
          supervisor bigint not null,
          scope text not null,
          constraint balance_confirmation_pkey primary key (upk_id, number),
          constraint a_confirmation_belongs_to_a_upk foreign key (upk_id) references fund.upk,
          constraint a_confirmation_is_by_a_person foreign key (supervisor) references fund.person,
          constraint confirmation_scopes_are_known check (scope in ('sample', 'all')),
          constraint a_confirmation_asks_about_the_past check (as_of <= recorded_on)
        );

        create table fund.confirmed_balance (
          upk_id bigint not null,
          confirmation bigint not null,
          loan bigint not null,
          member bigint not null,
          line integer not null,
          stated bigint not null,
          -- What the books said when it was recorded, of the day asked about.
          books bigint not null,
          evidence text not null,
          constraint a_share_is_asked_about_once primary key (upk_id, confirmation, loan, member),
          constraint a_balance_is_of_a_confirmation
          foreign key (upk_id, confirmation) references fund.balance_confirmation,
          constraint a_balance_is_of_a_share
          foreign key (upk_id, loan, member) references fund.loan_share (upk_id, loan, member),
          constraint balances_are_not_negative check (stated >= 0 and books >= 0)
        );

        -- Opened by an inspection, or by a balance that a borrower proved.
        create table fund.finding (
          upk_id bigint not null,
          number bigint not null,
          supervision bigint,
          confirmation bigint,
          found_on date not null,
          found_by bigint not null,
          text text not null,
          due date not null,
          constraint finding_pkey primary key (upk_id, number),
          constraint a_finding_is_of_a_supervision
          foreign key (upk_id, supervision) references fund.supervision,
          constraint a_finding_is_of_a_confirmation
          foreign key (upk_id, confirmation) references fund.balance_confirmation,
          constraint a_finding_is_by_a_person foreign key (found_by) references fund.person,
          constraint a_finding_has_one_source check (num_nonnulls(supervision, confirmation) = 1),
          constraint a_finding_leaves_time_for_an_answer check (due >= found_on)
        );

        create table fund.finding_answer (
          upk_id bigint not null,
          finding bigint not null,
          answered_on date not null,
          answered_by bigint not null,
          answer text not null,
          evidence text not null,
          constraint a_finding_is_answered_once primary key (upk_id, finding),
          constraint an_answer_is_to_a_finding foreign key (upk_id, finding) references fund.finding,
          constraint a_finding_is_answered_by_a_person foreign key (answered_by) references fund.person
        );

        grant select, insert on
          fund.complaint, fund.complaint_answer, fund.meeting, fund.supervision, fund.publication,
          fund.balance_confirmation, fund.confirmed_balance, fund.finding, fund.finding_answer
        to bergulir_writer;

        """#),
    Migration(
      version: 23, name: "import",
      sql: #"""
        -- Books that began with files.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse',
            'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end',
            'journal.reverse', 'account.open', 'cash.count', 'cash.difference', 'bank.reconcile',
            'asset.register', 'asset.depreciate', 'period.reopen', 'period.confirm-reopening',
            'period.close-year', 'profit.allocate', 'profit.pay-supervisors', 'budget.propose',
            'budget.approve', 'books.request-release', 'books.release', 'books.import', 'complaint.record',
            'complaint.answer', 'meeting.record', 'supervision.record', 'finding.answer',
            'publication.record', 'balance.confirm'
          )
        );

        """#),
    Migration(
      version: 24, name: "drafts",
      sql: #"""
        -- An application may be kept as a draft: a form that is not handed in yet.

        alter table fund.event
        drop constraint event_kinds_are_known,
        add constraint event_kinds_are_known check (
          kind in (
            'region.register', 'bkm.register', 'upk.register', 'person.register', 'person.assign',
            'person.end-assignment', 'principal.create', 'token.issue', 'token.revoke', 'policy.set',
            'ksm.register', 'member.add', 'member.end', 'application.submit', 'inspection.record',
            'approval.sign', 'disbursement.post', 'repayment.record', 'capital.receive', 'journal.post',
            'period.close', 'recovery.confirm', 'collection.record', 'savings.deposit', 'savings.withdraw',
            'savings.bank', 'charter.set', 'policy-bounds.set', 'policy.acknowledge', 'person.file',
            'person.train', 'repair.plan', 'eligibility.attest', 'instrument.set', 'application.complete',
            'application.cancel', 'application.waitlist', 'application.release', 'application.contract',
            'queue.skip', 'queue.confirm', 'approval-chain.set', 'delegation.add', 'relationship.declare',
            'disbursement.confirm', 'disbursement.void', 'visit.record', 'block.lift', 'repayment.reverse',
            'suspense.refund', 'suspense.apply', 'joint-liability.call', 'joint-liability.settle',
            'joint-liability.set-off', 'restructure.post', 'write-off.post', 'write-off.recover',
            'write-off.waive', 'case.record', 'case.escalate', 'case.answer', 'write-off.reverse',
            'suspense.assign', 'suspense.unassign', 'delegation.revoke', 'relationship.end',
            'journal.reverse', 'account.open', 'cash.count', 'cash.difference', 'bank.reconcile',
            'asset.register', 'asset.depreciate', 'period.reopen', 'period.confirm-reopening',
            'period.close-year', 'profit.allocate', 'profit.pay-supervisors', 'budget.propose',
            'budget.approve', 'books.request-release', 'books.release', 'books.import', 'complaint.record',
            'complaint.answer', 'meeting.record', 'supervision.record', 'finding.answer',
            'publication.record', 'balance.confirm', 'application.draft', 'application.submit-draft'
          )
        );

        -- What a draft asks for is kept apart from shares, which belong to members: nobody looked yet
        -- whether it does.
        alter table fund.application
        add column draft_members bigint[],
        add column draft_amounts bigint[],
        add constraint a_draft_has_shares check (
          (draft_members is null) = (draft_amounts is null)
          and cardinality(draft_members) = cardinality(draft_amounts)
          and (state <> 'draft' or draft_members is not null)
          and (draft_members is null or state in ('draft', 'cancelled'))
        ),
        add constraint a_draft_has_no_place check (draft_members is null or completed_on is null),
        drop constraint complete_means_nothing_missing,
        add constraint complete_means_nothing_missing check (
          draft_members is not null or (completed_on is null) = (missing <> '{}')
        );

        grant update (purpose, business_stage, months, submitted_on, draft_members, draft_amounts)
        on fund.application to bergulir_writer;

        """#),
    Migration(
      version: 25, name: "province_bounds",
      sql: #"""
        -- The province's bounds limit cash in hand and say what of a profit becomes capital.

        alter table fund.policy_bounds
        -- The most at the end of a day; null where the province sets no limit.
        add column cash_limit bigint,
        -- Hundredths of a percent.
        add column least_capital integer not null default 5000,
        -- What may become of a profit where the year ended with a PAR of 20 % or more.
        add column profit_at_risk text not null default 'shared',
        add constraint a_provinces_cash_limit_is_not_negative check (cash_limit >= 0),
        add constraint least_capital_is_a_part_of_the_profit check (least_capital between 0 and 10000),
        add constraint profits_at_risk_are_known check (profit_at_risk in ('shared', 'capitalOnly'));

        alter table fund.policy_bounds
        alter column least_capital drop default,
        alter column profit_at_risk drop default;

        -- A board may set a lower limit of its own.
        alter table fund.lending_policy
        add column cash_limit bigint,
        add constraint a_boards_cash_limit_is_not_negative check (cash_limit >= 0);

        -- The version that a profit was shared out within; null before the province set one.
        alter table fund.profit_allocation
        add column bounds bigint,
        add constraint an_allocation_is_within_known_bounds
        foreign key (bounds) references fund.policy_bounds;

        """#),
    Migration(
      version: 26, name: "repayments_by_loan",
      sql: #"""
        -- What came for a loan by day is read from the index alone and in its order, however many payments
        -- there are and wherever their rows lie; the last day is one step in it.
        drop index fund.repayment_loan;
        create index repayment_loan on fund.repayment (upk_id, loan, paid_on)
        include (loan_part, savings);

        """#),
    Migration(
      version: 27, name: "reader",
      sql: #"""
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

        """#),
    Migration(
      version: 28, name: "personal_data_key",
      sql: #"""
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

        """#),
    Migration(
      version: 29, name: "certificates_of_principals",
      sql: #"""
        -- Whether a token is a client's certificate, known by the SHA-256 of its DER, in the place of a
        -- secret: a service proves itself by the key that it makes its connection with.
        alter table fund.token add column is_certificate boolean not null default false;
        grant select (is_certificate) on fund.token to bergulir_reader;

        """#),
  ]

  /// What spreads the schema over the nodes of a Citus cluster.
  static let citus: [Migration] = [
    Migration(
      version: 1, name: "reference",
      sql: #"""
        -- What every UPK's rows lead to and what belongs to no UPK stands whole on every node: a join with
        -- it asks one node, and a foreign key to it holds. Such a table is written rarely, on all nodes at
        -- once. The first setting keeps to one connection a node, as foreign keys to such a table want it,
        -- and the second leaves the tables alone that the next step spreads.
        set local citus.multi_shard_modify_mode = 'sequential';
        set local citus.enable_local_reference_table_foreign_keys = off;

        -- Which steps of this folder were taken. Like fund.schema_migration it is asked only by a migrator
        -- and by a daemon that starts, and both ask the coordinator: no other node has it.
        -- local: fund.schema_migration
        -- local: fund.citus_step
        create table fund.citus_step (
          version integer not null,
          name text not null,
          sha256 bytea not null,
          applied_at timestamptz not null default now(),
          constraint citus_step_pkey primary key (version),
          constraint citus_steps_are_numbered_from_one check (version >= 1),
          constraint citus_checksums_are_sha256 check (octet_length(sha256) = 32)
        );
        grant select on fund.citus_step to bergulir_writer;

        select create_reference_table('fund.region');
        select create_reference_table('fund.bkm');
        select create_reference_table('fund.upk');
        select create_reference_table('fund.person');
        select create_reference_table('fund.training');
        select create_reference_table('fund.instrument');
        select create_reference_table('fund.policy_bounds');

        -- Who has an open share, in whatever UPK: the one key that crosses UPK. A key without upk_id can be
        -- unique only in a table that every node has whole, and such a table may not lead to one that is
        -- spread. Without the foreign key a claim is for a loan because one command writes both, and the
        -- daemon may not delete a loan.
        alter table fund.borrower_claim drop constraint a_claim_is_for_a_loan;
        select create_reference_table('fund.borrower_claim');

        """#),
    Migration(
      version: 2, name: "distributed",
      sql: #"""
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

        """#),
    Migration(
      version: 3, name: "local",
      sql: #"""
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

        """#),
    Migration(
      version: 4, name: "leftovers",
      sql: #"""
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

        """#),
    Migration(
      version: 5, name: "personal_data_key",
      sql: #"""
        -- Which key names are sealed with stands whole on every node, as the persons who lead to it do.
        set local citus.multi_shard_modify_mode = 'sequential';

        select create_reference_table('fund.personal_data_key');
        alter table fund.person
        add constraint names_are_sealed_with_the_key_in_use
        foreign key (key_number) references fund.personal_data_key;
        -- What stands on all nodes is changed only by who may change all of it.
        grant update on fund.personal_data_key to bergulir_writer;

        """#),
  ]
}
