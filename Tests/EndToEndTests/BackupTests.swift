import Foundation
import FundTesting
import Testing

/// Backups of a real daemon's database, taken while it is written to, and brought back.
@Suite(.serialized, .timeLimit(.minutes(10))) struct BackupTests {
  @Test func `what was answered before a backup was begun is in it, and the rest in the archive`()
    async throws
  {
    try await BackedFund.with { fund in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<3 {
          group.addTask { while !Task.isCancelled { try await fund.repay() } }
        }
        group.addTask {
          while fund.answered < 20 { await Task.yield() }
          let backup = try await fund.backup()
          #expect(backup.status == 0, "\(backup.words)")
          #expect(backup.words.contains("the key file is not in it"))
        }
        // The one that ends is the backup, unless a repayment failed.
        _ = try await group.next()
        group.cancelAll()
        while let result = await group.nextResult() {
          if case .failure(let error) = result { #expect(error is CancellationError) }
        }
      }
      let answered = try await fund.events()
      let drill = try await fund.drill()
      #expect(drill.status == 0, "\(drill.output)\(drill.words)")
      #expect(drill.output.contains("key\topens what was sealed last"))
      #expect(try leftovers(in: fund.home) == [])

      await fund.daemon.stop()
      let (events, done) = try await fund.restored("new")
      #expect(done.status == 0 && events == answered, "\(answered) \(done.words)")
    }
  }

  @Test func `a moment brings back what was committed before it, and nothing after`()
    async throws
  {
    try await BackedFund.with { fund in
      #expect(try await fund.backup().status == 0)
      try await fund.repay()
      let before = try await fund.events()
      let moment = try await fund.now()
      try await fund.repay()
      await fund.daemon.stop()
      let (events, done) = try await fund.restored("then", "--until", moment)
      #expect(done.status == 0 && events == before, "\(before) \(done.words)")
      let (_, later) = try await fund.restored("later", "--until", "2099-01-01T00:00:00+07:00")
      #expect(later.status == 1)
      #expect(later.words.contains("nothing that was archived is later"), "\(later.words)")
      let (_, earlier) = try await fund.restored("never", "--until", "1999-01-01T00:00:00Z")
      #expect(earlier.status == 1 && earlier.words.contains("no backup was finished before"))
      let (_, again) = try await fund.restored("then")
      #expect(again.status == 1 && again.words.contains("is not empty"), "\(again.words)")

      // Without its key it is not served with a new one.
      let keyless = try await DaemonProcess(dataDirectory: fund.home.appendingPathComponent("then"))
      await keyless.ended()
      #expect(keyless.words.contains("person.key is missing"), "\(keyless.words)")
      let served = try await DaemonProcess(
        dataDirectory: fund.home.appendingPathComponent("then"),
        options: ["--key-file", fund.key.path])
      #expect(served.address != nil, "\(served.words)")
      await served.stop()
    }
  }

  @Test func `one flipped bit, a missing segment and a damaged one are refused by name`()
    async throws
  {
    try await BackedFund.with { fund in
      let name = try await fund.backup().output.trimmingCharacters(in: .newlines)
      for _ in 0..<3 {
        try await fund.repay()
        try await fund.world.fixture.script("select pg_switch_wal()")
      }
      await fund.daemon.stop()
      #expect(try await fund.drill().status == 0)

      let wal = fund.backups.appendingPathComponent("wal")
      let segments = try FileManager.default.contentsOfDirectory(atPath: wal.path)
        .filter { $0.count == 27 }.sorted()
      let segment = wal.appendingPathComponent(try #require(segments.dropLast().last))
      let whole = try Data(contentsOf: segment)
      try FileManager.default.removeItem(at: segment)
      let missing = try await fund.drill()
      #expect(missing.status == 12)
      #expect(missing.words.contains(segment.lastPathComponent.prefix(24)), "\(missing.words)")
      // In its checksum: in the middle most bits only say from where a run of zeros is copied.
      try whole.flipped(at: whole.count - 8).write(to: segment)
      let damaged = try await fund.drill()
      #expect(damaged.status == 12)
      #expect(damaged.words.contains(segment.lastPathComponent), "\(damaged.words)")
      try whole.write(to: segment)

      let file = fund.backups.appendingPathComponent("base/\(name)/data/base/1/1249")
      let content = try Data(contentsOf: file)
      try content.flipped(at: 5000).write(to: file)
      let flipped = try await fund.drill()
      #expect(flipped.status == 12 && flipped.words.contains("base/1/1249"), "\(flipped.words)")
      let (_, restored) = try await fund.restored("new")
      #expect(restored.status == 12, "\(restored.words)")
    }
  }

  @Test func `a drill finds books that are wrong, and a key that is another's`() async throws {
    try await BackedFund.with { fund in
      #expect(try await fund.backup().status == 0)
      try await finish(
        Programs.url("bergulird"), ["generate-key"]
      ).output.write(to: fund.key, atomically: false, encoding: .utf8)
      let stranger = try await fund.drill()
      #expect(stranger.status == 11 && stranger.output.contains("DOES NOT OPEN"))
      try FundFixture.keysFile.write(to: fund.key, atomically: false, encoding: .utf8)
      try await fund.world.fixture.script("update fund.posting set amount = amount + 1")
      #expect(try await fund.backup().status == 0)
      let wrong = try await fund.drill()
      #expect(wrong.status == 10 && wrong.output.contains("wrong\tUPK 1: chain"), "\(wrong.output)")
    }
  }

  @Test func `the newest backups are kept, and never none`() async throws {
    try await BackedFund.with { fund in
      let first = try await fund.backup().output
      let second = try await fund.bergulird(
        "backup", "--data-directory", fund.data.path, "--keep", "1")
      #expect(second.status == 0 && second.words.contains("1 are kept, 1 removed"))
      let kept = try FileManager.default.contentsOfDirectory(
        atPath: fund.backups.appendingPathComponent("base").path
      ).filter { !$0.hasPrefix(".") }
      #expect(kept == [second.output.trimmingCharacters(in: .newlines)] && first != second.output)
      #expect(try await fund.drill().status == 0)
      let none = try await fund.bergulird("backup", "--keep", "0")
      #expect(none.status == 2 && none.words.contains("the last good backup stays"))
    }
  }

  private func leftovers(in home: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home.path)
      .filter { $0.hasPrefix("bergulir-drill") }
  }
}

extension Data {
  /// The same with one bit of one byte turned over.
  fileprivate func flipped(at place: Int) -> Data {
    var copy = self
    copy[place] ^= 1
    return copy
  }
}
