/// On what a loan was lent, as the policy said on the day of its decision.
struct Terms {
  var months: Int
  let rateMillionths: Int64
  let method: String
  let roundUnit: Int64
  let earlySettlement: String
  let lateFee: Int64
  let savingsThousandths: Int64
}

/// What is due on a day.
struct Due {
  let number: Int
  let day: CivilDay
  var principal: Int64
  var charge: Int64

  var total: Int64 { principal + charge }
}

/// Principal and service charge.
struct Paid: Equatable {
  var principal: Int64 = 0
  var charge: Int64 = 0

  var total: Int64 { principal + charge }
}

/// The installments of one or more shares, reckoned from rules.md 0, rulings 8 and 9.
struct OwnSchedule {
  private(set) var dues: [Due]

  /// The sum of the shares' schedules; what is carried over is due with the first.
  init(shares: [Int64], carried: Int64, terms: Terms, from day: CivilDay) {
    dues = (1...max(1, terms.months)).map {
      Due(number: $0, day: day.adding(months: $0), principal: 0, charge: $0 == 1 ? carried : 0)
    }
    for share in shares { add(share, terms) }
  }

  private mutating func add(_ share: Int64, _ terms: Terms) {
    guard share > 0 else { return }
    // What is left of a share after a restructuring goes over as many months as it can fill.
    var places = dues.indices
    var parts = principals(of: share, over: places.count, terms)
    while places.count > 1 && parts.contains(where: { $0 <= 0 }) {
      places = places.dropLast()
      parts = principals(of: share, over: places.count, terms)
    }
    var left = share
    for place in places {
      dues[place].principal += parts[place]
      dues[place].charge += OwnSchedule.charge(
        on: terms.method == "declining" ? left : share, terms)
      left -= parts[place]
    }
  }

  private static func charge(on balance: Int64, _ terms: Terms) -> Int64 {
    Int64((Int128(balance) * Int128(terms.rateMillionths) + 500_000) / 1_000_000)
  }

  /// The parts of a share, the last with the rest.
  private func principals(of share: Int64, over count: Int, _ terms: Terms) -> [Int64] {
    let months = Int64(count)
    var each = share / months
    if terms.method == "flat" && terms.roundUnit > 1 {
      let flat = OwnSchedule.charge(on: share, terms)
      let whole = share + flat * months
      let units = (whole + months * terms.roundUnit - 1) / (months * terms.roundUnit)
      each = units * terms.roundUnit - flat
    }
    return (1...count).map { $0 == count ? share - each * (months - 1) : each }
  }

  var principal: Int64 { dues.total(\.principal) }
  var charge: Int64 { dues.total(\.charge) }

  /// What an amount pays: installment by installment, in each the charge before the principal.
  func filled(_ amount: Int64) -> Paid {
    var left = amount
    var paid = Paid()
    for due in dues {
      let charge = min(left, due.charge)
      let principal = min(left - charge, due.principal)
      paid.charge += charge
      paid.principal += principal
      left -= charge + principal
    }
    return paid
  }

  /// Service charge that fell due by a day.
  func chargeDue(by day: CivilDay) -> Int64 {
    dues.filter { $0.day <= day }.total(\.charge)
  }

  /// All that can be paid on a day after what was paid (ruling 7).
  func settlement(after paid: Paid, on day: CivilDay, rule: String) -> Int64 {
    let running = dues.first { $0.day >= day }?.number ?? dues.count
    let owed = dues.filter { $0.number <= running || rule == "charge" }.total(\.charge)
    return principal - paid.principal + max(0, owed - paid.charge)
  }
}
