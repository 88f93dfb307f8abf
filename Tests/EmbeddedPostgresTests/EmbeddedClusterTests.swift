import EmbeddedPostgres
import FundTesting
import Glibc
import Libpq
import Testing

private let setting = Statement(
  "settings",
  """
  select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
    where name in ('data_checksums', 'fsync', 'listen_addresses', 'server_encoding', 'jit')
  """)
private let kept = Statement("kept", "select string_agg(word, ' ' order by word) from kept")

@Suite struct EmbeddedClusterTests {
  @Test func `a cluster is made, answers by its socket only, and is stopped`() async throws {
    try await withClusterDirectory { path in
      let cluster = try await open(path)
      #expect(
        try await cluster.ask(setting)
          == "data_checksums=on fsync=on jit=off listen_addresses= server_encoding=UTF8")
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o700)
      #expect(stat("/proc/\(cluster.serverProcessID)", &status) == 0)
      #expect(status.st_uid != 0)

      try await cluster.stop()
      // Gone altogether: not even waiting to be collected.
      #expect(access("/proc/\(cluster.serverProcessID)", F_OK) != 0)
      #expect(await cluster.waitForExit() == .asked)
      try await cluster.stop()
    }
  }

  @Test func `what was committed is there when the cluster is opened again`() async throws {
    try await withClusterDirectory { path in
      let first = try await open(path)
      try await first.run("create table kept (word text); insert into kept values ('tetap')")
      try await first.stop()
      let second = try await open(path)
      #expect(try await second.ask(kept) == "tetap")
      try await second.stop()
    }
  }

  @Test func `a second daemon on the directory is refused and told who has it`() async throws {
    try await withClusterDirectory { path in
      let cluster = try await open(path)
      let refusal = try await openingFails(path)
      #expect(refusal == .directoryInUse(path, pid: getpid()))
      #expect(refusal?.description.contains("process \(getpid())") == true)
      #expect(try await cluster.ask(setting).isEmpty == false)
      try await cluster.stop()
      #expect(try await openingFails(path) == nil)
    }
  }

  @Test func `a killed server is noticed, and recovers when the cluster is opened again`()
    async throws
  {
    try await withClusterDirectory { path in
      let first = try await open(path)
      try await first.run("create table kept (word text); insert into kept values ('tetap')")
      #expect(kill(first.serverProcessID, SIGKILL) == 0)
      guard case .unexpected(let reason) = await first.waitForExit() else {
        Issue.record("nobody had asked the server to stop")
        return
      }
      #expect(reason.contains("9"))
      try await first.stop()

      let second = try await open(path)
      #expect(try await second.ask(kept) == "tetap")
      try await second.stop()
    }
  }

  @Test func `workers say that the server is gone, and find it when it is back`() async throws {
    let one = Statement("one", "select 1::int4")
    try await withClusterDirectory { path in
      let first = try await open(path)
      let pool = WorkerPool(
        configuration: .init(
          connectionString: first.connectionString(database: "postgres", user: "postgres"),
          workers: 2, queueLimit: 10, applicationName: "embedded-tests"))
      _ = try await pool.run { try $0.run(one).count }
      try await first.stop()
      let error = await #expect(throws: PostgresError.self) {
        try await pool.run { try $0.run(one).count }
      }
      #expect(error?.isRetryable == true)
      let second = try await open(path)
      let count = try await pool.run { try $0.run(one).count }
      #expect(count == 1)
      await pool.shutdown()
      try await second.stop()
    }
  }

  @Test func `a server that a killed daemon left running is stopped and started anew`()
    async throws
  {
    try await withClusterDirectory { path in
      let left = try await startAndForget(path)
      #expect(isRunning(left))
      let second = try await open(path)
      #expect(second.serverProcessID != left)
      #expect(!isRunning(left))
      #expect(try await second.ask(kept) == "tetap")
      try await second.stop()
    }
  }

  /// Leaves a server running without anybody who holds its directory, as a killed daemon does.
  private func startAndForget(_ path: String) async throws -> Int32 {
    let cluster = try await open(path)
    try await cluster.run("create table kept (word text); insert into kept values ('tetap')")
    return cluster.serverProcessID
  }

  @Test func `a number in the server's file that is another program's by now does no harm`()
    async throws
  {
    try await withClusterDirectory { path in
      try await open(path).stop()
      try write(
        "\(getpid())\n\(path)/data\n0\n5432\n\n\n\nready\n", to: "\(path)/data/postmaster.pid")
      #expect(try await openingFails(path) == nil)
    }
  }

  @Test func `a path too long for a socket, or with odd characters, works`() async throws {
    let long = String(repeating: "panjang-", count: 15)
    for name in [long, "it's a \"path\", \\odd"] {
      try await withClusterDirectory(named: name) { path in
        let cluster = try await open(path)
        #expect(try await cluster.ask(setting).contains("fsync=on"))
        try await cluster.stop()
      }
    }
  }

  @Test func `a cluster that was half made is made again`() async throws {
    try await withClusterDirectory { path in
      #expect(mkdir(path, 0o700) == 0)
      #expect(mkdir("\(path)/data.unfinished.1", 0o700) == 0)
      try write("15\n", to: "\(path)/data.unfinished.1/PG_VERSION")
      #expect(try await openingFails(path) == nil)
      #expect(access("\(path)/data.unfinished.1", F_OK) != 0)
    }
  }

  @Test func `a server that does not start says why, and gives the directory back`()
    async throws
  {
    try await withClusterDirectory { (path) async throws in
      let error = await #expect(throws: EmbeddedError.self) {
        _ = try await open(path, sharedBuffersMiB: 0)
      }
      #expect(error?.description.contains("shared_buffers") == true)
      #expect(try await openingFails(path) == nil)
    }
  }
}
