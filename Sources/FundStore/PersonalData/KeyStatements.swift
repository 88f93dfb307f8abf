internal import Libpq

/// The statements about the key that names and NIK are sealed with, and those of its rotation.
enum KeyStatements {
  static let inUse = Statement(
    "key.in-use", "select number, fingerprint from fund.personal_data_key")

  /// What was sealed last; nothing where nobody is registered.
  static let sealedLast = Statement(
    "key.sealed-last", "select sealed from fund.person order by person_id desc limit 1")

  /// A file is learnt once: of two daemons that open a database for the first time the later one
  /// finds what the earlier wrote.
  static let learn = Statement(
    "key.learn",
    """
    update fund.personal_data_key set fingerprint = $2::bytea
    where number = $1::smallint and fingerprint is null
    """)

  /// Whether the key in use is held against who is registered, as in all but a database that was
  /// given Citus and not spread.
  static let isGuarded = Statement(
    "key.is-guarded",
    """
    select exists (
      select from pg_constraint where conname = 'names_are_sealed_with_the_key_in_use'
    )
    """)

  /// Keeps all who register or claim waiting until the rotation ends, and lets others read.
  static let lock = "lock table fund.person, fund.borrower_claim in share row exclusive mode"

  static let add = Statement(
    "key.add",
    """
    insert into fund.personal_data_key (number, fingerprint)
    values ($1::smallint, $2::bytea)
    """)

  static let remove = Statement(
    "key.remove", "delete from fund.personal_data_key where number = $1::smallint")

  static let page = Statement(
    "key.page",
    """
    select person_id, nik_digest, sealed from fund.person
    where person_id > $1::bigint order by person_id limit $2::integer
    """)

  static let seal = Statement(
    "key.seal",
    """
    update fund.person p set nik_digest = q.nik_digest, sealed = q.sealed
    from unnest($1::bigint[], $2::bytea[], $3::bytea[]) as q (person_id, nik_digest, sealed)
    where p.person_id = q.person_id
    """)

  static let claim = Statement(
    "key.claim",
    """
    update fund.borrower_claim c set nik_digest = q.new
    from unnest($1::bytea[], $2::bytea[]) as q (old, new)
    where c.nik_digest = q.old
    """)

  static let claims = Statement("key.claims", "select count(*) from fund.borrower_claim")

  static let all = [
    inUse, sealedLast, learn, isGuarded, add, remove, page, seal, claim, claims,
  ]
}
