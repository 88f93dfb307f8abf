internal import Libpq
internal import RevolvingFund

/// Sealing all names and NIK of a database with other keys, in one transaction.
///
/// Whoever registers a person or takes a loan meanwhile waits, and a store that still has the old
/// keys can register nobody afterwards. Names and NIK in events are digests of a person's data as a
/// whole, under the key of their time; they stay, as events do.
public struct KeyRotation: Sendable {
  private let connectionString: String
  private let old: PersonalDataKeys
  private let new: PersonalDataKeys
  private let pageLength: Int

  /// A rotation over the connection string of the owner of the tables.
  public init(connectionString: String, from old: PersonalDataKeys, to new: PersonalDataKeys) {
    self.init(connectionString: connectionString, from: old, to: new, pageLength: 5000)
  }

  /// A rotation by smaller pages, for tests.
  init(
    connectionString: String, from old: PersonalDataKeys, to new: PersonalDataKeys,
    pageLength: Int
  ) {
    self.connectionString = connectionString
    self.old = old
    self.new = new
    self.pageLength = pageLength
  }

  /// How far it is.
  public enum Progress: Hashable, Sendable {
    case sealed(persons: Int)
    case checked(persons: Int)
  }

  /// What was done.
  public enum Outcome: Hashable, Sendable {
    case sealed(persons: Int, claims: Int)
    /// A run that was cut short had come as far as this before.
    case wasSealed
  }

  /// Seals, opens all of it again with the new keys, and only then commits.
  ///
  /// - Throws: `StoreError.schema` for a database that is yet to be migrated; `.keys` where it is
  ///   sealed with neither of the keys; `.corrupted` naming a person who does not open; `.held`
  ///   where another session keeps the tables for a minute; else as a write.
  public func run(
    progress: @Sendable @escaping (Progress) -> Void
  ) async throws(StoreError) -> Outcome {
    let (status, _) = try await Migrator(connectionString: connectionString).standing()
    if let problem = status.problems.first { throw .schema(problem) }
    guard status.pending.isEmpty else {
      throw .schema(.notMigrated(pending: status.pending.count))
    }
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString, workers: 1, queueLimit: 1,
        session: ["set lock_timeout = '60s'"], applicationName: "bergulird-rotate-key",
        access: .readWrite))
    let result: Result<Outcome, StoreError>
    do {
      result = .success(
        try await pool.run { connection in
          try connection.transaction { try sealing($0, progress) }
        })
    } catch let error as PostgresError {
      result = .failure(StoreError(error))
    } catch {
      result = .failure(error as? StoreError ?? .unavailable(reason: "\(error)"))
    }
    await pool.shutdown()
    return try result.get()
  }

  private func sealing(
    _ connection: Connection, _ progress: (Progress) -> Void
  ) throws -> Outcome {
    guard try connection.run(KeyStatements.isGuarded)[0].bool(0) else {
      throw StoreError.schema(.notSpread(pending: 1))
    }
    try connection.script(KeyStatements.lock)
    let inUse = try KeyInUse(connection)
    if inUse.mismatch(new) == nil { return .wasSealed }
    if let mismatch = inUse.mismatch(old) { throw StoreError.keys(mismatch) }

    let number = (old: Int16(old.number), new: Int16(new.number))
    _ = try connection.run(KeyStatements.add, [.int2(number.new), .bytea(new.fingerprint)])
    var claims = 0
    let sealed = try pages(connection) { page, done in
      claims += try seal(page, connection)
      progress(.sealed(persons: done))
    }
    guard try connection.run(KeyStatements.claims)[0].int8(0) == Int64(claims) else {
      throw StoreError.corrupted("an open share is claimed for the NIK of nobody")
    }
    let checked = try pages(connection) { page, done in
      for person in page { _ = try person.opened(with: new) }
      progress(.checked(persons: done))
    }
    guard sealed == checked else { throw StoreError.corrupted("persons came or went") }
    // Its foreign key keeps the old key's row while one person is sealed with it.
    _ = try connection.run(KeyStatements.remove, [.int2(number.old)])
    return .sealed(persons: sealed, claims: claims)
  }
}

extension KeyRotation {
  /// A person as the table has them.
  private struct Stored {
    let id: Int64
    let nikDigest: [UInt8]?
    let ciphertext: [UInt8]

    /// Opens what is sealed, and holds the digest against it.
    func opened(with keys: PersonalDataKeys) throws -> PersonalData {
      let data: PersonalData
      do {
        data = try keys.open(ciphertext)
      } catch {
        throw StoreError.corrupted("person \(id) does not open with key \(keys.number)")
      }
      guard data.nik.map(keys.digest(of:)) == nikDigest else {
        throw StoreError.corrupted("person \(id) has the digest of another NIK")
      }
      return data
    }
  }

  /// Gives `body` all persons in the order of their numbers, and how many they are with these.
  private func pages(
    _ connection: Connection, _ body: ([Stored], _ done: Int) throws -> Void
  ) throws -> Int {
    var last: Int64 = 0
    var done = 0
    while true {
      let page = try connection.run(
        KeyStatements.page, [.int8(last), .int4(Int32(pageLength))]
      ).map {
        Stored(
          id: try $0.int8(0), nikDigest: try $0.optionalBytea(1), ciphertext: try $0.bytea(2))
      }
      guard let end = page.last else { return done }
      last = end.id
      done += page.count
      try body(page, done)
    }
  }

  /// Seals a page anew; returns how many open shares were claimed by those in it.
  private func seal(_ page: [Stored], _ connection: Connection) throws -> Int {
    let sealed = try page.map { person in
      let data = try person.opened(with: old)
      return try new.seal(nik: data.nik, name: data.name)
    }
    let changed = try connection.run(
      KeyStatements.seal,
      [
        .int8s(page.map(\.id)), .byteas(sealed.map(\.nikDigest)),
        .byteas(sealed.map(\.ciphertext)),
      ]
    ).affected
    guard changed == page.count else { throw StoreError.corrupted("a person went meanwhile") }
    let digests = zip(page, sealed).compactMap { person, sealed in
      person.nikDigest.flatMap { old in sealed.nikDigest.map { (old: old, new: $0) } }
    }
    return try connection.run(
      KeyStatements.claim, [.byteas(digests.map(\.old)), .byteas(digests.map(\.new))]
    ).affected
  }
}
