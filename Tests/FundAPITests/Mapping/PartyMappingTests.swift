import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

private let malabutor = code("malabutor")

@Test func `regions, boards and units are named by their codes`() throws {
  let ward = Bergulir_V1_Region(Region(code: region("92.71.03.1004"), name: "Malabutor"))
  #expect(try Field("name", ward.code).regionCode() == region("92.71.03.1004"))
  #expect(ward.name == "regions/92.71.03.1004" && ward.displayName == "Malabutor")
  #expect(ward.level == "ward")
  let bkm = Bergulir_V1_BKM(BKM(code: code("mentari"), name: "Mentari", region: region("92.71")))
  #expect(bkm.name == "bkms/mentari" && bkm.code == "mentari" && bkm.region == "92.71")
  let upk = Bergulir_V1_UPK(
    UPK(
      id: UPKID(1), code: malabutor, name: "UPK Mentari", bkm: code("mentari"),
      region: region("92.71.03.1004"), operatingSince: Month(year: 2009, month: 4),
      ranEarlierProgramme: true, liveFrom: day(2017, 1, 2)))
  #expect(upk.ranEarlierProgramme && upk.liveFrom == "2017-01-02")
  #expect(upk.name == "upks/malabutor" && upk.bkm == "mentari")
  #expect(try Field("operating_since", upk.operatingSince).month() == Month(year: 2009, month: 4))
}

private let group = KSM(
  id: KSMID(UPKID(1), 2), name: "Melati", formedOn: day(2015, 1, 10),
  members: [
    Member(
      number: 1, person: PersonID(11), gender: .female, joinedOn: day(2015, 1, 10), leftOn: nil),
    Member(
      number: 2, person: PersonID(12), gender: .male, joinedOn: day(2015, 1, 10),
      leftOn: day(2017, 6, 1)),
    Member(
      number: 3, person: PersonID(13), gender: .female, joinedOn: day(2017, 7, 1), leftOn: nil),
  ])

@Test(arguments: [
  (day(2015, 1, 9), 0, 0), (day(2017, 5, 31), 2, 1), (day(2017, 6, 1), 1, 1),
  (day(2017, 7, 1), 2, 2),
])
func `a group counts the members of the day asked about`(day: Day, members: Int32, women: Int32) {
  let wire = Bergulir_V1_KSM(group, in: malabutor, asOf: day)
  #expect(wire.name == "upks/malabutor/ksms/2" && wire.displayName == "Melati")
  #expect(wire.members == members && wire.women == women)
}

@Test func `a member who left says since when`() throws {
  let left = Bergulir_V1_Member(group.members[1], of: group.id, in: malabutor, fullName: "B")
  #expect(left.name == "upks/malabutor/ksms/2/members/2")
  #expect(try Field("person", left.person).person() == PersonID(12))
  #expect(left.joinedOn == "2015-01-10" && left.leftOn == "2017-06-01" && left.gender == "male")
  let stays = Bergulir_V1_Member(group.members[0], of: group.id, in: malabutor, fullName: "A")
  #expect(stays.leftOn.isEmpty && stays.fullName == "A")
}

@Test func `a person shows the last four digits of the NIK, or none`() throws {
  let person = Person(id: PersonID(12), gender: .female, isIdentified: true)
  let nik = try #require(NIK("9971010101900001"))
  let known = Bergulir_V1_Person(person, fullName: "A", nik: nik)
  #expect(known.name == "persons/12" && known.nikLastFour == "0001" && known.gender == "female")
  let serialized: [UInt8] = try known.serializedBytes()
  #expect(!String(decoding: serialized, as: UTF8.self).contains("997101"))
  #expect(Bergulir_V1_Person(person, fullName: "A", nik: nil).nikLastFour.isEmpty)
}

@Test func `an open assignment has no last day`() throws {
  func wire(until: Day?) -> Bergulir_V1_Assignment {
    Bergulir_V1_Assignment(
      Assignment(
        id: AssignmentID(3), person: PersonID(12), role: .bkmCoordinator, scope: .upk(UPKID(1)),
        from: day(2017, 1, 1), until: until, minutes: FiledPaper("BA-3", on: day(2017, 1, 1)),
        duties: until.map { FiledPaper("Leads", on: $0) }),
      scope: .upk(malabutor))
  }
  #expect(wire(until: nil).minutes == "BA-3" && wire(until: nil).minutesOn == "2017-01-01")
  #expect(wire(until: nil).duties.isEmpty && wire(until: nil).dutiesOn.isEmpty)
  #expect(wire(until: day(2017, 2, 1)).dutiesOn == "2017-02-01")
  #expect(wire(until: nil).until.isEmpty)
  let ended = wire(until: day(2017, 12, 31))
  #expect(ended.name == "assignments/3" && ended.until == "2017-12-31")
  #expect(try Field("role", ended.role).choice(Role.self) == .bkmCoordinator)
  #expect(try Field("scope", ended.scope).scope() == .upk(malabutor))
  let role = Bergulir_V1_Role(.administrator, scope: .province)
  #expect(role.role == "administrator" && role.scope == "province")
}

@Test func `a token shows neither secret nor hash`() throws {
  let token = Token(
    id: TokenID(9), principal: PrincipalID(4), hash: Array("hash-of-it".utf8),
    issuedOn: day(2017, 1, 1), expiresOn: day(2017, 4, 1), revokedOn: day(2017, 2, 1))
  let wire = Bergulir_V1_Token(token, of: code("office-desk"))
  #expect(wire.name == "tokens/9" && wire.principal == "office-desk")
  #expect(wire.expiresOn == "2017-04-01" && wire.revokedOn == "2017-02-01")
  #expect(wire.certificateSha256.isEmpty)
  let certificate = Token(
    id: TokenID(9), principal: PrincipalID(4), hash: [0x0A, 0xFF], issuedOn: day(2017, 1, 1),
    expiresOn: day(2017, 4, 1), revokedOn: nil, isCertificate: true)
  let shown = Bergulir_V1_Token(certificate, of: code("office-desk"))
  #expect(shown.certificateSha256 == "0aff", "a certificate is no secret")
  let serialized: [UInt8] = try wire.serializedBytes()
  #expect(!String(decoding: serialized, as: UTF8.self).contains("hash"))
  let principal = Principal(id: PrincipalID(4), person: PersonID(12), label: code("office-desk"))
  #expect(Bergulir_V1_Principal(principal).person == "persons/12")
}
