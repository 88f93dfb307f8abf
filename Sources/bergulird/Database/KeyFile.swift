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
    if access(path, F_OK) != 0 { try make(holding: PersonalDataKeys.generate(), as: nil) }
    return try read()
  }

  /// Makes the file and has it on disk; one that is there already is left as it is.
  ///
  /// It gets owner, group and mode of the model, else the daemon's own and 0600.
  ///
  /// - Throws: `DaemonError.fileFailed`.
  func make(holding text: String, as model: KeyFile?) throws {
    let attributes = try model?.attributes()
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { return }
      throw failure()
    }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard write(file, bytes, bytes.count) == bytes.count, attributes?.give(to: file) ?? true,
      fsync(file) == 0
    else {
      let failure = failure()
      unlink(path)
      throw failure
    }
  }

  /// Whether two names lead to one file.
  func isSame(as other: KeyFile) throws -> Bool { try attributes() == other.attributes() }

  private func attributes() throws -> Attributes {
    let found = try FileManager.default.attributesOfItem(atPath: path)
    func number(_ key: FileAttributeKey) -> UInt64 { (found[key] as? NSNumber)?.uint64Value ?? 0 }
    return Attributes(
      system: number(.systemNumber), file: number(.systemFileNumber),
      owner: UInt32(truncatingIfNeeded: number(.ownerAccountID)),
      group: UInt32(truncatingIfNeeded: number(.groupOwnerAccountID)),
      mode: UInt32(truncatingIfNeeded: number(.posixPermissions)) & 0o777)
  }

  /// What a file is known by, and whose it is.
  private struct Attributes: Hashable {
    let system: UInt64
    let file: UInt64
    let owner: UInt32
    let group: UInt32
    let mode: UInt32

    /// Owner first: who gives a file away may lose the right to change its mode only with it.
    func give(to file: Int32) -> Bool {
      fchown(file, owner, group) == 0 && fchmod(file, mode) == 0
    }
  }

  /// Why the last call about the file failed.
  func failure() -> DaemonError {
    .fileFailed(path, reason: String(cString: strerror(errno)))
  }
}
