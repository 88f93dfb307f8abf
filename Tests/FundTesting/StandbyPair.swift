public import FundStore
import Subprocess
import SystemPackage

/// A primary of a test's own and a standby that follows it, until it is promoted.
public struct StandbyPair: Sendable {
  private let primary: String
  private let standby: String

  /// Both servers in one connection string, the primary first.
  public var connectionString: String {
    "host=\(primary),\(standby) port=5432,5432 dbname=postgres user=postgres"
  }

  /// The primary alone.
  public var primaryConnectionString: String { "host=\(primary) dbname=postgres user=postgres" }

  /// The standby alone.
  public var standbyConnectionString: String { "host=\(standby) dbname=postgres user=postgres" }

  private static let script = """
    set -eu
    bin=$(pg_config --bindir 2>/dev/null) || bin=
    [ -x "$bin/pg_basebackup" ] || bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
    as() {
      if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
      else
        "$@"
      fi
    }
    start() {
      as "$bin/pg_ctl" -D "$1/data" -w -l "$1/log" \\
        -o "-c listen_addresses= -c unix_socket_directories=$1 -c fsync=off" start
    }
    make() {
      mkdir -m 700 "$1"
      [ "$(id -u)" != 0 ] || chown postgres: "$1"
    }
    case $1 in
      primary)
        make "$2"
        as "$bin/initdb" -D "$2/data" -A trust -U postgres -E UTF8 --locale=C --no-sync
        start "$2" ;;
      standby)
        make "$3"
        as "$bin/pg_basebackup" -h "$2" -U postgres -D "$3/data" -R -c fast -X stream --no-sync
        start "$3" ;;
      stop) as "$bin/pg_ctl" -D "$2/data" -w -m immediate stop ;;
      promote) as "$bin/pg_ctl" -D "$3/data" -w promote ;;
    esac
    """

  /// Gives `body` a primary that `prepare` has filled and its standby; both are gone afterwards.
  ///
  /// A commit is answered once the standby has it on disk too.
  public static func with(
    _ prepare: (_ primary: String) async throws -> Void,
    _ body: (StandbyPair) async throws -> Void
  ) async throws {
    try await withClusterDirectory(named: "primary") { primary in
      try await withClusterDirectory(named: "standby") { standby in
        let pair = StandbyPair(primary: primary, standby: standby)
        try await pair.run("primary")
        try await prepare(pair.primaryConnectionString)
        try await pair.run("standby")
        try await body(pair)
      }
    }
  }

  /// Stops the primary at once, as if its machine were gone.
  public func stopPrimary() async throws {
    try await run("stop")
  }

  /// Makes the standby a primary.
  public func promote() async throws {
    try await run("promote")
  }

  /// A program of the servers did not do what it was to.
  public struct Failed: Error {
    public let step: String
    public let words: String
  }

  private func run(_ step: String) async throws {
    // What the servers inherit must not be a pipe of ours: it would stay open as long as they run.
    let words = "\(primary).\(step).out"
    let arguments = [
      "-c", "\"$0\" -c \"$1\" steps \"$2\" \"$3\" \"$4\" >\"$5\" 2>&1", "/bin/sh", Self.script,
      step,
      primary, standby, words,
    ]
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: Arguments(arguments),
      environment: .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]), workingDirectory: "/",
      output: .discarded)
    let said = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", "tail -n 5 \"$0\"; rm -f \"$0\"", words],
      output: .string(limit: 10_000))
    guard result.terminationStatus.isSuccess else {
      throw Failed(step: step, words: said.standardOutput)
    }
  }
}

extension FundWorld {
  /// Gives `body` a world on a primary with a standby, whose commits wait for the standby.
  public static func withStandby(
    reports: @Sendable (StandbyPair) -> FundStore.Reports,
    _ body: (FundWorld, StandbyPair) async throws -> Void
  ) async throws {
    try await StandbyPair.with(DatabaseTemplate.world.prepare) { pair in
      let today = FundFixture.lastDay
      try await FundFixture.open(pair.primaryConnectionString, today: today, writers: 1) {
        try await $0.script("alter system set synchronous_standby_names = '*'")
        try await $0.script("select pg_reload_conf()")
      }
      try await FundFixture.open(
        pair.connectionString, today: today, writers: 2, reports: reports(pair)
      ) { fixture in
        try await body(try await FundWorld(existingIn: fixture, .eligible), pair)
      }
    }
  }
}
