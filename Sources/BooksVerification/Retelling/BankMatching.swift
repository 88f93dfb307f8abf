/// What the bank says, or a voucher does.
struct BankSide {
  let day: CivilDay
  let amount: Int64
  /// The bank's text, or the voucher's name.
  let text: String
  /// The number of the voucher's paper.
  let paper: String?
  /// Whether an earlier month left it open.
  let isCarried: Bool

  var carried: BankSide {
    BankSide(day: day, amount: amount, text: text, paper: paper, isCarried: true)
  }
}

/// What a bank and the books agree on.
///
/// Amounts must be the same, and the bank names the paper, or the days are five apart at most, or
/// one of the two waited since an earlier month. What names a paper goes first, then what is near,
/// then by the days between, by the bank's order and by the books'.
struct BankMatching {
  private(set) var items: [Item] = []

  /// One side, or both.
  struct Item {
    let bank: BankSide?
    let books: BankSide?
  }

  private struct Candidate {
    let rank: Int
    let days: Int64
    let bank: Int
    let books: Int

    var order: (Int, Int64, Int, Int) { (rank, days, bank, books) }
  }

  init(bank: [BankSide], books: [BankSide]) {
    var partner = [Int?](repeating: nil, count: bank.count)
    var isTaken = [Bool](repeating: false, count: books.count)
    for candidate in BankMatching.candidates(bank, books).sorted(by: { $0.order < $1.order })
    where partner[candidate.bank] == nil && !isTaken[candidate.books] {
      partner[candidate.bank] = candidate.books
      isTaken[candidate.books] = true
    }
    for (place, side) in bank.enumerated() {
      guard let found = partner[place] else { continue }
      items.append(Item(bank: side, books: books[found]))
    }
    for (place, side) in bank.enumerated() where partner[place] == nil {
      items.append(Item(bank: side, books: nil))
    }
    for (place, side) in books.enumerated() where !isTaken[place] {
      items.append(Item(bank: nil, books: side))
    }
  }

  private static func candidates(_ bank: [BankSide], _ books: [BankSide]) -> [Candidate] {
    var places: [Int64: [Int]] = [:]
    for (place, side) in books.enumerated() { places[side.amount, default: []].append(place) }
    var found: [Candidate] = []
    for (line, side) in bank.enumerated() {
      for place in places[side.amount] ?? [] {
        let days = abs(side.day.sinceEpoch - books[place].day.sinceEpoch)
        let names = books[place].paper.map { isPart($0, of: side.text) } ?? false
        guard names || days <= 5 || side.isCarried || books[place].isCarried else { continue }
        found.append(
          Candidate(
            rank: names ? 0 : days <= 5 ? 1 : 2, days: days, bank: line, books: place))
      }
    }
    return found
  }

  private static func isPart(_ part: String, of text: String) -> Bool {
    let wanted = Array(part.utf8)
    var rest = Array(text.utf8)[...]
    guard !wanted.isEmpty else { return false }
    while rest.count >= wanted.count {
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
