/// What a database has of the schema, and what it lacks.
public struct SchemaStatus: Hashable, Sendable {
  /// Oldest first.
  public let applied: [AppliedMigration]
  /// What migrating would do, in order.
  public let pending: [Migration]
  /// The newest version that this program knows.
  public let head: Int
  /// Why neither migrating nor serving is safe; empty where both are.
  public let problems: [SchemaProblem]

  /// Compares the steps that were taken with those that a program knows.
  init(applied: [AppliedMigration], known: [Migration]) {
    self.applied = applied
    head = known.last?.version ?? 0
    let taken = applied.reduce(into: [:]) { $0[$1.version] = $1 }
    pending = known.filter { taken[$0.version] == nil }
    var problems: [SchemaProblem] = []
    if let newest = applied.map(\.version).max(), newest > head {
      problems.append(.newer(database: newest, program: head))
    }
    for migration in known {
      guard let step = taken[migration.version] else {
        if applied.contains(where: { $0.version > migration.version }) {
          problems.append(.gap(version: migration.version))
        }
        continue
      }
      if step.sha256 != migration.sha256 {
        problems.append(.changed(version: migration.version, name: migration.name))
      }
    }
    self.problems = problems
  }
}

/// Why a database's schema does not fit this program.
public enum SchemaProblem: Hashable, Sendable {
  /// Steps are yet to be taken.
  case notMigrated(pending: Int)
  /// A step was edited after it was taken.
  case changed(version: Int, name: String)
  /// A later step was taken and this one was not.
  case gap(version: Int)
  /// A newer program migrated the database.
  case newer(database: Int, program: Int)
}

extension SchemaProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notMigrated(let pending):
      "the database lacks \(pending) migration(s); run `bergulird migrate`"
    case .changed(let version, let name):
      "migration \(version) (\(name)) was changed after this database took it; "
        + "use the program that took it, or restore the file"
    case .gap(let version):
      "migration \(version) is missing in the database though later ones are there; "
        + "restore a backup or ask for help"
    case .newer(let database, let program):
      "the database is at version \(database), this program knows \(program); "
        + "install the newer program"
    }
  }
}
