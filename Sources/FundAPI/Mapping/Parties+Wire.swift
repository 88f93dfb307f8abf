public import RevolvingFund

extension Bergulir_V1_Region {
  public init(_ region: Region) {
    self.init()
    name = ResourceName.region(region.code).description
    code = region.code.description
    displayName = region.name
    level = region.code.level.rawValue
  }
}

extension Bergulir_V1_BKM {
  public init(_ bkm: BKM) {
    self.init()
    name = ResourceName.bkm(bkm.code).description
    code = bkm.code.description
    displayName = bkm.name
    region = bkm.region.description
  }
}

extension Bergulir_V1_UPK {
  public init(_ upk: UPK) {
    self.init()
    name = ResourceName.upk(upk.code).description
    code = upk.code.description
    displayName = upk.name
    bkm = upk.bkm.description
    region = upk.region.description
    operatingSince = upk.operatingSince.description
    ranEarlierProgramme = upk.ranEarlierProgramme
    liveFrom = upk.liveFrom.description
  }
}

extension Bergulir_V1_KSM {
  /// A group, with its members counted on a day.
  public init(_ ksm: KSM, in upk: Code, asOf day: Day) {
    self.init()
    let active = ksm.activeMembers(on: day)
    name = ResourceName.ksm(upk, ksm.id.number).description
    displayName = ksm.name
    formedOn = ksm.formedOn.description
    members = Int32(active.count)
    women = Int32(active.count { $0.gender == .female })
  }
}

extension Bergulir_V1_Member {
  /// A member of a group; the name comes from the sealed data.
  public init(_ member: Member, of ksm: KSMID, in upk: Code, fullName: String) {
    self.init()
    name = ResourceName.member(upk, ksm: ksm.number, member.number).description
    person = ResourceName.person(member.person).description
    self.fullName = fullName
    gender = member.gender.rawValue
    joinedOn = member.joinedOn.description
    leftOn = member.leftOn?.description ?? ""
  }
}

extension Bergulir_V1_Person {
  /// A person; name and NIK come from the sealed data.
  public init(_ person: Person, fullName: String, nik: NIK?) {
    self.init()
    name = ResourceName.person(person.id).description
    self.fullName = fullName
    gender = person.gender.rawValue
    nikLastFour = nik?.lastFour ?? ""
  }
}

extension Bergulir_V1_Assignment {
  public init(_ assignment: Assignment, scope: ScopeName) {
    self.init()
    name = ResourceName.assignment(assignment.id).description
    person = ResourceName.person(assignment.person).description
    role = assignment.role.rawValue
    self.scope = scope.description
    from = assignment.from.description
    until = assignment.until?.description ?? ""
    minutes = assignment.minutes?.text ?? ""
    minutesOn = assignment.minutes?.filedOn.description ?? ""
    duties = assignment.duties?.text ?? ""
    dutiesOn = assignment.duties?.filedOn.description ?? ""
  }
}

extension Bergulir_V1_Role {
  public init(_ role: Role, scope: ScopeName) {
    self.init()
    self.role = role.rawValue
    self.scope = scope.description
  }
}

extension Bergulir_V1_Principal {
  public init(_ principal: Principal) {
    self.init()
    name = ResourceName.principal(principal.id).description
    label = principal.label.description
    person = ResourceName.person(principal.person).description
  }
}

extension Bergulir_V1_Token {
  /// A token, never its secret or the hash of one.
  public init(_ token: Token, of principal: Code) {
    self.init()
    name = ResourceName.token(token.id).description
    self.principal = principal.description
    issuedOn = token.issuedOn.description
    expiresOn = token.expiresOn.description
    revokedOn = token.revokedOn?.description ?? ""
    certificateSha256 = token.isCertificate ? hexadecimal(token.hash) : ""
  }
}
