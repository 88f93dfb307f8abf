internal import FundAPI

extension PageRequest {
  /// How many rows to read: one more than are shown tells whether a page follows.
  var limit: Int { size + 1 }

  /// The number that the page begins after; zero for the first page.
  var afterNumber: Int64 { after.flatMap { Int64($0) } ?? 0 }

  /// The rows of the page out of those that were read, and the token of the next one.
  func page<Row>(_ rows: [Row], key: (Row) -> String) -> (rows: [Row], next: String) {
    let shown = Array(rows.prefix(size))
    guard rows.count > size, let last = shown.last else { return (shown, "") }
    return (shown, token(after: key(last)))
  }

  /// The rows of the page out of all rows of a list that is short enough to be read whole; the
  /// number is what it is sorted by, ascending.
  func page<Row>(ofAll rows: [Row], by number: (Row) -> Int64) -> (rows: [Row], next: String) {
    page(rows.filter { number($0) > afterNumber }) { "\(number($0))" }
  }
}
