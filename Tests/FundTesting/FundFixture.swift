public import FundAPI
public import FundStore
public import Libpq
import Logging
public import RevolvingFund
import Synchronization

/// A store on a database of its own, with a fixed today, and short ways to write to it.
public final class FundFixture: Sendable {
  public let store: FundStore
  /// The database, as its superuser.
  public let connectionString: String
  /// The server's today, in every command of the fixture.
  public let today: Day
  /// How many people it has invented.
  let persons = Atomic(0)

  private init(store: FundStore, connectionString: String, today: Day) {
    self.store = store
    self.connectionString = connectionString
    self.today = today
  }

  /// Gives `body` a store on a migrated database without content.
  public static func withStore<Value>(
    today: Day = lastDay, writers: Int = 2, _ body: (FundFixture) async throws -> Value
  ) async throws -> Value {
    try await PrivatePostgres.withDatabase(from: .migrated) { connectionString in
      try await open(connectionString, today: today, writers: writers, body)
    }
  }

  /// Gives `body` a small world on a database of its own, eligible to lend; see `FundWorld`.
  public static func withWorld<Value>(
    today: Day = lastDay, writers: Int = 2, _ body: (FundWorld) async throws -> Value
  ) async throws -> Value {
    try await PrivatePostgres.withDatabase(from: .world) { connectionString in
      try await open(connectionString, today: today, writers: writers) { fixture in
        // The numbers of persons in the template are taken.
        fixture.persons.store(1000, ordering: .relaxed)
        // As if the world had been registered on the fixture's today.
        if today != lastDay {
          try await fixture.script("update fund.upk set live_from = '\(today)'")
        }
        return try await body(try await FundWorld(existingIn: fixture, .eligible))
      }
    }
  }

  /// Gives `body` the world without anything that eligibility asks for.
  public static func withBareWorld<Value>(
    today: Day = lastDay, writers: Int = 2, _ body: (FundWorld) async throws -> Value
  ) async throws -> Value {
    try await PrivatePostgres.withDatabase(from: .bareWorld) { connectionString in
      try await open(connectionString, today: today, writers: writers) { fixture in
        fixture.persons.store(1000, ordering: .relaxed)
        return try await body(try await FundWorld(existingIn: fixture, .bare))
      }
    }
  }

  /// Gives `body` two copies of a world that `prepare` went on with, the same to the last byte.
  public static func withTwins(
    named name: StaticString, _ prepare: @Sendable @escaping (FundWorld) async throws -> Void,
    _ body: (FundWorld, FundWorld) async throws -> Void
  ) async throws {
    let template = DatabaseTemplate(name: name) { connectionString in
      try await Migrator(connectionString: connectionString).prepare()
      try await open(connectionString, today: lastDay, writers: 1) { fixture in
        try await FundWorld.make(.eligible, in: fixture)
        try await prepare(try await FundWorld(existingIn: fixture, .eligible))
      }
    }
    try await PrivatePostgres.withDatabase(from: template) { first in
      try await PrivatePostgres.withDatabase(from: template) { second in
        try await open(first, today: lastDay, writers: 1) { one in
          try await open(second, today: lastDay, writers: 1) { other in
            try await body(
              try await FundWorld(existingIn: one, .eligible),
              try await FundWorld(existingIn: other, .eligible))
          }
        }
      }
    }
  }

  /// The day that tests take for today unless they say otherwise.
  public static let lastDay = day("2016-12-31")

  /// The keys of all stores of this process, since templates are copied between them.
  public static let keysFile = PersonalDataKeys.generate()

  /// A store on a database, with a logger that keeps silent, and the keys of all tests unless
  /// others are given.
  public static func openStore(
    _ connectionString: String, writers: Int = 2, reports: FundStore.Reports? = nil,
    keys: PersonalDataKeys? = nil
  ) async throws -> FundStore {
    try await FundStore.open(
      .init(connectionString: connectionString, writers: writers, reports: reports),
      keys: try keys ?? PersonalDataKeys(fileContents: keysFile),
      logger: Logger(label: "store") { _ in SwiftLogNoOpLogHandler() })
  }

  static func open<Value>(
    _ connectionString: String, today: Day, writers: Int, reports: FundStore.Reports? = nil,
    _ body: (FundFixture) async throws -> Value
  ) async throws -> Value {
    let store = try await openStore(connectionString, writers: writers, reports: reports)
    let fixture = FundFixture(store: store, connectionString: connectionString, today: today)
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(fixture))
    } catch {
      result = .failure(error)
    }
    await store.close()
    return try result.get()
  }
}

extension FundFixture {
  /// How a person's command is run: as that person's only account.
  public func request(
    by person: PersonID, id: RequestID = RequestID(), isDryRun: Bool = false
  ) -> WriteRequest {
    WriteRequest(
      requestID: id,
      caller: Caller(principal: PrincipalID(person.value), person: person, today: today),
      isDryRun: isDryRun)
  }

  /// Runs a command as a person and returns the number at the end of its subject.
  @discardableResult
  public func run(_ command: any Command, by person: PersonID) async throws -> Int64 {
    let recorded = try await store.run(command, request(by: person))
    return recorded.subject.split(separator: "/").last.flatMap { Int64($0) } ?? 0
  }

  /// Registers a person with an invented NIK: none begins with 99, for there is no such province.
  public func registerPerson(_ gender: Gender, on day: Day) async throws -> PersonID {
    let number = persons.add(1, ordering: .relaxed).newValue
    let sealed = try store.keys.seal(
      nik: NIK("9900" + padded(number)), name: "Warga \(number)")
    return PersonID(
      try await run(
        RegisterPerson(gender: gender, personalData: sealed, day: day), by: PersonID(0)))
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// Runs SQL as the superuser, behind the store's back.
  public func script(_ sql: String) async throws {
    try await superuser { try $0.script(sql) }
  }

  /// Gives `body` a connection as the superuser.
  public func superuser<Value: Sendable>(
    _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws -> Value {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString, workers: 1, queueLimit: 1,
        applicationName: "tests"))
    let result: Result<Value, any Error>
    do {
      result = .success(try await pool.run(body))
    } catch {
      result = .failure(error)
    }
    await pool.shutdown()
    return try result.get()
  }
}

extension DatabaseTemplate {
  /// The schema, and nothing in it.
  public static let migrated = DatabaseTemplate(name: "migrated") { connectionString in
    try await Migrator(connectionString: connectionString).prepare()
  }

  /// The schema with a small world.
  static let world = DatabaseTemplate(name: "world") { connectionString in
    try await Migrator(connectionString: connectionString).prepare()
    try await FundFixture.open(connectionString, today: FundFixture.lastDay, writers: 1) {
      try await FundWorld.make(.eligible, in: $0)
    }
  }

  /// The schema with the world that eligibility knows nothing of.
  static let bareWorld = DatabaseTemplate(name: "bareworld") { connectionString in
    try await Migrator(connectionString: connectionString).prepare()
    try await FundFixture.open(connectionString, today: FundFixture.lastDay, writers: 1) {
      try await FundWorld.make(.bare, in: $0)
    }
  }
}

/// The day of a text such as `2016-01-31`; the text of a test is always a day.
public func day(_ text: String) -> Day {
  guard let day = Day(parsing: text) else { preconditionFailure("\(text) is no day") }
  return day
}

/// The month of a text such as `2016-01`; the text of a test is always a month.
public func month(_ text: String) -> Month {
  guard let month = Month(parsing: text) else { preconditionFailure("\(text) is no month") }
  return month
}

/// The code of a text; the text of a test is always a code.
public func code(_ text: String) -> Code {
  guard let code = Code(text) else { preconditionFailure("\(text) is no code") }
  return code
}

/// The region's code of a text; the text of a test is always one.
public func regionCode(_ text: String) -> RegionCode {
  guard let code = RegionCode(text) else { preconditionFailure("\(text) is no region") }
  return code
}
