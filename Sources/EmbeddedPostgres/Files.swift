import Glibc
import SystemPackage

/// Files and directories, each call naming its path when it fails.
enum Files {
  /// The names in a directory; none if it is not there.
  static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes the directory and those above it that are missing.
  ///
  /// Only the last is private to the owner; the others are as the user's mask says.
  static func makeDirectory(_ path: String, owner: ServerUser) throws(EmbeddedError) {
    let parent = FilePath(path).removingLastComponent().string
    if !exists(parent), !parent.isEmpty { try makeParents(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unusable(path) }
    var status = stat()
    guard lstat(path, &status) == 0 else { throw unusable(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .pathUnusable(path, reason: "it is not a directory")
    }
    if owner.isAnother, status.st_uid == 0 {
      guard lchown(path, owner.uid, owner.gid) == 0 else { throw unusable(path) }
    } else if status.st_uid != owner.uid {
      throw .pathUnusable(path, reason: "it belongs to another user")
    }
    guard chmod(path, 0o700) == 0 else { throw unusable(path) }
  }

  private static func makeParents(_ path: String) throws(EmbeddedError) {
    let parent = FilePath(path).removingLastComponent().string
    if !exists(parent), !parent.isEmpty { try makeParents(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw unusable(path) }
  }

  /// The whole of a small file; nothing if it is not there or cannot be read.
  static func read(_ path: String) -> String? {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.noFollow, .closeOnExec])
      return try file.closeAfter {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
      }
    } catch {
      return nil
    }
  }

  /// Puts a file in its place whole, so that nobody ever reads half of it.
  static func write(_ text: String, to path: String, owner: ServerUser) throws(EmbeddedError) {
    let draft = path + ".new"
    unlink(draft)
    do {
      let file = try FileDescriptor.open(
        FilePath(draft), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
      try file.closeAfter { _ = try file.writeAll(text.utf8) }
    } catch {
      throw .pathUnusable(draft, reason: "\(error)")
    }
    if owner.isAnother {
      guard lchown(draft, owner.uid, owner.gid) == 0 else { throw unusable(draft) }
    }
    try rename(draft, to: path)
  }

  static func rename(_ path: String, to newPath: String) throws(EmbeddedError) {
    guard Glibc.rename(path, newPath) == 0 else { throw unusable(newPath) }
  }

  /// Makes the names in a directory survive a crash of the machine.
  static func synchronize(directory path: String) throws(EmbeddedError) {
    do {
      let directory = try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.directory, .closeOnExec])
      try directory.closeAfter {
        guard fsync(directory.rawValue) == 0 else { throw Errno(rawValue: errno) }
      }
    } catch {
      throw .pathUnusable(path, reason: "\(error)")
    }
  }

  /// Removes a file, or a directory with all that it holds; links are not followed.
  static func remove(_ path: String) throws(EmbeddedError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in names(in: path) {
        try remove("\(path)/\(name)")
      }
    }
    guard Glibc.remove(path) == 0 else { throw unusable(path) }
  }

  /// Where a link points to; nothing if it is none or may not be read.
  static func destination(of path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
      return start.map { readlink(path, $0, bytes.count) } ?? 0
    }
    return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
  }

  /// The path without links in it.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func unusable(_ path: String) -> EmbeddedError {
    .pathUnusable(path, reason: "\(Errno(rawValue: errno))")
  }
}
