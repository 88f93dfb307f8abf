import Glibc

/// The user of the system that the server runs as and that owns its files.
///
/// PostgreSQL refuses to run as root; for root it is the user `postgres`, else it is oneself.
struct ServerUser: Hashable, Sendable {
  let uid: uid_t
  let gid: gid_t
  /// Whether processes and files have to be handed over to this user.
  let isAnother: Bool

  static func current() throws(EmbeddedError) -> Self {
    guard geteuid() == 0 else {
      return Self(uid: geteuid(), gid: getegid(), isAnother: false)
    }
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    let status = getpwnam_r("postgres", &entry, &buffer, buffer.count, &found)
    guard status == 0, found != nil else { throw .userMissing }
    return Self(uid: entry.pw_uid, gid: entry.pw_gid, isAnother: true)
  }
}
