import Foundation
import FundStore
import FundTesting
import Testing

/// `bergulird rotate-key` as an administrator runs it, and as a loss of power cuts it short.
@Suite(.serialized, .timeLimit(.minutes(10))) struct KeyRotationTests {
  @Test func `after it the daemon serves the same names, and only with the new key`() async throws {
    try await KeyedFund.with { fund in
      let people = try await fund.people()
      let done = try await fund.rotate()
      #expect(done.status == 0, "\(done.words)")
      #expect(done.output == "2\t\(fund.key.path)\tin use\n1\t\(fund.key.path).1\tkept\n")
      #expect(done.words.contains("\(people.count) persons and 5 open shares"), "\(done.words)")
      #expect(try fund.files() == ["person.key", "person.key.1"])
      #expect(try fund.text("person.key.1") == FundFixture.keysFile)
      #expect(try fund.mode("person.key") == 0o640)
      #expect(try await fund.people() == people)

      let stale = try await fund.daemon(keyFile: "person.key.1")
      await stale.ended()
      #expect(stale.status == 1 && stale.words.contains("name the newer file"), "\(stale.words)")
      #expect(try await fund.rotate().output.hasPrefix("3\t"))
      #expect(try fund.files() == ["person.key", "person.key.1", "person.key.2"])
      #expect(try await fund.people() == people)
    }
  }

  @Test func `one that is killed while it seals changes nothing, and the next one finishes`()
    async throws
  {
    try await KeyedFund.with { fund in
      let people = try await fund.people()
      try await fund.rotateKilledHalfWay()
      #expect(try fund.files() == ["person.key", "person.key.next"])
      let next = try fund.text("person.key.next")
      #expect(try await fund.people() == people)
      let done = try await fund.rotate()
      #expect(done.status == 0 && done.words.contains("\(people.count) persons"), "\(done.words)")
      // The key that was on disk is the one that was taken.
      #expect(try fund.text("person.key") == next)
      #expect(try await fund.people() == people)
    }
  }

  @Test func `one that is killed after it sealed leaves a daemon that says what to do`()
    async throws
  {
    try await KeyedFund.with { fund in
      let people = try await fund.people()
      try await fund.rotateKilledHalfWay()
      // What the program does until the instant before it renames its files.
      let rotation = KeyRotation(
        connectionString: fund.world.fixture.connectionString,
        from: try PersonalDataKeys(fileContents: FundFixture.keysFile),
        to: try PersonalDataKeys(fileContents: try fund.text("person.key.next")))
      #expect(try await rotation.run { _ in } == .sealed(persons: people.count, claims: 5))
      let stale = try await fund.daemon()
      await stale.ended()
      #expect(stale.status == 1 && stale.words.contains("run it again"), "\(stale.words)")
      let done = try await fund.rotate()
      #expect(done.status == 0 && done.words.contains("an earlier run"), "\(done.words)")
      #expect(try fund.files() == ["person.key", "person.key.1"])
      #expect(try await fund.people() == people)
    }
  }

  @Test func `a file that does not follow the key in use is not taken for the next one`()
    async throws
  {
    try await KeyedFund.with { fund in
      try fund.write(FundFixture.keysFile, to: "person.key.next")
      let refused = try await fund.rotate()
      #expect(refused.status == 1 && refused.words.contains("does not follow key 1"))
      #expect(try fund.files() == ["person.key", "person.key.next"])
    }
  }

  @Test func `while a daemon runs on the private PostgreSQL, it is told to stop that first`()
    async throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try await withDaemon(dataDirectory: scratch.url) { daemon in
      let rotating = ["rotate-key", "--data-directory", scratch.url.path]
      let refused = try await finish(Programs.url("bergulird"), rotating)
      #expect(refused.status == 1 && refused.words.contains("process \(daemon.processID)"))
      await daemon.stop()
      let done = try await finish(Programs.url("bergulird"), rotating)
      #expect(done.status == 0 && done.words.contains("0 persons"), "\(done.words)")
    }
    try await withDaemon(dataDirectory: scratch.url) { daemon in
      #expect(daemon.address != nil, "\(daemon.words)")
    }
  }
}
