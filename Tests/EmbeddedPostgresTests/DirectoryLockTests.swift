import Foundation
import Synchronization
import SystemPackage
import Testing

@testable import EmbeddedPostgres

@Test func `a lock that is refused closes no file of others`() async throws {
  let path = "/tmp/bergulir-lock-\(UInt64.random(in: 0 ... .max))"
  let held = try DirectoryLock(directory: "/tmp", path: path)
  let isOver = Mutex(false)
  async let lost: Int = {
    var lost = 0
    while !isOver.withLock({ $0 }) {
      let other = try FileDescriptor.open("/dev/null", .readOnly)
      do { try other.close() } catch { lost += 1 }
    }
    return lost
  }()
  for _ in 0..<20_000 {
    #expect(throws: EmbeddedError.self) { try DirectoryLock(directory: "/tmp", path: path) }
  }
  isOver.withLock { $0 = true }
  #expect(try await lost == 0)
  withExtendedLifetime(held) {}
  try FileManager.default.removeItem(atPath: path)
}
