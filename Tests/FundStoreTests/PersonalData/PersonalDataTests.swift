import FundTesting
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct PersonalDataTests {
  private let nik = NIK("9900000000000007")

  private func keys() throws -> PersonalDataKeys {
    try PersonalDataKeys(fileContents: PersonalDataKeys.generate())
  }

  @Test(arguments: ["Siti Aminah", "", "Ägidius 王"])
  func `what was sealed opens with the same keys`(name: String) throws {
    let keys = try keys()
    #expect(
      try keys.open(try keys.seal(nik: nik, name: name).ciphertext)
        == PersonalData(name: name, nik: nik))
    #expect(
      try keys.open(try keys.seal(nik: nil, name: name).ciphertext)
        == PersonalData(name: name, nik: nil))
  }

  @Test func `the same person has the same digests and another ciphertext each time`() throws {
    let keys = try keys()
    let one = try keys.seal(nik: nik, name: "Siti")
    let two = try keys.seal(nik: nik, name: "Siti")
    let other = try keys.seal(nik: nik, name: "Sita")
    #expect(one.nikDigest == two.nikDigest && one.contentDigest == two.contentDigest)
    #expect(one.ciphertext != two.ciphertext)
    #expect(one.nikDigest == other.nikDigest && one.contentDigest != other.contentDigest)
    #expect(try keys.seal(nik: nil, name: "Siti").nikDigest == nil)
  }

  @Test func `other keys give other digests and open nothing`() throws {
    let sealed = try keys().seal(nik: nik, name: "Siti")
    let others = try keys()
    #expect(try others.seal(nik: nik, name: "Siti").nikDigest != sealed.nikDigest)
    #expect(throws: PersonalDataError.undecipherable) { try others.open(sealed.ciphertext) }
  }

  @Test func `a ciphertext of which a bit was changed or a byte cut does not open`() throws {
    let keys = try keys()
    let ciphertext = try keys.seal(nik: nik, name: "Siti").ciphertext
    for index in ciphertext.indices {
      var changed = ciphertext
      changed[index] ^= 1
      #expect(throws: PersonalDataError.undecipherable) { try keys.open(changed) }
    }
    for length in 0..<ciphertext.count {
      #expect(throws: PersonalDataError.undecipherable) {
        try keys.open(Array(ciphertext.prefix(length)))
      }
    }
  }

  @Test func `a key file that was damaged is refused by its line`() throws {
    let file = PersonalDataKeys.generate()
    var lines = file.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    for line in 1...4 {
      let kept = lines[line - 1]
      lines[line - 1] = String(kept.dropLast()) + (kept.last == "0" ? "1" : "0")
      let damaged = lines.joined(separator: "\n")
      // A digit that was changed in a key shows in the check.
      let named = [1: 1, 2: 4, 3: 4, 4: 4][line]
      let error = #expect(throws: PersonalDataError.self) {
        try PersonalDataKeys(fileContents: damaged)
      }
      #expect(error?.description.contains("line \(named ?? 0)") == true)
      lines[line - 1] = kept
    }
    #expect(throws: PersonalDataError.self) {
      try PersonalDataKeys(fileContents: lines[0...1].joined(separator: "\n"))
    }
  }

  @Test func `no name and no NIK stands anywhere in the database but sealed`() async throws {
    try await FundFixture.withWorld { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let person = try #require(try await world.store.person(world.manager))
      #expect(person.1.name == "Warga 3" && person.1.nik == NIK("9900000000000003"))
      for table in try await world.fixture.contents().keys {
        let found = try await world.fixture.count(
          """
          fund.\(table) as t
          where t::text ~ 'Warga|9900000000' or t::text ~ encode('Warga', 'hex')
          """
        )
        #expect(found == 0, "\(table)")
      }
    }
  }

  @Test func `a NIK is registered once, whoever it is said to be`() async throws {
    try await FundFixture.withStore { fixture in
      func register(_ name: String) async throws {
        let sealed = try fixture.store.keys.seal(nik: nik, name: name)
        try await fixture.run(
          RegisterPerson(gender: .male, personalData: sealed, day: day("2016-01-01")),
          by: PersonID(0))
      }
      try await register("Budi")
      #expect(try await rejections { try await register("Badu") } == [.nikAlreadyRegistered])
    }
  }
}
