internal import RevolvingFund

// The savers' money, and what the fund's may be used for.
extension Explanation {
  static func accountNotForSavings(_ account: AccountCode) -> Explanation {
    Explanation(
      "Savings are not kept on account \(account), only in the savers' cash or bank account.",
      "Tabungan tidak disimpan pada rekening \(account), hanya pada kas titipan atau bank TR.",
      next: "Choose \(AccountCode.savingsCash) or \(AccountCode.savingsBank).",
      "Pilih \(AccountCode.savingsCash) atau \(AccountCode.savingsBank).")
  }

  static func savingsExceeded(
    _ ksm: Int64, _ available: Rupiah, _ asked: Rupiah
  ) -> Explanation {
    Explanation(
      "KSM \(ksm) can take \(available) of its savings on that day; \(asked) are asked for.",
      "Tabungan KSM \(ksm) yang dapat diambil pada hari itu \(available); yang diminta \(asked).",
      next: "Pay out at most \(available).",
      "Bayarkan paling banyak \(available).")
  }

  static func savingsNotCovered(_ held: Rupiah, _ owed: Rupiah, _ day: Day) -> Explanation {
    Explanation(
      "On \(day) the savers' accounts would hold \(held), and \(owed) are owed to savers.",
      """
      Pada \(day) kas titipan dan bank TR tinggal \(held), padahal tabungan KSM \(owed).
      """,
      next: "Leave the savers' money where it is; what is missing has to be found first.",
      "Biarkan uang penabung di tempatnya; kekurangannya harus dicari dahulu.")
  }

  static func fundForLendingOnly(_ line: Int, _ account: AccountCode) -> Explanation {
    Explanation(
      "Line \(line): the fund's money may not go out to account \(account).",
      "Baris \(line): uang dana bergulir tidak boleh keluar ke rekening \(account).",
      next: "Book what was really paid. Equity, wear and risk are never paid out.",
      "Bukukan yang sebenarnya dibayar. Modal, penyusutan dan risiko tidak pernah dibayarkan.")
  }

  static func incomeSpent(
    _ line: Int, _ account: AccountCode, _ unspent: Rupiah, _ asked: Rupiah
  ) -> Explanation {
    Explanation(
      """
      Line \(line): \(asked) for account \(account), and \(unspent) of the year's income are \
      left to spend.
      """,
      """
      Baris \(line): \(asked) untuk rekening \(account), padahal sisa pendapatan tahun itu \
      \(unspent).
      """,
      next: "Spend at most what is left, or wait for income; the capital is for loans.",
      "Belanjakan paling banyak sisanya, atau tunggu pendapatan masuk; modal hanya untuk pinjaman.")
  }
}
