/// A time in which a loan was behind without a break: from the day after a due day, or from the day
/// on which a payment was taken back.
///
/// It is found in the schedule and the payments, and known by the day on which it began. A payment
/// that cures the loan ends it the same day; when the loan falls behind again, another one begins.
public struct ArrearsEpisode: Hashable, Sendable {
  /// The due day of the oldest installment that was not paid when it began.
  public let due: Day
  /// The day on which the case opened by itself.
  public let openedOn: Day
  /// The first day on which nothing was overdue any more; `nil` while something is.
  public let endedOn: Day?
  /// What ended it; `nil` while it goes on.
  public let ending: Ending?

  /// What ended a time of arrears (rules.md 4.6).
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    case cured, restructured, writtenOff, cancelled
  }

  /// Whether a day lies in it, its last one included.
  public func contains(_ day: Day) -> Bool {
    openedOn <= day && endedOn.map { day <= $0 } ?? true
  }
}

extension LoanHistory {
  /// The times of arrears that had begun by a day, oldest first.
  public func arrears(upTo day: Day) -> [ArrearsEpisode] {
    var episodes: [ArrearsEpisode] = []
    var open: (due: Day, on: Day)?
    for turn in turns(upTo: day) {
      let due = overdueSince(turn)
      if let due, open == nil {
        open = (due, turn)
      } else if let begun = open, due == nil {
        episodes.append(
          ArrearsEpisode(due: begun.due, openedOn: begun.on, endedOn: turn, ending: .cured))
        open = nil
      }
    }
    guard let open else { return episodes }
    let end = closing.flatMap { $0.day <= day ? $0 : nil }
    return episodes + [
      ArrearsEpisode(due: open.due, openedOn: open.on, endedOn: end?.day, ending: end?.ending)
    ]
  }

  /// The days on which a loan can fall behind or catch up, before anything else ended it.
  private func turns(upTo day: Day) -> [Day] {
    let days = schedule.installments.map { $0.due.addingDays(1) } + payments.map(\.on)
    return Set(days).filter { turn in
      turn <= day && closing.map { turn < $0.day } ?? true
    }.sorted()
  }

  /// The due day of the oldest amount that is overdue at the end of a day.
  private func overdueSince(_ day: Day) -> Day? {
    position(asOf: day)?.oldestUnpaidDue.flatMap { $0 < day ? $0 : nil }
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
