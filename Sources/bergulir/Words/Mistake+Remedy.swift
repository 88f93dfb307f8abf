import FundAPI

extension Mistake {
  /// What to do about it.
  var remedy: Sentence {
    switch self {
    case .commandLine, .sharesTooLarge:
      Sentence(
        english: "Add --help to the command to see how it is written.",
        indonesian: "Tambahkan --help pada perintah untuk melihat cara menulisnya.")
    case .homeMissing:
      Sentence(english: "Set HOME.", indonesian: "Atur HOME.")
    case .addressInvalid:
      Sentence(
        english: "Write HOST:PORT, such as 127.0.0.1:7710.",
        indonesian: "Tulis HOST:PORT, misalnya 127.0.0.1:7710.")
    case .contextUnknown(_, let known):
      Mistake.choose(from: known)
    case .contextNameInvalid:
      Sentence(
        english: "Use letters, digits, hyphens, dots and underscores, 64 at most.",
        indonesian: "Pakai huruf, angka, tanda hubung, titik dan garis bawah, paling banyak 64.")
    case .contextsUnreadable:
      Sentence(
        english: "Move the file away and make the contexts again.",
        indonesian: "Pindahkan berkas itu dan buat lagi konteksnya.")
    case .tokenFileEmpty:
      Sentence(
        english: "Its first line is the token, as bergulir token issue --out writes it.",
        indonesian: "Baris pertamanya adalah token, seperti ditulis bergulir token issue --out.")
    case .fileUnreadable, .fileUnwritable:
      Sentence(
        english: "Check the path and who may use it.",
        indonesian: "Periksa nama berkas dan izinnya.")
    case .fileTooLarge, .tooManyLines:
      Sentence(
        english: "Split it into smaller files.", indonesian: "Bagi menjadi beberapa berkas.")
    case .fileNotText, .fileEmpty, .headerWrong, .monthNotPublished:
      Sentence(
        english: "Nothing was sent. Correct the file and run the command again.",
        indonesian: "Belum ada yang dikirim. Perbaiki berkas dan jalankan lagi.")
    case .lineMalformed, .fieldWrong, .fieldSecretWrong:
      Sentence(
        english: "Nothing was sent. Correct the line and run the command again.",
        indonesian: "Belum ada yang dikirim. Perbaiki baris itu dan jalankan lagi.")
    }
  }

  private static func choose(from known: [String]) -> Sentence {
    guard !known.isEmpty else {
      return Sentence(
        english: "Make one with bergulir context set.",
        indonesian: "Buat dengan bergulir context set.")
    }
    let names = known.joined(separator: ", ")
    return Sentence(
      english: "Choose one of: \(names).", indonesian: "Pilih salah satu: \(names).")
  }
}

extension Mistake.FieldKind: Worded {
  /// What the field should hold.
  var words: Sentence {
    switch self {
    case .day:
      Sentence(english: "a day such as 2017-12-31", indonesian: "tanggal seperti 2017-12-31")
    case .month:
      Sentence(english: "a month such as 2017-12", indonesian: "bulan seperti 2017-12")
    case .amount:
      Sentence(
        english: "whole rupiah such as 8220000", indonesian: "rupiah bulat seperti 8220000")
    case .account:
      Sentence(
        english: "an account of five digits", indonesian: "kode akun lima angka")
    case .percent:
      Sentence(english: "percent such as 101.12", indonesian: "persen seperti 101.12")
    case .gender:
      Sentence(english: "female or male", indonesian: "female atau male")
    case .nik:
      Sentence(english: "a NIK of sixteen digits", indonesian: "NIK enam belas angka")
    case .text:
      Sentence(english: "a text", indonesian: "teks")
    }
  }
}
