internal import RevolvingFund

// The group and its members.
extension Explanation {
  static func ksmTooSmall(_ members: Int, _ required: Int) -> Explanation {
    Explanation(
      "The KSM has \(members, "member", "members"); to borrow it needs at least \(required).",
      "KSM beranggota \(members) orang; untuk meminjam harus paling sedikit \(required) orang.",
      next: "Add members of the KSM, then try again.",
      "Lengkapi anggota KSM, lalu coba lagi.")
  }

  static func tooFewWomen(_ women: Int, _ members: Int, _ required: Int) -> Explanation {
    Explanation(
      """
      The KSM has \(members, "member", "members"), \(women) of them female; at least \(required) \
      must be.
      """,
      "Anggota perempuan \(women) dari \(members) orang; harus paling sedikit \(required).",
      next: "Add women to the KSM, then try again.",
      "Tambah anggota perempuan dalam KSM, lalu coba lagi.")
  }

  static func ksmTooYoung(_ formedOn: Day, _ eligibleFrom: Day) -> Explanation {
    Explanation(
      "The KSM was formed on \(formedOn); its first loan is possible from \(eligibleFrom) on.",
      "KSM dibentuk pada \(formedOn); pinjaman pertama baru boleh mulai \(eligibleFrom).",
      next: "Accompany the KSM until \(eligibleFrom), then try again.",
      "Dampingi KSM sampai \(eligibleFrom), lalu coba lagi.")
  }

  static func personNotIdentified(_ person: Int64) -> Explanation {
    Explanation(
      "Person \(person) has no NIK on record, and a member who borrows needs one.",
      "NIK orang \(person) belum tercatat, padahal anggota yang meminjam harus punya NIK.",
      next: "Register the person with the NIK from the identity card.",
      "Daftarkan orang itu dengan NIK sesuai KTP.")
  }

  static func alreadyMember(_ person: Int64, _ ksm: Int64) -> Explanation {
    Explanation(
      "Person \(person) is a member of KSM \(ksm) of this UPK already.",
      "Orang \(person) sudah menjadi anggota KSM \(ksm) di UPK ini.",
      next: "End that membership first, or choose another person.",
      "Akhiri dahulu keanggotaan itu, atau pilih orang lain.")
  }

  static func memberNotActive(_ member: Int64, _ day: Day) -> Explanation {
    Explanation(
      "Number \(member) is no member of the KSM on \(day).",
      "Nomor \(member) bukan anggota KSM pada \(day).",
      next: "Check the member's number, or leave the share out.",
      "Periksa nomor anggotanya, atau hilangkan bagiannya.")
  }

  static func memberIsLiable(_ member: Int64, _ loan: Int64) -> Explanation {
    Explanation(
      """
      Member \(member) cannot leave: the KSM still owes loan \(loan), and its members answer for \
      each other.
      """,
      """
      Anggota \(member) belum dapat keluar: KSM masih berutang atas pinjaman \(loan), dan \
      anggotanya tanggung renteng.
      """,
      next: "Repay loan \(loan) first.",
      "Lunasi dahulu pinjaman \(loan).")
  }

  static func borrowerHasOpenShare(_ member: Int64) -> Explanation {
    Explanation(
      "Member \(member) still has a share in another open loan.",
      "Anggota \(member) masih punya bagian dalam pinjaman lain yang belum lunas.",
      next: """
        Wait until that loan is paid off. If the member knows of no such loan, tell the BKM: \
        somebody may have used the name.
        """,
      """
      Tunggu sampai pinjaman itu lunas. Kalau anggota itu tidak merasa meminjam, laporkan kepada \
      BKM: mungkin namanya dipakai orang lain.
      """)
  }
}
