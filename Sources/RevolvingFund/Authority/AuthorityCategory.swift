/// What a UPK may do with its fund (rules.md 2.4).
///
/// An indicator's category says how a figure stands; this says what follows from gatePAR and from
/// what was recovered.
public enum AuthorityCategory: String, Hashable, Sendable, CaseIterable {
  /// Memuaskan.
  case satisfactory = "SATISFACTORY"
  /// Nothing to judge by: no balance, or no month closed since the first disbursement.
  case notRated = "NOT_RATED"
  /// Minimal.
  case minimum = "MINIMUM"
  /// Pulih: still suspended by PAR, but 60 % of the frozen principal came in.
  case recovered = "RECOVERED"
  /// Penundaan.
  case suspended = "SUSPENDED"

  /// The category that a reading of gatePAR alone gives.
  public init(_ gate: GatePAR) {
    self =
      switch gate.category {
      case .satisfactory: .satisfactory
      case .minimum: .minimum
      case .suspended: .suspended
      case .notRated: .notRated
      }
  }

  /// Whether a group of this standing may borrow, if it is creditworthy.
  public func admits(_ standing: BorrowerStanding) -> Bool {
    switch standing {
    case .returningCurrent: true
    case .returningNotCurrent: false
    case .new: self != .suspended
    }
  }

  /// Whether a block grant may come on top of the first capital.
  ///
  /// Where nothing is rated the eligibility test alone decides (rules.md 2.4).
  public var admitsTopUp: Bool { self == .satisfactory || self == .notRated }

  /// As people list them: what was judged from the best on, then what was not.
  public static let listed = allCases.filter { $0 != .notRated } + [.notRated]

  /// The stricter of two; the cases stand from the mildest on.
  static func stricter(_ left: AuthorityCategory, _ right: AuthorityCategory) -> AuthorityCategory {
    AuthorityCategory.allCases.last { $0 == left || $0 == right } ?? left
  }
}
