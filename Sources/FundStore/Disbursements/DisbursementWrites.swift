internal import Libpq
internal import RevolvingFund

/// The statements that write how loans were paid out.
enum DisbursementWrites {
  static let insert = Statement(
    "disbursement.insert",
    """
    insert into fund.disbursement (upk_id, loan, account, paid_by, witness, first_signatory,
      second_signatory, third_signatory)
    select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::bigint[],
      $6::bigint[], $7::bigint[], $8::bigint[])
    """)

  static let insertReceipts = Statement(
    "disbursement.insert-receipts",
    """
    insert into fund.member_receipt (upk_id, loan, member, amount, mark, reference, witness,
      received_on)
    select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[],
      $6::text[], $7::bigint[], $8::date[])
    """)

  static let void = Statement(
    "disbursement.void",
    """
    update fund.disbursement d set voided_on = q.voided_on, voided_by = q.voided_by,
      void_reason = q.reason
    from unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::text[])
      as q (upk_id, loan, voided_on, voided_by, reason)
    where d.upk_id = q.upk_id and d.loan = q.loan
    """)

  static let all = [insert, insertReceipts, void]

  static func insertion(_ rows: [Disbursement]) -> Request {
    func signatories(_ place: Int) -> Parameter {
      .int8s(
        rows.map { $0.signatories.count > place ? $0.signatories[place].value : Int64?.none })
    }
    return Request(
      insert,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)),
        .int4s(rows.map(\.account.number)), .numbers(rows.map(\.paidBy)),
        .numbers(rows.map(\.witness)), signatories(0), signatories(1), signatories(2),
      ])
  }

  static func signing(_ rows: [(loan: LoanID, receipt: MemberReceipt)]) -> Request {
    Request(
      insertReceipts,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)),
        .int8s(rows.map(\.receipt.member)), .amounts(rows.map(\.receipt.amount)),
        .names(rows.map(\.receipt.mark)), .texts(rows.map(\.receipt.reference)),
        .numbers(rows.map(\.receipt.witness)), .days(rows.map(\.receipt.on)),
      ])
  }

  static func voiding(_ rows: [(loan: LoanID, void: DisbursementVoid)]) -> Request {
    Request(
      void,
      [
        .upks(rows.map(\.loan.upk)), .int8s(rows.map(\.loan.number)), .days(rows.map(\.void.on)),
        .numbers(rows.map(\.void.by)), .texts(rows.map(\.void.reason)),
      ])
  }
}
