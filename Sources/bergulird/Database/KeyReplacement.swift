import FundStore
import Glibc

/// The files of a rotation of keys, in an order of steps that may be cut short anywhere.
///
/// The new key is on disk beside the old one before anything is sealed with it, and takes its place
/// only after everything is; the old one is kept under its number, for backups of its time.
struct KeyReplacement: Sendable {
  let current: KeyFile
  /// What the daemon's key file has until `finish`.
  let old: PersonalDataKeys
  let new: PersonalDataKeys

  /// Finds the new keys of a run that was cut short, or makes them.
  ///
  /// - Throws: as `KeyFile.read()`; `DaemonError.keysUsedUp`, `.nextKeyUnfit`, `.fileFailed`.
  init(of current: KeyFile) throws {
    self.current = current
    old = try current.read()
    let next = KeyReplacement.next(current)
    if !next.isThere {
      guard let text = old.successor() else { throw DaemonError.keysUsedUp(current.path) }
      // Under its own name it is always whole.
      let draft = KeyFile(path: next.path + ".draft")
      try draft.remove()
      try draft.make(holding: text, as: current)
      try draft.rename(to: next)
    }
    new = try next.read()
    guard new.number == old.number + 1 else {
      throw DaemonError.nextKeyUnfit(next.path, number: new.number, current: old.number)
    }
  }

  /// Where the old key is kept.
  var kept: KeyFile { KeyFile(path: "\(current.path).\(old.number)") }

  /// Puts the new key in the place of the old one.
  ///
  /// - Throws: `DaemonError.fileFailed`, also where another file has the name that the old one
  ///   would be kept under.
  func finish() throws {
    try current.link(as: kept)
    try KeyReplacement.next(current).rename(to: current)
  }

  private static func next(_ current: KeyFile) -> KeyFile {
    KeyFile(path: current.path + ".next")
  }
}

extension KeyFile {
  fileprivate var isThere: Bool { access(path, F_OK) == 0 }

  fileprivate func remove() throws(DaemonError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure() }
  }

  /// Renames a file for good, over one that has the name.
  fileprivate func rename(to other: KeyFile) throws(DaemonError) {
    guard Glibc.rename(path, other.path) == 0 else { throw failure() }
    try other.settle()
  }

  /// Gives the file a second name; one that it has already is left.
  fileprivate func link(as other: KeyFile) throws {
    guard Glibc.link(path, other.path) != 0 else { return try other.settle() }
    guard errno == EEXIST, try isSame(as: other) else {
      throw other.failure()
    }
  }

  /// Has the directory remember its names through a loss of power.
  private func settle() throws(DaemonError) {
    let end = path.lastIndex(of: "/")
    let directory = end.map { String(path[...$0]) } ?? "."
    let opened = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw failure() }
    defer { close(opened) }
    guard fsync(opened) == 0 else { throw failure() }
  }
}
