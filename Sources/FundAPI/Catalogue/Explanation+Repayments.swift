internal import RevolvingFund

// Repayments by member, what is held for groups, and how members answer for each other.
extension Explanation {
  static let reverserIsRecorder = Explanation(
    "Whoever recorded it does not take it back.",
    "Yang mencatatnya tidak boleh membatalkannya sendiri.",
    next: "Let another officer reverse it.",
    "Mintalah petugas lain membatalkannya.")

  static func memberPaymentsDoNotSum(_ payments: Rupiah, _ due: Rupiah) -> Explanation {
    Explanation(
      "The members' payments sum to \(payments), but \(due) of the money is for the loan.",
      "Setoran anggota berjumlah \(payments), padahal \(due) dari uang itu untuk pinjaman.",
      next: "Make the members' payments sum to \(due), or leave them out.",
      "Samakan jumlah setoran anggota dengan \(due), atau jangan dirinci.")
  }

  static func shareOverpaid(_ member: Int64, _ amount: Rupiah, _ open: Rupiah) -> Explanation {
    Explanation(
      "\(amount) would be paid on the share of member \(member), of which \(open) are open.",
      "Setoran untuk anggota \(member) \(amount), padahal sisa kewajibannya \(open).",
      next: "Pay at most \(open) on that share and the rest on others.",
      "Bayarkan paling banyak \(open) untuk anggota itu dan sisanya untuk anggota lain.")
  }

  static func repaymentReversed(_ receipt: String, _ day: Day) -> Explanation {
    Explanation(
      "Receipt \(receipt) was reversed on \(day).",
      "Kuitansi \(receipt) sudah dibatalkan pada \(day).",
      next: "Record the right repayment as a new one.",
      "Catat angsuran yang benar sebagai angsuran baru.")
  }

  static let nobodyPresent = Explanation(
    "Nobody is named who came to the meeting.",
    "Belum disebut siapa yang hadir dalam pertemuan.",
    next: "Name the members who came.",
    "Sebutkan anggota yang hadir.")

  static func nobodyIsShort(_ day: Day) -> Explanation {
    Explanation(
      "On \(day) no member is behind with the own share.",
      "Pada \(day) tidak ada anggota yang menunggak bagiannya.",
      next: "Look at the members' shares, and call when one is behind.",
      "Periksa bagian anggota, dan panggil kelompok bila ada yang menunggak.")
  }

  static func memberDebtExceeded(
    _ debtor: Int64, _ creditor: Int64, _ open: Rupiah, _ asked: Rupiah
  ) -> Explanation {
    Explanation(
      "Member \(debtor) owes member \(creditor) \(open); \(asked) were to be settled.",
      "Utang anggota \(debtor) kepada anggota \(creditor) \(open); yang dilunasi \(asked).",
      next: "Settle at most \(open).",
      "Catat pelunasan paling banyak \(open).")
  }

  static func suspenseExceeded(
    _ ksm: Int64, _ available: Rupiah, _ asked: Rupiah
  ) -> Explanation {
    Explanation(
      "\(available) are held for KSM \(ksm) on that day; \(asked) are asked for.",
      "Titipan KSM \(ksm) pada hari itu \(available); yang diminta \(asked).",
      next: "Ask for at most \(available).",
      "Mintalah paling banyak \(available).")
  }

  static func unnamedExceeded(_ available: Rupiah, _ asked: Rupiah) -> Explanation {
    Explanation(
      "\(available) are held without a group on that day; \(asked) are asked for.",
      "Titipan tanpa nama KSM pada hari itu \(available); yang diminta \(asked).",
      next: "Ask for at most \(available). What is a group's is given back or used as the group's.",
      "Mintalah paling banyak \(available). Titipan KSM dikembalikan atau dipakai atas nama KSM.")
  }

  static func setOffNotAgreed(_ loan: Int64) -> Explanation {
    Explanation(
      "The agreement of loan \(loan) does not let the group's savings pay what is overdue.",
      "Perjanjian pinjaman \(loan) tidak mengizinkan tabungan KSM membayar tunggakan.",
      next: "Collect from the members, or ask the group to withdraw savings and pay.",
      "Tagih anggota, atau mintalah KSM mengambil tabungan lalu membayar.")
  }

  static func setOffAboveArrears(_ amount: Rupiah, _ arrears: Rupiah) -> Explanation {
    Explanation(
      "\(amount) of the savings are asked for, but only \(arrears) are overdue.",
      "Yang diminta dari tabungan \(amount), padahal tunggakan hanya \(arrears).",
      next: "Set off at most \(arrears).",
      "Perhitungkan paling banyak \(arrears).")
  }
}
