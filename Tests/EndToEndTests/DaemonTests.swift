import Foundation
import FundTesting
import Testing

/// The daemon as a process: how it begins, how it ends, and what it says then.
@Suite(.serialized, .timeLimit(.minutes(10))) struct DaemonTests {
  @Test func `SIGTERM ends it cleanly, and it starts again on the same data`() async throws {
    try await withDirectory { directory in
      let first = try await DaemonProcess(dataDirectory: directory)
      #expect(first.address != nil)
      await first.stop()
      #expect(first.status == 0)
      let second = try await DaemonProcess(dataDirectory: directory)
      #expect(second.address != nil)
      await second.stop()
      #expect(second.status == 0)
    }
  }

  @Test func `a second daemon on the same directory is told who has it`() async throws {
    try await withDirectory { directory in
      try await withDaemon(dataDirectory: directory) { first in
        let second = try await DaemonProcess(dataDirectory: directory)
        await second.ended()
        #expect(second.address == nil && second.status == 1)
        #expect(second.words.contains("process \(first.processID)"), "\(second.words)")
      }
    }
  }

  @Test func `a port that is taken ends it with the reason, and its PostgreSQL with it`()
    async throws
  {
    try await withDirectory { directory in
      try await withDaemon(dataDirectory: directory) { first in
        try await withDirectory { other in
          let second = try await DaemonProcess(
            dataDirectory: other, listen: try #require(first.address))
          await second.ended()
          #expect(second.status == 1)
          #expect(second.words.contains("Address already in use"), "\(second.words)")
        }
      }
    }
  }

  @Test func `when PostgreSQL dies under it, it says so and ends; the next one recovers`()
    async throws
  {
    try await withDirectory { directory in
      let first = try await DaemonProcess(dataDirectory: directory)
      #expect(first.address != nil)
      kill(try DaemonPostgres(dataDirectory: directory).processID, SIGKILL)
      await first.ended()
      #expect(first.status == 1)
      #expect(first.words.contains("PostgreSQL"), "\(first.words)")
      let second = try await DaemonProcess(dataDirectory: directory)
      #expect(second.address != nil, "\(second.words)")
      await second.stop()
    }
  }

  @Test func `after its own death by SIGKILL the next one takes the data over`() async throws {
    try await withDirectory { directory in
      let first = try await DaemonProcess(dataDirectory: directory)
      #expect(first.address != nil)
      kill(first.processID, SIGKILL)
      await first.ended()
      let second = try await DaemonProcess(dataDirectory: directory)
      #expect(second.address != nil, "\(second.words)")
      await second.stop()
      #expect(second.status == 0)
    }
  }

  @Test func `data of another version of PostgreSQL are left alone, and the versions named`()
    async throws
  {
    try await withDirectory { directory in
      await (try DaemonProcess(dataDirectory: directory)).stop()
      let version = directory.appendingPathComponent("postgres/data/PG_VERSION")
      try "13\n".write(to: version, atomically: false, encoding: .utf8)
      let second = try await DaemonProcess(dataDirectory: directory)
      await second.ended()
      #expect(second.status == 1)
      #expect(second.words.contains("13"), "\(second.words)")
    }
  }

  @Test(arguments: [["nonsense"], ["serve", "--nonsense"]])
  func `a wrong command line is a usage error and starts nothing`(
    arguments: [String]
  ) async throws {
    let ended = try await finish(Programs.url("bergulird"), arguments)
    #expect(ended.status == 2 && ended.output.isEmpty, "\(ended.words)")
  }

  private func withDirectory(_ body: (URL) async throws -> Void) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try await body(scratch.url.appendingPathComponent("data"))
  }
}
