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
  /// It is divided by what is open on the members' own shares, to the rupiah; on a member who paid
  /// the own share nothing falls.
  var openShares: [Share] {
    let open = zip(memberSchedules, memberPaid).map { $0.principal - $0.filled($1).principal }
    return zip(shares, openPrincipal.divided(by: open))
      .map { Share(member: $0.member, amount: $1) }.filter { $0.amount > .zero }
  }

  /// Service charge divided among members with a part of the principal: by what fell due on their
  /// own shares and is open, or by their parts where nothing did.
  func dividing(
    _ charge: Rupiah, among parts: [Share], fallenDueBy day: Day
  ) -> [Share] {
    let own = zip(shares, zip(memberSchedules, memberPaid)).map { share, own in
      let due = own.0.installments.filter { $0.due <= day }.total(\.serviceCharge)
      let open = max(.zero, due - own.0.filled(own.1).serviceCharge)
      return parts.contains { $0.member == share.member } ? open : .zero
    }
    let weights =
      own.total() > .zero
      ? own
      : shares.map { share in
        parts.first { $0.member == share.member }?.amount ?? .zero
      }
    return zip(shares, charge.divided(by: weights))
      .map { Share(member: $0.member, amount: $1) }.filter { $0.amount > .zero }
  }
}

extension PaidTotals {
  /// Principal and service charge together.
  public var total: Rupiah { principal + serviceCharge }
}
