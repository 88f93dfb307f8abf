/// What a posting moves from an account to another.
struct Move: Equatable, CustomStringConvertible {
  let debit: Int
  let credit: Int
  let amount: Int64

  init(_ debit: Int, _ credit: Int, _ amount: Int64) {
    self.debit = debit
    self.credit = credit
    self.amount = amount
  }

  init?(_ posting: Cells) {
    guard let debit = posting["debit"].flatMap({ Int($0) }),
      let credit = posting["credit"].flatMap({ Int($0) }), let amount = posting["amount"]?.number
    else { return nil }
    self.init(debit, credit, amount)
  }

  var reversed: Move { Move(credit, debit, amount) }
  var description: String { "\(debit)/\(credit) \(amount)" }
}

extension Retelling {
  /// Holds what an event booked against what follows from it, posting by posting.
  mutating func require(_ event: EventRow, moves expected: [Move]) {
    let found = moves(of: event)
    guard found != expected else { return }
    wonder(
      event, "postings", expected: Move.list(expected), found: Move.list(found))
  }

  func moves(of event: EventRow) -> [Move] {
    (postings["\(event.sequence)"] ?? []).compactMap { Move($0) }
  }

  /// What an event moved on an account, debits less credits.
  func moved(by event: EventRow, on account: Int) -> Int64 {
    moves(of: event).total {
      ($0.debit == account ? $0.amount : 0) - ($0.credit == account ? $0.amount : 0)
    }
  }

  /// Debits less credits of an account at the end of a day, before an event.
  func balance(_ account: Int, through day: CivilDay, before event: EventRow) -> Int64 {
    let all = (movements[account] ?? [:]).filter { $0.key <= day }.values.total { $0 }
    let own = (postings["\(event.sequence)"] ?? []).filter {
      ($0["booked_on"].flatMap { CivilDay($0) }).map { $0 <= day } ?? false
    }.compactMap { Move($0) }
    return all
      - own.total {
        ($0.debit == account ? $0.amount : 0) - ($0.credit == account ? $0.amount : 0)
      }
  }
}

extension Move {
  fileprivate static func list(_ moves: [Move]) -> String {
    moves.isEmpty ? "none" : moves.map(\.description).joined(separator: ", ")
  }
}

/// Where a voucher stands in its series, from a name such as `KM-2017-0012`.
struct VoucherColumns {
  let kind: String?
  let year: Int64?
  let number: Int64?

  init(_ name: String?) {
    let parts = (name ?? "").split(separator: "-")
    kind = parts.first.map(String.init)
    year = parts.dropFirst().first?.number
    number = parts.dropFirst(2).first?.number
  }
}
