/// What is left to pay of an installment.
public struct OpenInstallment: Hashable, Sendable {
  public let number: Int
  public let due: Day
  public let principal: Rupiah
  public let serviceCharge: Rupiah

  public var total: Rupiah { principal + serviceCharge }
}

extension LoanHistory {
  /// What was unpaid of each installment at the end of a day, due or not; none of a loan that is
  /// settled, whose later charges were given up, or that was closed in another way.
  public func openInstallments(asOf day: Day) -> [OpenInstallment] {
    guard let position = position(asOf: day), position.outstanding > .zero,
      loan.closedOn.map({ day < $0 }) ?? true
    else { return [] }
    let paid = payments.filter { $0.on <= day }
    var principal = paid.total { $0.paid.principal }
    var charge = paid.total { $0.paid.serviceCharge }
    return schedule.installments.compactMap { installment in
      let openPrincipal = installment.principal - min(principal, installment.principal)
      let openCharge = installment.serviceCharge - min(charge, installment.serviceCharge)
      principal -= installment.principal - openPrincipal
      charge -= installment.serviceCharge - openCharge
      guard openPrincipal + openCharge > .zero else { return nil }
      return OpenInstallment(
        number: installment.number, due: installment.due, principal: openPrincipal,
        serviceCharge: openCharge)
    }
  }
}
