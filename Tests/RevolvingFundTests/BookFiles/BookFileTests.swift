import Foundation
import Testing

@testable import RevolvingFund

/// The files of `Examples/import`, which docs/import.md describes.
private func examples(_ change: (BookFileKind, String) -> String = { $1 }) throws -> [BookFile] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Examples/import").standardized
  return try BookFileKind.allCases.compactMap { kind in
    let path = folder.appending(path: kind.name)
    guard FileManager.default.fileExists(atPath: path.path) else { return nil }
    return BookFile(
      kind: kind, text: change(kind, try String(contentsOf: path, encoding: .utf8)))
  }
}

private func assembly(_ files: [BookFile]) -> BookAssembly {
  BookAssembly(BookRecords(files), upk: UPKID(1), by: PersonID(9), persons: [:])
}

@Suite struct BookFileTests {
  @Test func `the examples are sound, and the late loan has its class`() throws {
    let files = try examples()
    #expect(BookRegister.problems(of: files) == [])
    let books = assembly(files)
    #expect(
      books.vouchers.map(\.number.description) == [
        "PB-2017-0001", "KM-2017-0001", "KK-2017-0001",
      ])
    let loan = try #require(books.loans.first)
    #expect(loan.state == .active && loan.paid.principal == 2_000_000)
    #expect(loan.memberPaid == [460_000, 460_000, 460_000, 460_000, 460_000])
    #expect(books.repayments.map(\.receipt.description) == ["KW-2016-0001", "KW-2017-0001"])
    let history = LoanHistory(loan: loan, entries: books.repayments.flatMap(\.entries))
    #expect(history.position(asOf: "2017-01-19")?.collectability == .specialMention)
    #expect(history.position(asOf: "2017-03-20")?.collectability == .substandard)
    #expect(books.next["KM-2017"] == 2 && books.next["loan"] == 2 && books.next["KW-2016"] == 2)
  }

  @Test(arguments: [";", "\t"])
  func `semicolons, tabs, Windows' line ends and a mark are understood`(separator: String) throws {
    let files = try examples { _, text in
      let plain = text.replacingOccurrences(of: "\"1,5\"", with: "1.5")
      return "\u{FEFF}"
        + plain.replacingOccurrences(of: ",", with: separator)
        .replacingOccurrences(of: "\n", with: "\r\n")
    }
    #expect(BookRegister.problems(of: files) == [])
    #expect(assembly(files).loans.first?.terms.rate == MonthlyRate(millionths: 15_000))
  }

  /// A file with one thing changed, and what is said of it.
  struct Case: Sendable {
    let file: BookFileKind
    let old: String
    let new: String
    let expected: [BookProblem]

    init(
      _ file: BookFileKind, _ old: String, _ new: String, line: Int,
      _ reasons: BookProblem.Reason...
    ) {
      self.file = file
      self.old = old
      self.new = new
      expected = reasons.map { BookProblem(file, line: line, $0) }
    }
  }

  static let cases: [Case] = [
    Case(.shares, "1,5,1.000.000\n", "1,5,1.000", line: 6, .endMissing),
    Case(.shares, "1,5,1.000.000\n", "1,5\n", line: 6, .fieldCount(found: 2, expected: 3)),
    Case(.ksms, "KSM Anggrek", "\"KSM Anggrek", line: 2, .quoteOpen),
    Case(.ksms, "KSM Anggrek", "KSM \"Anggrek\"", line: 2, .quoteInside),
    Case(
      .ksms, "formed_on", "formed", line: 1, .columnMissing("formed_on"),
      .columnUnknown("formed")),
    Case(.loans, "last_paid_on", "loan", line: 1, .columnRepeated("loan")),
    Case(
      .shares, "1,5,1.000.000", "1,5,1,000,000", line: 6, .fieldCount(found: 5, expected: 3)),
    Case(
      .vouchers, "10.000", "10.00", line: 4,
      .cellWrong(column: "amount_idr", value: "10.00", .amount)),
    Case(
      .vouchers, "31/01/2017", "31/02/2017", line: 4,
      .cellWrong(column: "date", value: "31/02/2017", .day)),
    Case(.vouchers, ",51060,", ",51061,", line: 4, .unknown(column: "debit", value: "51061")),
    Case(
      .vouchers, "KK-2017-0001", "KK-2017-0002", line: 4,
      .differs(column: "voucher", value: "KK-2017-0002", expected: "KK-2017-0001")),
    Case(.vouchers, "RK-1", "K-101", line: 4, .repeated(column: "reference", value: "K-101")),
    Case(.opening, "3.500.000,,1,", "3.500.000,,,", line: 5, .cellMissing(column: "loan")),
    Case(
      .opening, "16.330.000", "16.000.000", line: 2,
      .unbalanced(debits: 19_900_000, credits: 20_230_000)),
    Case(
      .repayments, "KM-2017-0001", "KM-2017-0009", line: 2,
      .unknown(column: "voucher", value: "KM-2017-0009")),
    Case(.members, "1,5,5,", "1,5,4,", line: 6, .repeated(column: "person", value: "4")),
    Case(
      .loans, "1.500.000,225.000", "1.400.000,325.000", line: 2,
      .sumDiffers(column: "principal_paid_idr", found: 1_400_000, expected: 1_500_000)),
  ]

  @Test(arguments: cases)
  func `what is wrong is named with its line`(example: Case) throws {
    let files = try examples { kind, text in
      guard kind == example.file, let range = text.range(of: example.old) else { return text }
      return text.replacingCharacters(in: range, with: example.new)
    }
    let found = BookRegister.problems(of: files)
    for problem in example.expected { #expect(found.contains(problem), "\(found)") }
    #expect(!found.isEmpty)
  }

  @Test func `a receipt without its posting and a posting without its receipt are found`() throws {
    let lacking = try examples { kind, text in
      kind == .repayments ? text.replacingOccurrences(of: "575.000", with: "574.000") : text
    }
    #expect(
      BookRegister.problems(of: lacking).contains(
        BookProblem(
          .loans, line: 2,
          .ledgerDiffers(.loans, on: "2017-01-20", found: 3_000_000, expected: 3_001_000))))
    let silent = try examples().filter { $0.kind != .repayments }
    #expect(
      BookRegister.problems(of: silent).contains(
        BookProblem(
          .loans, line: 2,
          .ledgerDiffers(.serviceCharge, on: "2017-01-20", found: -75_000, expected: 0))))
  }

  @Test func `savings that nothing covers are refused`() throws {
    let files = try examples { kind, text in
      kind == .opening
        ? text.replacingOccurrences(of: "11022,150.000", with: "11021,150.000") : text
    }
    #expect(
      BookRegister.problems(of: files) == [
        BookProblem(
          .vouchers, line: 2,
          .savingsNotCovered(on: "2017-01-01", held: 0, owed: 150_000))
      ])
  }

  @Test func `half of what was exported is refused`() throws {
    let contents = BookFile(kind: .contents, text: "file,rows\nshares.csv,5\naccounts.csv,1\n")
    let files = try examples { kind, text in
      kind == .shares ? text.replacingOccurrences(of: "1,5,1.000.000\n", with: "") : text
    }
    #expect(
      Set(BookRegister.problems(of: files + [contents])) == [
        BookProblem(.shares, line: 1, .rowCount(found: 4, expected: 5)),
        BookProblem(.accounts, line: 1, .fileMissing),
      ])
  }

  /// As the client reads UTF-16, which is no text to it.
  @Test func `a file in a wrong encoding is named beside what is wrong with the others`() throws {
    let contents = BookFile(kind: .contents, text: "file,rows\nshares.csv,5\n")
    let files = try examples { kind, text in
      switch kind {
      case .shares: text.map { "\($0)\0" }.joined()
      case .loans: text.replacingOccurrences(of: "20/07/2016", with: "31/02/2016")
      case .vouchers: text.replacingOccurrences(of: "31/01/2017", with: "x")
      default: text
      }
    }
    let found = BookRegister.problems(of: files + [contents])
    #expect(
      found.map(\.file) == [.loans, .shares, .vouchers] && found[1].reason == .notText, "\(found)")
  }

  @Test(arguments: [
    ("12.330.000", 12_330_000), ("12330000", 12_330_000), ("Rp 12.330.000", 12_330_000),
    ("Rp12.330.000,00", 12_330_000), ("500,-", 500), ("0", 0), ("12,330,000", nil), ("1.5", nil),
    ("-5", nil), ("1.2345", nil), ("", nil), ("9.999.999.999.999", nil),
  ])
  func `rupiah are read as Indonesians write them`(text: String, expected: Int64?) {
    #expect(Rupiah(written: text)?.amount == expected)
  }

  @Test(arguments: [
    ("-5.000", -5000), ("Rp -5.000", -5000), ("-Rp -5", nil), ("-Rp 5.000", -5000),
    ("(5.000)", -5000),
    ("(Rp 5.000,00)", -5000), ("(-5)", nil), ("--5", nil), ("()", nil), ("-", nil),
    ("9.999.999.999.999", 9_999_999_999_999),
  ])
  func `rupiah below zero are read with a sign or in brackets`(text: String, expected: Int64?) {
    #expect(Rupiah(writtenWithSign: text)?.amount == expected)
  }

  @Test(arguments: [
    ("2017-12-31", "2017-12-31"), ("31/12/2017", "2017-12-31"), ("1-2-2017", "2017-02-01"),
    ("31.12.2017", "2017-12-31"), ("12/31/2017", nil), ("31/12/17", nil),
  ])
  func `days are read as spreadsheets write them`(text: String, expected: String?) {
    #expect(Day(written: text)?.description == expected)
  }

  @Test(arguments: [(15_000, "1.5"), (10_000, "1"), (12_345, "1.2345"), (0, "0"), (5, "0.0005")])
  func `a rate is written as it is read`(millionths: Int64, text: String) {
    #expect(MonthlyRate(millionths: millionths).percent == text)
    #expect(MonthlyRate(percent: text)?.millionths == millionths)
  }
}
