internal import RevolvingFund

// The application and its steps.
extension Explanation {
  static func applicationOpen(_ number: Int64) -> Explanation {
    Explanation(
      "The KSM has an application that is not over: application \(number).",
      "KSM ini masih punya pengajuan yang belum selesai: pengajuan \(number).",
      next: "Carry that one on, or take it back (bergulir application cancel); then apply anew.",
      """
      Lanjutkan pengajuan itu, atau batalkan (bergulir application cancel); lalu ajukan lagi.
      """)
  }

  static var sharesMissing: Explanation {
    Explanation(
      "The application names no member's share.",
      "Pengajuan belum memuat bagian anggota.",
      next: "Give each borrowing member's share; together they are the amount.",
      "Isi bagian tiap anggota yang meminjam; jumlahnya sama dengan nilai pengajuan.")
  }

  static func shareRepeated(_ member: Int64) -> Explanation {
    Explanation(
      "Member \(member) has more than one share.",
      "Anggota \(member) punya lebih dari satu bagian.",
      next: "Give each member one share.",
      "Isi satu bagian saja untuk tiap anggota.")
  }

  static func sharesDoNotSum(_ shares: Rupiah, _ amount: Rupiah) -> Explanation {
    Explanation(
      "The shares sum to \(shares), but the amount is \(amount).",
      "Bagian anggota berjumlah \(shares), padahal nilai pengajuan \(amount).",
      next: "Correct the shares or the amount so that both are the same.",
      "Perbaiki bagian anggota atau nilai pengajuan sampai keduanya sama.")
  }

  static func startUpsNotServed(_ policy: Int64) -> Explanation {
    Explanation(
      """
      Policy \(policy) of the BKM lends to businesses that are there, not to those who will start.
      """,
      "Aturan dasar \(policy) hanya untuk usaha yang sudah berjalan, bukan yang akan dimulai.",
      next: "Apply for a business that runs already, or ask the BKM to change its policy.",
      "Ajukan untuk usaha yang sudah berjalan, atau minta BKM mengubah aturan dasarnya.")
  }

  static func shareAboveCeiling(
    _ member: Int64, _ amount: Rupiah, _ ceiling: Rupiah, _ lowered: Rupiah?
  ) -> Explanation {
    let remedy = Sentence(
      "Lower the share to at most \(ceiling).",
      "Turunkan bagiannya menjadi paling banyak \(ceiling).")
    guard let lowered else {
      return Explanation(
        message: Sentence(
          "Member \(member) asks for \(amount); the policy's ceiling for this loan is \(ceiling).",
          "Anggota \(member) mengajukan \(amount); plafon menurut aturan dasar \(ceiling)."),
        remedy: remedy)
    }
    return Explanation(
      message: Sentence(
        """
        Member \(member) asks for \(amount); the last visit found that an earlier loan was spent \
        on something else, so the ceiling is \(ceiling) instead of \(lowered).
        """,
        """
        Anggota \(member) mengajukan \(amount); kunjungan terakhir menemukan pinjaman sebelumnya \
        dipakai menyimpang, jadi plafonnya \(ceiling), bukan \(lowered).
        """), remedy: remedy)
  }

  static func shareAboveRequest(
    _ member: Int64, _ amount: Rupiah, _ requested: Rupiah
  ) -> Explanation {
    Explanation(
      "\(amount) is recommended for member \(member), who asked for \(requested).",
      "Rekomendasi untuk anggota \(member) sebesar \(amount), padahal yang diajukan \(requested).",
      next: "Recommend at most what the member asked for.",
      "Rekomendasikan paling banyak sebesar yang diajukan.")
  }

  static func termOutOfPolicy(_ months: Int, _ shortest: Int, _ longest: Int) -> Explanation {
    Explanation(
      "The term is \(months, "month", "months"); the policy allows \(shortest) to \(longest).",
      "Jangka waktu \(months) bulan; aturan dasar membolehkan \(shortest) sampai \(longest) bulan.",
      next: "Choose a term from \(shortest) to \(longest) months.",
      "Pilih jangka waktu \(shortest) sampai \(longest) bulan.")
  }

  static func wrongState(
    _ state: ApplicationState, _ required: [ApplicationState]
  ) -> Explanation {
    let message = Sentence(
      "The application is \(state); for this step it must be \(anyOf: required).",
      "Status pengajuan ini: \(state); untuk langkah ini harus \(anyOf: required).")
    guard let next = state.nextCommand(on: "APPLICATION") else {
      return Explanation(
        message: message,
        remedy: Sentence(
          "It goes no further; look at it with bergulir application show.",
          "Pengajuan ini sudah selesai; lihat dengan bergulir application show."))
    }
    return Explanation(
      message: message,
      remedy: Sentence("The next step is: \(next).", "Langkah berikutnya: \(next)."))
  }

  static func approvalExpired(
    _ decidedOn: Day, _ validUntil: Day, _ judgedOn: Day?
  ) -> Explanation {
    let remedy = Sentence("Let the KSM apply anew.", "Mintalah KSM mengajukan lagi.")
    guard let judgedOn else {
      return Explanation(
        message: Sentence(
          "The approval counts from \(decidedOn) and was good until \(validUntil).",
          "Persetujuan dihitung sejak \(decidedOn) dan berlaku sampai \(validUntil)."),
        remedy: remedy)
    }
    return Explanation(
      message: Sentence(
        """
        The approval counts from \(decidedOn) and was good until \(validUntil). It is judged on \
        \(judgedOn), the latest day that anything is booked on here: an earlier day does not make \
        it good again.
        """,
        """
        Persetujuan dihitung sejak \(decidedOn) dan berlaku sampai \(validUntil). Dinilai per \
        \(judgedOn), tanggal terakhir yang sudah dibukukan; tanggal mundur tidak \
        menghidupkannya lagi.
        """), remedy: remedy)
  }
}
