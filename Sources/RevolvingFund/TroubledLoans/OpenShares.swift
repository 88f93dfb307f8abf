// What is open on a loan now, whole and by member.
extension Loan {
  /// Principal that was not paid.
  public var openPrincipal: Rupiah { principal - paid.principal }

  /// Service charge that fell due by a day, that day's included, and was not paid.
  public func openServiceCharge(fallenDueBy day: Day) -> Rupiah {
    let fallenDue = schedule.installments.filter { $0.due <= day }.total(\.serviceCharge)
    return max(.zero, fallenDue - paid.serviceCharge)
  }

  /// Each member's part of the open principal, in the order of the shares.
  ///
  /// It is divided as the shares are, to the rupiah; a member on whom nothing falls has no part.
  var openShares: [Share] {
    shares.dividing(openPrincipal).filter { $0.amount > .zero }
  }
}

extension [Share] {
  /// An amount divided in the proportion of the shares, so that the parts sum to it exactly: first
  /// down to whole rupiah, then one more for each of the largest fractions, the first of equals.
  func dividing(_ amount: Rupiah) -> [Share] {
    let whole = Int128(total(\.amount).amount)
    guard whole > 0 else { return [] }
    let parts = map { Int128(amount.amount) * Int128($0.amount.amount) }
    let missing = Int(Int128(amount.amount) - parts.reduce(0) { $0 + $1 / whole })
    let raised = parts.indices
      .sorted { (parts[$1] % whole, $0) < (parts[$0] % whole, $1) }.prefix(missing)
    return indices.map { index in
      let part = Int64(parts[index] / whole) + (raised.contains(index) ? 1 : 0)
      return Share(member: self[index].member, amount: Rupiah(part))
    }
  }
}

extension PaidTotals {
  /// Principal and service charge together.
  public var total: Rupiah { principal + serviceCharge }
}
