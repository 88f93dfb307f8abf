/// Finds for what a bank says what the books say of it.
///
/// A line and a voucher agree on the amount, and the line names the voucher's paper, or their days
/// are at most five apart, or one of them has waited since an earlier month. The nearest are taken
/// first, so that the outcome does not depend on luck.
struct StatementMatch {
  /// What either side alone has, from earlier months and from this one.
  let bank: [Candidate<ReconciliationItem.Statement>]
  let books: [Candidate<ReconciliationItem.Booking>]

  /// The days that a bank may take.
  static let tolerance: Int32 = 5

  /// One side of an item.
  struct Candidate<Side: Hashable & Sendable>: Hashable, Sendable {
    let side: Side
    let amount: Rupiah
    /// Whether an earlier month left it open.
    let isCarried: Bool
  }

  /// A pair that would agree; the smaller the better.
  private struct Pair {
    let bank: Int
    let books: Int
    let rank: [Int]
  }

  /// Every item once: what agrees, by the bank's order, then what the bank alone has, then what the
  /// books alone have.
  var items: [ReconciliationItem] {
    var taken: [Int: Int] = [:]
    var used: Set<Int> = []
    for pair in pairs where taken[pair.bank] == nil && !used.contains(pair.books) {
      taken[pair.bank] = pair.books
      used.insert(pair.books)
    }
    let agreed = bank.indices.compactMap { index in
      taken[index].map {
        ReconciliationItem(
          amount: bank[index].amount, statement: bank[index].side, booking: books[$0].side)
      }
    }
    let onlyBank = bank.indices.filter { taken[$0] == nil }.map {
      ReconciliationItem(amount: bank[$0].amount, statement: bank[$0].side, booking: nil)
    }
    let onlyBooks = books.indices.filter { !used.contains($0) }.map {
      ReconciliationItem(amount: books[$0].amount, statement: nil, booking: books[$0].side)
    }
    return agreed + onlyBank + onlyBooks
  }

  private var pairs: [Pair] {
    let byAmount = Dictionary(grouping: books.indices) { books[$0].amount }
    return bank.indices.flatMap { line in
      (byAmount[bank[line].amount] ?? []).compactMap { pair(line, $0) }
    }.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
  }

  private func pair(_ line: Int, _ entry: Int) -> Pair? {
    let left = bank[line]
    let right = books[entry]
    let days = abs(left.side.on.epochDays - right.side.on.epochDays)
    let isNamed = right.side.reference.map { left.side.text.holds($0) } ?? false
    let isNear = days <= StatementMatch.tolerance
    guard isNamed || isNear || left.isCarried || right.isCarried else { return nil }
    return Pair(
      bank: line, books: entry,
      rank: [isNamed ? 0 : isNear ? 1 : 2, Int(days), line, entry])
  }
}

extension String {
  /// Whether it holds another text; none holds the empty one.
  fileprivate func holds(_ part: String) -> Bool {
    let all = Array(utf8)
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty, wanted.count <= all.count else { return false }
    return (0...(all.count - wanted.count)).contains { start in
      all[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
