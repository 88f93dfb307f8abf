/// How a group stands with a UPK on the day it asks (rules.md 2.4, 4.3).
public enum BorrowerStanding: String, Hashable, Sendable, CaseIterable {
  /// KSM baru: it has had no loan here.
  case new
  /// KSM lama lancar: every open loan is class 1, the last closed one never reached class 3, and
  /// of none that was written off is anything lost.
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
    // A loan that was restructured is no other debt than its successor.
    let before = Set(lastClosed.compactMap(\.loan.succession?.predecessor))
    let isClean =
      open.allSatisfy { $0.collectability == .current }
      && !earlier.contains { $0.isLost(asOf: day) }
      && (lastClosed + earlier.filter { before.contains($0.loan.id) }).allSatisfy {
        !$0.worstCollectability(upTo: day).isAtRisk
      }
    self = isClean ? .returningCurrent : .returningNotCurrent
  }
}

extension LoanHistory {
  /// Whether it was written off by a day and did not all come in.
  fileprivate func isLost(asOf day: Day) -> Bool {
    let state = state(asOf: day)
    return state == .writtenOff || state == .claimWaived
  }
}
