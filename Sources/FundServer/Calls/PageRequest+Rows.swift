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
}
