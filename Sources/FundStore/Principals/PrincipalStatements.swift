internal import Libpq
internal import RevolvingFund

/// The statements of principals and their tokens.
enum PrincipalStatements {
  static let byKey = Statement(
    "principal.by-key",
    """
    select principal_id, person_id, label from fund.principal
    where principal_id = any($1::bigint[]) or label = any($2::text[])
    """)

  static let page = Statement(
    "principal.page",
    """
    select principal_id, person_id, label from fund.principal
    where $1::text is null or label > $1::text collate "C" order by label limit $2::integer
    """)

  static let insert = Statement(
    "principal.insert",
    """
    insert into fund.principal (principal_id, person_id, label)
    select q.principal_id, q.person_id, q.label
    from unnest($1::bigint[], $2::bigint[], $3::text[]) as q (principal_id, person_id, label)
    """)

  /// Somebody who can call; the first administrator is made only where there is nobody.
  static let anyCaller = Statement(
    "principal.any-caller",
    """
    select p.label from fund.principal p
    where exists (select from fund.token t where t.principal_id = p.principal_id)
    order by p.principal_id limit 1
    """)

  static let tokensByKey = Statement(
    "principal.tokens-by-key",
    """
    select token_id, principal_id, hash, issued_on, expires_on, revoked_on, is_certificate
    from fund.token
    where token_id = any($1::bigint[]) or hash = any($2::bytea[])
    """)

  static let tokenPage = Statement(
    "principal.token-page",
    """
    select t.token_id, t.principal_id, t.hash, t.issued_on, t.expires_on, t.revoked_on,
      t.is_certificate
    from fund.principal p
    join fund.token t on t.principal_id = p.principal_id
    where p.label = $1::text and t.token_id > $2::bigint
    order by t.token_id limit $3::integer
    """)

  static let identity = Statement(
    "principal.identity",
    """
    select p.principal_id, p.label, p.person_id, t.token_id, t.expires_on, t.revoked_on, t.hash,
      t.is_certificate
    from fund.token t
    join fund.principal p on p.principal_id = t.principal_id
    where t.hash = any($1::bytea[])
    """)

  static let insertToken = Statement(
    "principal.insert-token",
    """
    insert into fund.token
      (token_id, principal_id, hash, issued_on, expires_on, revoked_on, is_certificate)
    select q.token_id, q.principal_id, q.hash, q.issued_on, q.expires_on, q.revoked_on,
      q.is_certificate
    from unnest(
      $1::bigint[], $2::bigint[], $3::bytea[], $4::date[], $5::date[], $6::date[], $7::boolean[])
      as q (token_id, principal_id, hash, issued_on, expires_on, revoked_on, is_certificate)
    """)

  static let revokeToken = Statement(
    "principal.revoke-token",
    """
    update fund.token t set revoked_on = q.revoked_on
    from unnest($1::bigint[], $2::date[]) as q (token_id, revoked_on)
    where t.token_id = q.token_id
    """)

  static let all = [
    byKey, page, insert, anyCaller, tokensByKey, tokenPage, identity, insertToken, revokeToken,
  ]

  static func insertion(_ principals: [Principal]) -> Request {
    Request(
      insert,
      [
        .numbers(principals.map(\.id)), .numbers(principals.map(\.person)),
        .codes(principals.map(\.label)),
      ])
  }

  static func insertion(_ tokens: [Token]) -> Request {
    Request(
      insertToken,
      [
        .numbers(tokens.map(\.id)), .numbers(tokens.map(\.principal)),
        .byteas(tokens.map(\.hash)), .days(tokens.map(\.issuedOn)),
        .days(tokens.map(\.expiresOn)), .days(tokens.map(\.revokedOn)),
        .bools(tokens.map(\.isCertificate)),
      ])
  }

  static func revocation(_ rows: [(id: TokenID, on: Day)]) -> Request {
    Request(revokeToken, [.numbers(rows.map(\.id)), .days(rows.map(\.on))])
  }
}

extension Principal {
  init(_ row: Row) throws {
    self.init(
      id: PrincipalID(try row.int8(0)), person: try row.personID(1), label: try row.code(2))
  }
}

extension Token {
  init(_ row: Row) throws {
    self.init(
      id: TokenID(try row.int8(0)), principal: PrincipalID(try row.int8(1)),
      hash: try row.bytea(2), issuedOn: try row.day(3), expiresOn: try row.day(4),
      revokedOn: try row.optionalDay(5), isCertificate: try row.bool(6))
  }
}
