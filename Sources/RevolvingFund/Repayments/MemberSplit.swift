/// How money for a loan is shared out among its members where nobody says for whom it is.
///
/// Installment by installment each member gets in proportion to what is open on the own share, so
/// that nobody pays beyond the own debt; the rupiah left over go to the largest remainders, the
/// first member first.
struct MemberSplit {
  private let schedules: [Schedule]
  private let paid: [Rupiah]

  init(_ loan: Loan) {
    schedules = loan.memberSchedules
    paid = loan.memberPaid
  }

  /// Whole debts of the members: all that is open on each share.
  var open: [Rupiah] {
    zip(schedules, paid).map { max(.zero, $0.principal + $0.serviceCharge - $1) }
  }

  /// The parts of an amount, in the order of the shares.
  func divided(_ amount: Rupiah) -> [Rupiah] {
    var left = amount
    var parts = [Rupiah](repeating: .zero, count: paid.count)
    var due = parts
    for index in schedules.first?.installments.indices ?? 0..<0 where left > .zero {
      let weights = parts.indices.map { member in
        due[member] += schedules[member].installments[index].total
        return max(.zero, due[member] - paid[member] - parts[member])
      }
      let part = min(left, weights.total())
      for (member, share) in part.divided(by: weights).enumerated() { parts[member] += share }
      left -= part
    }
    return parts
  }

  /// The parts of what settles the loan on a day: each member's own settlement.
  func settled(_ amount: Rupiah, on day: Day, rule: EarlySettlement) -> [Rupiah] {
    let weights = zip(schedules, paid).map { schedule, paid in
      max(.zero, schedule.settlement(after: .nothing, on: day, rule: rule) - paid)
    }
    guard amount <= weights.total() else { return divided(amount) }
    return amount.divided(by: weights)
  }
}

extension Loan {
  /// Each member's own schedule, in the order of the shares (rules.md 0, ruling 9); what the
  /// member brought along from a loan before it is due with the first installment.
  public var memberSchedules: [Schedule] {
    // Shares are often the same, and so are their schedules.
    var made: [Rupiah: Schedule] = [:]
    return shares.map { share in
      if succession == nil, let schedule = made[share.amount] { return schedule }
      let carried = succession?.carriedCharge.first { $0.member == share.member }
      guard succession == nil else {
        return Schedule(
          rests: [share.amount], carriedCharge: carried?.amount ?? .zero, terms: terms,
          disbursedOn: disbursedOn)
      }
      do {
        let schedule = try Schedule(
          shares: [share.amount], terms: terms, disbursedOn: disbursedOn)
        made[share.amount] = schedule
        return schedule
      } catch {
        preconditionFailure("a share of loan \(id.number) has impossible terms")
      }
    }
  }
}

extension Rupiah {
  /// Parts in proportion to weights that sum to as much or more: no part exceeds its weight.
  func divided(by weights: [Rupiah]) -> [Rupiah] {
    let total = Int128(weights.total().amount)
    guard total > 0 else { return weights.map { _ in .zero } }
    let exact = weights.map { Int128(amount) * Int128($0.amount) }
    var parts = exact.map { Int64($0 / total) }
    let order = exact.indices.sorted { (exact[$1] % total, $0) < (exact[$0] % total, $1) }
    for index in order.prefix(Int(amount - parts.reduce(0, +))) { parts[index] += 1 }
    return parts.map { Rupiah($0) }
  }
}
