/// A voucher that was booked, with who booked it, by what, and what took it back.
public struct VoucherRecord: Hashable, Sendable {
  public let voucher: Voucher
  /// The command that booked it, such as `journal.post`.
  public let kind: String
  /// Who ran that command.
  public let recordedBy: PersonID
  /// The voucher that took it back, if any.
  public let reversedBy: VoucherNumber?

  public init(
    voucher: Voucher, kind: String, recordedBy: PersonID, reversedBy: VoucherNumber?
  ) {
    self.voucher = voucher
    self.kind = kind
    self.recordedBy = recordedBy
    self.reversedBy = reversedBy
  }
}

/// A voucher of one UPK.
public struct VoucherID: Hashable, Sendable {
  public let upk: UPKID
  public let number: VoucherNumber

  public init(upk: UPKID, number: VoucherNumber) {
    self.upk = upk
    self.number = number
  }
}
