extension CommandKind {
  /// Whether it comes so often that it is decided together with others of its kind and stream.
  ///
  /// What these read of what the others change, `Facts.take` knows.
  public var isFrequent: Bool {
    switch self {
    case .recordRepayment, .postJournal, .recordVisit: true
    default: false
    }
  }
}

extension Facts {
  /// What is not as it would be loaded now.
  struct Staleness: Sendable {
    /// Streams of which anything may have changed.
    var streams: Set<UPKID> = []
    /// Streams to whose books vouchers were added.
    var books: Set<UPKID> = []
  }

  /// Takes in what follows from an accepted command, so that the next one of its stream is decided
  /// as if it were recorded: the loan that was paid, its repayments and the numbers of papers.
  ///
  /// What is not taken in is remembered as out of date; see `isCurrent`.
  public mutating func take(_ effects: Effects) {
    let stream = effects.head.stream
    var receipts: [VoucherNumber: Repayment] = [:]
    for change in effects.changes {
      switch change {
      case .repayment(let repayment):
        repayments[repayment.loan, default: []].append(repayment)
        receipts[repayment.voucher] = repayment
      case .loanPaid(let loan): loans[loan.id] = loan
      // No frequent command asks who was visited, or who is blocked.
      case .visit, .block: break
      default: stale.streams.insert(stream)
      }
    }
    for voucher in effects.vouchers {
      stale.books.insert(stream)
      guard let reference = voucher.reference else { continue }
      let key = ReferenceKey(upk: stream, reference: reference)
      let repayment = receipts[voucher.number]
      usedReferences.insert(key)
      paperHolders[key] = PaperHolder(
        voucher: voucher.number, on: voucher.bookedOn, receipt: repayment?.receipt,
        loan: repayment?.loan.number)
    }
  }

  /// Whether a frequent command of a stream finds all that it asks for as it would be loaded now,
  /// after what was taken in.
  public func isCurrent(for keys: Keys, in stream: UPKID) -> Bool {
    guard !stale.streams.contains(stream) else { return false }
    let asksForBooks =
      keys.movements.contains { $0.upk == stream } || keys.savingsPools.contains(stream)
      || keys.unnamedSuspenseOf.contains(stream)
    return !asksForBooks || !stale.books.contains(stream)
  }
}
