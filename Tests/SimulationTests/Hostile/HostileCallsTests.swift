import FrameTransport
import Foundation
import FundTesting
import RevolvingFund
import Testing

/// A real daemon under made-up calls of people with good tokens, over sockets.
@Suite(.serialized) struct HostileCallsTests {
  private static let enemies = 8
  private static let mostMegabytes = 400

  @Test func `no call that a token allows to be sent brings a daemon to a fault of its own`()
    async throws
  {
    let scale = Scale.ofThisRun()
    try await FundFixture.withWorld(today: Programme.eve) { world in
      let recorded = try await calls(of: world, seed: scale.seed)
      try await withDaemon(over: world) { daemon in
        let target = try daemon.target
        let begun = ContinuousClock.now
        let tally = try await withThrowingTaskGroup { group in
          for number in 0..<UInt64(Self.enemies) {
            group.addTask {
              var enemy = Enemy(recorded, seed: scale.seed &+ number)
              return try await enemy.call(target, times: scale.hostileCalls / Self.enemies)
            }
          }
          return try await group.reduce(into: Enemy.Tally()) { $0.add($1) }
        }
        let most = try daemon.mostMegabytes()
        print(
          """
          \(scale.hostileCalls) hostile calls like \(Set(recorded.map(\.method)).count) methods, \
          seed \(scale.seed), \(begun.duration(to: .now)): \(tally.answered) answered, \
          \(tally.refused.sorted { $0.value > $1.value }), at most \(most) MB
          """)
        #expect(tally.faults.prefix(3) == [], "\(tally.faults.count), seed \(scale.seed)")
        #expect(tally.answered > scale.hostileCalls / 20)
        #expect(most < Self.mostMegabytes)
        await daemon.stop()
        #expect(daemon.status == 0, "\(daemon.words.suffix(500))")
      }
      let findings = try await world.fixture.findings()
      #expect(findings.prefix(3) == [], "seed \(scale.seed)")
      for (rule, rows) in Disagreements.all {
        let found = try await world.fixture.rows(of: rows, on: day("2030-01-01"))
        #expect(found == 0, "\(rule), seed \(scale.seed)")
      }
    }
  }

  /// What the officers of two UPK send in some months.
  private func calls(of world: FundWorld, seed: UInt64) async throws -> [RecordedCall] {
    let recorder = CallRecorder()
    let clock = SimulatedClock(Programme.eve)
    return try await Office.serving(world, clock: clock, recorder: recorder) { office in
      var programme = try await Programme.begin(
        Scale.small(seed: seed), Story(months: 3), in: office)
      _ = try await programme.live { _, _ in }
      return recorder.calls
    }
  }

  private func withDaemon(
    over world: FundWorld, _ body: (DaemonProcess) async throws -> Void
  ) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let key = try scratch.file("person.key", holding: FundFixture.keysFile)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
    try await FundTesting.withDaemon(
      dataDirectory: scratch.url,
      options: ["--database", world.fixture.connectionString, "--key-file", key.path], body)
  }
}

extension DaemonProcess {
  /// The most memory that it ever had.
  fileprivate func mostMegabytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)
    let kilobytes = status.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) }
    return try #require(kilobytes) / 1024
  }
}
