internal import Libpq

/// Where a chain of events stood.
public struct ChainHead: Hashable, Sendable {
  public let upk: Int64
  /// How many events it had.
  public let events: Int64
  /// The hash of the last one.
  public let hash: [UInt8]

  public init(upk: Int64, events: Int64, hash: [UInt8]) {
    self.upk = upk
    self.events = events
    self.hash = hash
  }
}

/// What there is in a database that came back.
public struct RestoredBooks: Hashable, Sendable {
  public let upks: Int64
  public let events: Int64
  public let vouchers: Int64
  /// When the newest event was recorded, in UTC; `nil` where there is none.
  public let newestEvent: String?
}

/// Whether a key file is the one of a database.
public enum KeyFit: Hashable, Sendable {
  case opens
  case opensNot
  /// Nobody's name is sealed yet.
  case nothingSealed
}

/// Reads a database for its backup, as whoever the connection string names.
public struct BackupReads: Sendable {
  private let connectionString: String

  public init(connectionString: String) {
    self.connectionString = connectionString
  }

  /// The newest migration that was taken, and where all chains stand.
  ///
  /// What they name was committed, so a backup that is begun later has it.
  ///
  /// - Throws: `StoreError`.
  public func position() async throws(StoreError) -> (schema: Int64, heads: [ChainHead]) {
    try await connected { connection in
      let rows = try connection.run(BackupStatements.heads)
      let schema = try connection.run(BackupStatements.schema)[0].optionalInt8(0) ?? 0
      let heads = try rows.map {
        ChainHead(upk: try $0.int8(0), events: try $0.int8(1), hash: try $0.bytea(2))
      }
      return (schema, heads)
    }
  }

  /// The UPK, or 0 for the province, whose chains do not have what they had.
  ///
  /// - Throws: `StoreError`.
  public func lost(of heads: [ChainHead]) async throws(StoreError) -> [Int64] {
    try await connected { connection in
      try connection.run(
        BackupStatements.lost,
        [
          .int8s(heads.map(\.upk)), .int8s(heads.map(\.events)), .byteas(heads.map(\.hash)),
        ]
      ).map { try $0.int8(0) }
    }
  }

  /// - Throws: `StoreError`.
  public func books() async throws(StoreError) -> RestoredBooks {
    try await connected { connection in
      let row = try connection.run(BackupStatements.counts)[0]
      return RestoredBooks(
        upks: try row.int8(0), events: try row.int8(1), vouchers: try row.int8(2),
        newestEvent: try row.optionalText(3))
    }
  }

  /// Whether the keys open what was sealed last; nothing of it is told.
  ///
  /// - Throws: `StoreError`.
  public func fit(of keys: PersonalDataKeys) async throws(StoreError) -> KeyFit {
    try await connected { connection in
      guard let row = try connection.run(KeyStatements.sealedLast).first else {
        return .nothingSealed
      }
      do {
        _ = try keys.open(try row.bytea(0))
        return .opens
      } catch is PersonalDataError {
        return .opensNot
      }
    }
  }

  private func connected<Value: Sendable>(
    _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws(StoreError) -> Value {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString, workers: 1, queueLimit: 1,
        applicationName: "bergulird-backup"))
    let result: Result<Value, StoreError>
    do {
      result = .success(try await pool.run(body))
    } catch let error as PostgresError {
      result = .failure(StoreError(error))
    } catch {
      result = .failure(.unavailable(reason: "\(error)"))
    }
    await pool.shutdown()
    return try result.get()
  }
}

extension FundStore {
  /// A connection string without its password, and that, for programs whose arguments everybody
  /// can read.
  ///
  /// - Throws: `StoreError.unavailable` for one that libpq does not understand.
  public static func splitPassword(
    of connectionString: String
  ) throws(StoreError) -> (rest: String, password: String?) {
    guard let parts = ServerNames.parts(of: connectionString) else {
      throw .unavailable(reason: "the connection string cannot be read")
    }
    let rest = parts.filter { $0.name != "password" }.map { name, value in
      let escaped = String(value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] })
      return "\(name)='\(escaped)'"
    }
    return (
      rest.joined(separator: " "), parts.first { $0.name == "password" }?.value
    )
  }
}
