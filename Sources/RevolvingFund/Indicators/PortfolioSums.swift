/// What open loans come to at the end of a day, of one UPK or of several together: all that the
/// indicators and the reserve read of them.
public struct PortfolioSums: Hashable, Sendable {
  private var byClass: [Collectability: ClassSums]
  /// KSM with a balance, and those of them with a loan of class 3 to 5; one with several loans
  /// counts once (rules.md 3.2).
  public private(set) var groups: Groups
  /// Open principal of installments due three months ago or longer (rules.md 0, ruling 16).
  public private(set) var overdueThreeMonths: Rupiah
  /// The part of it all that stands on loans that follow a restructured one.
  public private(set) var restructured: Restructured

  /// Loans of one class.
  public struct ClassSums: Hashable, Sendable {
    public fileprivate(set) var loans: Int64
    /// Outstanding principal.
    public fileprivate(set) var balance: Rupiah

    public init(loans: Int64, balance: Rupiah) {
      self.loans = loans
      self.balance = balance
    }
  }

  /// How many KSM borrow, and how many are late.
  public struct Groups: Hashable, Sendable {
    public fileprivate(set) var borrowing: Int64
    public fileprivate(set) var late: Int64

    public init(borrowing: Int64, late: Int64) {
      self.borrowing = borrowing
      self.late = late
    }
  }

  /// Loans that follow a restructured one.
  public struct Restructured: Hashable, Sendable {
    public fileprivate(set) var loans: Int64 = 0
    public fileprivate(set) var balance = Rupiah.zero
    public fileprivate(set) var atRisk = Rupiah.zero
  }

  /// Sums of loans of which none follows a restructured one.
  public init(
    _ byClass: [Collectability: ClassSums], groups: Groups, overdueThreeMonths: Rupiah
  ) {
    self.byClass = byClass.filter { $0.value.loans > 0 }
    self.groups = groups
    self.overdueThreeMonths = overdueThreeMonths
    restructured = Restructured()
  }

  /// Sums of loans of one UPK that all have a balance.
  init(_ positions: [LoanPosition]) {
    let followers = positions.filter(\.isRestructured)
    byClass = Dictionary(grouping: positions, by: \.collectability).mapValues {
      ClassSums(loans: Int64($0.count), balance: $0.total(\.outstanding))
    }
    groups = Groups(
      borrowing: Int64(Set(positions.map(\.ksm)).count),
      late: Int64(Set(positions.filter(\.collectability.isAtRisk).map(\.ksm)).count))
    overdueThreeMonths = positions.total(\.overduePrincipalThreeMonths)
    restructured = Restructured(
      loans: Int64(followers.count), balance: followers.total(\.outstanding),
      atRisk: followers.filter(\.collectability.isAtRisk).total(\.outstanding))
  }

  /// Loans with a balance.
  public var loans: Int64 { byClass.values.reduce(0) { $0 + $1.loans } }

  /// Loans of a class.
  public func loans(in class: Collectability) -> Int64 { byClass[`class`]?.loans ?? 0 }

  /// Outstanding principal of a class.
  public subscript(class: Collectability) -> Rupiah { byClass[`class`]?.balance ?? .zero }

  /// Outstanding principal by class; a class without loans is absent.
  public var balances: [Collectability: Rupiah] { byClass.mapValues(\.balance) }

  public var outstanding: Rupiah { Array(byClass.values).total(\.balance) }

  /// The whole balance of loans in class 3 to 5, not only their overdue part (rules.md 3.3).
  public var atRisk: Rupiah { Collectability.allCases.filter(\.isAtRisk).total { self[$0] } }

  public var lar: Indicator { Indicator(.lar, Ratio(groups.late, groups.borrowing)) }

  public var par: Indicator { Indicator(.par, Ratio(atRisk.amount, outstanding.amount)) }

  public var rr: Indicator {
    Indicator(.rr, Ratio((outstanding - overdueThreeMonths).amount, outstanding.amount))
  }
}

extension PortfolioSums: AreaFigures {
  public static var nothing: PortfolioSums {
    PortfolioSums([:], groups: Groups(borrowing: 0, late: 0), overdueThreeMonths: .zero)
  }

  /// Adds the loans of other KSM; those of one KSM must not stand on both sides.
  public static func += (left: inout PortfolioSums, right: PortfolioSums) {
    left.byClass.merge(right.byClass) {
      ClassSums(loans: $0.loans + $1.loans, balance: $0.balance + $1.balance)
    }
    left.groups.borrowing += right.groups.borrowing
    left.groups.late += right.groups.late
    left.overdueThreeMonths += right.overdueThreeMonths
    left.restructured.loans += right.restructured.loans
    left.restructured.balance += right.restructured.balance
    left.restructured.atRisk += right.restructured.atRisk
  }
}
