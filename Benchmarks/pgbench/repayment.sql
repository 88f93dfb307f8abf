-- What a daemon without Bergulir would be: one call of a stored procedure for one repayment.
--
-- It leaves the rows that RecordRepayment leaves, hash chain included (a test compares them), and
-- is the other side of `bergulir-bench repayments`. Narrower than the command where that makes it
-- faster: loans of the members 1 to 5 with equal shares and without late fee, savings, predecessor
-- or reversals; cash that divides by five, below what is left of the principal; days not before
-- the loan's last payment; no reference; past payments that were shared out alike. Anything else
-- it raises. Who calls, and whether they may, it does not ask.
create schema bench;

create function bench.record_repayment(
  p_upk bigint, p_loan bigint, p_amount bigint, p_day date, p_request uuid,
  p_principal bigint, p_person bigint
) returns jsonb language plpgsql as $$
declare
  v_year constant integer := extract(year from p_day);
  v_share constant text := p_amount / 5;
  v_part constant bytea := int8send(length(v_share)) || convert_to(v_share, 'UTF8');
  v_day constant bytea := int8send((p_day - date '1970-01-01')::bigint);
  v_loan constant bytea := int8send(1) || int8send(length(p_loan::text))
    || convert_to(p_loan::text, 'UTF8');
  v_seq bigint;
  v_previous bytea;
  v_closed date;
  v_known_content jsonb;
  v_known_outcome jsonb;
  v_frozen boolean;
  v_state text;
  v_ksm bigint;
  v_rest bigint;
  v_paid_principal bigint;
  v_paid_charge bigint;
  v_plain boolean;
  v_equal boolean;
  v_later boolean;
  v_due date;
  v_new_charge bigint;
  v_charge bigint;
  v_principal bigint;
  v_voucher bigint;
  v_receipt bigint;
  v_repayment bigint;
  v_now timestamptz;
  v_hash bytea;
  v_postings bytea;
  v_outstanding text;
  v_subject text;
  v_description text;
  v_voucher_name text;
  v_receipt_name text;
  v_content jsonb;
  v_outcome jsonb;
begin
  select next_seq, last_hash, closed_month into v_seq, v_previous, v_closed
  from fund.head where upk_id = p_upk for update;
  if not found then raise exception 'there is no UPK %', p_upk; end if;
  v_now := clock_timestamp();
  v_content := jsonb_build_object(
    'account', '11010', 'amount', p_amount::text, 'loan', p_loan::text, 'on', p_day::text);

  -- What was recorded under this id, the loan with its sums, and the installment that the sum of
  -- all payments reaches.
  select e.content, e.outcome,
    exists (select from fund.freeze f where f.upk_id = p_upk and f.released_on is null),
    l.state, l.ksm, l.principal - l.principal_paid, l.principal_paid, l.service_charge_paid,
    l.late_fee = 0 and l.savings_thousandths = 0 and l.predecessor is null
      and l.disbursed_on <= p_day,
    s.equal,
    exists (
      select from fund.repayment r
      where r.upk_id = p_upk and r.loan = p_loan and r.paid_on > p_day),
    i.due, i.service_charge_before + least(i.service_charge, i.reached)
  into v_known_content, v_known_outcome, v_frozen, v_state, v_ksm, v_rest, v_paid_principal,
    v_paid_charge, v_plain, v_equal, v_later, v_due, v_new_charge
  from (select) one
  left join lateral (
    select content, outcome from fund.event
    where upk_id = p_upk and principal_id = p_principal and kind = 'repayment.record'
      and request_id = p_request) e on true
  left join lateral (
    select * from fund.loan where upk_id = p_upk and number = p_loan) l on true
  left join lateral (
    select count(*) = 5 and bool_and(member between 1 and 5 and amount * 5 = l.principal) as equal
    from fund.loan_share where upk_id = p_upk and loan = p_loan) s on true
  left join lateral (
    select n.due, n.service_charge, n.service_charge_before,
      l.principal_paid + l.service_charge_paid + p_amount
        - n.principal_before - n.service_charge_before as reached
    from fund.installment n
    where n.upk_id = p_upk and n.loan = p_loan and n.principal_before + n.service_charge_before
      <= l.principal_paid + l.service_charge_paid + p_amount
    order by n.number desc limit 1) i on true;

  if v_known_content is not null then
    if v_known_content <> v_content then raise exception 'the request id is used'; end if;
    return v_known_outcome;
  end if;
  if v_frozen then raise exception 'the books are frozen'; end if;
  if p_day < v_closed + interval '1 month' then raise exception 'the month is closed'; end if;
  if p_day > (v_now at time zone interval '7 hours')::date then
    raise exception 'the day is in the future';
  end if;
  if v_state is distinct from 'active' then raise exception 'the loan is not active'; end if;
  if v_later or not v_plain or not v_equal or p_amount <= 0 or p_amount % 5 <> 0
    or p_amount >= v_rest
  then
    raise exception 'only the command can do this';
  end if;

  v_charge := v_new_charge - v_paid_charge;
  v_principal := p_amount - v_charge;

  with drawn as (
    insert into fund.counter as c (upk_id, name, next)
    values (p_upk, 'KM-' || v_year, 2), (p_upk, 'KW-' || v_year, 2), (p_upk, 'repayment', 2)
    on conflict (upk_id, name) do update set next = c.next + 1
    returning name, next - 1 as number)
  select max(number) filter (where name like 'KM-%'), max(number) filter (where name like 'KW-%'),
    max(number) filter (where name = 'repayment')
  into v_voucher, v_receipt, v_repayment from drawn;

  v_subject := 'loans/' || p_loan;
  v_description := 'Angsuran pinjaman ' || p_loan || ' KSM ' || v_ksm;
  v_voucher_name := 'KM-' || v_year || '-' || lpad(
    v_voucher::text, greatest(4, length(v_voucher::text)), '0');
  v_receipt_name := 'KW-' || v_year || '-' || lpad(
    v_receipt::text, greatest(4, length(v_receipt::text)), '0');
  v_outstanding := v_rest - v_principal;
  v_outcome := jsonb_build_object(
    'receipt', v_receipt_name, 'principal', v_principal::text, 'service_charge', v_charge::text,
    'late_fee', '0', 'savings', '0', 'held', '0', 'waived', '0',
    'outstanding', v_outstanding, 'state', 'active',
    'member.1.1', v_share, 'member.2.2', v_share, 'member.3.3', v_share,
    'member.4.4', v_share, 'member.5.5', v_share);

  -- Its canonical bytes: numbers have eight bytes, texts stand behind their length.
  v_postings := int8send((v_charge > 0)::integer + (v_principal > 0)::integer);
  if v_charge > 0 then
    v_postings := v_postings || (int8send(11010) || int8send(41010)) || int8send(v_charge)
      || v_loan;
  end if;
  if v_principal > 0 then
    v_postings := v_postings || (int8send(11010) || int8send(11030)) || int8send(v_principal)
      || v_loan;
  end if;
  v_hash := sha256((int8send(16) || 'bergulir event 1'::bytea || int8send(32))
    || v_previous || int8send(p_upk) || int8send(v_seq) || uuid_send(p_request)
    || (int8send(16) || 'repayment.record'::bytea)
    || int8send(p_principal) || int8send(p_person)
    || int8send(length(v_subject)) || convert_to(v_subject, 'UTF8')
    || v_day || int8send((extract(epoch from v_now) * 1000000)::bigint)
    || (int8send(4) || int8send(7) || 'account'::bytea || int8send(5) || '11010'::bytea
      || int8send(6) || 'amount'::bytea)
    || int8send(length(p_amount::text)) || convert_to(p_amount::text, 'UTF8')
    || (int8send(4) || 'loan'::bytea)
    || int8send(length(p_loan::text)) || convert_to(p_loan::text, 'UTF8')
    || (int8send(2) || 'on'::bytea)
    || int8send(length(p_day::text)) || convert_to(p_day::text, 'UTF8')
    || (int8send(14) || int8send(4) || 'held'::bytea || int8send(1) || '0'::bytea
      || int8send(8) || 'late_fee'::bytea || int8send(1) || '0'::bytea || int8send(10)
      || 'member.1.1'::bytea)
    || v_part
    || (int8send(10) || 'member.2.2'::bytea)
    || v_part
    || (int8send(10) || 'member.3.3'::bytea)
    || v_part
    || (int8send(10) || 'member.4.4'::bytea)
    || v_part
    || (int8send(10) || 'member.5.5'::bytea)
    || v_part
    || (int8send(11) || 'outstanding'::bytea)
    || int8send(length(v_outstanding)) || convert_to(v_outstanding, 'UTF8')
    || (int8send(9) || 'principal'::bytea)
    || int8send(length(v_principal::text)) || convert_to(v_principal::text, 'UTF8')
    || (int8send(7) || 'receipt'::bytea)
    || int8send(length(v_receipt_name)) || convert_to(v_receipt_name, 'UTF8')
    || (int8send(7) || 'savings'::bytea || int8send(1) || '0'::bytea || int8send(14)
      || 'service_charge'::bytea)
    || int8send(length(v_charge::text)) || convert_to(v_charge::text, 'UTF8')
    || (int8send(5) || 'state'::bytea || int8send(6) || 'active'::bytea || int8send(6)
      || 'waived'::bytea || int8send(1) || '0'::bytea || int8send(1) || int8send(2) || 'KM'::bytea)
    || int8send(v_year) || int8send(v_voucher) || v_day
    || int8send(length(v_description)) || convert_to(v_description, 'UTF8')
    || int8send(0) || v_postings);

  with new_event as (
    insert into fund.event (upk_id, seq, request_id, kind, principal_id, person_id, subject,
      booked_on, recorded_at, content, outcome, vouchers, hash)
    values (p_upk, v_seq, p_request, 'repayment.record', p_principal, p_person, v_subject,
      p_day, v_now, v_content, v_outcome, array[v_voucher_name], v_hash)),
  new_voucher as (
    insert into fund.voucher (upk_id, kind, year, number, seq, booked_on, description)
    values (p_upk, 'KM', v_year, v_voucher, v_seq, p_day, v_description)),
  new_postings as (
    insert into fund.posting (upk_id, seq, line, voucher_kind, voucher_year, voucher_number,
      booked_on, debit, credit, amount, loan)
    select p_upk, v_seq, q.line, 'KM', v_year, v_voucher, p_day, 11010, q.credit, q.amount, p_loan
    from (values (1, 41010, v_charge), ((v_charge > 0)::integer + 1, 11030, v_principal))
      as q (line, credit, amount)
    where q.amount > 0),
  new_repayment as (
    insert into fund.repayment (upk_id, number, loan, receipt_year, receipt_number, paid_on,
      account, loan_part, late_fee, savings, excess, members, payers, amounts, voucher_kind,
      voucher_year, voucher_number, recorded_by)
    values (p_upk, v_repayment, p_loan, v_year, v_receipt, p_day, 11010, p_amount, 0, 0, 0,
      '{1,2,3,4,5}', '{1,2,3,4,5}', array_fill(p_amount / 5, array[5]), 'KM', v_year, v_voucher,
      p_person)),
  paid_loan as (
    update fund.loan set principal_paid = v_paid_principal + v_principal,
      service_charge_paid = v_new_charge, next_due = v_due,
      member_paid = array_fill((v_paid_principal + v_paid_charge + p_amount) / 5, array[5])
    where upk_id = p_upk and number = p_loan)
  update fund.head set next_seq = v_seq + 1, last_hash = v_hash,
    latest_day = greatest(latest_day, p_day)
  where upk_id = p_upk;
  return v_outcome;
end $$;

grant usage on schema bench to bergulir_writer;
