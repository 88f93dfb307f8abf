internal import Libpq
internal import RevolvingFund

// Vouchers, and what the books are held against: counts, statements, the register of assets.
extension FactLoad {
  mutating func addVouchers(_ keys: Keys) {
    let vouchers = Array(keys.vouchers)
    add(
      !vouchers.isEmpty, JournalStatements.byNumber,
      [
        .upks(vouchers.map(\.upk)), .names(vouchers.map(\.number.kind)),
        .int4s(vouchers.map { Int32($0.number.year) }), .int8s(vouchers.map(\.number.number)),
      ]
    ) { row, facts in
      let record = try VoucherRecord(row)
      facts.vouchers[VoucherID(upk: try row.upkID(19), number: record.voucher.number)] = record
    }
  }
}

extension VoucherRecord {
  /// A row of `JournalStatements.byNumber`.
  init(_ row: Row) throws {
    let booked = try BookedVoucher(row)
    self.init(
      voucher: booked.voucher, kind: try row.text(20), recordedBy: try row.personID(21),
      reversedBy: booked.reversedBy)
  }
}
