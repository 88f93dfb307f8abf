internal import Libpq
internal import RevolvingFund

/// The statements of attestations, and of what else a group is tested by.
enum AttestationStatements {

  /// What was attested of wards.
  static let ofWards = Statement(
    "attestation.of-wards",
    """
    select a.upk_id, a.number, a.criterion, a.ksm, a.member, a.verdict, a.items, a.evidence,
      a.attested_on, a.valid_until, a.attested_by, a.volunteer
    from unnest($1::bigint[]) as q (upk_id)
    cross join lateral (
      select * from fund.attestation a where a.upk_id = q.upk_id and a.ksm is null offset 0) a
    order by a.upk_id, a.number
    """)

  /// What was attested of groups and their members, by group or by application.
  static let ofGroups = Statement(
    "attestation.of-groups",
    """
    select a.upk_id, a.number, a.criterion, a.ksm, a.member, a.verdict, a.items, a.evidence,
      a.attested_on, a.valid_until, a.attested_by, a.volunteer
    from (
      select q.upk_id, q.number from unnest($1::bigint[], $2::bigint[]) as q (upk_id, number)
      union
      select p.upk_id, p.ksm
      from unnest($3::bigint[], $4::bigint[]) as q (upk_id, number)
      cross join lateral (
        select p.upk_id, p.ksm from fund.application p
        where p.upk_id = q.upk_id and p.number = q.number limit 1) p) w
    cross join lateral (
      select * from fund.attestation a
      where a.upk_id = w.upk_id and a.ksm = w.number offset 0) a
    order by a.upk_id, a.number
    """)

  static let page = Statement(
    "attestation.page",
    """
    select a.upk_id, a.number, a.criterion, a.ksm, a.member, a.verdict, a.items, a.evidence,
      a.attested_on, a.valid_until, a.attested_by, a.volunteer
    from fund.attestation a
    where a.upk_id = $1::bigint and ($2::bigint is null or a.ksm = $2::bigint)
      and a.number > $3::bigint
    order by a.number limit $4::integer
    """)

  static let insert = Statement(
    "attestation.insert",
    """
    insert into fund.attestation
      (upk_id, number, criterion, ksm, member, verdict, items, evidence, attested_on, valid_until,
      attested_by, volunteer)
    select q.upk_id, q.number, q.criterion, q.ksm, q.member, q.verdict,
      case when q.items = '' then '{}' else string_to_array(q.items, ',') end,
      q.evidence, q.attested_on, q.valid_until, q.attested_by, q.volunteer
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::text[],
      $7::text[], $8::text[], $9::date[], $10::date[], $11::bigint[], $12::bigint[])
      as q (upk_id, number, criterion, ksm, member, verdict, items, evidence, attested_on,
        valid_until, attested_by, volunteer)
    """)

  static let all = [ofWards, ofGroups, page, insert]

  static func insertion(_ rows: [Attestation]) -> Request {
    Request(
      insert,
      [
        .upks(rows.map(\.upk)), .int8s(rows.map(\.number)), .names(rows.map(\.criterion)),
        .int8s(rows.map(\.subject.ksm)), .int8s(rows.map(\.subject.member)),
        .names(rows.map(\.verdict)), .texts(rows.map(\.itemNames)),
        .texts(rows.map(\.evidence)), .days(rows.map(\.on)), .days(rows.map(\.until)),
        .numbers(rows.map(\.attestedBy)), .int8s(rows.map { $0.volunteer?.value }),
      ])
  }
}

extension Attestation {
  init(_ row: Row) throws {
    let ksm = try row.optionalInt8(3)
    let member = try row.optionalInt8(4)
    let items = try row.texts(6).map {
      try stored(MemberItem(rawValue: $0), "`\($0)` is no item of a member")
    }
    self.init(
      upk: try row.upkID(0), number: try row.int8(1), criterion: try row.named(2),
      subject: EligibilitySubject(ksm: ksm, member: member), verdict: try row.named(5),
      items: Set(items), evidence: try row.text(7), on: try row.day(8), until: try row.day(9),
      attestedBy: try row.personID(10), volunteer: try row.optionalInt8(11).map(PersonID.init))
  }

  /// Its items in one text, in their order: arrays of arrays must be of one length.
  fileprivate var itemNames: String {
    MemberItem.allCases.filter(items.contains).map(\.rawValue).joined(separator: ",")
  }
}

extension EligibilitySubject {
  fileprivate init(ksm: Int64?, member: Int64?) {
    self =
      switch (ksm, member) {
      case (nil, _): .ward
      case (let ksm?, nil): .ksm(ksm)
      case (let ksm?, let member?): .member(ksm: ksm, number: member)
      }
  }
}
