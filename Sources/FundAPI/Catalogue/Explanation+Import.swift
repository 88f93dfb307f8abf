internal import RevolvingFund

// Files of books that come in or go out.
extension Explanation {
  static func bookFileWrong(_ problem: BookProblem) -> Explanation {
    let found = problem.reason.sentence
    let remedy = problem.reason.remedy
    let file = problem.file.name
    return Explanation(
      "Line \(String(problem.line)) of \(file): \(found[.english]).",
      "Baris \(String(problem.line)) \(file): \(found[.indonesian]).",
      next: "\(remedy[.english])", "\(remedy[.indonesian])")
  }

  static func booksNotEmpty(_ series: [String]) -> Explanation {
    Explanation(
      "The UPK has books already (\(series.joined(separator: ", "))).",
      "UPK sudah memiliki pembukuan (\(series.joined(separator: ", "))).",
      next: "Import into a UPK that nothing was recorded for but its rules.",
      "Impor ke UPK yang baru memiliki aturan saja.")
  }
}

extension BookProblem.Reason {
  fileprivate var sentence: Sentence {
    layoutSentence ?? cellSentence ?? endSentence ?? sumSentence
  }

  private var layoutSentence: Sentence? {
    switch self {
    case .notText: Sentence("the file is no text", "isi berkas bukan teks")
    case .endMissing:
      Sentence("the file stops inside a line", "berkas berhenti di tengah baris")
    case .quoteOpen: Sentence("a quote is not closed", "tanda kutip tidak ditutup")
    case .quoteInside:
      Sentence("a quote stands inside a field", "ada tanda kutip di tengah kolom")
    case .fieldCount(let found, let expected):
      Sentence(
        "the line has \(found) fields and the header \(expected)",
        "baris berisi \(found) kolom, kepala tabel \(expected)")
    case .columnMissing(let column):
      Sentence("the column \(column) is missing", "kolom \(column) tidak ada")
    case .columnUnknown(let column):
      Sentence("the column '\(column)' is not known", "kolom '\(column)' tidak dikenal")
    case .columnRepeated(let column):
      Sentence("the column \(column) stands twice", "kolom \(column) ada dua kali")
    case .fileMissing: Sentence("the file is missing", "berkas tidak ada")
    case .fileRepeated: Sentence("the file is there twice", "berkas ada dua kali")
    case .rowCount(let found, let expected):
      Sentence(
        "the file has \(found) rows and contents.csv says \(expected)",
        "berkas berisi \(found) baris, contents.csv menyebut \(expected)")
    default: nil
    }
  }

  private var cellSentence: Sentence? {
    switch self {
    case .cellMissing(let column): Sentence("\(column) is empty", "\(column) kosong")
    case .cellWrong(let column, let value, _):
      Sentence("\(column) cannot be '\(value)'", "\(column) tidak bisa '\(value)'")
    case .repeated(let column, let value):
      Sentence("\(column) \(value) is there twice", "\(column) \(value) ada dua kali")
    case .unknown(let column, let value):
      Sentence("\(column) \(value) is not known", "\(column) \(value) tidak dikenal")
    case .differs(let column, let value, let expected):
      Sentence(
        "\(column) is '\(value)' and should be '\(expected)'",
        "\(column) berisi '\(value)', seharusnya '\(expected)'")
    case .dayBefore(let column, let day, let earliest):
      Sentence(
        "\(column) \(day) is before \(earliest)", "\(column) \(day) sebelum \(earliest)")
    case .personUnidentified(let person):
      Sentence(
        "person \(person) owes something and has no NIK",
        "orang \(person) berutang tetapi tanpa NIK")
    case .personBorrowsElsewhere(let person):
      Sentence(
        "person \(person) has an open loan elsewhere",
        "orang \(person) masih berutang di tempat lain")
    default: nil
    }
  }

  private var endSentence: Sentence? {
    switch self {
    case .endsTwice(let loan):
      Sentence(
        "loan \(loan) has nothing left to end", "pinjaman \(loan) sudah tidak berjalan")
    case .restructuredTwice(let loan):
      Sentence(
        "loan \(loan) follows a restructured loan itself",
        "pinjaman \(loan) sendiri hasil penjadwalan ulang")
    case .nothingOverdue(let loan, let day):
      Sentence(
        "loan \(loan) has nothing overdue on \(day)",
        "pinjaman \(loan) tidak menunggak pada \(day)")
    default: nil
    }
  }

  private var sumSentence: Sentence {
    switch self {
    case .sumDiffers(let column, let found, let expected):
      Sentence(
        "\(column) is \(found) and should be \(expected)",
        "\(column) berjumlah \(found), seharusnya \(expected)")
    case .unbalanced(let debits, let credits):
      Sentence(
        "debits are \(debits) and credits \(credits)",
        "debet \(debits), kredit \(credits)")
    case .postingImpossible:
      Sentence("the line moves nothing", "baris tidak memindahkan apa pun")
    case .scheduleImpossible(let member):
      Sentence(
        "the share of member \(member) does not divide into installments",
        "bagian anggota \(member) tidak dapat dibagi menjadi angsuran")
    case .moreThanDebt:
      Sentence("more was paid than was owed", "pembayaran melebihi utang")
    case .shareOverpaid(let member):
      Sentence(
        "member \(member) paid more than the share owes",
        "anggota \(member) membayar melebihi bagiannya")
    case .ledgerDiffers(let account, let day, let found, let expected):
      Sentence(
        "on \(day) account \(account.number) holds \(found), the repayments leave \(expected)",
        "pada \(day) rekening \(account.number) \(found), menurut angsuran \(expected)")
    case .savingsNotCovered(let day, let held, let owed):
      Sentence(
        "on \(day) the savers' accounts hold \(held) and \(owed) is owed",
        "pada \(day) kas dan bank tabungan \(held), utang tabungan \(owed)")
    default: Sentence("the line is wrong", "baris salah")
    }
  }

  fileprivate var remedy: Sentence {
    switch self {
    case .notText:
      Sentence(
        "Save it as CSV in UTF-8 or Windows-1252.", "Simpan sebagai CSV UTF-8 atau Windows-1252.")
    case .endMissing, .rowCount, .fileMissing:
      Sentence(
        "Save or export the files again, whole.", "Simpan atau ekspor lagi berkasnya utuh.")
    case .columnMissing, .columnUnknown, .columnRepeated, .fieldCount, .quoteOpen, .quoteInside,
      .fileRepeated:
      Sentence(
        "Write the file as docs/import.md shows it.",
        "Tulis berkas seperti contoh di docs/import.md.")
    case .cellWrong(_, _, let form): form.remedy
    case .ledgerDiffers, .sumDiffers, .unbalanced, .moreThanDebt, .shareOverpaid,
      .savingsNotCovered:
      Sentence(
        "Find the missing or wrong line; nothing was booked.",
        "Cari baris yang kurang atau salah; belum ada yang dibukukan.")
    case .personUnidentified, .personBorrowsElsewhere:
      Sentence(
        "Add the NIK, or settle the other loan first.",
        "Lengkapi NIK, atau selesaikan dahulu pinjaman yang lain.")
    default:
      Sentence("Correct the line and run it again.", "Perbaiki baris itu dan jalankan lagi.")
    }
  }
}

extension BookProblem.CellForm {
  fileprivate var remedy: Sentence {
    switch self {
    case .number: Sentence("Write a whole number.", "Tulis bilangan bulat.")
    case .amount:
      Sentence(
        "Write rupiah such as 12.330.000 or 12330000.",
        "Tulis rupiah seperti 12.330.000 atau 12330000.")
    case .day:
      Sentence("Write 2017-12-31 or 31/12/2017.", "Tulis 2017-12-31 atau 31/12/2017.")
    case .month: Sentence("Write 2017-12.", "Tulis 2017-12.")
    case .percent: Sentence("Write a rate such as 1,5.", "Tulis suku jasa seperti 1,5.")
    case .account: Sentence("Write five digits.", "Tulis lima angka.")
    case .voucher: Sentence("Write KM-2017-0012.", "Tulis KM-2017-0012.")
    case .receipt: Sentence("Write KW-2017-0012.", "Tulis KW-2017-0012.")
    case .payments:
      Sentence(
        "Write member/amount, with blanks between: 1/178.300 2/180.000.",
        "Tulis anggota/jumlah, dipisah spasi: 1/178.300 2/180.000.")
    case .choice, .flag:
      Sentence(
        "Choose one of the values in docs/import.md.", "Pilih salah satu nilai di docs/import.md.")
    case .region: Sentence("Write 92.71.03.1004.", "Tulis 92.71.03.1004.")
    case .code:
      Sentence(
        "Write lower-case letters, digits and hyphens.",
        "Tulis huruf kecil, angka dan tanda hubung.")
    case .nik: Sentence("Write sixteen digits.", "Tulis enam belas angka.")
    }
  }
}
