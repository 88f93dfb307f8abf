/// How many tokens that nobody has a peer may try, and all peers together.
///
/// Each bad token takes of the peer's time and of everybody's, and who has used up theirs waits:
/// then the database is not asked, and guessing costs no more than this memory. Everybody's time
/// binds only peers that tried a bad one lately, so that a stranger's good token is never refused
/// for what others tried.
struct BadTokenLimit: Sendable {
  /// Until when the bad tokens so far are paid for.
  private var all: ContinuousClock.Instant
  private var peers: [String: ContinuousClock.Instant] = [:]

  /// What a bad token takes of a peer's time, and how much of it a peer may have taken: twenty in a
  /// row, then one in three seconds.
  static let peer = (each: Duration.seconds(3), most: Duration.seconds(60))
  /// The same of all together: four hundred in a row, then twenty in a second.
  static let everybody = (each: Duration.milliseconds(50), most: Duration.seconds(20))
  /// Peers that are remembered.
  static let mostPeers = 4096

  init(now: ContinuousClock.Instant) { all = now }

  /// How long a peer has to wait before it may try a token; `nil` where it may now.
  func wait(_ peer: String, at now: ContinuousClock.Instant) -> Duration? {
    guard let until = peers[peer], until > now else { return nil }
    let own = until.advanced(by: BadTokenLimit.peer.each - BadTokenLimit.peer.most)
    let ofAll = all.advanced(by: BadTokenLimit.everybody.each - BadTokenLimit.everybody.most)
    let first = max(own, ofAll)
    return first > now ? now.duration(to: first) : nil
  }

  /// Takes a bad token of a peer.
  mutating func take(_ peer: String, at now: ContinuousClock.Instant) {
    if peers[peer] == nil { makeRoom(at: now) }
    peers[peer] = max(peers[peer] ?? now, now).advanced(by: BadTokenLimit.peer.each)
    all = max(all, now).advanced(by: BadTokenLimit.everybody.each)
  }

  /// Forgets who has paid, and among too many that have not, who has paid most.
  private mutating func makeRoom(at now: ContinuousClock.Instant) {
    guard peers.count >= BadTokenLimit.mostPeers else { return }
    peers = peers.filter { $0.value > now }
    guard peers.count >= BadTokenLimit.mostPeers,
      let first = peers.min(by: { $0.value < $1.value })
    else { return }
    peers[first.key] = nil
  }

  /// The peer's address without its port, which changes with every connection.
  static func address(of peer: String) -> String {
    guard let colon = peer.lastIndex(of: ":"), peer[colon...].dropFirst().allSatisfy(\.isNumber)
    else { return peer }
    return String(peer[..<colon])
  }
}
