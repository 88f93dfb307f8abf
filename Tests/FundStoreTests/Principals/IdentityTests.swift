import FundStore
import FundTesting
import RevolvingFund
import Testing

@Suite struct IdentityTests {
  private func bootstrap(_ label: String, _ byte: UInt8) -> Bootstrap {
    Bootstrap(
      name: "Administrator", gender: .female, label: code(label),
      tokenHash: Array(repeating: byte, count: 32), tokenLifeDays: 30, today: day("2016-01-01"))
  }

  @Test func `the first administrator is made once and is who the token says`() async throws {
    try await FundFixture.withStore { fixture in
      let identity = try await fixture.store.bootstrap(bootstrap("kantor", 1))
      #expect(identity.label == code("kantor") && identity.expiresOn == day("2016-01-31"))
      #expect(identity.assignments.map(\.role) == [.administrator])
      #expect(identity.assignments.map(\.scope) == [.province])
      #expect(
        try await fixture.store.identity(tokenHash: Array(repeating: 1, count: 32)) == identity)
      #expect(
        try await fixture.store.identity(tokenHash: Array(repeating: 2, count: 32)) == nil)

      let contents = try await fixture.contents()
      for label in ["kantor", "lain"] {
        let found = try await rejections {
          _ = try await fixture.store.bootstrap(bootstrap(label, 2))
        }
        #expect(found == [.alreadyExists(.principal, name: "kantor")])
      }
      #expect(try await fixture.contents() == contents)
      #expect(try await fixture.store.verifyChain(.province).verified == 4)
    }
  }

  @Test func `a bootstrap that was cut short goes on where it stopped`() async throws {
    try await FundFixture.withStore { fixture in
      try await fixture.script("alter table fund.token add constraint cut check (false)")
      await #expect(throws: StoreError.self) {
        try await fixture.store.bootstrap(bootstrap("kantor", 1))
      }
      try await fixture.script("alter table fund.token drop constraint cut")
      let identity = try await fixture.store.bootstrap(bootstrap("kantor", 1))
      #expect(identity.person == PersonID(1) && identity.principal == PrincipalID(1))
      #expect(try await fixture.store.verifyChain(.province).verified == 4)
    }
  }

  @Test func `principals and tokens are listed, and a token that is revoked says so`()
    async throws
  {
    try await FundFixture.withWorld { world in
      for label in ["kasir", "kasir-dua", "manajer"] {
        try await world.fixture.run(
          CreatePrincipal(person: world.cashier, label: code(label), day: day("2016-01-01")),
          by: PersonID(0))
      }
      let all = try await world.store.principals(after: nil, limit: 10)
      #expect(all.map(\.label.description) == ["kasir", "kasir-dua", "manajer"])
      #expect(try await world.store.principals(after: code("kasir"), limit: 1) == [all[1]])

      let hash = Array(repeating: UInt8(7), count: 32)
      let token = try await world.fixture.run(
        IssueToken(principal: code("kasir"), hash: hash, lifeDays: 10, day: day("2016-01-01")),
        by: PersonID(0))
      try await world.fixture.run(
        RevokeToken(token: TokenID(token), day: day("2016-01-05")), by: PersonID(0))
      let tokens = try await world.store.tokens(of: code("kasir"), after: nil, limit: 10)
      #expect(tokens.map(\.revokedOn) == [day("2016-01-05")] && tokens.map(\.hash) == [hash])
      #expect(try await world.store.tokens(of: code("manajer"), after: nil, limit: 10) == [])
      let identity = try await world.store.identity(tokenHash: hash)
      #expect(identity?.revokedOn == day("2016-01-05") && identity?.person == world.cashier)
    }
  }

  @Test func `many who ask at once are each told who they are`() async throws {
    try await FundFixture.withWorld { world in
      let officers = [world.cashier, world.loanOfficer, world.manager, world.bookkeeper]
      func hash(_ place: Int) -> [UInt8] { Array(repeating: UInt8(place), count: 32) }
      for (place, officer) in officers.enumerated() {
        let label = code("meja-\(place)")
        try await world.fixture.run(
          CreatePrincipal(person: officer, label: label, day: day("2016-01-01")), by: PersonID(0))
        try await world.fixture.run(
          IssueToken(principal: label, hash: hash(place), lifeDays: 10, day: day("2016-01-01")),
          by: PersonID(0))
      }
      try await withThrowingTaskGroup(of: (Int, Identity?).self) { group in
        for call in 0..<40 {
          group.addTask { (call % 5, try await world.store.identity(tokenHash: hash(call % 5))) }
        }
        for try await (place, identity) in group {
          #expect(identity?.person == (place < 4 ? officers[place] : nil))
          #expect(
            Set(identity?.assignments.map(\.person) ?? []) == (place < 4 ? [officers[place]] : []))
        }
      }
    }
  }
}
