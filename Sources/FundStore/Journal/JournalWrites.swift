internal import Libpq
internal import RevolvingFund

/// The statements that write accounts, vouchers and postings.
enum JournalWrites {
  static let insertAccounts = Statement(
    "journal.insert-accounts",
    """
    insert into fund.account (upk_id, code, name)
    select * from unnest($1::bigint[], $2::integer[], $3::text[])
    """)

  static let insertVouchers = Statement(
    "journal.insert-vouchers",
    """
    insert into fund.voucher (upk_id, kind, year, number, seq, booked_on, description, reference,
      reverses_kind, reverses_year, reverses_number,
      closing)
    select * from unnest($1::bigint[], $2::text[], $3::integer[], $4::bigint[], $5::bigint[],
      $6::date[], $7::text[], $8::text[], $9::text[], $10::integer[], $11::bigint[], $12::boolean[])
    """)

  static let insertPostings = Statement(
    "journal.insert-postings",
    """
    insert into fund.posting (upk_id, seq, line, voucher_kind, voucher_year, voucher_number,
      booked_on, debit, credit, amount, loan, ksm, from_loan)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::text[], $5::integer[],
      $6::bigint[], $7::date[], $8::integer[], $9::integer[], $10::bigint[], $11::bigint[],
      $12::bigint[], $13::bigint[])
    """)

  static let all = [insertAccounts, insertVouchers, insertPostings]

  static func charts(_ rows: [(upk: UPKID, account: Account)]) -> Request {
    Request(
      insertAccounts,
      [
        .upks(rows.map(\.upk)), .int4s(rows.map(\.account.code.number)),
        .texts(rows.map(\.account.name)),
      ])
  }

  /// The vouchers of events and their postings, which are numbered through each event.
  static func insertion(_ events: [Event]) -> [Request] {
    let vouchers = events.flatMap { event in event.vouchers.map { (event, voucher: $0) } }
    guard !vouchers.isEmpty else { return [] }
    let postings = events.flatMap(PostingRow.rows)
    return [
      Request(
        insertVouchers,
        [
          .upks(vouchers.map(\.0.stream)), .names(vouchers.map(\.voucher.number.kind)),
          .int4s(vouchers.map { Int32($0.voucher.number.year) }),
          .int8s(vouchers.map(\.voucher.number.number)), .int8s(vouchers.map(\.0.sequence)),
          .days(vouchers.map(\.voucher.bookedOn)), .texts(vouchers.map(\.voucher.description)),
          .texts(vouchers.map(\.voucher.reference)),
          .texts(vouchers.map { $0.voucher.reverses?.kind.rawValue }),
          .int4s(vouchers.map { ($0.voucher.reverses?.year).map { Int32($0) } }),
          .int8s(vouchers.map { $0.voucher.reverses?.number }),
          .bools(vouchers.map(\.voucher.closesYear)),
        ]),
      Request(
        insertPostings,
        [
          .upks(postings.map(\.event.stream)), .int8s(postings.map(\.event.sequence)),
          .int4s(postings.map(\.line)), .names(postings.map(\.voucher.number.kind)),
          .int4s(postings.map { Int32($0.voucher.number.year) }),
          .int8s(postings.map(\.voucher.number.number)), .days(postings.map(\.voucher.bookedOn)),
          .int4s(postings.map(\.posting.debit.number)),
          .int4s(postings.map(\.posting.credit.number)),
          .amounts(postings.map(\.posting.amount)), .int8s(postings.map(\.posting.loan)),
          .int8s(postings.map(\.posting.ksm)), .int8s(postings.map(\.posting.fromLoan)),
        ]),
    ]
  }
}

/// A posting with its voucher and its place in the event.
private struct PostingRow {
  let event: Event
  let line: Int32
  let voucher: Voucher
  let posting: Posting

  static func rows(_ event: Event) -> [PostingRow] {
    let all = event.vouchers.flatMap { voucher in
      voucher.postings.map { (voucher, $0) }
    }
    return all.enumerated().map { index, row in
      PostingRow(event: event, line: Int32(index + 1), voucher: row.0, posting: row.1)
    }
  }
}
