extension Mistake {
  /// The sentences for it.
  var explanation: Explanation {
    switch self {
    case .commandLine(let message): .commandLine(message)
    case .sharesTooLarge: .sharesTooLarge
    case .homeMissing: .homeMissing
    case .addressInvalid(let text): .addressInvalid(text)
    case .contextUnknown(let name, let known): .contextUnknown(name, known)
    case .contextNameInvalid(let name): .contextNameInvalid(name)
    case .contextsUnreadable(let path): .contextsUnreadable(path)
    case .tokenFileEmpty(let path): .tokenFileEmpty(path)
    case .fileUnreadable(let path, let trouble): .fileUnreadable(path, trouble)
    case .fileUnwritable(let path, let trouble): .fileUnwritable(path, trouble)
    case .fileTooLarge(let path, let limitBytes): .fileTooLarge(path, limitBytes)
    case .fileNotText(let path): .fileNotText(path)
    case .fileEmpty(let path): .fileEmpty(path)
    case .headerWrong(let path, let expected): .headerWrong(path, expected)
    case .lineMalformed(let line, let mistake): .lineMalformed(line, mistake)
    case .fieldWrong(let line, let field, let value, let expected):
      .fieldWrong(line, field, " '\(value.prefix(60))'", expected)
    case .fieldSecretWrong(let line, let field, let expected):
      .fieldWrong(line, field, "", expected)
    case .tooManyLines(let path, let limit): .tooManyLines(path, limit)
    case .monthNotPublished(let month): .monthNotPublished(month)
    case .headLineMalformed(let path, let line): .headLineMalformed(path, line)
    case .headNotSigned(let path, let line): .headNotSigned(path, line)
    case .security(let mistake): mistake.explanation
    }
  }
}

// The command line and what it is made of.
extension Explanation {
  fileprivate static func commandLine(_ message: Sentence) -> Explanation {
    Explanation(
      "\(message)", "\(message)",
      next: "Add --help to the command to see how it is written.",
      "Tambahkan --help pada perintah untuk melihat cara menulisnya.")
  }

  fileprivate static var sharesTooLarge: Explanation {
    Explanation(
      "The shares are too large to be added.",
      "Jumlah bagian anggota terlalu besar.",
      next: "Check the number of zeros.",
      "Periksa kembali banyaknya angka nol.")
  }

  fileprivate static var homeMissing: Explanation {
    Explanation(
      "Neither XDG_CONFIG_HOME nor HOME is set, so there is no place for contexts.",
      "XDG_CONFIG_HOME dan HOME tidak diatur, jadi konteks tidak punya tempat.",
      next: "Set HOME.",
      "Atur HOME.")
  }

  fileprivate static func addressInvalid(_ text: String) -> Explanation {
    Explanation(
      "The text '\(text)' is no address.",
      "Tulisan '\(text)' bukan alamat.",
      next: "Write \(ArgumentForm.serverAddress).",
      "Tulis \(ArgumentForm.serverAddress).")
  }
}

// Contexts and tokens.
extension Explanation {
  fileprivate static func contextUnknown(_ name: String, _ known: [String]) -> Explanation {
    let remedy =
      known.isEmpty
      ? Sentence("Make one with bergulir context set.", "Buat dengan bergulir context set.")
      : Sentence(
        "Choose one of: \(known.joined(separator: ", ")).",
        "Pilih salah satu: \(known.joined(separator: ", ")).")
    return Explanation(
      "There is no context named '\(name)'.",
      "Tidak ada konteks bernama '\(name)'.",
      next: "\(remedy)", "\(remedy)")
  }

  fileprivate static func contextNameInvalid(_ name: String) -> Explanation {
    Explanation(
      "The name '\(name)' does not fit a context.",
      "Nama '\(name)' tidak cocok untuk konteks.",
      next: "Use letters, digits, hyphens, dots and underscores, 64 at most.",
      "Pakai huruf, angka, tanda hubung, titik dan garis bawah, paling banyak 64.")
  }

  fileprivate static func contextsUnreadable(_ path: String) -> Explanation {
    Explanation(
      "The file \(path) is not the JSON that this program writes.",
      "Berkas \(path) bukan JSON yang ditulis program ini.",
      next: "Move the file away and make the contexts again.",
      "Pindahkan berkas itu dan buat lagi konteksnya.")
  }

  fileprivate static func tokenFileEmpty(_ path: String) -> Explanation {
    Explanation(
      "The file \(path) holds no token.",
      "Berkas \(path) tidak berisi token.",
      next: "Its first line is the token, as bergulir token issue --out writes it.",
      "Baris pertamanya adalah token, seperti ditulis bergulir token issue --out.")
  }
}
