/// What one repayment pays off, installment by installment.
public struct Allocation: Hashable, Sendable {
  public let lines: [Line]
  /// Service charge of later installments given up because the loan is settled early.
  public let waivedServiceCharge: Rupiah

  /// A repayment's part in one installment.
  public struct Line: Hashable, Sendable {
    public let installment: Int
    public let serviceCharge: Rupiah
    public let principal: Rupiah

    public init(installment: Int, serviceCharge: Rupiah, principal: Rupiah) {
      self.installment = installment
      self.serviceCharge = serviceCharge
      self.principal = principal
    }
  }

  public var principal: Rupiah { lines.total(\.principal) }
  public var serviceCharge: Rupiah { lines.total(\.serviceCharge) }
}

extension Schedule {
  /// The most that may be paid on a day: all open principal and the service charge that is owed.
  ///
  /// Under `waive` the charge counts up to the running installment, the first one due on or after
  /// the day; under `charge` it counts to the end (rules.md 0, ruling 7).
  public func settlement(after paid: PaidTotals, on day: Day, rule: EarlySettlement) -> Rupiah {
    let running = installments.first { $0.due >= day }?.number ?? installments.count
    let owed = installments.total {
      $0.number <= running || rule == .charge ? $0.serviceCharge : .zero
    }
    let charge = max(.zero, owed - paid.serviceCharge)
    return principal - paid.principal + charge
  }

  /// Splits a repayment over the unpaid installments.
  ///
  /// The oldest installment comes first, and in each the service charge before the principal; what
  /// is left runs ahead in the same order. A payment of exactly the settlement pays the loan off.
  ///
  /// - Throws: `amountNotPositive`, `repaymentExceedsDebt`.
  public func allocate(
    _ repayment: Rupiah, after paid: PaidTotals, on day: Day, rule: EarlySettlement
  ) throws(Rejection) -> Allocation {
    guard repayment > .zero else { throw .amountNotPositive(field: .amount, repayment) }
    let settlement = settlement(after: paid, on: day, rule: rule)
    guard repayment <= settlement else {
      throw .repaymentExceedsDebt(amount: repayment, debt: settlement)
    }
    let settles = repayment == settlement
    let lines = split(
      repayment, after: paid, chargeLeft: settles ? chargeOwed(settlement, paid) : nil)
    assert(lines.total { $0.principal + $0.serviceCharge } == repayment, "no rupiah is left over")
    let charged = lines.total(\.serviceCharge)
    return Allocation(
      lines: lines,
      waivedServiceCharge: settles ? serviceCharge - paid.serviceCharge - charged : .zero)
  }

  /// What an amount pays when it fills the installments from the oldest.
  func filled(_ amount: Rupiah) -> PaidTotals {
    let lines = split(amount, after: .nothing, chargeLeft: nil)
    return PaidTotals(
      principal: lines.total(\.principal), serviceCharge: lines.total(\.serviceCharge))
  }

  private func chargeOwed(_ settlement: Rupiah, _ paid: PaidTotals) -> Rupiah {
    settlement - (principal - paid.principal)
  }

  /// Pays in order; with `chargeLeft` the service charge stops there and principal goes on.
  private func split(
    _ repayment: Rupiah, after paid: PaidTotals, chargeLeft: Rupiah?
  ) -> [Allocation.Line] {
    var left = repayment
    var principalPaid = paid.principal
    var chargePaid = paid.serviceCharge
    var chargeLeft = chargeLeft ?? repayment
    var lines: [Allocation.Line] = []
    for installment in installments {
      let openPrincipal = installment.principal - min(principalPaid, installment.principal)
      let openCharge = installment.serviceCharge - min(chargePaid, installment.serviceCharge)
      principalPaid -= installment.principal - openPrincipal
      chargePaid -= installment.serviceCharge - openCharge
      let charge = min(left, openCharge, chargeLeft)
      let principal = min(left - charge, openPrincipal)
      left -= charge + principal
      chargeLeft -= charge
      guard charge + principal > .zero else { continue }
      lines.append(
        Allocation.Line(
          installment: installment.number, serviceCharge: charge, principal: principal))
    }
    return lines
  }
}
