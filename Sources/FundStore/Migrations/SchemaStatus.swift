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
  /// Tables of a database that is spread over nodes are not.
  case notSpread(pending: Int)
  /// The database has no Citus.
  case citusMissing
  /// No node but the coordinator has been added to the cluster.
  case workersMissing
  /// The nodes of a cluster let each other in as the role that asked, and the daemon's may not.
  case writerHasNoLogin
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
    case .notSpread(let pending):
      "\(pending) step(s) of spreading the database are yet to be taken; "
        + "run `bergulird migrate --citus`"
    case .citusMissing:
      "the database has no Citus; on every node run `create extension citus` as a superuser, "
        + "in a database of the same name"
    case .workersMissing:
      "the cluster has no workers; on the coordinator run as a superuser "
        + "`select citus_add_node('HOST', 5432)` for each"
    case .writerHasNoLogin:
      "the role bergulir_writer may not log in, and the nodes let each other in as it; "
        + "on the coordinator run `create role bergulir_writer login`, or `alter` if it is there"
    }
  }
}
