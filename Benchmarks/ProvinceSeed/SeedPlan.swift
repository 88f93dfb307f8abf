public import RevolvingFund

/// What province is made: everything in it follows from these numbers.
public struct SeedPlan: Hashable, Sendable {
  /// Lending units, each with a kelurahan and a board of its own.
  public let upks: Int
  /// Loans of each unit, each to a group of its own.
  public let loansPerUPK: Int
  /// Months from the first loan on; the groups save for four months before.
  public let months: Int
  /// The month of the first loan.
  public let since: Month
  public let seed: UInt64

  /// Units of a kecamatan, and kecamatan of a city.
  static let unitsOfDistrict = 20
  static let districtsOfCity = 10
  /// As many cities as a province's code has room for.
  public static let mostUPKs = 99 * districtsOfCity * unitsOfDistrict

  public init(upks: Int, loansPerUPK: Int, months: Int, since: Month, seed: UInt64) {
    precondition(
      (1...SeedPlan.mostUPKs).contains(upks) && (1...500).contains(loansPerUPK)
        && (1...60).contains(months), "a plan is within its limits")
    self.upks = upks
    self.loansPerUPK = loansPerUPK
    self.months = months
    self.since = since
    self.seed = seed
  }

  /// What every life depends on; how many units there are is no part of it.
  var name: String { "seed \(seed) loans \(loansPerUPK) months \(months) since \(since)" }

  /// The day on which everything is registered: groups have three months before they borrow.
  var founded: Day { since.adding(-4).first.addingDays(4) }

  /// How many months from the first on new loans are paid out.
  var lendingMonths: Int { min(6, max(1, months / 3)) }

  /// Numbers for one purpose, whatever others are drawn.
  func random(_ purpose: String) -> SeededRandom {
    let mixed = RequestID(of: "\(name) \(purpose)").value
    return SeededRandom(seed: UInt64(truncatingIfNeeded: mixed ^ (mixed >> 64)))
  }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func any(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in so many of a hundred cases.
  mutating func percent(_ share: Int) -> Bool { any(0...99) < share }
}
