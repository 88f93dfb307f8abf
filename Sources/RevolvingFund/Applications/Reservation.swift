/// Money that an approval has promised and no disbursement has paid yet.
///
/// It is held until the approval expires, so that two approvals never promise the same rupiah.
public struct Reservation: Hashable, Sendable {
  public let application: ApplicationID
  public let amount: Rupiah
  /// The decision, or the day on which it came off the waiting list.
  public let decidedOn: Day

  public init(application: ApplicationID, amount: Rupiah, decidedOn: Day) {
    self.application = application
    self.amount = amount
    self.decidedOn = decidedOn
  }

  /// Whether the money is still held on a day.
  public func holds(on day: Day) -> Bool {
    day <= decidedOn.addingDays(Application.approvalValidDays)
  }
}

extension Facts {
  /// What cash and bank hold beside what is promised to other applications.
  func available(for id: ApplicationID, on day: Day) -> Rupiah {
    let held = [AccountCode.cash, .bank].total {
      balances[AccountKey(upk: id.upk, account: $0)] ?? .zero
    }
    let others = (reservations[id.upk] ?? []).filter { $0.application != id && $0.holds(on: day) }
    return held - others.total(\.amount)
  }

  /// Whether cash and bank hold an amount beside all that was promised: `fundsReserved`.
  func reservationViolations(of amount: Rupiah, at upk: UPKID, on day: Day) -> [Rejection] {
    let held = [AccountCode.cash, .bank].total {
      balances[AccountKey(upk: upk, account: $0)] ?? .zero
    }
    let reserved = (reservations[upk] ?? []).filter { $0.holds(on: day) }.total(\.amount)
    guard held - reserved < amount else { return [] }
    return [.fundsReserved(held: held, reserved: reserved, asked: amount)]
  }

  /// Why the money for an application is not there: money that comes in is for those who wait for
  /// it already.
  func shortages(for found: Application, on day: Day) -> [Rejection] {
    waitlistViolations(found, on: day)
      + reservationViolations(
        of: found.recommended.total(\.amount), at: found.id.upk, on: day)
  }
}

extension Keys {
  /// Asks for what reservations are held against.
  mutating func addReservations(of upk: UPKID) {
    reservationsOf.insert(upk)
    balances.formUnion([.cash, .bank].map { AccountKey(upk: upk, account: $0) })
  }
}
