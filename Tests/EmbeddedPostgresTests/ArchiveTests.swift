import EmbeddedPostgres
import Foundation
import FundTesting
import Libpq
import Logging
import Testing

private let archiver = Statement(
  "archiver", "select (failed_count > 0)::text || ' ' || archived_count from pg_stat_archiver")
private let mode = Statement("mode", "select current_setting('archive_mode')")
private let segment = Statement("segment", "select pg_walfile_name(pg_current_wal_lsn())")

/// The archive of a private cluster's log.
@Suite struct ArchiveTests {
  @Test func `an archive is remembered by the cluster until it is turned off`() async throws {
    try await withClusterDirectory { path in
      try await withArchive { archive in
        for (archiving, expected) in [
          (ClusterSettings.Archiving.asBefore, "off"), (.to(archive), "on"), (.asBefore, "on"),
          (.off, "off"), (.asBefore, "off"),
        ] {
          let cluster = try await open(path, archiving)
          #expect(try await cluster.ask(mode) == expected)
          try await cluster.stop()
        }
      }
    }
  }

  @Test func `a segment that is in the archive is never written over`() async throws {
    try await withClusterDirectory { path in
      try await withArchive { archive in
        let cluster = try await open(path, .to(archive))
        let name = try await cluster.ask(segment)
        let file = URL(fileURLWithPath: "\(archive.log)/\(name).gz")
        let foreign = Data("another cluster's".utf8)
        try foreign.write(to: file)
        try await cluster.run("create table t (); select pg_switch_wal()")
        while try await cluster.ask(archiver).hasPrefix("false") { await Task.yield() }
        #expect(try Data(contentsOf: file) == foreign)

        // Once it is out of the way the server goes on by itself, and nothing is lost.
        try FileManager.default.removeItem(at: file)
        try await cluster.stop()
        #expect(try Data(contentsOf: file).count > 1000)
      }
    }
  }

  @Test func `a directory with something else in it is no archive`() async throws {
    try await withClusterDirectory { path in
      try await withArchive { archive in
        try FileManager.default.createDirectory(
          atPath: archive.path, withIntermediateDirectories: false)
        try Data().write(to: URL(fileURLWithPath: archive.path + "/letters"))
        await #expect(throws: EmbeddedError.directoryForeign(archive.path, entry: "letters")) {
          try await open(path, .to(archive))
        }
      }
    }
  }

  /// A path with what a shell, a settings file and the server itself would take for their own.
  private func withArchive(_ body: (BackupDirectory) async throws -> Void) async throws {
    let path = "/tmp/bergulir-archive 'a%b-\(UInt32.random(in: 0 ... .max))"
    let result: Result<Void, any Error>
    do {
      result = .success(try await body(try BackupDirectory(path)))
    } catch {
      result = .failure(error)
    }
    try FileManager.default.removeItem(atPath: path)
    try result.get()
  }

  private func open(
    _ path: String, _ archiving: ClusterSettings.Archiving
  ) async throws -> EmbeddedCluster {
    var settings = ClusterSettings.disposable
    settings.sharedBuffersMiB = 32
    settings.archiving = archiving
    return try await EmbeddedCluster.open(
      directory: path, settings: settings,
      logger: Logger(label: "postgres") { _ in SwiftLogNoOpLogHandler() })
  }
}
