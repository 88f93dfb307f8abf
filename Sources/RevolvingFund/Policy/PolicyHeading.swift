/// What lending rules must cover (002 §LKM-3; rules.md R-009).
public enum PolicyHeading: String, Hashable, Sendable, CaseIterable {
  /// Which groups and members may borrow.
  case borrowerCriteria
  /// How large a first loan may be.
  case firstLoan
  case serviceCharge
  case term
  case installments
  /// How members answer for each other (tanggung renteng).
  case jointLiability
}

extension LendingPolicy {
  /// The headings that this version fills, in their order.
  ///
  /// Amounts, charge, terms and installments are always stated; what stands in words may be
  /// missing from a version that was recorded before words were asked for.
  public var headings: [PolicyHeading] {
    PolicyHeading.allCases.filter { heading in
      switch heading {
      case .borrowerCriteria: borrowerCriteria.contains { !$0.isWhitespace }
      case .jointLiability: jointLiability.contains { !$0.isWhitespace }
      case .firstLoan, .serviceCharge, .term, .installments: true
      }
    }
  }
}
