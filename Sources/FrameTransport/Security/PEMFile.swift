import Glibc

/// A file in PEM, as it stands on the disk.
struct PEMFile: Sendable {
  let path: String

  /// No file is longer; the system's bundle of authorities has a fifth of it.
  private static let mostBytes = 1 << 20

  /// Who may read the file.
  enum Readers {
    case anybody
    /// Owner and group alone, as for a private key.
    case few
  }

  /// Reads the file.
  ///
  /// - Throws: `.unreadable`, `.keyOpen`.
  func read(for readers: Readers) throws(SecurityFileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure }
    if case .few = readers, status.st_mode & 0o007 != 0 {
      throw .keyOpen(path: path, mode: String(status.st_mode & 0o777, radix: 8))
    }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &part, part.count)
      guard count >= 0 else { throw failure }
      guard count > 0 else { return bytes }
      bytes += part.prefix(count)
      guard bytes.count <= Self.mostBytes else {
        throw .unreadable(path: path, reason: "it is longer than \(Self.mostBytes) bytes")
      }
    }
  }

  private var failure: SecurityFileError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
