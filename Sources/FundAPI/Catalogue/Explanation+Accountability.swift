internal import RevolvingFund

// Complaints, meetings, findings and balances that borrowers confirm.
extension Explanation {
  static func personalDataInText(_ field: TextField) -> Explanation {
    Explanation(
      "A NIK may not stand in this text: \(field).",
      "NIK tidak boleh ditulis dalam teks ini: \(field).",
      next: "Say what happened without naming anybody.",
      "Tulis kejadiannya tanpa menyebut orang.")
  }

  static func tooManyFindings(_ count: Int, _ limit: Int) -> Explanation {
    Explanation(
      "\(count) entries are more than one recording holds, \(limit).",
      "\(count) baris melebihi batas sekali pencatatan, \(limit).",
      next: "Record them in several parts.", "Catat dalam beberapa bagian.")
  }

  static func meetingOfGroup(_ kind: MeetingKind) -> Explanation {
    Explanation(
      "Only a meeting of a KSM has a KSM, and it needs one; this one is: \(kind).",
      "Hanya pertemuan KSM yang mencantumkan KSM, dan wajib; jenis ini: \(kind).",
      next: "Name the KSM of its meeting, and none of another.",
      "Sebut KSM untuk pertemuan KSM, dan kosongkan untuk jenis lain.")
  }

  static var confirmationEmpty: Explanation {
    Explanation(
      "A balance confirmation without a statement confirms nothing.",
      "Konfirmasi saldo tanpa pernyataan tidak memastikan apa pun.",
      next: "Add what borrowers stated.", "Isi saldo yang dinyatakan peminjam.")
  }

  static func statementRepeated(_ loan: Int64, _ member: Int64) -> Explanation {
    Explanation(
      "Member \(member) of loan \(loan) stands more than once in the list.",
      "Anggota \(member) pada pinjaman \(loan) tertulis lebih dari sekali.",
      next: "Leave one statement for each share.", "Sisakan satu pernyataan per anggota.")
  }

  static var finderMayNotAnswer: Explanation {
    Explanation(
      "Whoever made a finding does not answer it.",
      "Pembuat temuan tidak boleh menjawabnya sendiri.",
      next: "Let the unit or the BKM answer.", "Mintalah UPK atau BKM menjawab.")
  }

  static func complaintAnswered(_ number: Int64, _ day: Day) -> Explanation {
    Explanation(
      "Complaint \(number) was answered on \(day).",
      "Pengaduan \(number) sudah dijawab pada \(day).",
      next: "Record something new as a complaint of its own.",
      "Catat hal baru sebagai pengaduan tersendiri.")
  }

  static func findingAnswered(_ number: Int64, _ day: Day) -> Explanation {
    Explanation(
      "Finding \(number) was answered on \(day).",
      "Temuan \(number) sudah dijawab pada \(day).",
      next: "Supervisors who are not content record a new finding.",
      "Pengawas yang belum puas mencatat temuan baru.")
  }

  static func confirmationIncomplete(_ missing: Int) -> Explanation {
    Explanation(
      "Everybody was to be asked, and \(missing) open shares are missing.",
      "Semua peminjam harus ditanya, dan \(missing) bagian pinjaman belum ada.",
      next: "Add them, or record a sample.", "Tambahkan, atau catat sebagai sampel.")
  }
}
