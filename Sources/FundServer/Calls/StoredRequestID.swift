internal import FundStore

/// The store's own request id; the contract has one of the same name.
typealias StoredRequestID = RequestID

extension StoredRequestID {
  /// The id of sixteen bytes.
  init(bytes: [UInt8]) {
    precondition(bytes.count == 16, "a UUID has sixteen bytes")
    let halves = [bytes.prefix(8), bytes.suffix(8)].map { half in
      half.reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(high: halves[0], low: halves[1])
  }
}
