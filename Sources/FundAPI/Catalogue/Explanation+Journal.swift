internal import RevolvingFund

// Vouchers by hand, the chart, and what is counted.
extension Explanation {
  static func accountNotExtensible(_ account: AccountCode) -> Explanation {
    let free = ChartOfAccounts.extensible.map { "\($0.lowerBound.number)-\($0.upperBound.number)" }
      .joined(separator: ", ")
    return Explanation(
      "A UPK does not open account \(account.number): the chart keeps that place.",
      "UPK tidak membuka rekening \(account.number): tempat itu milik bagan rekening.",
      next: "Choose a code of \(free).",
      "Pilih kode di antara \(free).")
  }

  static func cashierMayNotPost(_ day: Day) -> Explanation {
    Explanation(
      "Who keeps the cash on \(day) books nothing by hand.",
      "Pemegang kas pada \(day) tidak membukukan secara manual.",
      next: "Leave it to a bookkeeper who did not keep the cash.",
      "Serahkan kepada pembuku yang tidak memegang kas.")
  }

  static func voucherNotManual(_ voucher: VoucherNumber, _ kind: String) -> Explanation {
    Explanation(
      "Voucher \(voucher.description) was booked by \(kind), not by hand.",
      "Bukti \(voucher.description) dibukukan oleh \(kind), bukan secara manual.",
      next: "Take the loan's, the group's or the asset's own step back, where there is a way.",
      "Batalkan langkah pinjaman, KSM, atau hartanya sendiri, kalau ada caranya.")
  }

  static func voucherReversed(
    _ voucher: VoucherNumber, _ reversal: VoucherNumber
  ) -> Explanation {
    Explanation(
      "Voucher \(voucher.description) was taken back already, by \(reversal.description).",
      "Bukti \(voucher.description) sudah dibatalkan oleh \(reversal.description).",
      next: "Post what is right as a new voucher.",
      "Bukukan yang benar sebagai bukti baru.")
  }
}
