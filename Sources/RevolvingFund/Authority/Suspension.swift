/// A suspension: the month-end it began with and the arrears that were frozen then.
///
/// Until 60 % of the frozen principal has come in, or PAR falls below 20 % at a month-end, only
/// returning groups in good standing may borrow (002 §UPK-7c, 7d; rules.md 2.4).
public struct Suspension: Hashable, Sendable {
  public let since: Day
  public let frozen: [FrozenLoan]

  /// A loan on the list, with the principal that was overdue.
  public struct FrozenLoan: Hashable, Sendable {
    public let loan: LoanID
    public let collectability: Collectability
    public let overduePrincipal: Rupiah
    /// What came in on its principal since, at most the frozen sum.
    public let recovered: Rupiah
    public let finalDue: Day
  }

  public var frozenPrincipal: Rupiah { frozen.total(\.overduePrincipal) }
  public var recovered: Rupiah { frozen.total(\.recovered) }

  /// The least recovery that passes the test: three fifths of the frozen principal, rounded up.
  public var recoveryTarget: Rupiah {
    Rupiah((frozenPrincipal.amount * 3 + 4) / 5)
  }

  /// The list of a month-end, with what was recovered by a later day.
  public init(since: Day, loans: [LoanHistory], asOf day: Day) {
    self.since = since
    frozen = loans.compactMap { history in
      guard let then = history.position(asOf: since), then.outstanding > .zero,
        then.collectability.isAtRisk
      else { return nil }
      let credited = history.payments.filter { since < $0.on && $0.on <= day }
        .total(\.paid.principal)
      return FrozenLoan(
        loan: history.loan.id, collectability: then.collectability,
        overduePrincipal: then.overduePrincipal,
        recovered: min(credited, then.overduePrincipal), finalDue: then.finalDue)
    }
  }
}

extension LendingAuthority {
  /// The authority on a day, from every loan of the UPK and what was written off.
  ///
  /// - Parameters:
  ///   - loans: all loans of the UPK with all their payments.
  ///   - writtenOff: principal written off, by booked day.
  ///   - day: the day asked about.
  public init(loans: [LoanHistory], writtenOff: [WriteOff], on day: Day) {
    func gate(_ day: Day) -> GatePAR {
      let window = day.addingMonths(-12)
      let counted = writtenOff.filter { window < $0.on && $0.on <= day }.total(\.principal)
      return GatePAR(
        asOf: day, portfolio: Portfolio(loans.positions(asOf: day)), writtenOff: counted)
    }
    let live = gate(day)
    let monthEnd = gate(day.month.adding(-1).last)
    let isSuspended = live.category == .suspended || monthEnd.category == .suspended
    self.init(
      asOf: day, category: LendingAuthority.stricter(live.category, monthEnd.category),
      monthEnd: monthEnd, live: live,
      suspension: isSuspended
        ? Suspension(
          since: LendingAuthority.suspendedSince(day, loans: loans, gate: gate), loans: loans,
          asOf: day)
        : nil)
  }

  /// The first month-end of the unbroken run of suspended month-ends; the day itself where only the
  /// live reading is.
  private static func suspendedSince(
    _ day: Day, loans: [LoanHistory], gate: (Day) -> GatePAR
  ) -> Day {
    let first = loans.map(\.loan.disbursedOn.month).min() ?? day.month
    var since = day
    var month = day.month.adding(-1)
    while month >= first, gate(month.last).category == .suspended {
      since = month.last
      month = month.adding(-1)
    }
    return since
  }

  private static func stricter(
    _ left: PerformanceCategory, _ right: PerformanceCategory
  ) -> PerformanceCategory {
    let order: [PerformanceCategory] = [.notRated, .satisfactory, .minimum, .suspended]
    return order.last { $0 == left || $0 == right } ?? left
  }
}

/// Principal that was written off on a day.
public struct WriteOff: Hashable, Sendable {
  public let on: Day
  public let principal: Rupiah

  public init(on: Day, principal: Rupiah) {
    self.on = on
    self.principal = principal
  }
}
