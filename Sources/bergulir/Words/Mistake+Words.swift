import FundAPI

extension Mistake {
  /// What is wrong.
  var message: Sentence {
    switch self {
    case .commandLine(let message):
      Sentence(english: message, indonesian: message)
    case .sharesTooLarge:
      Sentence(
        english: "The shares are too large to be added.",
        indonesian: "Jumlah bagian anggota terlalu besar.")
    case .homeMissing:
      Sentence(
        english: "Neither XDG_CONFIG_HOME nor HOME is set, so there is no place for contexts.",
        indonesian: "XDG_CONFIG_HOME dan HOME tidak diatur, jadi konteks tidak punya tempat.")
    case .addressInvalid(let text):
      Sentence(
        english: "\(text) is no address.", indonesian: "\(text) bukan alamat.")
    case .contextUnknown(let name, _):
      Sentence(
        english: "There is no context named '\(name)'.",
        indonesian: "Tidak ada konteks bernama '\(name)'.")
    case .contextNameInvalid(let name):
      Sentence(
        english: "'\(name)' is no name for a context.",
        indonesian: "'\(name)' bukan nama konteks.")
    case .contextsUnreadable(let path):
      Sentence(
        english: "\(path) is not the JSON that this program writes.",
        indonesian: "\(path) bukan JSON yang ditulis program ini.")
    case .tokenFileEmpty(let path):
      Sentence(
        english: "\(path) holds no token.", indonesian: "\(path) tidak berisi token.")
    case .tooManyLines(let path, let limit):
      Sentence(
        english: "\(path) has more than \(limit) lines.",
        indonesian: "\(path) lebih dari \(limit) baris.")
    case .monthNotPublished(let month):
      Sentence(
        english: "The file has no figure for \(month.isEmpty ? "any month" : month).",
        indonesian: "Berkas tidak memuat angka untuk \(month.isEmpty ? "bulan apa pun" : month).")
    case .fileUnreadable, .fileUnwritable, .fileTooLarge, .fileNotText, .fileEmpty, .headerWrong:
      fileMessage
    case .lineMalformed(let line, let mistake):
      Mistake.malformed(line, mistake)
    case .fieldWrong(let line, let field, let value, let expected):
      Mistake.wrong(line, field, value: " '\(value.prefix(60))'", expected)
    case .fieldSecretWrong(let line, let field, let expected):
      Mistake.wrong(line, field, value: "", expected)
    }
  }

  private var fileMessage: Sentence {
    switch self {
    case .fileUnreadable(let path, let reason):
      Sentence(
        english: "\(path) cannot be read: \(reason).",
        indonesian: "\(path) tidak dapat dibaca: \(reason).")
    case .fileUnwritable(let path, let reason):
      Sentence(
        english: "\(path) cannot be written: \(reason).",
        indonesian: "\(path) tidak dapat ditulis: \(reason).")
    case .fileTooLarge(let path, let limit):
      Sentence(
        english: "\(path) is larger than \(limit) bytes.",
        indonesian: "\(path) lebih besar dari \(limit) bita.")
    case .fileNotText(let path):
      Sentence(
        english: "\(path) is not UTF-8 text.", indonesian: "\(path) bukan teks UTF-8.")
    case .headerWrong(let path, let expected):
      Sentence(
        english: "\(path) must begin with the columns \(expected.joined(separator: ",")).",
        indonesian: "\(path) harus diawali kolom \(expected.joined(separator: ",")).")
    default:
      Sentence(english: "The file is empty.", indonesian: "Berkas kosong.")
    }
  }

  private static func malformed(_ line: Int, _ mistake: LineMistake) -> Sentence {
    switch mistake {
    case .quoteOpen:
      Sentence(
        english: "Line \(line): a quotation mark is never closed.",
        indonesian: "Baris \(line): tanda kutip tidak ditutup.")
    case .quoteInside:
      Sentence(
        english: "Line \(line): a quotation mark stands inside a field.",
        indonesian: "Baris \(line): tanda kutip di tengah kolom.")
    case .fieldCount(let found, let expected):
      Sentence(
        english: "Line \(line): \(found) fields where the header has \(expected).",
        indonesian: "Baris \(line): \(found) kolom, seharusnya \(expected).")
    }
  }

  private static func wrong(
    _ line: Int, _ field: String, value: String, _ expected: FieldKind
  ) -> Sentence {
    Sentence(
      english: "Line \(line): \(field)\(value) is not \(expected.words.english).",
      indonesian: "Baris \(line): \(field)\(value) bukan \(expected.words.indonesian).")
  }
}
