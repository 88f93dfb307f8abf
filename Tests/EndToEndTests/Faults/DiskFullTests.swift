import Foundation
import FundTesting
import Testing

/// What the fund does when its database has no room left.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: SmallDisk.isPossible, "needs the right to mount a disk in memory"))
struct DiskFullTests {
  @Test func `a full disk refuses what it has no room for, and keeps what was acknowledged`()
    async throws
  {
    try await SmallDisk.with(megabytes: 240) { disk in
      let register = try await Register(in: disk.url)
      try await withDaemon(dataDirectory: disk.url.appendingPathComponent("data")) { daemon in
        try await register.add(50, at: daemon)
        try disk.fill(leaving: 400_000)
        let reason = try await register.addUntilRefused(at: daemon)
        // Where PostgreSQL has no room for its log either, it ends, and the daemon with it.
        #expect(["DATABASE_FULL", "DATABASE_UNAVAILABLE", "UNAVAILABLE"].contains(reason))
        print("a full disk: \(reason) after \(await register.told.count) people")
        try disk.makeRoom()
      }
      try await withDaemon(dataDirectory: disk.url.appendingPathComponent("data")) { daemon in
        try await register.add(50, at: daemon)
        #expect(try await register.recorded() == register.told)
      }
    }
  }
}
