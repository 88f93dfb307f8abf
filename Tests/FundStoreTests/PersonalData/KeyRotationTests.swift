import FundTesting
import Libpq
import RevolvingFund
import Synchronization
import Testing

@testable import FundStore

/// Names and NIK sealed with another key: all of them or none, and no store is left that guesses.
@Suite struct KeyRotationTests {
  private let old: PersonalDataKeys
  private let new: PersonalDataKeys

  init() throws {
    old = try PersonalDataKeys(fileContents: FundFixture.keysFile)
    new = try PersonalDataKeys(fileContents: try #require(old.successor()))
  }

  @Test func `everybody opens with the new key, and open shares are still claimed by them`()
    async throws
  {
    try await FundFixture.withWorld { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let before = try await people(world.store)
      let told = Mutex<[KeyRotation.Progress]>([])
      let outcome = try await rotation(of: world.fixture, page: 3).run { step in
        told.withLock { $0.append(step) }
      }
      #expect(outcome == .sealed(persons: before.count, claims: 5))
      let steps = told.withLock { $0 }
      #expect(steps.last == .checked(persons: before.count))
      try await withStore(world.fixture, new) { store in
        let after = try await people(store)
        #expect(after == before)
      }
      #expect(try await world.fixture.count("fund.borrower_claim") == 5)
      #expect(
        try await world.fixture.count(
          "fund.borrower_claim join fund.person using (nik_digest)") == 5)
      #expect(try await rotation(of: world.fixture).run { _ in } == .wasSealed)
    }
  }

  @Test func `who has the old key is refused when it opens, when it reads and when it registers`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      _ = try await rotation(of: world.fixture).run { _ in }
      await #expect(throws: StoreError.keys(.otherNumber(database: 2, file: 1))) {
        try await withStore(world.fixture, old) { _ in }
      }
      await #expect(throws: StoreError.keys(.replaced)) {
        try await world.store.person(PersonID(1))
      }
      await #expect(throws: StoreError.keys(.replaced)) {
        try await world.fixture.registerPerson(.male, on: day("2016-01-01"))
      }
      // What needs no name goes on.
      try await world.fixture.run(
        world.repayment(loan, Rupiah(1000), on: day("2016-03-01")), by: world.cashier)
    }
  }

  @Test func `whoever registers meanwhile is sealed anew with the others, or refused`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let registered = try await withThrowingTaskGroup { group in
        for _ in 0..<40 {
          group.addTask {
            do {
              _ = try await world.fixture.registerPerson(.male, on: day("2016-01-01"))
              return 1
            } catch StoreError.keys(.replaced), StoreError.held {
              return 0
            }
          }
        }
        _ = try await rotation(of: world.fixture, page: 1).run { _ in }
        return try await group.reduce(0, +)
      }
      try await withStore(world.fixture, new) { store in
        let found = try await people(store).count
        #expect(Int64(found) == (try await world.fixture.count("fund.person")))
        #expect(found >= registered)
      }
    }
  }

  /// Its first try waited too long and was taken back: that leaves nothing in doubt.
  @Test func `who waited for a rotation in vain and comes after it is told of the new key`()
    async throws
  {
    try await FundFixture.withWorld { world in
      try await Outsider(fixture: world.fixture).hold(KeyRotationTests.lock) {
        _ = await #expect(throws: StoreError.keys(.replaced)) {
          try await world.fixture.registerPerson(.male, on: day("2016-01-01"))
        }
      } deed: { connection, waiting in
        try Outsider.awaitNoLonger(waiting, on: connection)
        try connection.script(
          """
          insert into fund.personal_data_key (number) values (2);
          update fund.person set sealed = set_byte(sealed, 1, 2);
          delete from fund.personal_data_key where number = 1
          """)
      }
    }
  }

  /// As a rotation takes it.
  private static let lock = "lock table fund.person in share row exclusive mode"

  private static let wrong = [
    """
    update fund.person set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))
    where person_id = 2
    """: "person 2 does not open with key 1",
    "update fund.person set nik_digest = sha256('other') where person_id = 3":
      "person 3 has the digest of another NIK",
    """
    insert into fund.borrower_claim (nik_digest, upk_id, loan)
    select sha256('nobody'), upk_id, number from fund.loan
    """: "an open share is claimed for the NIK of nobody",
  ]

  @Test(arguments: wrong)
  func `one row that is wrong stops it, is named, and leaves all as it was`(
    deed: String, words: String
  ) async throws {
    try await FundFixture.withWorld { world in
      _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      try await world.fixture.script(deed)
      let before = try await world.fixture.contents()
      await #expect(throws: StoreError.corrupted(words)) {
        try await rotation(of: world.fixture, page: 2).run { _ in }
      }
      #expect(try await world.fixture.contents() == before)
    }
  }

  @Test func `the first store to open a database says which key it is, if that opens its names`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let stranger = try PersonalDataKeys(fileContents: PersonalDataKeys.generate())
      let refusal = StoreError.keys(.otherKeys(number: 1))
      await #expect(throws: refusal) { try await withStore(world.fixture, stranger) { _ in } }
      // As a database is that was made before keys had a number.
      try await world.fixture.script("update fund.personal_data_key set fingerprint = null")
      await #expect(throws: refusal) { try await withStore(world.fixture, stranger) { _ in } }
      try await withStore(world.fixture, old) { _ in }
      #expect(
        try await world.fixture.count("fund.personal_data_key where fingerprint is not null") == 1)
    }
  }

  @Test func `a rotation between other keys than the database's is refused`() async throws {
    try await FundFixture.withWorld { world in
      let first = try PersonalDataKeys(fileContents: PersonalDataKeys.generate())
      let second = try PersonalDataKeys(fileContents: try #require(first.successor()))
      let rotation = KeyRotation(
        connectionString: world.fixture.connectionString, from: first, to: second)
      await #expect(throws: StoreError.keys(.otherKeys(number: 1))) {
        try await rotation.run { _ in }
      }
    }
  }

  @Test func `a registration that is repeated after it is refused, and never done twice`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let request = world.fixture.request(by: world.manager)
      func register(_ store: FundStore) async throws {
        let sealed = try store.keys.seal(nik: nil, name: "Warga tanpa NIK")
        _ = try await store.run(
          RegisterPerson(gender: .male, personalData: sealed, day: day("2016-01-01")), request)
      }
      try await register(world.store)
      _ = try await rotation(of: world.fixture).run { _ in }
      let persons = try await world.fixture.count("fund.person")
      try await withStore(world.fixture, new) { store in
        // The event has the digest by the old key, which nobody can compare with.
        let rejections = try await rejections { try await register(store) }
        #expect(rejections == [.requestIDReused(field: "personal_data")], "\(rejections)")
      }
      #expect(try await world.fixture.count("fund.person") == persons)
    }
  }

  private func rotation(of fixture: FundFixture, page: Int = 5000) -> KeyRotation {
    KeyRotation(
      connectionString: fixture.connectionString, from: old, to: new, pageLength: page)
  }

  private func people(_ store: FundStore) async throws -> [PersonalData] {
    try await store.persons(after: nil, limit: 10_000).map(\.1)
  }

  private func withStore(
    _ fixture: FundFixture, _ keys: PersonalDataKeys, _ body: (FundStore) async throws -> Void
  ) async throws {
    let store = try await FundFixture.openStore(fixture.connectionString, keys: keys)
    do {
      try await body(store)
    } catch {
      await store.close()
      throw error
    }
    await store.close()
  }
}
