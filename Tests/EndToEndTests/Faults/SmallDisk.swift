import Foundation
import FundTesting
import Testing

/// A disk of a test's own, in memory, which can be filled.
struct SmallDisk: Sendable {
  let url: URL

  /// Whether this process may mount; false for anybody but root, and for root of most containers.
  static let isPossible: Bool = {
    do {
      let scratch = try Scratch()
      defer { scratch.remove() }
      let disk = SmallDisk(url: scratch.url)
      return try disk.mount(megabytes: 1) == 0 && disk.unmount() == 0
    } catch {
      return false
    }
  }()

  /// Gives `body` a disk of so many megabytes, which is gone afterwards.
  static func with(megabytes: Int, _ body: (SmallDisk) async throws -> Void) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let disk = SmallDisk(url: scratch.url)
    try #require(try disk.mount(megabytes: megabytes) == 0)
    do {
      try await body(disk)
    } catch {
      _ = try disk.unmount()
      throw error
    }
    #expect(try disk.unmount() == 0)
  }

  /// Fills it but for so many bytes.
  func fill(leaving bytes: Int) throws {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: url.path)
    let free = try #require((attributes[.systemFreeSize] as? NSNumber)?.intValue)
    try Data(count: max(0, free - bytes)).write(to: ballast)
  }

  /// Takes away what filled it.
  func makeRoom() throws {
    try FileManager.default.removeItem(at: ballast)
  }

  private var ballast: URL { url.appendingPathComponent("ballast") }

  private func mount(megabytes: Int) throws -> Int32 {
    try SmallDisk.run(
      "mount", "-t", "tmpfs", "-o", "size=\(megabytes)m,mode=755", "tmpfs", url.path)
  }

  /// Whoever still looks at a file of it may: it goes when they do.
  private func unmount() throws -> Int32 { try SmallDisk.run("umount", "--lazy", url.path) }

  private static func run(_ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
