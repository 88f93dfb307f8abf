/// Whom a UPK may lend to (rules.md 2.4).
public struct LendingAuthority: Hashable, Sendable {
  public let asOf: Day
  /// The stricter of the last month-end and the day itself (rules.md 0, ruling 6).
  public let category: PerformanceCategory
  /// gatePAR at the last month-end before the day.
  public let monthEnd: GatePAR
  /// gatePAR on the day.
  public let live: GatePAR
  /// Since when, and what must come in, while suspended.
  public let suspension: Suspension?

  /// The reading that decided.
  public var deciding: GatePAR { live.category == category ? live : monthEnd }

  /// Whether a group of this standing may borrow.
  public func admits(_ standing: BorrowerStanding) -> Bool {
    switch standing {
    case .returningCurrent: true
    case .returningNotCurrent: false
    case .new: category != .suspended
    }
  }
}

/// PAR as the gate reads it: principal written off in the last twelve months still counts.
///
/// Otherwise a UPK could write itself satisfactory (rules.md 0, ruling 3).
public struct GatePAR: Hashable, Sendable {
  public let asOf: Day
  public let ratio: Ratio

  public init(asOf day: Day, portfolio: Portfolio, writtenOff: Rupiah) {
    asOf = day
    ratio = Ratio(
      (portfolio.atRisk + writtenOff).amount, (portfolio.outstanding + writtenOff).amount)
  }

  public var category: PerformanceCategory { IndicatorKind.par.category(of: ratio) }
}

/// How a group stands with a UPK on the day it asks (rules.md 2.4, 4.3).
public enum BorrowerStanding: String, Hashable, Sendable, CaseIterable {
  /// KSM baru: it has had no loan here.
  case new
  /// KSM lama lancar: every open loan is class 1 and the last closed one never reached class 3.
  case returningCurrent
  /// KSM lama that is not lancar.
  case returningNotCurrent

  /// The standing that a group's own loans give.
  public init(loans: [LoanHistory], on day: Day) {
    let earlier = loans.filter { $0.loan.disbursedOn <= day }
    guard !earlier.isEmpty else {
      self = .new
      return
    }
    let open = earlier.compactMap { $0.position(asOf: day) }.filter { $0.outstanding > .zero }
    // Several may have been closed on the same last day; then each must have been clean.
    let lastClosing = earlier.compactMap(\.loan.closedOn).filter { $0 <= day }.max()
    let lastClosed = earlier.filter { lastClosing != nil && $0.loan.closedOn == lastClosing }
    let isClean =
      open.allSatisfy { $0.collectability == .current }
      && lastClosed.allSatisfy { !$0.worstCollectability(upTo: day).isAtRisk }
    self = isClean ? .returningCurrent : .returningNotCurrent
  }
}
