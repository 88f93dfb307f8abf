import Subprocess
import SystemPackage

/// A process that outlives ours to stop a cluster and remove its files.
///
/// It waits for the end of a pipe that only we hold open, so it acts whether our process ends in
/// order or is killed.
struct Undertaker: Sendable {
  private let end: FileDescriptor
  private let process: Task<Void, any Error>

  private static let script = """
    read -r nothing
    pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
    if [ -n "$pid" ]; then
      kill -QUIT "$pid"
      looks=0
      while readlink "/proc/$pid/exe" >/dev/null && [ "$looks" -lt 200 ]; do
        sleep 0.05
        looks=$((looks + 1))
      done
    fi
    rm -rf "$1"
    """

  /// Sees to it that the cluster in `directory` is gone after this process.
  init(watching directory: String) throws {
    let pipe = try FileDescriptor.pipe()
    var options = PlatformOptions()
    options.createSession = true
    let configuration = Configuration(
      executable: .path("/bin/sh"), arguments: ["-c", Self.script, "undertaker", directory],
      environment: .custom(["PATH": "/usr/bin:/bin"]), workingDirectory: "/",
      platformOptions: options)
    end = pipe.writeEnd
    process = Task {
      _ = try await Subprocess.run(
        configuration,
        input: .fileDescriptor(pipe.readEnd, closeAfterSpawningProcess: true),
        output: .discarded)
    }
  }

  /// Does it now, and waits until it is done.
  func act() async throws {
    try end.close()
    try await process.value
  }
}

/// Gives `body` a path under which a cluster may be made; afterwards the cluster is gone.
public func withClusterDirectory(
  named name: String = "cluster", _ body: (_ path: String) async throws -> Void
) async throws {
  let path = "/tmp/bergulir-\(name)-\(UInt64.random(in: 0 ... .max))"
  let undertaker = try Undertaker(watching: path)
  do {
    try await body(path)
  } catch {
    try await undertaker.act()
    throw error
  }
  try await undertaker.act()
}
