import Subprocess
import SystemPackage

/// A process that outlives ours to stop the cluster and remove its files.
///
/// It waits for the end of a pipe that only we hold open, so it acts whether our process ends in
/// order or is killed.
enum Undertaker {
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
  static func watch(_ directory: String) async throws {
    let pipe = try FileDescriptor.pipe()
    var options = PlatformOptions()
    options.createSession = true
    let configuration = Configuration(
      executable: .path("/bin/sh"), arguments: ["-c", script, "undertaker", directory],
      environment: .custom(["PATH": "/usr/bin:/bin"]), workingDirectory: "/",
      platformOptions: options)
    Task {
      // The write end stays open as long as this process lives.
      _ = try await Subprocess.run(
        configuration,
        input: .fileDescriptor(pipe.readEnd, closeAfterSpawningProcess: true),
        output: .discarded)
    }
  }
}
