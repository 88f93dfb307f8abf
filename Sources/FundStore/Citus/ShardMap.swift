internal import RevolvingFund

/// Which shard of a Citus cluster the rows of a UPK stand in.
///
/// All tables that are spread by `upk_id` have the same shards, so one number is the place in each.
/// A shard holds the UPK whose hash is not below its own lowest hash and below the next shard's.
struct ShardMap: Hashable, Sendable {
  /// The lowest hash of each shard, in rising order; the first is the lowest there is.
  private let bounds: [Int32]

  /// A map of one shard or more, by their lowest hashes.
  init(lowestHashes: [Int32]) {
    precondition(!lowestHashes.isEmpty, "a table that is spread has a shard")
    bounds = lowestHashes.sorted()
  }

  var count: Int { bounds.count }

  /// The place of a UPK's shard, counted from 0.
  func place(of upk: UPKID) -> Int {
    let hash = ShardMap.hash(upk.value)
    var low = 0
    var high = bounds.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= hash { low = middle } else { high = middle }
    }
    return low
  }

  /// PostgreSQL's own hash of a bigint, by which Citus spreads rows: `hashint8`.
  ///
  /// A number and its negative share their upper half's bits, so that small numbers hash alike in
  /// all integer types; then the 32 bits go through the final mixing of Jenkins' lookup3.
  static func hash(_ number: Int64) -> Int32 {
    let upper = UInt32(truncatingIfNeeded: number >> 32)
    let key = UInt32(truncatingIfNeeded: number) ^ (number >= 0 ? upper : ~upper)
    let start: UInt32 = 0x9e37_79b9 &+ 4 &+ 3_923_095
    var (a, b, c) = (start &+ key, start, start)
    func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word << bits | word >> (32 - bits) }
    c = (c ^ b) &- rotated(b, 14)
    a = (a ^ c) &- rotated(c, 11)
    b = (b ^ a) &- rotated(a, 25)
    c = (c ^ b) &- rotated(b, 16)
    a = (a ^ c) &- rotated(c, 4)
    b = (b ^ a) &- rotated(a, 14)
    c = (c ^ b) &- rotated(b, 24)
    return Int32(bitPattern: c)
  }
}

extension FundStore {
  /// UPK in lists of which each has its rows on one node; on one PostgreSQL that is one list.
  ///
  /// What Citus reads of UPK on one node, it refuses to read of several.
  func onOneNode<Item>(_ items: [Item], of upk: (Item) -> UPKID) -> [[Item]] {
    guard let shards else { return [items] }
    let byShard = Dictionary(grouping: items) { shards.place(of: upk($0)) }
    return byShard.sorted { $0.key < $1.key }.map(\.value)
  }
}
