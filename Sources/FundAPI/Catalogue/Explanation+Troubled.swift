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
