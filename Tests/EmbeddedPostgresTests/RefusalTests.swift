@testable import EmbeddedPostgres
import FundTesting
import Glibc
import Testing

@Suite struct RefusalTests {
  @Test func `data of another version are refused, saying which is needed`() async throws {
    try await withClusterDirectory { path in
      try await open(path).stop()
      try write("13\n", to: "\(path)/data/PG_VERSION")
      let refusal = try await openingFails(path)
      guard case .versionMismatch(path, found: "13", let installed)? = refusal else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(refusal?.description.contains("postgresql-13") == true)
      #expect(!installed.isEmpty)
    }
  }

  @Test func `a directory that holds something else is refused and left as it is`() async throws {
    try await withClusterDirectory { path in
      #expect(mkdir(path, 0o755) == 0)
      try write("do not touch", to: "\(path)/notes.txt")
      #expect(try await openingFails(path) == .directoryForeign(path, entry: "notes.txt"))
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o755)
      #expect(Files.names(in: path) == ["notes.txt"])
    }
  }

  @Test func `data that are no cluster are refused`() async throws {
    try await withClusterDirectory { (path) async throws in
      #expect(mkdir(path, 0o700) == 0)
      #expect(mkdir("\(path)/data", 0o700) == 0)
      #expect(
        try await openingFails(path)
          == .directoryForeign(path, entry: "data without PG_VERSION"))
    }
  }

  @Test func `a path that is a file, or does not begin at the root, is refused`() async throws {
    try await withClusterDirectory { path in
      try write("", to: path)
      #expect(
        try await openingFails(path) == .pathUnusable(path, reason: "it is not a directory"))
    }
    guard case .pathUnusable("data", _)? = try await openingFails("data") else {
      Issue.record("a relative path was taken")
      return
    }
  }

  @Test(
    arguments: [
      ("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n", 15),
      ("postgres (PostgreSQL) 17.0\n", 17), ("postgres (PostgreSQL) 18beta1\n", 18),
      ("something else\n", nil), ("", nil),
    ] as [(String, Int?)])
  func `the version is read from what the server says`(answer: String, version: Int?) {
    #expect(ServerPrograms.majorVersion(in: answer) == version)
  }

  @Test(
    arguments: [
      ([:], true, "/var/lib/bergulir/postgres"),
      (["HOME": "/home/siti"], false, "/home/siti/.local/share/bergulir/postgres"),
      (
        ["HOME": "/home/siti", "XDG_DATA_HOME": "/data"], false, "/data/bergulir/postgres"
      ),
      (["XDG_DATA_HOME": "relative"], false, nil), ([:], false, nil),
    ] as [([String: String], Bool, String?)])
  func `the directory of a daemon that is told none`(
    environment: [String: String], isRoot: Bool, path: String?
  ) throws {
    guard let path else {
      #expect(throws: EmbeddedError.self) {
        try ClusterDirectory.standard(environment: environment, isRoot: isRoot)
      }
      return
    }
    #expect(try ClusterDirectory.standard(environment: environment, isRoot: isRoot) == path)
  }

  @Test func `what is missing is named with the package that has it`() {
    let missing = EmbeddedError.programsMissing(searched: ["/usr/lib/postgresql/*/bin"])
    #expect(missing.description.contains("install the package postgresql"))
    #expect(EmbeddedError.userMissing.description.contains("install the package postgresql"))
  }
}
