// The files that a client reads and writes.
extension Explanation {
  static func fileUnreadable(_ path: String, _ trouble: Mistake.FileTrouble) -> Explanation {
    Explanation(
      "The file \(path) cannot be read: \(trouble).",
      "Berkas \(path) tidak dapat dibaca: \(trouble).",
      next: "Check the path and who may use it.",
      "Periksa nama berkas dan izinnya.")
  }

  static func fileUnwritable(_ path: String, _ trouble: Mistake.FileTrouble) -> Explanation {
    Explanation(
      "The file \(path) cannot be written: \(trouble).",
      "Berkas \(path) tidak dapat ditulis: \(trouble).",
      next: "Check the path and who may use it.",
      "Periksa nama berkas dan izinnya.")
  }

  static func fileTooLarge(_ path: String, _ limitBytes: Int) -> Explanation {
    Explanation(
      "The file \(path) is larger than \(limitBytes) bytes.",
      "Berkas \(path) lebih besar dari \(limitBytes) bita.",
      next: "Split it into smaller files.",
      "Bagi menjadi beberapa berkas.")
  }

  static func tooManyLines(_ path: String, _ limit: Int) -> Explanation {
    Explanation(
      "The file \(path) has more than \(limit) lines.",
      "Berkas \(path) lebih dari \(limit) baris.",
      next: "Split it into smaller files.",
      "Bagi menjadi beberapa berkas.")
  }

  static func fileNotText(_ path: String) -> Explanation {
    inFile("The file \(path) is not UTF-8 text.", "Berkas \(path) bukan teks UTF-8.")
  }

  static func fileEmpty(_ path: String) -> Explanation {
    inFile("The file \(path) is empty.", "Berkas \(path) kosong.")
  }

  static func headerWrong(_ path: String, _ expected: [String]) -> Explanation {
    let columns = expected.joined(separator: ",")
    return inFile(
      "The file \(path) must begin with the columns \(columns).",
      "Berkas \(path) harus diawali kolom \(columns).")
  }

  static func monthNotPublished(_ month: String?) -> Explanation {
    guard let month else {
      return inFile(
        "The file has no figure for any month.", "Berkas tidak memuat angka untuk bulan apa pun.")
    }
    return inFile(
      "The file has no figure for \(month).", "Berkas tidak memuat angka untuk \(month).")
  }

  static func headLineMalformed(_ path: String, _ line: Int) -> Explanation {
    Explanation(
      "Line \(line) of \(path) is no signed head.",
      "Baris \(line) dari \(path) bukan catatan ujung rantai yang ditandatangani.",
      next: "Use the file that bergulird serve --heads-file writes, unaltered.",
      "Pakai berkas yang ditulis bergulird serve --heads-file, tanpa diubah.")
  }

  static func headNotSigned(_ path: String, _ line: Int) -> Explanation {
    Explanation(
      "Line \(line) of \(path) is not signed by this key, or was altered.",
      "Baris \(line) dari \(path) tidak ditandatangani dengan kunci ini, atau sudah diubah.",
      next: "Check the public key first; if it is right, somebody altered the file.",
      "Periksa kunci publiknya dahulu; jika benar, ada yang mengubah berkas itu.")
  }

  static func lineMalformed(_ line: Int, _ mistake: Mistake.LineMistake) -> Explanation {
    switch mistake {
    case .quoteOpen:
      inLine(
        "Line \(line): a quotation mark is never closed.",
        "Baris \(line): tanda kutip tidak ditutup.")
    case .quoteInside:
      inLine(
        "Line \(line): a quotation mark stands inside a field.",
        "Baris \(line): tanda kutip di tengah kolom.")
    case .endMissing:
      Explanation(
        "Line \(line): the file stops inside the line; the rest of it may be missing.",
        "Baris \(line): berkas berhenti di tengah baris; sisanya mungkin hilang.",
        next: "Nothing was sent. Get the whole file, or end its last line, and run it again.",
        "Belum ada yang dikirim. Pakai berkas utuh, atau akhiri baris terakhirnya, lalu ulangi.")
    case .fieldCount(let found, let expected):
      inLine(
        "Line \(line): \(found, "field", "fields") where the header has \(expected).",
        "Baris \(line): \(found) kolom, seharusnya \(expected).")
    }
  }

  /// The value stands in quotes with a space before it, or is left out.
  static func fieldWrong(
    _ line: Int, _ field: String, _ value: String, _ expected: Mistake.FieldKind
  ) -> Explanation {
    inLine(
      "Line \(line): \(field)\(value) is not \(expected).",
      "Baris \(line): \(field)\(value) bukan \(expected).")
  }

  private static func inFile(
    _ english: Phrase<EnglishTongue>, _ indonesian: Phrase<IndonesianTongue>
  ) -> Explanation {
    Explanation(
      english, indonesian,
      next: "Nothing was sent. Correct the file and run the command again.",
      "Belum ada yang dikirim. Perbaiki berkas dan jalankan lagi.")
  }

  private static func inLine(
    _ english: Phrase<EnglishTongue>, _ indonesian: Phrase<IndonesianTongue>
  ) -> Explanation {
    Explanation(
      english, indonesian,
      next: "Nothing was sent. Correct the line and run the command again.",
      "Belum ada yang dikirim. Perbaiki baris itu dan jalankan lagi.")
  }
}

extension Mistake.FieldKind: Worded {
  /// What the field should hold.
  public var words: Sentence {
    switch self {
    case .day:
      Sentence(
        "a day such as 2017-12-31 or 31/12/2017", "tanggal seperti 2017-12-31 atau 31/12/2017")
    case .month: Sentence("a month such as 2017-12", "bulan seperti 2017-12")
    case .amount: Sentence("whole rupiah such as 8.220.000", "rupiah bulat seperti 8.220.000")
    case .account: Sentence("an account of five digits", "kode akun lima angka")
    case .percent: Sentence("percent such as 101,12", "persen seperti 101,12")
    case .gender: Sentence("female (P) or male (L)", "P (perempuan) atau L (laki-laki)")
    case .nik: Sentence("a NIK of sixteen digits", "NIK enam belas angka")
    case .loan: Sentence("a loan of the UPK, such as 1", "pinjaman UPK itu, misalnya 1")
    case .member: Sentence("a member's number, such as 3", "nomor anggota, misalnya 3")
    case .memberPayments:
      Sentence(
        "payments with blanks between, such as 1=115000 2=115000:3",
        "setoran dengan spasi, misalnya 1=115000 2=115000:3")
    case .newMember:
      Sentence("a member without a line above", "anggota yang belum ada di baris sebelumnya")
    case .score: Sentence("a score from 1 to 5", "nilai 1 sampai 5")
    case .text: Sentence("a text", "teks")
    }
  }
}

extension Mistake.FileTrouble: Worded {
  /// The reason, for the end of a sentence.
  public var words: Sentence {
    switch self {
    case .missing: Sentence("it does not exist", "tidak ada")
    case .forbidden: Sentence("you have no right to it", "Anda tidak punya izin")
    case .isFolder: Sentence("it is a folder", "itu sebuah folder")
    case .notFolder:
      Sentence("a part of its path is no folder", "sebagian jalurnya bukan folder")
    case .exists: Sentence("there is another one", "sudah ada yang lain")
    case .full: Sentence("the disk is full", "penyimpanan penuh")
    case .readOnly: Sentence("the disk can only be read", "penyimpanan hanya dapat dibaca")
    case .other(let text): Sentence("the system says \"\(text)\"", "kata sistem \"\(text)\"")
    }
  }
}
