/// What a month's close found of the reserve for loan risk.
struct FoundReserve {
  let scheme: String
  let required: Int64
  let formed: Int64
}

extension Retelling {
  /// Reckons the reserve of a month's end, and holds what the close booked against it (rules.md
  /// 2.8; ruling 2).
  mutating func reserve(
    _ event: EventRow, on end: CivilDay, _ standings: [Standing]
  ) -> FoundReserve {
    let scheme = policy(on: end)?.reserveScheme ?? "pnpmUrban"
    let rates = Retelling.rates[scheme] ?? [0, 0, 0, 0, 0]
    let required = (1...5).reduce(Int64(0)) { sum, place in
      let balance = standings.filter { $0.collectability == place }.total(\.balance)
      return sum + (balance * rates[place - 1] + 500) / 1000
    }
    let formed = -balance(12010, through: end, before: event)
    let entry = scheme == "none" ? 0 : required - formed
    require(event, "reserve", event.came("reserve"), is: entry)
    guard entry < 0 else {
      require(event, moves: entry == 0 ? [] : [Move(51080, 12010, entry)])
      return FoundReserve(scheme: scheme, required: required, formed: formed)
    }
    let year = end.year * 12...end.monthIndex
    let cost = moved(51080..<51081, year) - moved(by: event, on: 51080)
    let back = min(-entry, max(0, cost))
    require(
      event,
      moves: [Move(12010, 51080, back), Move(12010, 41030, -entry - back)]
        .filter { $0.amount > 0 })
    return FoundReserve(scheme: scheme, required: required, formed: formed)
  }

  /// Thousandths of the balance of each class.
  private static let rates: [String: [Int64]] = [
    "none": [0, 0, 0, 0, 0], "pnpmUrban": [10, 50, 150, 500, 1000],
    "pnpmRural": [10, 100, 250, 500, 1000], "ruralBank": [5, 30, 100, 500, 1000],
  ]
}
