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
  /// Whether it is a certificate, which only a connection proves that was made with its key.
  public let isCertificate: Bool
  /// All assignments of the person, ended ones too.
  public let assignments: [Assignment]

  public init(
    principal: PrincipalID, label: Code, person: PersonID, token: TokenID, expiresOn: Day,
    revokedOn: Day?, isCertificate: Bool = false, assignments: [Assignment]
  ) {
    self.principal = principal
    self.label = label
    self.person = person
    self.token = token
    self.expiresOn = expiresOn
    self.revokedOn = revokedOn
    self.isCertificate = isCertificate
    self.assignments = assignments
  }
}

extension FundStore {
  /// Who bears the token with this hash; `nil` for a hash that no token has.
  ///
  /// Every call asks; those who ask at the same time are told by one look at the database, which is
  /// taken after all of them asked.
  ///
  /// - Throws: `StoreError`.
  public func identity(tokenHash: [UInt8]) async throws -> Identity? {
    try await tried { [self] in
      try await readers.run(tokenHash, on: identities, deadline: Deadline.current)
    }
  }

  /// The lane of those who ask who bears a token.
  static func identityLane() -> Lane<[UInt8], Identity?> {
    Lane(limit: 256) { hashes, connection in
      let known = try identities(of: Set(hashes), connection)
      return hashes.map { .success(known[$0]) }
    }
  }

  private static func identities(
    of hashes: Set<[UInt8]>, _ connection: Connection
  ) throws -> [[UInt8]: Identity] {
    let rows = try connection.pipeline(
      [PrincipalStatements.identity, AssignmentStatements.ofBearers].map {
        Request($0, [.byteas(Array(hashes))])
      }, end: .sync)
    let assignments = Dictionary(grouping: try rows[1].map { try Assignment($0) }, by: \.person)
    return try rows[0].reduce(into: [:]) { identities, row in
      let person = try row.personID(2)
      identities[try row.bytea(6)] = Identity(
        principal: PrincipalID(try row.int8(0)), label: try row.code(1), person: person,
        token: TokenID(try row.int8(3)), expiresOn: try row.day(4),
        revokedOn: try row.optionalDay(5), isCertificate: try row.bool(7),
        assignments: assignments[person] ?? [])
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
