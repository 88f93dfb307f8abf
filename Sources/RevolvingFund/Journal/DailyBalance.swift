/// A balance with every day on which it changed, so that it can be asked for any day.
public struct DailyBalance: Hashable, Sendable {
  private var changes: [Day: Rupiah] = [:]

  public init() {}

  /// Adds what came, or takes off what went where the amount is negative.
  public mutating func add(_ amount: Rupiah, on day: Day) {
    changes[day, default: .zero] += amount
  }

  /// The balance at the end of a day.
  public func balance(asOf day: Day) -> Rupiah {
    changes.filter { $0.key <= day }.values.total()
  }

  /// What came on a day, less what went.
  func change(on day: Day) -> Rupiah { changes[day] ?? .zero }

  /// The lowest balance at the end of a day or of any later one: what can be taken on that day
  /// without a later one falling below zero.
  public func lowest(from day: Day) -> Rupiah {
    balances(from: day).map(\.balance).min() ?? .zero
  }

  /// The balance at the end of a day, and of each later one on which it changed.
  func balances(from day: Day) -> [(day: Day, balance: Rupiah)] {
    var balance = balance(asOf: day)
    let later = changes.filter { day < $0.key }.sorted { $0.key < $1.key }
    return [(day, balance)]
      + later.map { later in
        balance += later.value
        return (later.key, balance)
      }
  }

  /// The balance less another one.
  static func - (left: DailyBalance, right: DailyBalance) -> DailyBalance {
    var difference = left
    for (day, amount) in right.changes { difference.add(-amount, on: day) }
    return difference
  }

  static func + (left: DailyBalance, right: DailyBalance) -> DailyBalance {
    var sum = left
    for (day, amount) in right.changes { sum.add(amount, on: day) }
    return sum
  }
}
