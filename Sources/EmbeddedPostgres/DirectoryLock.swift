import Glibc
import SystemPackage

/// The sign that a directory is ours while we live.
///
/// The system gives the lock back when the process ends, however it ends.
final class DirectoryLock: Sendable {
  private let file: FileDescriptor

  /// Takes the lock of `directory` without waiting.
  ///
  /// Once the file is open `deinit` closes it, also where this throws: a second close could be of
  /// somebody else's file.
  ///
  /// - Throws: `EmbeddedError.directoryInUse` with the process that holds it, `.pathUnusable`.
  init(directory: String, path: String) throws(EmbeddedError) {
    do {
      file = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.create, .noFollow, .closeOnExec],
        permissions: .ownerReadWrite)
    } catch {
      throw .pathUnusable(path, reason: "\(error)")
    }
    guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Files.read(path).flatMap { Int32($0.prefix { $0.isNumber }) }
      throw .directoryInUse(directory, pid: holder)
    }
    do {
      try file.resize(to: 0)
      try file.writeAll("\(getpid())\n".utf8)
    } catch {
      throw .pathUnusable(path, reason: "\(error)")
    }
  }

  deinit {
    close(file.rawValue)
  }
}
