internal import RevolvingFund

// The case of a loan in arrears.
extension Explanation {
  static func dueTooLate(_ due: Day, _ latest: Day) -> Explanation {
    Explanation(
      "It would be due on \(due); the latest day is \(latest).",
      "Batas waktunya \(due); paling lambat \(latest).",
      next: "Choose a day until \(latest).",
      "Pilih hari sampai \(latest).")
  }

  static func caseNotOpen(_ loan: Int64, _ day: Day) -> Explanation {
    Explanation(
      "Nothing of loan \(loan) was overdue on \(day), so it has no open case.",
      "Pinjaman \(loan) tidak punya tunggakan pada \(day), jadi tidak ada kasus terbuka.",
      next: "See `bergulir case list` for the loans that are behind.",
      "Lihat `bergulir case list` untuk pinjaman yang menunggak.")
  }

  static func ladderStepTooEarly(
    _ action: CaseAction, _ day: Day, _ earliest: Day
  ) -> Explanation {
    Explanation(
      "\(day) is too early for this step: \(action). It is due from \(earliest) on.",
      "\(day) terlalu awal untuk langkah ini: \(action). Langkah ini berlaku mulai \(earliest).",
      next: "Wait for that day, or record a visit or a reminder.",
      "Tunggu sampai hari itu, atau catat kunjungan atau pengingat.")
  }

  static func ladderStepOutOfOrder(
    _ action: CaseAction, _ missing: CaseAction
  ) -> Explanation {
    Explanation(
      "This step is not recorded yet: \(missing). It goes before this one: \(action).",
      "Langkah ini belum dicatat: \(missing). Langkah itu mendahului: \(action).",
      next: "Send that letter and record it first.",
      "Kirim dan catat surat itu dahulu.")
  }

  static func ladderNotComplete(_ missing: [CaseAction]) -> Explanation {
    Explanation(
      "Before a loan is written off, everything on the ladder is done; missing: \(allOf: missing).",
      "Sebelum hapus buku, semua langkah penagihan dijalankan; yang belum: \(allOf: missing).",
      next: "Record these steps with `bergulir case record` and `bergulir case escalate`.",
      "Catat langkah itu dengan `bergulir case record` dan `bergulir case escalate`.")
  }

  static func escalationUnanswered(_ number: Int64) -> Explanation {
    Explanation(
      "This office was asked in step \(number) and has not answered.",
      "Kantor ini sudah diminta pada langkah \(number) dan belum menjawab.",
      next: "Record its answer, or take the case to the next office.",
      "Catat jawabannya, atau bawa kasus ke kantor berikutnya.")
  }

  static func escalationAnswered(_ number: Int64) -> Explanation {
    Explanation(
      "Step \(number) is answered already.",
      "Langkah \(number) sudah dijawab.",
      next: "Record something new as a step of its own.",
      "Catat hal baru sebagai langkah tersendiri.")
  }
}
