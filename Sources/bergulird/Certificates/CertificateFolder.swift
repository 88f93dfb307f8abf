import Glibc

/// The folder with an authority, a server's certificate and those of clients, and their keys.
struct CertificateFolder: Sendable {
  let path: String

  /// A certificate's file and its key's.
  struct Pair: Hashable, Sendable {
    let certificate: String
    let key: String
  }

  /// The one of a data directory, where the daemon looks.
  static func standard(in dataDirectory: String) -> CertificateFolder {
    CertificateFolder(path: dataDirectory + "/tls")
  }

  var authority: Pair { pair("ca") }
  var server: Pair { pair("server") }

  /// The files of a client's certificate.
  func client(_ name: String) -> Pair { pair("client-\(name)") }

  private func pair(_ name: String) -> Pair {
    Pair(certificate: "\(path)/\(name).pem", key: "\(path)/\(name).key")
  }

  /// Whether a file is there.
  static func has(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes the folder, for its owner alone, unless it is there.
  ///
  /// - Throws: `CertificateError.fileFailed`.
  func make() throws(CertificateError) {
    var parent = ""
    for part in path.split(separator: "/").dropLast() {
      parent += "/\(part)"
      guard mkdir(parent, 0o755) == 0 || errno == EEXIST else { throw failure(parent) }
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// Reads a file of the folder.
  ///
  /// - Throws: `CertificateError.fileFailed`.
  func read(_ file: String) throws(CertificateError) -> String {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(file) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw failure(file) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// What becomes of a file that is there already.
  enum Existing: Hashable, Sendable {
    case stays
    case isReplaced
  }

  /// Writes a certificate and its key, which only the owner may read, each whole or not at all.
  ///
  /// - Throws: `CertificateError`: `madeMeanwhile` where what is there stays, `fileFailed`.
  func write(
    _ issued: CertificateAuthority.Issued, to pair: Pair, _ existing: Existing
  ) throws(CertificateError) {
    // The key first: whoever finds one there has lost to another, and takes nothing from it.
    try write(issued.key, to: pair.key, mode: 0o600, existing)
    try write(issued.certificate, to: pair.certificate, mode: 0o644, existing)
  }

  private func write(
    _ text: String, to file: String, mode: mode_t, _ existing: Existing
  ) throws(CertificateError) {
    let draft = "\(file).new-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(draft) }
    let bytes = Array(text.utf8)
    let isWritten =
      Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten else {
      let failure = failure(file)
      unlink(draft)
      throw failure
    }
    guard publish(draft, as: file, existing) else {
      let failure = errno == EEXIST ? .madeMeanwhile(file) : failure(file)
      unlink(draft)
      throw failure
    }
  }

  /// Gives a draft its name; a link, unlike a renaming, takes no name that is taken.
  private func publish(_ draft: String, as file: String, _ existing: Existing) -> Bool {
    switch existing {
    case .isReplaced: rename(draft, file) == 0
    case .stays: link(draft, file) == 0 && unlink(draft) == 0
    }
  }

  private func failure(_ file: String) -> CertificateError {
    .fileFailed(file, reason: String(cString: strerror(errno)))
  }
}
