internal import RevolvingFund

// What the books are held against: the cash box, the bank, the register of assets.
extension Explanation {
  static var witnessIsCounter: Explanation {
    Explanation(
      "Whoever counts the cash cannot be the witness.",
      "Yang menghitung kas tidak boleh menjadi saksi.",
      next: "Name another person who saw it counted.",
      "Sebutkan orang lain yang menyaksikan penghitungan.")
  }

  static func cashCountSuperseded(_ count: Int64, _ last: Int64) -> Explanation {
    Explanation(
      "Count \(count) is not the last one: count \(last) says all that it said.",
      "Opname \(count) bukan yang terakhir: opname \(last) sudah mencakupnya.",
      next: "Book the difference of count \(last), if it has one.",
      "Bukukan selisih opname \(last), kalau ada.")
  }

  static func cashCountAgrees(_ count: Int64) -> Explanation {
    Explanation(
      "Count \(count) agrees with the books.",
      "Opname \(count) cocok dengan pembukuan.",
      next: "There is nothing to book.",
      "Tidak ada yang perlu dibukukan.")
  }

  static func cashDifferenceBooked(_ count: Int64, _ voucher: VoucherNumber) -> Explanation {
    Explanation(
      "The difference of count \(count) was booked by \(voucher.description).",
      "Selisih opname \(count) sudah dibukukan dengan \(voucher.description).",
      next: "Count again on a later day if the cash still differs.",
      "Hitung lagi pada hari berikutnya kalau kas masih berbeda.")
  }

  static func accountNotBank(_ account: AccountCode) -> Explanation {
    Explanation(
      "Account \(account) is at no bank.",
      "Rekening \(account) bukan rekening bank.",
      next: "Choose \(AccountCode.bank) or \(AccountCode.savingsBank).",
      "Pilih \(AccountCode.bank) atau \(AccountCode.savingsBank).")
  }

  static var statementEmpty: Explanation {
    Explanation(
      "The statement has no line.",
      "Rekening koran ini tidak memuat baris.",
      next: "Give at least one line of the month.",
      "Isi paling sedikit satu baris bulan itu.")
  }

  static func statementTooLong(_ lines: Int, _ limit: Int) -> Explanation {
    Explanation(
      "The statement has \(lines) lines; at most \(limit) are read at once.",
      "Rekening koran ini memuat \(lines) baris; paling banyak \(limit) sekali baca.",
      next: "Check whether it is of one month only.",
      "Periksa apakah isinya hanya satu bulan.")
  }

  static func statementLineOutside(_ line: Int, _ day: Day, _ month: Month) -> Explanation {
    Explanation(
      "Line \(line): \(day) is not in \(month).",
      "Baris \(line): \(day) tidak termasuk \(month).",
      next: "Give the lines of \(month) alone.",
      "Isi hanya baris bulan \(month).")
  }

  static func statementBroken(
    _ line: Int, _ expected: Rupiah, _ found: Rupiah
  ) -> Explanation {
    Explanation(
      "Line \(line): the balance is \(found); after the line before it would be \(expected).",
      "Baris \(line): saldo \(found); menurut baris sebelumnya seharusnya \(expected).",
      next: "Look for a line that is missing or twice, and whether the account is the right one.",
      "Cari baris yang hilang atau ganda, dan periksa apakah rekeningnya benar.")
  }

  static func assetLifeOutOfRange(_ months: Int, _ least: Int, _ most: Int) -> Explanation {
    Explanation(
      "A use of \(months) months is not possible; it is \(least) to \(most) months.",
      "Masa manfaat \(months) bulan tidak dapat dipakai; masanya \(least) sampai \(most) bulan.",
      next: "Say for how many months it will be used.",
      "Sebutkan berapa bulan barang itu akan dipakai.")
  }

  static func assetAboveVoucher(
    _ voucher: VoucherNumber, _ cost: Rupiah, _ left: Rupiah
  ) -> Explanation {
    Explanation(
      """
      The asset costs \(cost), and \(left) of voucher \(voucher.description) on account \
      \(AccountCode.equipment) are not registered yet.
      """,
      """
      Harga barang \(cost), padahal dari bukti \(voucher.description) pada rekening \
      \(AccountCode.equipment) yang belum didaftar \(left).
      """,
      next: "Name the voucher that booked the purchase, and what was paid.",
      "Sebutkan bukti pembeliannya dan harga yang dibayar.")
  }

  static func nothingToDepreciate(_ month: Month) -> Explanation {
    Explanation(
      "No asset has lost anything by the end of \(month) that is not booked.",
      "Sampai akhir \(month) tidak ada penyusutan yang belum dibukukan.",
      next: "Register the assets first, or leave the month as it is.",
      "Daftarkan barangnya dahulu, atau biarkan bulan itu.")
  }

  static func voucherHasAssets(_ voucher: VoucherNumber, _ assets: [Int64]) -> Explanation {
    let numbers = assets.map { "\($0)" }.joined(separator: ", ")
    return Explanation(
      "Voucher \(voucher.description) booked the purchase of registered assets: \(numbers).",
      "Bukti \(voucher.description) adalah pembelian barang yang terdaftar: \(numbers).",
      next: "What is registered stays; post what was paid too much back as a new voucher.",
      "Yang terdaftar tetap; bukukan kelebihan bayar sebagai bukti baru.")
  }
}
