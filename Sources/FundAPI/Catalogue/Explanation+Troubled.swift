internal import RevolvingFund

// Loans that are put off or given up.
extension Explanation {
  static var proposerMayNotDecide: Explanation {
    Explanation(
      "Whoever proposes a write-off does not decide on it.",
      "Yang mengusulkan hapus buku tidak boleh memutuskannya.",
      next: "Name the manager who proposed it, and let the coordinator of the board decide.",
      "Sebut manajer UPK yang mengusulkan, lalu koordinator BKM yang memutuskan.")
  }

  static func loanRestructuredBefore(_ predecessor: Int64) -> Explanation {
    Explanation(
      "The loan already follows the restructured loan \(predecessor); a debt is restructured once.",
      "Pinjaman ini lanjutan pinjaman \(predecessor); penjadwalan ulang hanya sekali.",
      next: "Collect it, with the members' joint liability.",
      "Lanjutkan penagihan dengan tanggung renteng anggota.")
  }

  static func nothingOverdue(_ day: Day) -> Explanation {
    Explanation(
      "On \(day) nothing of the loan is overdue; only a troubled loan is restructured.",
      "Pada \(day) tidak ada tunggakan; hanya pinjaman bermasalah yang dijadwal ulang.",
      next: "Let the group repay it as agreed.",
      "Angsuran tetap menurut jadwal yang disepakati.")
  }

  static func lateFeeOwed(_ fee: Rupiah, _ loan: Int64) -> Explanation {
    Explanation(
      "Late fees of \(fee) are owed on loan \(loan); the new loan does not take them over.",
      "Denda \(fee) pada pinjaman \(loan) belum dibayar; denda tidak ikut dijadwal ulang.",
      next: "Take them in with `bergulir repayment record` first; fees are paid before the rest.",
      "Terima dendanya dahulu dengan `bergulir repayment record`; denda dibayar lebih dahulu.")
  }

  static func ownMoneyUnused(
    _ ksm: Int64, _ savings: Rupiah, _ held: Rupiah
  ) -> Explanation {
    Explanation(
      "KSM \(ksm) has savings of \(savings), and \(held) are held for it; both come first.",
      "KSM \(ksm) punya tabungan \(savings) dan titipan \(held); keduanya dipakai lebih dahulu.",
      next: """
        Use them with `bergulir joint-liability set-off` and `bergulir suspense apply`; where \
        savings cannot be used, say why in the decision.
        """,
      """
      Pakai dengan `bergulir joint-liability set-off` dan `bergulir suspense apply`; bila tabungan \
      tidak dapat dipakai, tulis alasannya dalam keputusan.
      """)
  }

  static func loanNotLoss(
    _ class: Collectability, _ day: Day, _ lossFrom: Day?
  ) -> Explanation {
    let remedy =
      lossFrom.map {
        Sentence(
          "Go on collecting; it is class 5 from \($0) on if nothing comes in.",
          "Lanjutkan penagihan; menjadi macet mulai \($0) bila tidak ada yang dibayar.")
      } ?? Sentence("Go on collecting.", "Lanjutkan penagihan.")
    return Explanation(
      message: Sentence(
        """
        On \(day) the loan is of class \(`class`.rawValue), \(`class`); only class 5 is written off.
        """,
        """
        Pada \(day) kolektibilitasnya \(`class`.rawValue), \(`class`); hanya macet yang dihapus \
        buku.
        """),
      remedy: remedy)
  }

  static func loanNotWrittenOff(_ state: LoanState) -> Explanation {
    Explanation(
      "The loan is \(state); only what was written off is recovered or waived as a claim.",
      "Status pinjaman ini: \(state); hanya pinjaman hapus buku yang tertagih atau dihapus tagih.",
      next: "Check the number of the loan, or record a repayment.",
      "Periksa nomor pinjamannya, atau catat sebagai angsuran.")
  }

  static func recoveryExceedsClaim(_ amount: Rupiah, _ claim: Rupiah) -> Explanation {
    Explanation(
      "\(amount) came in, but only \(claim) of the claim are left.",
      "Diterima \(amount), padahal sisa tagihan hanya \(claim).",
      next: "Take at most \(claim) and give the rest back.",
      "Terima paling banyak \(claim) dan kembalikan sisanya.")
  }
}
