/// What a person may be in the programme (rules.md 4.7 and ruling 19).
public enum Role: String, Hashable, Sendable, CaseIterable {
  case administrator
  case cashier, bookkeeper, loanOfficer, manager
  case bkmCoordinator, bkmMember, supervisor
  case facilitator, volunteer, cityCoordinator, provinceConsultant, centralConsultant
  case wardOffice, signatory
}

/// Where an assignment holds: everywhere, a region with all in it, or one UPK.
public enum Scope: Hashable, Sendable {
  case province
  case region(RegionCode)
  case upk(UPKID)

  /// Whether the scope takes in this UPK.
  public func covers(_ upk: UPK) -> Bool {
    switch self {
    case .province: true
    case .region(let code): upk.region.isWithin(code)
    case .upk(let id): id == upk.id
    }
  }
}

/// A role that a person holds in a scope from one day on, until another day or until further
/// notice.
public struct Assignment: Hashable, Sendable {
  public let id: AssignmentID
  public let person: PersonID
  public let role: Role
  public let scope: Scope
  public let from: Day
  /// The last day it holds; `nil` while open.
  public let until: Day?
  /// The number of the minutes by which the board appointed the person; `nil` while missing.
  public let minutes: FiledPaper?
  /// The job description (uraian tugas); `nil` while missing.
  public let duties: FiledPaper?

  public init(
    id: AssignmentID, person: PersonID, role: Role, scope: Scope, from: Day, until: Day?,
    minutes: FiledPaper? = nil, duties: FiledPaper? = nil
  ) {
    self.id = id
    self.person = person
    self.role = role
    self.scope = scope
    self.from = from
    self.until = until
    self.minutes = minutes
    self.duties = duties
  }

  /// Whether it holds on a day.
  public func holds(on day: Day) -> Bool {
    from <= day && until.map { day <= $0 } ?? true
  }

  /// The assignment with the papers that were on file on a day.
  func asFiled(by day: Day) -> Assignment {
    Assignment(
      id: id, person: person, role: role, scope: scope, from: from, until: until,
      minutes: minutes.flatMap { $0.filedOn <= day ? $0 : nil },
      duties: duties.flatMap { $0.filedOn <= day ? $0 : nil })
  }
}

/// A paper of an appointment, and the day from which it counts.
public struct FiledPaper: Hashable, Sendable {
  public let text: String
  public let filedOn: Day

  public init(_ text: String, on day: Day) {
    self.text = text
    filedOn = day
  }
}

/// Who calls: an account of a person at the daemon.
///
/// One person may have several.
public struct Principal: Hashable, Sendable {
  public let id: PrincipalID
  public let person: PersonID
  /// What the account is for, such as `office-desk`; never a person's name.
  public let label: Code

  public init(id: PrincipalID, person: PersonID, label: Code) {
    self.id = id
    self.person = person
    self.label = label
  }
}

/// A secret that proves who calls; only its hash is kept.
public struct Token: Hashable, Sendable {
  public let id: TokenID
  public let principal: PrincipalID
  /// SHA-256 of the secret, or of the certificate in DER that takes its place.
  public let hash: [UInt8]
  public let issuedOn: Day
  /// The last day it is good for.
  public let expiresOn: Day
  public var revokedOn: Day?
  /// Whether a client's certificate takes the place of a secret.
  public let isCertificate: Bool

  public init(
    id: TokenID, principal: PrincipalID, hash: [UInt8], issuedOn: Day, expiresOn: Day,
    revokedOn: Day?, isCertificate: Bool = false
  ) {
    self.isCertificate = isCertificate
    self.id = id
    self.principal = principal
    self.hash = hash
    self.issuedOn = issuedOn
    self.expiresOn = expiresOn
    self.revokedOn = revokedOn
  }
}
