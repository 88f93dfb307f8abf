import Subprocess
import SystemPackage

/// A program to run, as whom.
///
/// It starts in the root directory with an environment of its own, so that neither where the
/// daemon was started nor its `PG…` variables matter.
struct Command: Sendable {
  let program: String
  let arguments: [String]
  let user: ServerUser?
  /// What a client of the server logs in by: in the environment, which nobody else can read.
  var password: String?

  /// More than any of the programs says.
  private static let outputLimit = 1 << 20

  /// Part of util-linux, which every system has.
  private static let userSetter = "/usr/bin/setpriv"

  init(_ program: String, _ arguments: [String], as user: ServerUser? = nil) {
    self.program = program
    self.arguments = arguments
    self.user = user
  }

  /// Runs the program to its end and gives back what it said.
  ///
  /// - Throws: `EmbeddedError.programFailed` with what it said last.
  @discardableResult
  func run() async throws(EmbeddedError) -> String {
    do {
      let result = try await Subprocess.run(
        configuration, output: .string(limit: Self.outputLimit), error: .combinedWithOutput)
      guard result.terminationStatus.isSuccess else {
        throw EmbeddedError.programFailed(program, reason: lastLines(of: result.standardOutput))
      }
      return result.standardOutput
    } catch let error as EmbeddedError {
      throw error
    } catch {
      throw .programFailed(program, reason: "\(error)")
    }
  }

  var configuration: Configuration {
    var options = PlatformOptions()
    // A session of its own: the interrupt key of our terminal is for us to act on.
    options.createSession = true
    var words = [program] + arguments
    if let user, user.isAnother {
      // Not by the options of Subprocess: they call setgroups and setuid between fork and exec,
      // which in glibc wait for a thread that was being made at that moment, without end.
      words =
        [Self.userSetter, "--reuid=\(user.uid)", "--regid=\(user.gid)", "--clear-groups", "--"]
        + words
    }
    var environment: [Environment.Key: String] = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    if let password { environment["PGPASSWORD"] = password }
    return Configuration(
      executable: .path(FilePath(words[0])), arguments: Arguments(Array(words.dropFirst())),
      environment: .custom(environment), workingDirectory: "/", platformOptions: options)
  }
}

/// The end of a program's words, where the reason stands.
func lastLines(of text: String) -> String {
  text.split(whereSeparator: \.isNewline).suffix(5).joined(separator: "; ")
}
