import FoundationEssentials
import FundAPI
import Glibc

/// A file of text; `-` is standard input.
struct TextFile: Hashable, Sendable {
  let path: String

  /// The most that is read: far above a thousand vouchers.
  static let limitBytes = 16 * 1024 * 1024

  /// The whole text.
  ///
  /// - Throws: `Complaint`: `fileUnreadable`, `fileTooLarge`, `fileNotText`.
  func read() throws -> String {
    guard let text = String(validating: try readBytes(), as: UTF8.self) else {
      throw Complaint(.fileNotText(path: path))
    }
    return text
  }

  /// The whole text, in UTF-8 or, where it is none, in Windows' code page 1252.
  ///
  /// What is neither, such as UTF-16, has zeros in it, and `DelimitedText` says that it is no text.
  ///
  /// - Throws: `Complaint`: `fileUnreadable`, `fileTooLarge`.
  func readWindowsToo() throws -> String {
    let bytes = try readBytes()
    return String(validating: bytes, as: UTF8.self) ?? TextFile.windows(bytes)
  }

  /// Text of code page 1252, which is Latin-1 but for 32 places.
  static func windows(_ bytes: [UInt8]) -> String {
    let upper = Array(
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  private func readBytes() throws -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable() }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable() }
      guard count > 0 else { break }
      bytes += chunk[..<count]
      guard bytes.count <= TextFile.limitBytes else {
        throw Complaint(.fileTooLarge(path: path, limitBytes: TextFile.limitBytes))
      }
    }
    return bytes
  }

  /// Writes the text for this user's eyes only (mode 0600), whole or not at all.
  ///
  /// - Throws: `Complaint`: `fileUnwritable`.
  func writePrivately(_ text: String) throws { try write(text, mode: 0o600) }

  /// Writes the text for whoever the user's mask lets read it, whole or not at all.
  ///
  /// - Throws: `Complaint`: `fileUnwritable`.
  func write(_ text: String) throws { try write(text, mode: 0o666) }

  private func write(_ text: String, mode: mode_t) throws {
    let draft = path + ".new-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw unwritable() }
    var rest = ArraySlice(text.utf8)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = unwritable()
        close(descriptor)
        unlink(draft)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else {
      let failure = unwritable()
      unlink(draft)
      throw failure
    }
  }

  /// Makes the folder and those around it, for this user only (mode 0700) where they are missing.
  ///
  /// - Throws: `Complaint`: `fileUnwritable`.
  static func makePrivateFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Complaint(.fileUnwritable(path: path, Mistake.FileTrouble(error)))
    }
  }

  private func unreadable() -> Complaint {
    Complaint(.fileUnreadable(path: path, Mistake.FileTrouble(number: errno)))
  }

  private func unwritable() -> Complaint {
    Complaint(.fileUnwritable(path: path, Mistake.FileTrouble(number: errno)))
  }
}
