internal import Libpq
internal import RevolvingFund

/// The statements of streams and events.
enum EventStatements {
  /// The first statement of every write, alone, so that what follows sees what others committed.
  ///
  /// The clock is read outside the locking query, and so not before the locks are had.
  static let lockHeads = Statement(
    "event.lock-heads",
    """
    select h.upk_id, h.next_seq, h.last_hash, h.latest_day, clock_timestamp(),
      h.closed_month
    from (
      select upk_id, next_seq, last_hash, latest_day, closed_month from fund.head
      where upk_id = any($1::bigint[]) order by upk_id for update) h
    """)

  /// The same of those streams alone that no other session holds.
  static let lockFreeHeads = Statement(
    "event.lock-free-heads",
    """
    select h.upk_id, h.next_seq, h.last_hash, h.latest_day, clock_timestamp(),
      h.closed_month
    from (
      select upk_id, next_seq, last_hash, latest_day, closed_month from fund.head
      where upk_id = any($1::bigint[]) order by upk_id for update skip locked) h
    """)

  /// All series of the streams, but of the members' only those of the groups asked for.
  static let counters = Statement(
    "event.counters",
    """
    select upk_id, name, next from fund.counter
    where upk_id = any($1::bigint[]) and (name not like 'member-%' or name = any($2::text[]))
    """)

  /// Streams as they stand, without locks.
  static let position = Statement(
    "event.position",
    """
    select upk_id, next_seq, last_hash, latest_day, clock_timestamp(), closed_month
    from fund.head where upk_id = any($1::bigint[]) order by upk_id
    """)

  static let allCounters = Statement(
    "event.all-counters",
    "select upk_id, name, next from fund.counter where upk_id = any($1::bigint[])")

  static let hash = Statement(
    "event.hash", "select hash from fund.event where upk_id = $1::bigint and seq = $2::bigint")

  static let begun = Statement(
    "event.begun", "select upk_id from fund.head where next_seq > 1 order by upk_id")

  static let used = Statement(
    "event.used",
    """
    select q.place, e.seq, e.subject, e.vouchers,
      array(select j.key from jsonb_each_text(e.content) j order by j.key collate "C"),
      array(select j.value from jsonb_each_text(e.content) j order by j.key collate "C"),
      array(select j.key from jsonb_each_text(e.outcome) j order by j.key collate "C"),
      array(select j.value from jsonb_each_text(e.outcome) j order by j.key collate "C")
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::uuid[])
      with ordinality as q (upk_id, principal_id, kind, request_id, place)
    cross join lateral (
      select * from fund.event e
      where e.upk_id = q.upk_id and e.principal_id = q.principal_id and e.kind = q.kind
        and e.request_id = q.request_id
      limit 1) e
    """)

  /// Receipts of a kind that were recorded with a paper's number and stand.
  static let usedPapers = Statement(
    "event.used-papers",
    """
    select q.place, e.seq, e.subject, e.vouchers,
      array(select j.key from jsonb_each_text(e.content) j order by j.key collate "C"),
      array(select j.value from jsonb_each_text(e.content) j order by j.key collate "C"),
      array(select j.key from jsonb_each_text(e.outcome) j order by j.key collate "C"),
      array(select j.value from jsonb_each_text(e.outcome) j order by j.key collate "C"),
      q.upk_id, q.reference, q.kind
    from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality
      as q (upk_id, reference, kind, place)
    join fund.voucher v on v.upk_id = q.upk_id and v.reference = q.reference
      and v.reference is not null
    join fund.event e on e.upk_id = v.upk_id and e.seq = v.seq
    where e.kind = q.kind and not exists (
      select from fund.repayment r
      join fund.repayment_reversal x on x.upk_id = r.upk_id and x.repayment = r.number
      where r.upk_id = v.upk_id and r.voucher_kind = v.kind and r.voucher_year = v.year
        and r.voucher_number = v.number)
      and not exists (
        select from fund.claim_recovery r
        join fund.claim_reversal x
          on x.upk_id = r.upk_id and x.loan = r.loan and x.recovery = r.number
        where r.upk_id = v.upk_id and r.voucher_kind = v.kind and r.voucher_year = v.year
          and r.voucher_number = v.number)
    """)

  static let insert = Statement(
    "event.insert",
    """
    insert into fund.event (upk_id, seq, request_id, kind, principal_id, person_id, subject,
      booked_on, recorded_at, content, outcome, vouchers, hash)
    select q.upk_id, q.seq, q.request_id, q.kind, q.principal_id, q.person_id, q.subject,
      q.booked_on, q.recorded_at, q.content, q.outcome,
      case when q.vouchers = '' then '{}' else string_to_array(q.vouchers, ' ') end, q.hash
    from unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[],
      $7::text[], $8::date[], $9::timestamptz[], $10::jsonb[], $11::jsonb[], $12::text[],
      $13::bytea[])
      as q (upk_id, seq, request_id, kind, principal_id, person_id, subject, booked_on,
        recorded_at, content, outcome, vouchers, hash)
    """)

  static let updateHeads = Statement(
    "event.update-heads",
    """
    update fund.head h set next_seq = q.next_seq, last_hash = q.last_hash,
      latest_day = greatest(h.latest_day, q.latest_day), closed_month = q.closed_month
    from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::date[], $5::date[])
      as q (upk_id, next_seq, last_hash, latest_day, closed_month)
    where h.upk_id = q.upk_id
    """)

  static let insertHeads = Statement(
    "event.insert-heads",
    """
    insert into fund.head (upk_id, next_seq, last_hash, latest_day)
    select q.upk_id, 1, $2::bytea, date '1900-01-01' from unnest($1::bigint[]) as q (upk_id)
    """)

  static let upsertCounters = Statement(
    "event.upsert-counters",
    """
    insert into fund.counter (upk_id, name, next)
    select q.upk_id, q.name, q.next
    from unnest($1::bigint[], $2::text[], $3::bigint[]) as q (upk_id, name, next)
    on conflict (upk_id, name) do update set next = excluded.next
    """)

  static let head = Statement(
    "event.head", "select next_seq, last_hash from fund.head where upk_id = $1::bigint")

  static let page = Statement(
    "event.page",
    """
    select e.seq, e.request_id, e.kind, e.principal_id, e.person_id, e.subject, e.booked_on,
      e.recorded_at, e.vouchers, e.hash,
      array(select j.key from jsonb_each_text(e.content) j order by j.key collate "C"),
      array(select j.value from jsonb_each_text(e.content) j order by j.key collate "C"),
      array(select j.key from jsonb_each_text(e.outcome) j order by j.key collate "C"),
      array(select j.value from jsonb_each_text(e.outcome) j order by j.key collate "C")
    from fund.event e where e.upk_id = $1::bigint and e.seq > $2::bigint
    order by e.seq limit $3::integer
    """)

  static let all = [
    lockHeads, lockFreeHeads, counters, position, allCounters, hash, begun, used, usedPapers,
    insert, updateHeads, insertHeads, upsertCounters, head,
    page,
  ]

  static func insertion(_ rows: [(event: Event, hash: [UInt8])]) -> Request {
    let events = rows.map(\.event)
    return Request(
      insert,
      [
        .upks(events.map(\.stream)), .int8s(events.map(\.sequence)),
        .uuids(events.map(\.requestID.bytes)), .texts(events.map(\.kind)),
        .numbers(events.map(\.principal)), .numbers(events.map(\.person)),
        .texts(events.map(\.subject)), .days(events.map(\.bookedOn)),
        .timestamps(events.map(\.recordedAt)), .jsonbs(events.map(\.content.json)),
        .jsonbs(events.map(\.outcome.json)),
        .texts(events.map { $0.vouchers.map(\.number.description).joined(separator: " ") }),
        .byteas(rows.map(\.hash)),
      ])
  }

  static func headInsertion(_ streams: [UPKID]) -> Request {
    Request(insertHeads, [.upks(streams), .bytea(Event.noHash)])
  }

  static func headUpdate(_ heads: [StreamHead]) -> Request {
    Request(
      updateHeads,
      [
        .upks(heads.map(\.stream)), .int8s(heads.map(\.nextSequence)),
        .byteas(heads.map(\.lastHash)), .days(heads.map(\.latestDay)),
        .days(heads.map { $0.closedThrough?.first }),
      ])
  }

  static func counterUpdate(_ heads: [StreamHead]) -> [Request] {
    let rows = heads.flatMap { head in
      head.drawn.sorted { $0.key < $1.key }.map { (head.stream, name: $0.key, next: $0.value) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      Request(
        upsertCounters,
        [.upks(rows.map(\.0)), .texts(rows.map(\.name)), .int8s(rows.map(\.next))])
    ]
  }
}
