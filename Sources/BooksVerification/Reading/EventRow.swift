/// An event as it stands in its table.
struct EventRow {
  let cells: Cells
  /// `nil` where the document is no flat object of texts.
  let content: [String: String]?
  let outcome: [String: String]?
  let vouchers: [String]

  init(_ text: String) {
    let row = JSON(text)?.object ?? [:]
    cells = Cells(row)
    content = row["content"]?.texts
    outcome = row["outcome"]?.texts
    if case .list(let names) = row["vouchers"] {
      vouchers = names.map { $0.cell ?? "" }
    } else {
      vouchers = []
    }
  }

  var sequence: Int64 { cells["seq"].flatMap { Int64($0) } ?? 0 }
  var kind: String { cells["kind"] ?? "" }
  var person: String { cells["person_id"] ?? "" }
  var bookedOn: CivilDay? { cells["booked_on"].flatMap { CivilDay($0) } }
  var place: String { "event/\(sequence)" }

  /// The number at the end of what it was about, such as that of a loan.
  var subjectNumber: Int64? {
    cells["subject"].flatMap { $0.split(separator: "/").last }?.number
  }

  /// A number that was asked for.
  func asked(_ name: String) -> Int64? { content?[name]?.number }

  /// A number that came of it.
  func came(_ name: String) -> Int64? { outcome?[name]?.number }

  /// Numbers by member that stand under `prefix.`, in the order of the members.
  func byMember(_ prefix: String, in fields: [String: String]?) -> [(member: Int64, amount: Int64)]
  {
    (fields ?? [:]).compactMap { name, value in
      let parts = name.split(separator: ".")
      guard parts.count == 2, parts[0] == prefix, let member = parts[1].number,
        let amount = value.number
      else { return nil }
      return (member, amount)
    }.sorted { $0.0 < $1.0 }
  }

  /// Numbers in a list such as `3,4,7`.
  func list(_ name: String) -> [Int64] {
    (content?[name] ?? "").split(separator: ",").compactMap(\.number)
  }
}
