/// How much of a frozen list came in: the 60 % test (002 §UPK-7d; rules.md 0, ruling 4).
public struct RecoveryTest: Hashable, Sendable {
  public let suspension: Suspension
  public let asOf: Day
  /// One for each loan of the list, in its order.
  public let counters: [Counter]

  /// What came in on one loan of the list.
  public struct Counter: Hashable, Sendable {
    public let loan: FrozenLoan
    /// Principal credited after the freeze, at most what was frozen.
    ///
    /// Service charge never counts.
    public let recovered: Rupiah

    public var missing: Rupiah { loan.overduePrincipal - recovered }
  }

  /// The test of a list on a day, from every payment on its loans.
  public init(_ suspension: Suspension, loans: [LoanHistory], asOf day: Day) {
    self.suspension = suspension
    asOf = day
    let frozenOn = suspension.since.last
    // What comes in on the successor of a loan of the list comes in on the same debt; that the
    // loan was restructured counts for nothing.
    let payments = loans.reduce(into: [LoanID: [LoanHistory.Payment]]()) { payments, history in
      payments[history.loan.id, default: []] += history.payments
      if let succession = history.loan.succession {
        payments[succession.predecessor, default: []] += history.payments
      }
    }
    counters = suspension.loans.map { frozen in
      let credited = (payments[frozen.loan] ?? [])
        .filter { frozenOn < $0.on && $0.on <= day }.total(\.paid.principal)
      return Counter(
        loan: frozen, recovered: max(.zero, min(credited, frozen.overduePrincipal)))
    }
  }

  public var frozenPrincipal: Rupiah { suspension.frozenPrincipal }
  public var recovered: Rupiah { counters.total(\.recovered) }

  /// The least recovery that passes: three fifths of the frozen principal, rounded up.
  public var target: Rupiah {
    Rupiah(Int64((Int128(frozenPrincipal.amount) * 3 + 4) / 5))
  }

  /// What has still to come in before the test is passed.
  public var missing: Rupiah { max(.zero, target - recovered) }

  /// Loans of the list that are not past their final due day: while there is one, no test.
  public var notYetDue: [FrozenLoan] { suspension.loans.filter { $0.finalDue >= asOf } }

  /// Whether there is something to test, and all of it was due.
  public var isAvailable: Bool { frozenPrincipal > .zero && notYetDue.isEmpty }

  public var isPassed: Bool { isAvailable && recovered >= target }
}

/// The board's minutes by which a UPK that passed the test left its suspension.
public struct Recovery: Hashable, Sendable {
  public let upk: UPKID
  /// The month with which the suspension began.
  public let since: Month
  public let minutes: String
  /// From when on the UPK is RECOVERED: the day on which the test was taken.
  public let from: Day
  public let confirmedBy: PersonID

  public init(upk: UPKID, since: Month, minutes: String, from: Day, confirmedBy: PersonID) {
    self.upk = upk
    self.since = since
    self.minutes = minutes
    self.from = from
    self.confirmedBy = confirmedBy
  }
}
