internal import Libpq
public import RevolvingFund

/// Who a token proves its bearer to be.
///
/// Whether the token is still good is for the caller to say, by the caller's clock.
public struct Identity: Hashable, Sendable {
  public let principal: PrincipalID
  public let label: Code
  public let person: PersonID
  public let token: TokenID
  /// The last day the token is good for.
  public let expiresOn: Day
  public let revokedOn: Day?
  /// All assignments of the person, ended ones too.
  public let assignments: [Assignment]

  public init(
    principal: PrincipalID, label: Code, person: PersonID, token: TokenID, expiresOn: Day,
    revokedOn: Day?, assignments: [Assignment]
  ) {
    self.principal = principal
    self.label = label
    self.person = person
    self.token = token
    self.expiresOn = expiresOn
    self.revokedOn = revokedOn
    self.assignments = assignments
  }
}

extension FundStore {
  /// Who bears the token with this hash; `nil` for a hash that no token has.
  ///
  /// - Throws: `StoreError`.
  public func identity(tokenHash: [UInt8]) async throws -> Identity? {
    let requests = [PrincipalStatements.identity, AssignmentStatements.ofBearer].map {
      Request($0, [.bytea(tokenHash)])
    }
    return try await read(requests) { rows in
      try rows[0].first.map { row in
        Identity(
          principal: PrincipalID(try row.int8(0)), label: try row.code(1),
          person: try row.personID(2), token: TokenID(try row.int8(3)),
          expiresOn: try row.day(4), revokedOn: try row.optionalDay(5),
          assignments: try rows[1].map { try Assignment($0) })
      }
    }
  }

  /// Principals in the order of their labels, behind one of them.
  ///
  /// - Throws: `StoreError`.
  public func principals(after: Code?, limit: Int) async throws -> [Principal] {
    try await read(
      PrincipalStatements.page, [.text(after?.description), .int4(Int32(clamping: limit))]
    ) { try $0.map { try Principal($0) } }
  }

  /// The tokens of a principal, oldest first, behind one of them; none for a label that nobody has.
  ///
  /// - Throws: `StoreError`.
  public func tokens(of principal: Code, after: Int64?, limit: Int) async throws -> [Token] {
    try await read(
      PrincipalStatements.tokenPage,
      [.text(principal.description), .int8(after ?? 0), .int4(Int32(clamping: limit))]
    ) { try $0.map { try Token($0) } }
  }
}
