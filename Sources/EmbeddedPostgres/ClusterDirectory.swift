import Glibc

/// The files of one cluster, all under one directory that only the server's user may enter.
struct ClusterDirectory: Hashable, Sendable {
  /// Absolute and without links.
  let path: String

  var lock: String { "\(path)/lock" }
  var data: String { "\(path)/data" }
  var settings: String { "\(path)/postgresql.conf" }
  var access: String { "\(path)/pg_hba.conf" }
  /// Remembers where the log is archived.
  var archive: String { "\(path)/archive" }
  var startupLog: String { "\(path)/startup.log" }
  var logs: String { "\(path)/log" }
  var ownSocketDirectory: String { "\(path)/socket" }
  var version: String { "\(data)/PG_VERSION" }
  var postmaster: String { "\(data)/postmaster.pid" }

  private static let unfinishedPrefix = "data.unfinished."
  private static let entries: Set<String> = [
    "lock", "data", "postgresql.conf", "postgresql.conf.new", "pg_hba.conf",
    "pg_hba.conf.new", "startup.log", "log", "socket", "archive", "archive.new",
  ]

  /// The port by which the socket is called.
  static let port = 5432

  /// What the system takes as the address of a socket, without its terminator.
  private static let socketPathLimit = 107

  /// The directory of the socket.
  ///
  /// Under the cluster's own directory; in `/tmp` if the path is too long for a socket or has
  /// characters that a list of directories would have to quote.
  var socketDirectory: String {
    let own = ownSocketDirectory
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default:
        false
      }
    }
    let length = "\(own)/.s.PGSQL.\(Self.port)".utf8.count
    return isPlain && length <= Self.socketPathLimit ? own : "/tmp/bergulir-\(pathHash)"
  }

  /// Removes the socket's directory if it is not under the cluster's own and nothing is in it.
  func removeOutsideSocket() {
    guard socketDirectory != ownSocketDirectory else { return }
    rmdir(socketDirectory)
  }

  /// 64 bits that stand for the path (FNV-1a), the same in every process.
  private var pathHash: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }

  /// Makes the directory if it is missing and looks whether it is fit for a cluster.
  ///
  /// - Throws: `EmbeddedError.pathUnusable`, `.directoryForeign`.
  init(preparing path: String, owner: ServerUser) throws(EmbeddedError) {
    guard path.hasPrefix("/") else {
      throw .pathUnusable(path, reason: "the path does not begin at the root directory")
    }
    let foreign = Files.names(in: path).first { name in
      !Self.entries.contains(name) && !name.hasPrefix(Self.unfinishedPrefix)
    }
    if let foreign { throw .directoryForeign(path, entry: foreign) }
    try Files.makeDirectory(path, owner: owner)
    self.path = Files.resolved(path)
    if Files.exists(data), !Files.exists(version) {
      throw .directoryForeign(path, entry: "data without PG_VERSION")
    }
  }
}

extension ClusterDirectory {
  /// Where a cluster is made before it gets its name, so that half of one is never used.
  ///
  /// Another name each time: the `initdb` of a daemon that was killed may still be at work.
  func nameForUnfinished() -> String {
    "\(path)/\(Self.unfinishedPrefix)\(String(UInt32.random(in: 0 ... .max), radix: 16))"
  }

  /// What was begun and never got its name.
  var unfinished: [String] {
    Files.names(in: path).filter { $0.hasPrefix(Self.unfinishedPrefix) }.map { "\(path)/\($0)" }
  }

  /// The directory of a daemon that is told none.
  ///
  /// `/var/lib/bergulir/postgres` for root, else under `$XDG_DATA_HOME` or `~/.local/share`.
  ///
  /// - Throws: `EmbeddedError.pathUnusable` if there is no home directory.
  static func standard(
    environment: [String: String], isRoot: Bool
  ) throws(EmbeddedError) -> String {
    if isRoot { return "/var/lib/bergulir/postgres" }
    if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") {
      return "\(base)/bergulir/postgres"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw .pathUnusable("~", reason: "HOME is not set; name a data directory")
    }
    return "\(home)/.local/share/bergulir/postgres"
  }

  /// The processes of a server that works on these data, its main process or what it left behind.
  var serverProcesses: [Int32] {
    Files.names(in: "/proc").compactMap { name in
      guard let pid = Int32(name), Files.destination(of: "/proc/\(pid)/cwd") == data,
        let program = Files.destination(of: "/proc/\(pid)/exe"), program.contains("/postgres")
      else { return nil }
      return pid
    }
  }

  /// What the server's own file says of its main process.
  var postmasterState: PostmasterState? {
    let lines = Files.read(postmaster)?.split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let lines, let pid = lines.first.flatMap({ Int32($0) }) else { return nil }
    let status = lines.count > 7 ? lines[7].prefix { $0 != " " } : ""
    return PostmasterState(pid: pid, isReady: status == "ready")
  }
}

/// The main process of a server, by its own account.
struct PostmasterState: Hashable, Sendable {
  let pid: Int32
  let isReady: Bool
}
