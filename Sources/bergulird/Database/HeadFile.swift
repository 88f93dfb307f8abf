import Glibc

/// The file that signed heads are added to, and nothing is taken out of.
struct HeadFile: Sendable {
  let path: String

  /// Takes a file into use; one that is made is for its owner to write and all to read: it has no
  /// secret.
  ///
  /// - Throws: `DaemonError.fileFailed`.
  init(opening path: String) throws(DaemonError) {
    self.path = path
    close(try HeadFile.open(path))
  }

  /// Adds lines in one piece, and sees them on the disk.
  ///
  /// It is opened anew each time, so that it may be moved away, and another goes on in its place.
  ///
  /// - Throws: `DaemonError.fileFailed`.
  func append(_ lines: String) throws(DaemonError) {
    let file = try HeadFile.open(path)
    defer { close(file) }
    let bytes = Array(lines.utf8)
    let end = lseek(file, 0, SEEK_END)
    guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      let failure = HeadFile.failure(path)
      // Half a line would spoil what is added later.
      ftruncate(file, end)
      throw failure
    }
  }

  private static func open(_ path: String) throws(DaemonError) -> Int32 {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path) }
    return file
  }

  private static func failure(_ path: String) -> DaemonError {
    .fileFailed(path, reason: String(cString: strerror(errno)))
  }
}
