import Foundation
public import FundStore
import Libpq
public import Testing

/// The Citus cluster that `BERGULIR_TEST_CITUS` names, for tests that are to run on one.
///
/// The variable is the connection string of a superuser to a database of the coordinator that has
/// Citus, and in which the workers are added. Each test gets a database of its own on every node,
/// copied from one that was spread as `bergulird migrate --citus` does it: a copy takes with it
/// what Citus knows of nodes and shards, and both are the same for it.
public struct CitusCluster: TestServer {
  private let coordinator: String
  /// By the connection strings, the coordinator last.
  private let nodes: [Node]

  private struct Node {
    let connectionString: String
    let address: String
  }

  /// What the variable says; `nil` where the tests run on a PostgreSQL of their own.
  public static var name: String? {
    ProcessInfo.processInfo.environment["BERGULIR_TEST_CITUS"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The cluster that the variable names, with the roles that the schema asks for.
  static func named() async throws -> CitusCluster? {
    guard let coordinator = name else { return nil }
    let nodes = try await run(coordinator) { connection in
      try connection.script(
        """
        do $$ begin
          create role bergulir_writer login;
        exception when duplicate_object then alter role bergulir_writer login;
        end $$
        """)
      return try connection.run(Self.nodesStatement).map { row in
        let (host, port) = (try row.text(0), try row.int4(1))
        return Node(
          connectionString: "\(coordinator) host=\(host) port=\(port)",
          address: "'\(host)', \(port)")
      }
    }
    return CitusCluster(coordinator: coordinator, nodes: nodes)
  }

  private static let nodesStatement = Statement(
    "test.nodes",
    """
    select nodename, nodeport from pg_dist_node
    where noderole = 'primary' order by groupid = 0, groupid
    """)

  func create(_ name: String) async throws {
    try await Self.script("create database \(name) template template0", on: coordinator)
  }

  func make(_ template: DatabaseTemplate) async throws {
    let name = template.databaseName
    for node in nodes {
      try await Self.script("drop database if exists \(name) with (force)", on: node)
      try await Self.script("create database \(name) template template0", on: node)
      try await Self.script("create extension citus", on: "\(node.connectionString) dbname=\(name)")
    }
    for (place, node) in nodes.reversed().enumerated() {
      let call = place == 0 ? "citus_set_coordinator_host" : "citus_add_node"
      try await Self.script(
        "select \(call)(\(node.address))", on: connectionString(name))
    }
    // Few shards, so that a copy takes no longer than need be; more than there are nodes.
    try await template.prepare("\(connectionString(name)) options='-c citus.shard_count=4'")
    for node in nodes {
      try await Self.script("alter database \(name) allow_connections false", on: node)
      try await Self.script(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '\(name)'",
        on: node)
    }
  }

  func copy(_ template: String, as name: String) async throws {
    for node in nodes {
      try await Self.script("drop database if exists \(name) with (force)", on: node)
      try await Self.script("create database \(name) template \(template)", on: node)
    }
  }

  func drop(_ name: String) async throws {
    for node in nodes.reversed() {
      // Citus has a session of its own on each database, which comes back when it is ended.
      try await Self.script(
        """
        do $$ begin
          alter database \(name) allow_connections false;
        exception when invalid_catalog_name then null;
        end $$
        """, on: node)
      try await Self.dropNow(name, on: node)
    }
  }

  /// Drops a database; a session of Citus that had begun before is waited for.
  private static func dropNow(_ name: String, on node: Node) async throws {
    for _ in 0..<5 {
      do {
        return try await script("drop database if exists \(name) with (force)", on: node)
      } catch PostgresError.server(let error) where error.sqlState == SQLState("55006") {
        continue
      }
    }
    try await script("drop database if exists \(name) with (force)", on: node)
  }

  func connectionString(_ name: String) -> String { "\(coordinator) dbname=\(name)" }

  private static func script(_ sql: String, on node: Node) async throws {
    try await script(sql, on: "\(node.connectionString) dbname=postgres")
  }

  private static func script(_ sql: String, on connectionString: String) async throws {
    try await run(connectionString) { try $0.script(sql) }
  }

  private static func run<Value: Sendable>(
    _ connectionString: String, _ body: @Sendable @escaping (Connection) throws -> Value
  ) async throws -> Value {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: connectionString, workers: 1, queueLimit: 1, applicationName: "tests"))
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

extension Trait where Self == ConditionTrait {
  /// Leaves a test out on a Citus cluster, for a reason that the run shows.
  public static func onOneServer(_ reason: Comment) -> ConditionTrait {
    .disabled(if: CitusCluster.name != nil, reason)
  }
}

extension Migrator {
  /// Brings a test's database to the schema, spread where the database is one of a cluster.
  public func prepare() async throws {
    guard CitusCluster.name != nil else {
      _ = try await migrate()
      return
    }
    _ = try await distribute()
  }
}
