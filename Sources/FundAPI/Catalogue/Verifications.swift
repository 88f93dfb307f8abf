/// What a verification of the books checks, by the names that the wire has for it.
public enum BookControl: String, Hashable, Sendable, CaseIterable, Worded {
  case chain, head, journal, series, references, chart, record, loans, classes, serviceCharge
  case savings, suspense, capital, closedMonths, frozenFigures

  public var words: Sentence {
    switch self {
    case .chain: Sentence("Chain of events", "Rantai catatan")
    case .head: Sentence("End of the chain", "Ujung rantai catatan")
    case .journal: Sentence("Vouchers and postings", "Bukti dan jurnal")
    case .series: Sentence("Numbers without gaps", "Nomor urut tanpa celah")
    case .references: Sentence("Numbers of papers", "Nomor kertas bukti")
    case .chart: Sentence("Chart of accounts", "Bagan rekening")
    case .record: Sentence("Row as its event says", "Baris sesuai catatannya")
    case .loans: Sentence("Loans equal 11030", "Pinjaman sama dengan 11030")
    case .classes: Sentence("Classes equal 11030", "Kolektibilitas sama dengan 11030")
    case .serviceCharge: Sentence("Service charge equals 41010", "Jasa sama dengan 41010")
    case .savings: Sentence("Savings equal 21020, covered", "Tabungan sama dengan 21020, utuh")
    case .suspense: Sentence("Held for groups equals 21030", "Titipan sama dengan 21030")
    case .capital: Sentence("Capital received", "Modal yang diterima")
    case .closedMonths: Sentence("Closed months untouched", "Bulan tertutup tidak berubah")
    case .frozenFigures: Sentence("Figures of closed months", "Angka bulan tertutup")
    }
  }
}

/// What a verification says of a difference: a column, an account on a day, or a value.
///
/// Names of columns and values are the same in every language.
public struct DifferenceText: Hashable, Sendable, Worded {
  let text: String

  public init(_ text: String) {
    self.text = text
  }

  public var words: Sentence {
    let parts = text.split(separator: " on ", maxSplits: 1).map(String.init)
    let first = parts.first ?? text
    let what = DifferenceText.terms[first] ?? DifferenceText.account(first) ?? first
    return Sentence(
      english: text,
      indonesian: ([what] + parts.dropFirst().map(DifferenceText.when)).joined(separator: " pada "))
  }

  /// `account 11030`, and what else begins with a word, as Indonesian says it.
  private static func account(_ text: String) -> String? {
    let begins = ["account ": "rekening ", "hash of ": "hash ", "reference ": "nomor bukti "]
    return begins.first { text.hasPrefix($0.key) }.map { $0.value + text.dropFirst($0.key.count) }
  }

  /// What stands behind "on": a day, or an account.
  private static func when(_ text: String) -> String {
    account(text) ?? text
  }

  private static let terms = [
    "there": "ada", "none": "tidak ada", "nothing": "kosong", "some": "ada", "row": "baris",
    "event": "catatan", "line": "baris", "numbers": "nomor", "next": "nomor berikut",
    "postings": "jurnal", "received": "diterima", "held": "dititipkan", "a group": "nama KSM",
    "an account of the chart": "rekening dalam bagan",
    "whole rupiah above 0": "rupiah bulat di atas 0",
    "classes 1 to 5": "kolektibilitas 1 s/d 5", "11022 and 11012": "11022 dan 11012",
  ]
}
