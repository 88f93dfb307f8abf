import Foundation
import FundServer
import FundStore
import Glibc

/// A file with keys: those of names and NIK, or the one that signs heads.
struct KeyFile: Sendable {
  let path: String

  /// No key file is longer.
  private static let mostBytes = 4096

  /// Reads the keys.
  ///
  /// - Throws: `DaemonError.keyFileMissing`, `.keyFileOpen` if others than owner and group may read
  ///   it, `.fileFailed`; `PersonalDataError` for a file that is damaged.
  func read() throws -> PersonalDataKeys {
    try PersonalDataKeys(fileContents: try text(missing: .keyFileMissing(path)))
  }

  /// Reads the key that heads are signed with.
  ///
  /// - Throws: as `read()`; `HeadKeyError` for a file that is damaged.
  func readHeadKey() throws -> HeadKey {
    try HeadKey(fileContents: try text(missing: .headKeyMissing(path)))
  }

  private func text(missing: DaemonError) throws -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT ? missing : failure()
    }
    defer { close(file) }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
    guard mode & 0o007 == 0 else {
      throw DaemonError.keyFileOpen(path, mode: String(mode & 0o777, radix: 8))
    }
    var bytes = [UInt8](repeating: 0, count: KeyFile.mostBytes)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count >= 0 else { throw failure() }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Reads the keys, or makes them where there is no file yet.
  ///
  /// The file is on disk before anything is sealed with it.
  ///
  /// - Throws: as `read()`.
  func readOrMake() throws -> PersonalDataKeys {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      guard errno == EEXIST else { throw failure() }
      return try read()
    }
    defer { close(file) }
    let bytes = Array(PersonalDataKeys.generate().utf8)
    guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      let failure = failure()
      unlink(path)
      throw failure
    }
    return try read()
  }

  private func failure() -> DaemonError {
    .fileFailed(path, reason: String(cString: strerror(errno)))
  }
}
