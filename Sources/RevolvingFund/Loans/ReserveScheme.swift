/// How much of each class is set aside for losses (rules.md 2.8).
public enum ReserveScheme: String, Hashable, Sendable, CaseIterable {
  /// Mentari's books of 2017: nothing is formed. The standard scheme then shows what is missing.
  case none
  case pnpmUrban, pnpmRural, ruralBank

  /// The programme's own: in force until a board sets one.
  public static let standard = ReserveScheme.pnpmUrban

  /// Thousandths of the outstanding principal of a class.
  public func thousandths(_ class: Collectability) -> Int64 {
    let column = `class`.rawValue - 1
    return switch self {
    case .none: 0
    case .pnpmUrban: [10, 50, 150, 500, 1000][column]
    case .pnpmRural: [10, 100, 250, 500, 1000][column]
    case .ruralBank: [5, 30, 100, 500, 1000][column]
    }
  }

  /// What must be set aside for balances by class, each class rounded half up to whole rupiah.
  public func required(_ balances: [Collectability: Rupiah]) -> Rupiah {
    Collectability.allCases.map { `class` in
      let balance = balances[`class`] ?? .zero
      return Rupiah((balance.amount * thousandths(`class`) + 500) / 1000)
    }.total()
  }
}

/// The reserve that a portfolio needs and the one the books hold (rules.md 0, ruling 2).
public struct LoanLossReserve: Hashable, Sendable {
  public let scheme: ReserveScheme
  public let required: Rupiah
  public let formed: Rupiah

  public init(scheme: ReserveScheme, required: Rupiah, formed: Rupiah) {
    self.scheme = scheme
    self.required = required
    self.formed = formed
  }

  /// What the next entry must add to 51080; negative where the reserve is released.
  public var missing: Rupiah { required - formed }
}
