internal import RevolvingFund

// NIK, the pay-out and what members say of it.
extension Explanation {
  static func nikNotPlausible(_ parts: [NIKPart]) -> Explanation {
    Explanation(
      "This cannot be the NIK of this person: look again at \(anyOf: parts).",
      "NIK ini tidak mungkin milik orang tersebut: periksa lagi \(anyOf: parts).",
      next: "Compare all sixteen digits, and the gender, with the identity card.",
      "Cocokkan keenam belas angka dan jenis kelamin dengan KTP.")
  }

  static func signatoriesMiscounted(_ named: Int, _ required: Int) -> Explanation {
    Explanation(
      """
      \(named, "signatory is", "signatories are") named; this account needs \(required) distinct \
      ones.
      """,
      "Penanda tangan disebut \(named); untuk rekening ini harus \(required) orang berbeda.",
      next: "Money of the bank leaves it with three signatures; cash needs none.",
      "Uang di bank keluar dengan tiga tanda tangan; dari kas tidak perlu.")
  }

  static func notSignatory(_ person: Int64, _ day: Day) -> Explanation {
    Explanation(
      "Person \(person) is no signatory of this UPK's account on \(day).",
      "Orang \(person) bukan penanda tangan rekening UPK ini pada \(day).",
      next: "Name those who signed, or record their appointment first.",
      "Sebutkan yang menandatangani, atau catat dahulu penugasannya.")
  }

  static var witnessIsPayer: Explanation {
    Explanation(
      "Who hands the money over cannot be the witness.",
      "Yang menyerahkan uang tidak boleh menjadi saksi.",
      next: "Name a member or the coordinator of the BKM who saw it.",
      "Sebutkan anggota atau koordinator BKM yang menyaksikan.")
  }

  static func personBlocked(_ person: Int64) -> Explanation {
    Explanation(
      "Person \(person) is blocked after a visit, and has no part in this until it is lifted.",
      "Orang \(person) diblokir setelah kunjungan, dan tidak boleh ikut sampai dicabut.",
      next: "Choose another person, or let the BKM decide on the block.",
      "Pilih orang lain, atau mintalah BKM memutuskan pemblokirannya.")
  }

  static var visitNeedsCompanion: Explanation {
    Explanation(
      "Who paid the loan out does not visit alone, but with another person of the BKM.",
      "Yang mencairkan pinjaman harus berkunjung bersama orang lain dari BKM.",
      next: "Name the member or coordinator of the BKM who came along.",
      "Sebutkan anggota atau koordinator BKM yang ikut berkunjung.")
  }

  static func borrowerBlocked(_ member: Int64) -> Explanation {
    Explanation(
      "Member \(member) is blocked from borrowing after a visit that found a lent name.",
      "Anggota \(member) diblokir dari pinjaman setelah kunjungan menemukan pinjam nama.",
      next: "Leave the share out until the board that decided on it lifts the block.",
      "Hilangkan bagiannya sampai BKM yang berwenang mencabut pemblokiran.")
  }
}

extension Explanation {
  static func receiptDiffers(
    _ member: Int64, _ amount: Rupiah, _ share: Rupiah
  ) -> Explanation {
    Explanation(
      "Member \(member) signed for \(amount), but the share is \(share).",
      "Anggota \(member) menandatangani \(amount), padahal bagiannya \(share).",
      next: """
        Hand over the whole share and let the member sign for it; if it was not paid, take the \
        pay-out back.
        """,
      """
      Serahkan seluruh bagian dan mintalah tanda terimanya; kalau belum dibayar, batalkan \
      pencairannya.
      """)
  }

  static func receivedAboveShare(
    _ member: Int64, _ received: Rupiah, _ share: Rupiah
  ) -> Explanation {
    Explanation(
      "Member \(member) is said to have received \(received), but the share is \(share).",
      "Anggota \(member) tercatat menerima \(received), padahal bagiannya \(share).",
      next: "Correct what was received; at most it is the share.",
      "Perbaiki jumlah yang diterima; paling banyak sebesar bagiannya.")
  }

  static func beneficiaryMissing(_ member: Int64) -> Explanation {
    Explanation(
      "Somebody else used the money of member \(member), but it is not said who.",
      "Uang anggota \(member) dipakai orang lain, tetapi belum disebut siapa.",
      next: "Name the person (--beneficiary), or say that nobody knows (--beneficiary-unknown).",
      """
      Sebutkan orangnya (--beneficiary), atau nyatakan tidak ada yang tahu \
      (--beneficiary-unknown).
      """)
  }

  static func beneficiaryUnexplained(_ member: Int64) -> Explanation {
    Explanation(
      """
      Somebody is named who had the money of member \(member), but the answers say that the member \
      had it.
      """,
      "Disebut orang yang memakai uang anggota \(member), padahal menurut jawaban dipakai sendiri.",
      next: "Leave that person out, or correct what was received and who used it.",
      "Hilangkan orang itu, atau perbaiki jumlah yang diterima dan pemakaiannya.")
  }

  static func blockLifted(_ day: Day) -> Explanation {
    Explanation(
      "This block was lifted on \(day).",
      "Pemblokiran ini sudah dicabut pada \(day).",
      next: "Check the number of the block.",
      "Periksa nomor pemblokirannya.")
  }

  static func receiptRecorded(_ member: Int64) -> Explanation {
    Explanation(
      "The receipt of member \(member) is recorded already.",
      "Tanda terima anggota \(member) sudah tercatat.",
      next: "Leave that member out.",
      "Hilangkan anggota itu.")
  }

  static func receiptsOnFile(_ count: Int) -> Explanation {
    Explanation(
      """
      \(count, "member has", "members have") signed for the money; this pay-out cannot be taken \
      back.
      """,
      "Sudah \(count) anggota menandatangani tanda terima; pencairan tidak dapat dibatalkan.",
      next: "Let the KSM pay back what it does not need, as a repayment.",
      "Mintalah KSM mengembalikan yang tidak diperlukan sebagai angsuran.")
  }

  static func disbursementVoided(_ day: Day) -> Explanation {
    Explanation(
      "This pay-out was taken back on \(day).",
      "Pencairan ini sudah dibatalkan pada \(day).",
      next: "Check the number of the loan.",
      "Periksa nomor pinjamannya.")
  }

  static func loanPaidOn(_ paid: Rupiah) -> Explanation {
    Explanation(
      "\(paid) was repaid on this loan; its pay-out cannot be taken back.",
      "Pinjaman ini sudah diangsur \(paid); pencairannya tidak dapat dibatalkan.",
      next: "Let the KSM settle the loan early instead.",
      "Mintalah KSM melunasi pinjaman lebih cepat.")
  }
}
