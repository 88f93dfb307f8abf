/// Opens an account at the daemon for a person.
///
/// Refused with: `notFound` (the person), `alreadyExists` (the label), `dayInFuture`.
public struct CreatePrincipal: Command {
  public let person: PersonID
  public let label: Code
  public let day: Day

  public init(person: PersonID, label: Code, day: Day) {
    self.person = person
    self.label = label
    self.day = day
  }

  public var kind: CommandKind { .createPrincipal }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("person", person.value)
    content.add("label", label.description)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.persons.insert(person)
    keys.principalLabels.insert(label)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    violations.require(
      facts.persons[person] != nil, .notFound(.person, name: "\(person.value)"))
    violations.require(
      !facts.principals.values.contains { $0.label == label },
      .alreadyExists(.principal, name: label.description))
    violations.requirePast(day, caller)
    try violations.check()

    var id = PrincipalID(0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = PrincipalID(numbering.take(.principal))
      return .principal(id)
    }
    effects.add(.principal(Principal(id: id, person: person, label: label)))
    return effects
  }
}

/// Gives a principal a new secret, or takes a client's certificate for one.
///
/// Only the hash comes this far. A certificate proves one account, once: neither another's nor,
/// after it was revoked, its own again.
///
/// Refused with: `tokenLifeOutOfRange` (1 to 400 days), `notFound`, `alreadyExists` (the
/// certificate), `dayInFuture`.
public struct IssueToken: Command {
  public let principal: Code
  public let hash: [UInt8]
  /// Days until it expires, counted from `day`.
  public let lifeDays: Int
  /// Whether the hash is of a certificate.
  public let isCertificate: Bool
  public let day: Day

  /// The longest life: a book year and its close.
  public static let longestLifeDays = 400

  public init(
    principal: Code, hash: [UInt8], lifeDays: Int, isCertificate: Bool = false, day: Day
  ) {
    self.principal = principal
    self.hash = hash
    self.isCertificate = isCertificate
    self.lifeDays = lifeDays
    self.day = day
  }

  public var kind: CommandKind { .issueToken }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("principal", principal.description)
    content.add("life_days", lifeDays)
    // A secret is another at every try; a certificate is not, and nothing that is kept secret.
    if isCertificate { content.add("certificate_sha256", hexadecimal(hash)) }
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.principalLabels.insert(principal)
    if isCertificate { keys.certificates.insert(hash) }
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    let holder = facts.principals.values.first { $0.label == principal }
    violations.require(
      (1...IssueToken.longestLifeDays).contains(lifeDays),
      .tokenLifeOutOfRange(days: lifeDays, longest: IssueToken.longestLifeDays))
    violations.require(
      holder != nil, .notFound(.principal, name: principal.description))
    violations.require(
      !isCertificate || !facts.tokens.values.contains { $0.hash == hash },
      .alreadyExists(.token, name: hexadecimal(hash)))
    violations.requirePast(day, caller)
    try violations.check()

    var id = TokenID(0)
    var effects = Effects(head: facts.head(stream)) { numbering in
      id = TokenID(numbering.take(.token))
      return .token(id)
    }
    let expiresOn = day.addingDays(Int32(lifeDays))
    effects.outcome.add("expires_on", expiresOn)
    effects.add(
      .token(
        Token(
          id: id, principal: holder?.id ?? PrincipalID(0), hash: hash, issuedOn: day,
          expiresOn: expiresOn, revokedOn: nil, isCertificate: isCertificate)))
    return effects
  }
}

/// Makes a secret worthless at once.
///
/// Refused with: `notFound` (also one already revoked), `dayInFuture`.
public struct RevokeToken: Command {
  public let token: TokenID
  public let day: Day

  public init(token: TokenID, day: Day) {
    self.token = token
    self.day = day
  }

  public var kind: CommandKind { .revokeToken }
  public var stream: UPKID { .province }
  public var content: Content {
    var content = Content()
    content.add("token", token.value)
    content.add("on", day)
    return content
  }

  public func needs(_ keys: inout Keys) {
    keys.tokens.insert(token)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    var violations = Violations()
    let isLive = facts.tokens[token].map { $0.revokedOn == nil } ?? false
    violations.require(isLive, .notFound(.token, name: "\(token.value)"))
    violations.requirePast(day, caller)
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .token(token))
    effects.add(.tokenRevoked(token, on: day))
    return effects
  }
}
