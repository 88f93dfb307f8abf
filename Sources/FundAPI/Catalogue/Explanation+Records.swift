internal import RevolvingFund

// What is missing and what is there already; and when.
extension Explanation {
  static func notFound(_ noun: Noun, _ name: String) -> Explanation {
    let parts = name.split(separator: "/").map(String.init)
    if noun == .member, parts.count == 2 {
      return Explanation(
        "KSM \(parts[0]) has no member \(parts[1]), or not in this.",
        "KSM \(parts[0]) tidak punya anggota \(parts[1]), atau tidak dalam hal ini.",
        next: "Look at the group's members with bergulir member list, and at the loan's shares.",
        "Lihat anggotanya dengan bergulir member list, dan bagian pinjamannya.")
    }
    return Explanation(
      "There is no \(noun) \(name).",
      "Tidak ada \(noun) \(name).",
      next: "Check the number or the code in the list, or record it first.",
      "Periksa nomor atau kodenya dalam daftar, atau catat dahulu.")
  }

  static func alreadyExists(_ noun: Noun, _ name: String) -> Explanation {
    if noun == .queueSkip {
      return Explanation(
        "Somebody has asked already that application \(name) be taken first, or it is confirmed.",
        "Sudah ada yang meminta pengajuan \(name) didahulukan, atau sudah disetujui.",
        next: "See in bergulir application show who asked; a second person confirms it.",
        "Lihat di bergulir application show siapa yang meminta; orang kedua menyetujui.")
    }
    return Explanation(
      "The \(noun) \(name) exists already.",
      "Data \(noun) \(name) sudah ada.",
      next: "Use the one that is there, or choose another code.",
      "Pakai yang sudah ada, atau pilih kode lain.")
  }

  static func paperOnFile(_ paper: TextField, _ assignment: Int64) -> Explanation {
    Explanation(
      "The \(paper) of assignment \(assignment) is on file already, and stays as it is.",
      "Kolom \(paper) pada penugasan \(assignment) sudah terisi dan tidak diubah.",
      next: "Leave it out. If it is wrong, end the assignment and give the role anew.",
      "Kosongkan kolom itu. Kalau isinya keliru, akhiri penugasan itu dan buat penugasan baru.")
  }

  static var nikAlreadyRegistered: Explanation {
    Explanation(
      "A person with this NIK is registered already.",
      "Orang dengan NIK ini sudah terdaftar.",
      next: """
        Compare the NIK with the identity card. If it is right, use the person who is registered, \
        in an import by --person 12=5 (12 in the file is 5 here); who may list people (bergulir \
        person list) tells the number. If it is someone else's NIK, tell the BKM.
        """,
      """
      Cocokkan NIK dengan KTP. Kalau benar, pakai orang yang sudah terdaftar, pada impor dengan \
      --person 12=5 (nomor 12 dalam berkas adalah orang nomor 5 di sini); nomornya diketahui yang \
      boleh melihat daftar orang (bergulir person list). Kalau NIK itu milik orang lain, laporkan \
      kepada BKM.
      """)
  }

  static func fieldRepeated(_ field: String) -> Explanation {
    Explanation(
      "The call says \(field) twice.",
      "Permintaan memuat \(field) dua kali.",
      next: "Give each line, member or item once, under a number of its own.",
      "Isi tiap baris, anggota, atau butir satu kali saja, dengan nomornya sendiri.")
  }

  static func requestIDReused(_ field: String) -> Explanation {
    Explanation(
      "This request id was used before with another content; the field \(field) differs.",
      "ID permintaan ini pernah dipakai dengan isi lain; bedanya pada kolom \(field).",
      next: "Send the same content again, or use a new request id for the new content.",
      "Kirim ulang isi yang sama, atau pakai ID permintaan baru untuk isi yang baru.")
  }

  static func dayInFuture(_ day: Day, _ today: Day) -> Explanation {
    Explanation(
      "The day \(day) is in the future; today is \(today).",
      "Tanggal \(day) belum tiba; hari ini \(today).",
      next: "Give a day that is not after \(today).",
      "Isi tanggal yang tidak lewat dari \(today).")
  }

  static func dayBefore(_ day: Day, _ earliest: Day, _ milestone: Milestone) -> Explanation {
    Explanation(
      "The day \(day) is too early; because of \(milestone), the earliest is \(earliest).",
      "Tanggal \(day) terlalu awal; karena \(milestone), paling awal \(earliest).",
      next: "Give a day from \(earliest) on.",
      "Isi tanggal mulai \(earliest).")
  }

  static func periodClosed(_ day: Day, _ month: Month) -> Explanation {
    Explanation(
      "The day \(day) lies in a closed month; the books are closed through \(month).",
      "Tanggal \(day) jatuh pada bulan yang sudah ditutup; buku ditutup sampai \(month).",
      next: "Give a day from \(month.adding(1).first) on.",
      "Isi tanggal mulai \(month.adding(1).first).")
  }

  static func periodNotOver(_ month: Month, _ day: Day) -> Explanation {
    Explanation(
      "The month \(month) is not over on \(day).",
      "Bulan \(month) belum berakhir pada \(day).",
      next: "Close it on \(month.adding(1).first) or later.",
      "Tutup pada \(month.adding(1).first) atau sesudahnya.")
  }

  static func periodOutOfOrder(_ month: Month, _ expected: Month) -> Explanation {
    Explanation(
      "Months are closed in order: \(expected) is next, not \(month).",
      "Bulan ditutup berurutan: berikutnya \(expected), bukan \(month).",
      next: "Close \(expected).",
      "Tutup \(expected).")
  }

  static func noCharterInForce(_ day: Day) -> Explanation {
    Explanation(
      "No charter of the BKM is in force on \(day).",
      "Belum ada anggaran dasar BKM yang berlaku pada \(day).",
      next: "Record the charter with its deed, valid from that day or before.",
      "Catat anggaran dasar beserta aktanya, berlaku pada atau sebelum tanggal itu.")
  }

  static func noPolicyInForce(_ day: Day) -> Explanation {
    Explanation(
      "No lending policy of the BKM is in force on \(day).",
      "Belum ada aturan dasar BKM yang berlaku pada \(day).",
      next: "Record the lending policy that the community approved, valid from that day or before.",
      """
      Catat aturan dasar yang sudah disetujui warga, berlaku pada atau sebelum tanggal itu.
      """)
  }
}
