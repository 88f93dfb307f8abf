internal import Libpq

/// Why keys are not those that the names and NIK of a database are sealed with.
public enum KeyMismatch: Hashable, Sendable {
  /// The database is sealed with an earlier or a later key than the file's.
  case otherNumber(database: Int, file: Int)
  /// The file has the number of the key in use, and other keys.
  case otherKeys(number: Int)
  /// They were those, until a rotation.
  case replaced

  /// Refuses who is sealed with another key than the one in use.
  static let constraint = "names_are_sealed_with_the_key_in_use"
}

extension KeyMismatch: CustomStringConvertible {
  public var description: String {
    switch self {
    case .otherNumber(let database, let file) where database > file:
      """
      names and NIK are sealed with key \(database), and the key file has key \(file), which is \
      older: name the newer file; if bergulird rotate-key was cut short, run it again
      """
    case .otherNumber(let database, let file):
      """
      names and NIK are sealed with key \(database), and the key file has key \(file), which is \
      newer: for a database of an earlier day name the file that rotate-key kept under its number
      """
    case .otherKeys(let number):
      """
      names and NIK are not sealed with the key \(number) that the key file has: find the file of \
      this database before anything else
      """
    case .replaced:
      """
      the keys of names and NIK were replaced while the daemon ran: start it again with the new \
      key file
      """
    }
  }
}

/// What a database says of the key it is sealed with.
struct KeyInUse {
  let number: Int
  /// `nil` until a store opened the database.
  let fingerprint: [UInt8]?

  init(_ connection: Connection) throws {
    let rows = try connection.run(KeyStatements.inUse)
    guard rows.count == 1 else { throw StoreError.corrupted("\(rows.count) keys in use") }
    number = Int(try rows[0].int2(0))
    fingerprint = try rows[0].optionalBytea(1)
  }

  /// Why keys are not these; `nil` where they are, or where nothing tells.
  func mismatch(_ keys: PersonalDataKeys) -> KeyMismatch? {
    guard number == keys.number else {
      return .otherNumber(database: number, file: keys.number)
    }
    guard let fingerprint, fingerprint != keys.fingerprint else { return nil }
    return .otherKeys(number: number)
  }
}

extension FundStore {
  /// Holds the store's keys against those of the database, which learns them from the first store.
  ///
  /// - Throws: `StoreError.keys`, else as a read.
  func checkKeys() async throws(StoreError) {
    do {
      try await StoreError.translating { [keys] in
        let isLearnt = try await readers.run { try keys.areKnown(to: $0) }
        if isLearnt { return }
        try await writers.run { connection in
          try connection.transaction { try keys.teach($0) }
        }
      }
    } catch {
      throw error as? StoreError ?? .unavailable(reason: "\(error)")
    }
  }
}

extension PersonalDataKeys {
  /// Whether a database has seen these keys, or could not tell.
  ///
  /// - Throws: `StoreError.keys` where it has seen others.
  fileprivate func areKnown(to connection: Connection) throws -> Bool {
    let inUse = try KeyInUse(connection)
    try connection.finish()
    if let mismatch = inUse.mismatch(self) { throw StoreError.keys(mismatch) }
    return inUse.fingerprint != nil
  }

  /// Has a database remember these keys if they open what it has.
  fileprivate func teach(_ connection: Connection) throws {
    if let last = try connection.run(KeyStatements.sealedLast).first {
      do {
        _ = try open(try last.bytea(0))
      } catch is PersonalDataError {
        throw StoreError.keys(.otherKeys(number: number))
      }
    }
    _ = try connection.run(KeyStatements.learn, [.int2(Int16(number)), .bytea(fingerprint)])
    if let mismatch = try KeyInUse(connection).mismatch(self) { throw StoreError.keys(mismatch) }
  }
}
