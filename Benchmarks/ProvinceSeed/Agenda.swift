import RevolvingFund

/// What is to happen in a life, day by day, and on one day in the order in which it was noted.
struct Agenda<Item> {
  private var days: [Day: [Item]] = [:]
  private(set) var last: Day

  /// An agenda that ends with a day: what is noted behind it does not happen.
  init(last: Day) {
    self.last = last
  }

  mutating func note(_ item: Item, on day: Day) {
    guard day <= last else { return }
    days[day, default: []].append(item)
  }

  /// Takes off what is noted for a day.
  mutating func take(_ day: Day) -> [Item] { days.removeValue(forKey: day) ?? [] }
}
