/// What was found in the cash box at the end of a day, beside what 11010 said (rules.md 2.12).
public struct CashCount: Hashable, Sendable {
  public let upk: UPKID
  /// Counted from 1 in the UPK; the numbers run with the days.
  public let number: Int64
  public let on: Day
  public let counted: Rupiah
  /// What 11010 held at the end of the day by what was booked when it was counted.
  public let ledger: Rupiah
  /// The cashier.
  public let counter: PersonID
  /// Who saw it: another person.
  public let witness: PersonID
  public let note: String
  /// The voucher that booked the difference; `nil` while none did.
  public let booked: Booking?

  /// How a difference was booked.
  public struct Booking: Hashable, Sendable {
    public let voucher: VoucherNumber
    public let on: Day

    public init(voucher: VoucherNumber, on day: Day) {
      self.voucher = voucher
      on = day
    }
  }

  public init(
    upk: UPKID, number: Int64, on day: Day, counted: Rupiah, ledger: Rupiah, counter: PersonID,
    witness: PersonID, note: String, booked: Booking?
  ) {
    self.upk = upk
    self.number = number
    on = day
    self.counted = counted
    self.ledger = ledger
    self.counter = counter
    self.witness = witness
    self.note = note
    self.booked = booked
  }

  /// What was found beyond the ledger; below zero where money is missing.
  public var difference: Rupiah { counted - ledger }

  /// The count as it was known on a day: a booking of later is not there yet; `nil` before it.
  public func asOf(_ day: Day) -> CashCount? {
    guard on <= day else { return nil }
    return booked(booked.flatMap { $0.on <= day ? $0 : nil })
  }

  /// The count with another booking.
  func booked(_ booking: Booking?) -> CashCount {
    CashCount(
      upk: upk, number: number, on: on, counted: counted, ledger: ledger, counter: counter,
      witness: witness, note: note, booked: booking)
  }
}
