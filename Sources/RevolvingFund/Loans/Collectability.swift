/// How well a loan is repaid, by the age of its oldest unpaid amount (rules.md 2.3).
public enum Collectability: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Lancar: nothing is unpaid and past its due day.
  case current = 1
  /// Dalam perhatian khusus: unpaid from the day after the due day, under three months.
  case specialMention
  /// Kurang lancar: three months to six.
  case substandard
  /// Diragukan: over six months to nine.
  case doubtful
  /// Macet: over nine months.
  case loss

  public static func < (left: Collectability, right: Collectability) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Whether LAR and PAR count the loan: class 3 and worse.
  public var isAtRisk: Bool { self >= .substandard }

  /// The class of a loan whose oldest unpaid installment was due on a day.
  ///
  /// Three months are counted from the due day with the end of the month as the limit, so 31
  /// January reaches them on 30 April. Exactly three months is class 3, exactly six still 3,
  /// exactly nine still 4.
  public init(oldestUnpaidDue due: Day?, asOf day: Day) {
    guard let due, due < day else {
      self = .current
      return
    }
    if day > due.addingMonths(9) {
      self = .loss
    } else if day > due.addingMonths(6) {
      self = .doubtful
    } else if day >= due.addingMonths(3) {
      self = .substandard
    } else {
      self = .specialMention
    }
  }

  /// The latest due day of an oldest unpaid installment with which a loan is in this class or a
  /// worse one; `nil` of the first, in which every loan is.
  ///
  /// So many loans are classed by comparing days alone.
  public func latestDue(asOf day: Day) -> Day? {
    let months: Int
    switch self {
    case .current: return nil
    case .specialMention: months = 0
    case .substandard: months = 3
    case .doubtful: months = 6
    case .loss: months = 9
    }
    // Ends of months make up for three days at most.
    var due = day.addingMonths(-months).addingDays(4)
    while Collectability(oldestUnpaidDue: due, asOf: day) < self { due = due.addingDays(-1) }
    return due
  }
}
