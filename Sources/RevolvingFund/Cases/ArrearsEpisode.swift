/// A time in which a loan was behind without a break, from the day after a due day.
///
/// It is found in the schedule and the payments, and known by the due day with which it began. A
/// payment that cures the loan ends it the same day; when the loan falls behind again, another one
/// begins.
public struct ArrearsEpisode: Hashable, Sendable {
  /// The due day of the first installment that was not paid in time.
  public let due: Day
  /// The first day on which nothing was overdue any more; `nil` while something is.
  public let endedOn: Day?
  /// What ended it; `nil` while it goes on.
  public let ending: Ending?

  /// What ended a time of arrears (rules.md 4.6).
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    case cured, restructured, writtenOff, cancelled
  }

  /// The day on which the case opened by itself.
  public var openedOn: Day { due.addingDays(1) }

  /// Whether a day lies in it, its last one included.
  public func contains(_ day: Day) -> Bool {
    openedOn <= day && endedOn.map { day <= $0 } ?? true
  }
}

extension LoanHistory {
  /// The times of arrears that had begun by a day, oldest first.
  public func arrears(upTo day: Day) -> [ArrearsEpisode] {
    schedule.installments.map(\.due).filter { $0 < day && isBehind(on: $0.addingDays(1)) }
      .filter { !isBehind(on: $0) }
      .map { due in
        let end = end(after: due, upTo: day)
        return ArrearsEpisode(due: due, endedOn: end?.day, ending: end?.ending)
      }
  }

  /// Whether anything is overdue at the end of a day.
  func isBehind(on day: Day) -> Bool {
    guard closing.map({ day < $0.day }) ?? true else { return false }
    return position(asOf: day)?.oldestUnpaidDue.map { $0 < day } ?? false
  }

  private func end(after due: Day, upTo day: Day) -> (day: Day, ending: ArrearsEpisode.Ending)? {
    let cured = payments.map(\.on).first { due < $0 && $0 <= day && !isBehind(on: $0) }
    if let closing, closing.day <= day, cured.map({ closing.day <= $0 }) ?? true { return closing }
    return cured.map { ($0, .cured) }
  }

  /// The day on which the loan was given up or replaced, and by what.
  private var closing: (day: Day, ending: ArrearsEpisode.Ending)? {
    guard let closedOn = loan.closedOn else { return nil }
    return switch loan.state {
    case .restructured: (closedOn, .restructured)
    case .writtenOff, .claimWaived, .fullyRecovered: (closedOn, .writtenOff)
    case .cancelled: (closedOn, .cancelled)
    case .active, .paidOff: nil
    }
  }
}
