internal import Libpq
internal import RevolvingFund

/// The statements of persons.
enum PersonStatements {
  static let byID = Statement(
    "person.by-id",
    """
    select person_id, gender, nik_digest is not null from fund.person
    where person_id = any($1::bigint[])
    """)

  static let registeredDigests = Statement(
    "person.registered-digests",
    "select nik_digest from fund.person where nik_digest = any($1::bytea[])")

  static let sealed = Statement(
    "person.sealed",
    """
    select person_id, gender, nik_digest is not null, sealed from fund.person
    where person_id = any($1::bigint[]) order by person_id
    """)

  static let page = Statement(
    "person.page",
    """
    select person_id, gender, nik_digest is not null, sealed from fund.person
    where person_id > $1::bigint order by person_id limit $2::integer
    """)

  static let insert = Statement(
    "person.insert",
    """
    insert into fund.person (person_id, gender, nik_digest, sealed)
    select q.person_id, q.gender, q.nik_digest, q.sealed
    from unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[])
      as q (person_id, gender, nik_digest, sealed)
    """)

  static let all = [byID, registeredDigests, sealed, page, insert]

  static func insertion(_ rows: [(person: Person, data: SealedPersonalData)]) -> Request {
    Request(
      insert,
      [
        .numbers(rows.map(\.person.id)), .names(rows.map(\.person.gender)),
        .byteas(rows.map(\.data.nikDigest)), .byteas(rows.map(\.data.ciphertext)),
      ])
  }
}

extension Person {
  init(_ row: Row) throws {
    self.init(
      id: try row.personID(0), gender: try row.named(1), isIdentified: try row.bool(2))
  }
}
