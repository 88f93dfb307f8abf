/// A member's part of a loan.
struct MemberShare {
  let member: Int64
  let amount: Int64
  var carried: Int64 = 0
}

/// Money that came for a loan, or was taken back below zero.
struct Entry {
  let day: CivilDay
  let order: Int64
  let amount: Int64
}

/// A loan as its events tell it.
struct LoanLife {
  let number: Int64
  let ksm: Int64
  let application: Int64
  let terms: Terms
  let shares: [MemberShare]
  let disbursedOn: CivilDay
  var predecessor: Int64?
  var inheritedClass = 1
  var entries: [Entry] = []
  var lateFees: Int64 = 0
  var savings: Int64 = 0
  var memberPaid: [Int64: Int64] = [:]
  /// How it ended, other than by being paid off.
  var ending: (state: String, day: CivilDay)?

  var principal: Int64 { shares.total(\.amount) }

  var schedule: OwnSchedule {
    OwnSchedule(
      shares: shares.map(\.amount), carried: shares.total(\.carried), terms: terms,
      from: disbursedOn)
  }

  func schedule(of share: MemberShare) -> OwnSchedule {
    OwnSchedule(
      shares: [share.amount], carried: share.carried, terms: terms, from: disbursedOn)
  }

  var account: LoanAccount { LoanAccount(self) }

  /// Each member's part of what is open, in the order of the shares.
  func openShares(_ open: Int64) -> [MemberShare] {
    let weights = shares.map { share in
      let own = schedule(of: share)
      return own.principal - own.filled(memberPaid[share.member] ?? 0).principal
    }
    return zip(shares, proportionate(open, weights))
      .map { MemberShare(member: $0.member, amount: $1) }.filter { $0.amount > 0 }
  }

  /// Charge that a successor takes along, divided among its members.
  func carrying(_ charge: Int64, among parts: [MemberShare], by day: CivilDay) -> [MemberShare] {
    let amounts = parts.reduce(into: [:]) { $0[$1.member] = $1.amount }
    var weights = shares.map { share -> Int64 in
      guard amounts[share.member] != nil else { return 0 }
      let own = schedule(of: share)
      let paid = own.filled(memberPaid[share.member] ?? 0).charge
      return max(0, own.chargeDue(by: day) - paid)
    }
    if weights.total({ $0 }) == 0 { weights = shares.map { amounts[$0.member] ?? 0 } }
    let carried = zip(shares, proportionate(charge, weights))
      .reduce(into: [:]) { $0[$1.0.member] = $1.1 }
    return parts.map {
      MemberShare(member: $0.member, amount: $0.amount, carried: carried[$0.member] ?? 0)
    }
  }
}

/// What was paid on a loan, day by day.
struct LoanAccount {
  let life: LoanLife
  let schedule: OwnSchedule
  private(set) var days: [(day: CivilDay, paid: Paid)] = []
  private(set) var settledOn: CivilDay?

  init(_ life: LoanLife) {
    self.life = life
    schedule = life.schedule
    var paid = Paid()
    for entry in life.entries.sorted(by: { ($0.day, $0.order) < ($1.day, $1.order) })
    where entry.amount != 0 {
      let debt =
        settledOn == nil
        ? schedule.settlement(
          after: paid, on: entry.day, rule: life.terms.earlySettlement) : 0
      let sum = paid.total + entry.amount
      if settledOn == nil && entry.amount == debt {
        settledOn = entry.day
        paid = Paid(principal: schedule.principal, charge: sum - schedule.principal)
      } else {
        settledOn = nil
        paid = schedule.filled(max(0, sum))
      }
      if days.last?.day == entry.day { days.removeLast() }
      days.append((entry.day, paid))
    }
  }

  var paid: Paid { days.last?.paid ?? Paid() }

  func paid(by day: CivilDay) -> Paid { days.last { $0.day <= day }?.paid ?? Paid() }

  /// The state of today.
  var state: String { life.ending?.state ?? (settledOn == nil ? "active" : "paidOff") }

  /// The balance on account 11030 at the end of a day.
  func outstanding(asOf day: CivilDay) -> Int64 {
    guard life.disbursedOn <= day, life.ending.map({ day < $0.day }) ?? true else { return 0 }
    return life.principal - paid(by: day).principal
  }

  /// The day of the oldest installment of which anything is open after what was paid.
  func oldestUnpaid(_ paid: Paid) -> CivilDay? {
    var principal: Int64 = 0
    var charge: Int64 = 0
    guard paid.principal < schedule.principal else { return nil }
    for due in schedule.dues {
      principal += due.principal
      charge += due.charge
      if paid.principal < principal || paid.charge < charge { return due.day }
    }
    return nil
  }
}
