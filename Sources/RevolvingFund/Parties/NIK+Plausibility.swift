/// A part of a NIK that can be told to be wrong without asking anybody.
public enum NIKPart: String, Hashable, Sendable, CaseIterable {
  /// The first two digits: a province.
  case province
  /// Digits 3 to 6: regency and subdistrict, neither of them 00.
  case district
  /// Digits 7 to 12: day, month and year of birth; women have 40 added to the day.
  case birth
  /// Whether the day of birth says what is registered: above 40 for women.
  case gender
  /// The last four digits, counted from 0001.
  case serial
}

extension NIK {
  /// The range for training and tests: no province has this number, and nothing else is asked.
  public var isInvented: Bool { digits.hasPrefix("99") }

  /// The parts that cannot be right for a person of a gender, in the order of the digits.
  ///
  /// It says nothing of whether the person exists: only the register of residents knows.
  public func flaws(for gender: Gender) -> [NIKPart] {
    guard !isInvented else { return [] }
    let numbers = digits.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
    func pair(_ place: Int) -> Int { numbers[place] * 10 + numbers[place + 1] }
    let day = pair(6)
    let isOfWoman = day > 40
    var flaws: [NIKPart] = []
    if !NIK.provinces.contains(pair(0)) { flaws.append(.province) }
    if pair(2) == 0 || pair(4) == 0 { flaws.append(.district) }
    if !NIK.isDay(isOfWoman ? day - 40 : day, month: pair(8), year: pair(10)) {
      flaws.append(.birth)
    } else if isOfWoman != (gender == .female) {
      flaws.append(.gender)
    }
    if numbers.suffix(4).allSatisfy({ $0 == 0 }) { flaws.append(.serial) }
    return flaws
  }

  /// The provinces' numbers, those of the years before 2022 among them: a NIK is never renumbered.
  private static let provinces = Set(
    [11...19, 21...21, 31...36, 51...53, 61...65, 71...76, 81...82, 91...96].joined())

  /// Whether there is such a day; the century is not told, so that 29 February of 00 may be.
  private static func isDay(_ day: Int, month: Int, year: Int) -> Bool {
    let lengths = [31, year.isMultiple(of: 4) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month) else { return false }
    return (1...lengths[month - 1]).contains(day)
  }
}
