// How Indonesian spreadsheets write what every CSV file holds.

extension Rupiah {
  /// Reads `12.330.000`, `12330000`, `Rp 12.330.000` and `12.330.000,00`; `nil` for anything else,
  /// for amounts below zero and for those that no book can hold.
  public init?(written text: String) {
    guard let amount = Rupiah(writtenWithSign: text), (.zero...Rupiah.limit).contains(amount) else {
      return nil
    }
    self = amount
  }

  /// Reads what `init(written:)` reads, however large, and below zero `-5.000`, `-Rp 5.000`,
  /// `Rp -5.000` and `(5.000)`.
  public init?(writtenWithSign text: String) {
    var rest = text[...]
    let isBracketed = rest.hasPrefix("(") && rest.hasSuffix(")")
    if isBracketed { rest = rest.dropFirst().dropLast() }
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    if rest.hasPrefix("Rp") { rest = rest.dropFirst(2).drop { " .\u{A0}".contains($0) } }
    for ending in [",00", ",-"] where rest.hasSuffix(ending) { rest = rest.dropLast(ending.count) }
    guard !(isBracketed && isNegative) else { return nil }
    self.init(digits: isBracketed || isNegative ? "-" + rest : String(rest))
  }

  /// Reads digits, with dots between thousands or without, behind `-` where it is below zero.
  public init?(digits text: String) {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let groups = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
    guard isGrouped, groups.allSatisfy({ digits($0) != nil }),
      let amount = Int64((text.hasPrefix("-") ? "-" : "") + groups.joined())
    else { return nil }
    self.init(amount)
  }
}

extension Day {
  /// Reads `2017-12-31`, and `31/12/2017` or `31-12-2017` as Indonesian spreadsheets write it.
  public init?(written text: String) {
    if let day = Day(parsing: text) {
      self = day
      return
    }
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 4, let day = digits(parts[0]), let month = digits(parts[1]),
      let year = digits(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Gender {
  /// Reads `female` and `male`, and `P` and `L` as Indonesian lists write them.
  public init?(written text: String) {
    switch text {
    case "female", "P", "p": self = .female
    case "male", "L", "l": self = .male
    default: return nil
    }
  }
}
