import RevolvingFund

/// How a group repays.
enum GroupManner: CaseIterable {
  /// On the day or a few before.
  case punctual
  /// Everything, days or weeks late.
  case late
  /// Half of what is due.
  case halting
  /// A few installments, and nothing more.
  case defaulting

  /// What a group brings for an installment, and when; `nil` for nothing.
  func payment(
    for installment: Installment, stoppingAfter last: Int, _ random: inout SeededRandom
  ) -> (on: Day, amount: Rupiah)? {
    let due = installment.due
    let owed = installment.principal + installment.serviceCharge
    switch self {
    case .punctual: return (due.addingDays(-Int32(random.any(0...5))), owed)
    case .late: return (due.addingDays(Int32(random.any(3...45))), owed)
    case .halting:
      return (
        due.addingDays(Int32(random.any(0...12))), Rupiah(max(1, owed.amount / 2000 * 1000))
      )
    case .defaulting:
      return installment.number <= last
        ? (due.addingDays(Int32(random.any(0...20))), owed) : nil
    }
  }
}

/// How the groups of a unit are, and how punctual its office is.
struct UnitManner {
  /// Of a hundred groups, so many of each manner, in the order of the cases.
  private let shares: [Int]
  /// How many months a close comes after the first chance.
  let monthsLate: Int

  /// Most units are sound, some strained, a few failing, which will be suspended.
  init(_ random: inout SeededRandom) {
    let draw = random.any(0...99)
    shares = draw < 72 ? [91, 8, 1, 0] : draw < 92 ? [78, 16, 3, 3] : [45, 22, 13, 20]
    monthsLate = random.percent(10) ? 1 : 0
  }

  func anyGroup(_ random: inout SeededRandom) -> GroupManner {
    var left = random.any(0...99)
    for (manner, share) in zip(GroupManner.allCases, shares) {
      if left < share { return manner }
      left -= share
    }
    return .defaulting
  }
}
