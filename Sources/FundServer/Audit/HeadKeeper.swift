internal import FundAPI
public import FundStore
public import Logging
internal import RevolvingFund

/// Looks where the streams stand, signs it, and keeps it outside the database.
///
/// Whoever cuts events off, or writes them anew with good hashes, cannot take back what was signed.
public actor HeadKeeper {
  private let store: FundStore
  private let key: HeadKey?
  private let append: (@Sendable (String) throws -> Void)?
  private let logger: Logger
  /// The last number of each stream that was written by this daemon.
  private var written: [String: Int64] = [:]

  /// How many streams are looked at in one read.
  private static let atOnce = 1000

  /// A keeper that writes lines with their ends by `append`; without a key it signs and writes
  /// nothing.
  public init(
    store: FundStore, key: HeadKey?, logger: Logger,
    append: (@Sendable (_ lines: String) throws -> Void)?
  ) {
    self.store = store
    self.key = key
    self.append = append
    self.logger = logger
  }

  /// A keeper that shows heads, and neither signs nor writes them.
  public static func unsigned(over store: FundStore, logger: Logger) -> HeadKeeper {
    HeadKeeper(store: store, key: nil, logger: logger, append: nil)
  }

  /// Signs the heads that moved since this daemon wrote them last, and writes them together.
  ///
  /// What fails is logged and made good the next time: the books go on without it.
  public func keep() async {
    guard key != nil, append != nil else { return }
    do {
      var moved: [StreamPosition] = []
      var after: UPKID?
      repeat {
        let page = try await store.positions(after: after, limit: HeadKeeper.atOnce)
        moved += page.filter { written[$0.name] != $0.number }
        after = page.count == HeadKeeper.atOnce ? page.last?.stream : nil
      } while after != nil
      try write(try signed(moved))
    } catch {
      logger.error("heads were not signed and written", metadata: ["reason": "\(error)"])
    }
  }

  /// The heads as they were found together, signed where there is a key, and written too where one
  /// of them moved: who asks often makes the file no longer.
  func heads(_ positions: [StreamPosition]) throws -> [SignedHead] {
    let heads = try signed(positions)
    do {
      if heads.contains(where: { written[$0.stream] != $0.number }) { try write(heads) }
    } catch {
      // Who asked has them all the same.
      logger.error("heads were not written", metadata: ["reason": "\(error)"])
    }
    return heads
  }

  /// What the signatures are checked with; empty without a key.
  nonisolated var publicKey: String { key?.publicKey ?? "" }

  private func signed(_ positions: [StreamPosition]) throws -> [SignedHead] {
    let at = utc(microseconds: Int64(Clock.secondsSince1970) * 1_000_000)
    return try positions.map { position in
      let head = SignedHead(
        stream: position.name, number: position.number, hash: hexadecimal(position.hash), at: at,
        count: Int64(positions.count))
      return try key?.signed(head) ?? head
    }
  }

  private func write(_ heads: [SignedHead]) throws {
    guard key != nil, let append, !heads.isEmpty else { return }
    try append(heads.map { $0.line + "\n" }.joined())
    for head in heads { written[head.stream] = head.number }
  }
}

extension StreamPosition {
  /// `province`, `upks/malabutor`, or of a UPK that is gone `streams/7`.
  var name: String {
    if stream == .province { return "province" }
    return code.map { ResourceName.upk($0).description } ?? "streams/\(stream.value)"
  }
}
