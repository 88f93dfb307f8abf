/// What a loan took over from the one that it follows (rules.md 2.9, B-55).
public struct Succession: Hashable, Sendable {
  /// The loan that was restructured.
  public let predecessor: LoanID
  /// Its class on that day.
  public let inheritedClass: Collectability
  /// The service charge that had fallen due on it, by member: due with the first installment.
  public let carriedCharge: [Share]

  public init(
    predecessor: LoanID, inheritedClass: Collectability, carriedCharge: [Share]
  ) {
    self.predecessor = predecessor
    self.inheritedClass = inheritedClass
    self.carriedCharge = carriedCharge
  }

  /// The service charge that was carried over, of all members.
  public var carried: Rupiah { carriedCharge.total(\.amount) }

  /// How many installments in a row must be paid punctually before the class is the loan's own.
  public static let punctualInstallments = 3
}

extension Loan {
  /// Whether it follows one of these loans.
  func continues(_ loans: Set<LoanID>) -> Bool {
    succession.map { loans.contains($0.predecessor) } ?? false
  }
}

extension LoanHistory {
  /// The class that a successor still has from the loan before it; `current` for any other loan.
  ///
  /// It falls away on the due day of the third installment in a row that was paid in full by its
  /// due day, and not earlier, whoever pays ahead (rules.md 0, ruling 1).
  public func inherited(asOf day: Day) -> Collectability {
    guard let succession = loan.succession else { return .current }
    var due = PaidTotals.nothing
    var run = 0
    for installment in schedule.installments where installment.due <= day {
      due.principal += installment.principal
      due.serviceCharge += installment.serviceCharge
      // What was booked by the due day and taken back later was not paid.
      let isPunctual = paid(by: installment.due).covers(due) && paid(by: day).covers(due)
      run = isPunctual ? run + 1 : 0
      guard run < Succession.punctualInstallments else { return .current }
    }
    return succession.inheritedClass
  }
}

extension PaidTotals {
  fileprivate func covers(_ due: PaidTotals) -> Bool {
    principal >= due.principal && serviceCharge >= due.serviceCharge
  }
}
