import ArgumentParser
import EmbeddedPostgres
import GRPCCore
import Glibc

/// What every command does around its work.
enum Program {
  /// Runs a command's work; a failure is said on standard error, and the exit code is 1.
  static func run(_ work: (Environment) async throws -> Void) async throws {
    do {
      try await work(Environment.current)
    } catch let code as ExitCode {
      throw code
    } catch let error as EmbeddedError where error.isDamage {
      say("bergulird: \(error)")
      throw ExitCode(12)
    } catch {
      // The server wraps what its transport threw; the cause is what says what to do.
      say("bergulird: \((error as? RuntimeError)?.cause ?? error)")
      throw ExitCode.failure
    }
  }

  /// Writes a line for people: standard output is for data.
  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
