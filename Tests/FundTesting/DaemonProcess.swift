public import Foundation
public import FrameTransport
import Synchronization
import Testing

/// A real `bergulird`, with everything that it says.
public final class DaemonProcess: Sendable {
  private let process: Process
  private let heard = Mutex(Heard())

  private struct Heard {
    var words = ""
    var address: String?
    var hasEnded = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  /// Starts it and waits until it listens, or has ended.
  public init(
    dataDirectory: URL, listen: String = "127.0.0.1:0", options: [String] = [],
    environment: [String: String] = [:]
  ) async throws {
    let process = Process()
    let words = Pipe()
    process.executableURL = Programs.url("bergulird")
    process.arguments =
      ["serve", "--data-directory", dataDirectory.path, "--listen", listen] + options
    process.environment = ProcessInfo.processInfo.environment
      .merging(["BERGULIR_GRPC_LISTEN": "none"]) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = words
    self.process = process
    try process.run()
    Thread.detachNewThread { [self] in
      while case let data = words.fileHandleForReading.availableData, !data.isEmpty {
        hear(String(decoding: data, as: UTF8.self))
      }
      process.waitUntilExit()
      end()
    }
    await wait { $0.address != nil || $0.hasEnded }
  }

  /// Where it listens; `nil` when it ended before it did.
  public var address: String? { heard.withLock { $0.address } }
  /// The same, for clients.
  public var target: ListenAddress {
    get throws {
      let parts = try #require(address, "\(words)").split(separator: ":")
      return ListenAddress(host: String(parts[0]), port: try #require(Int(parts[1])))
    }
  }
  public var words: String { heard.withLock { $0.words } }
  public var status: Int32 { process.terminationStatus }
  public var processID: Int32 { process.processIdentifier }

  /// Asks it to end and waits for that.
  public func stop() async {
    process.terminate()
    await ended()
  }

  public func ended() async {
    await wait { $0.hasEnded }
  }

  private func hear(_ text: String) {
    heard.withLock { heard in
      heard.words += text
      heard.address =
        heard.address
        ?? heard.words.firstMatch(of: /listening on ([0-9.:]+)\n/)
        .map { String($0.1) }
    }
    wake()
  }

  private func end() {
    heard.withLock { $0.hasEnded = true }
    wake()
  }

  private func wake() {
    let waiting = heard.withLock { heard in
      defer { heard.waiting = [] }
      return heard.waiting
    }
    for waiter in waiting { waiter.resume() }
  }

  private func wait(until isDone: @Sendable (borrowing Heard) -> Bool) async {
    while true {
      await withCheckedContinuation { waiter in
        let isOver = heard.withLock { heard in
          if isDone(heard) { return true }
          heard.waiting.append(waiter)
          return false
        }
        if isOver { waiter.resume() }
      }
      if heard.withLock({ isDone($0) }) { return }
    }
  }
}

/// Runs with a daemon that is stopped afterwards, whatever happens.
public func withDaemon<Value>(
  dataDirectory: URL, options: [String] = [], environment: [String: String] = [:],
  _ body: (DaemonProcess) async throws -> Value
) async throws -> Value {
  let daemon = try await DaemonProcess(
    dataDirectory: dataDirectory, options: options, environment: environment)
  do {
    let value = try await body(daemon)
    await daemon.stop()
    return value
  } catch {
    await daemon.stop()
    throw error
  }
}
