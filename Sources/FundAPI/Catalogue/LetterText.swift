public import RevolvingFund

/// A letter to a group in Indonesian, as a UPK writes it: groups read no other language.
///
/// It names the group and no person, so that whoever prints it needs no names.
public struct LetterText: Hashable, Sendable {
  public let text: String

  /// The letter of a UPK to a group, with room for its number and the signatures.
  public init(_ letter: CollectionLetter, upk: String, ksm: String) {
    var lines = [
      "UNIT PENGELOLA KEUANGAN", LetterText.titled("UPK", upk).uppercased(), "",
    ]
    lines += LetterText.head(letter)
    lines += [
      "", "Kepada Yth.", "Ketua dan seluruh anggota \(LetterText.titled("KSM", ksm))", "di tempat",
      "",
    ]
    lines += ["Dengan hormat,", ""] + LetterText.opening(letter) + [""]
    lines += LetterText.table(letter) + [""]
    lines += LetterText.request(letter) + [""]
    lines += ["Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.", ""]
    lines += LetterText.signatures(letter)
    text = lines.map { "\($0)\n" }.joined()
  }

  /// A name after its kind, which many carry in the name already.
  private static func titled(_ kind: String, _ name: String) -> String {
    name.hasPrefix("\(kind) ") ? name : "\(kind) \(name)"
  }

  private static func head(_ letter: CollectionLetter) -> [String] {
    [
      "Nomor    : ............................",
      "Tanggal  : \(indonesian(letter.on))",
      "Perihal  : \(title(letter.kind))",
    ]
  }

  private static func opening(_ letter: CollectionLetter) -> [String] {
    let loan = letter.loan
    let earlier = letter.earlier.map { before in
      let number = before.evidence.isEmpty ? "" : " nomor \(before.evidence)"
      return "\(title(before.kind))\(number) tanggal \(indonesian(before.on))"
    }
    let reference = earlier.isEmpty ? [] : ["Menunjuk:"] + earlier.map { "- \($0)" } + [""]
    return reference + [
      "Sampai dengan \(indonesian(letter.on)) angsuran berikut dari pinjaman nomor"
        + " \(loan.id.number)",
      "sebesar \(indonesian(loan.principal)) yang dicairkan pada \(indonesian(loan.disbursedOn))"
        + " belum kami terima:",
    ]
  }

  private static func table(_ letter: CollectionLetter) -> [String] {
    let widths = [4, 12, 15, 15, 15]
    func row(_ cells: [String]) -> String {
      zip(cells, widths).map { cell, width in
        String(repeating: " ", count: max(0, width - cell.count)) + cell
      }.joined(separator: " ")
    }
    let rule = String(repeating: "-", count: widths.reduce(widths.count - 1, +))
    let rows = letter.overdue.map { due in
      row([
        "\(due.number)", indonesian(due.due), due.principal.figures.indonesian,
        due.serviceCharge.figures.indonesian, due.total.figures.indonesian,
      ])
    }
    let sums = row([
      "", "Jumlah", letter.overdue.total(\.principal).figures.indonesian,
      letter.overdue.total(\.serviceCharge).figures.indonesian,
      letter.total.figures.indonesian,
    ])
    return [row(["Ke", "Jatuh tempo", "Pokok (Rp)", "Jasa (Rp)", "Jumlah (Rp)"]), rule] + rows
      + [rule, sums]
  }

  private static func request(_ letter: CollectionLetter) -> [String] {
    let pay = [
      "Kami mohon Saudara melunasi tunggakan sebesar \(indonesian(letter.total)) di kantor UPK",
      "paling lambat \(indonesian(letter.payBy)).",
    ]
    switch letter.kind {
    case .bill:
      return pay + [
        "Bila sudah membayar, mohon tunjukkan kuitansinya agar catatan kami sesuaikan."
      ]
    case .warning1:
      return pay + [
        "Sesuai surat perjanjian, seluruh anggota bertanggung renteng. Kami mengundang KSM",
        "mengadakan rapat tanggung renteng bersama UPK sebelum tanggal tersebut.",
      ]
    case .warning2:
      return pay + [
        "Keadaan ini kami laporkan kepada BKM. Pengurus BKM bersama UPK akan mengunjungi KSM dan",
        "tempat usaha anggota.",
      ]
    case .warning3:
      return pay + [
        "Bila sampai tanggal tersebut belum lunas, sesuai surat perjanjian tabungan tanggung",
        "renteng dipotong untuk membayar tunggakan, dan keadaan ini kami laporkan kepada Lurah.",
      ]
    }
  }

  private static func signatures(_ letter: CollectionLetter) -> [String] {
    let line = "(............................)"
    guard letter.kind != .bill else { return ["Manajer UPK,", "", "", "", line] }
    return [
      "Mengetahui,                         Hormat kami,",
      "Koordinator BKM                     Manajer UPK", "", "", "",
      "\(line)      \(line)",
    ]
  }

  private static func title(_ kind: CollectionLetter.Kind) -> String {
    switch kind {
    case .bill: "Surat Tagihan"
    case .warning1: "Surat Teguran I"
    case .warning2: "Surat Teguran II"
    case .warning3: "Surat Teguran III"
    }
  }

  private static func indonesian(_ value: some Worded) -> String { value.words.indonesian }
}
