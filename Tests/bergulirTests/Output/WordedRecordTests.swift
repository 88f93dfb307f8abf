import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import bergulir

private func text(_ record: Record, _ format: OutputFormat, _ language: Language) -> String {
  Printer(format: format, language: language, headers: .shown).text(Answer.Body.item(record))
}

@Test func `a case that has no rung left shows none, and not a rung 0`() {
  let last = Bergulir_V1_Case.with { $0.name = "upks/malabutor/cases/1" }
  for record in [Record(last), Record(arrears: last), Record(report: last)] {
    #expect(record["next_rung"] == .absent)
    #expect(text(record, .json, .english).contains("\"next_rung\":null"))
  }
  let next = Bergulir_V1_Case.with { $0.nextRung = 3 }
  #expect(Record(report: next)["next_rung"] == .count(3))
}

@Test func `what was found in the books is told in words, and to programs as it is`() {
  let verification = Bergulir_V1_Verification.with {
    $0.upk = "upks/malabutor"
    $0.differences = ["loans", "loans", "chart"].map { control in
      .with {
        $0.control = control
        $0.place = "loan/3"
        $0.what = "account 11030 on 2017-01-31"
        $0.expected = "there"
        $0.found = "500"
      }
    }
  }
  #expect(verification.firstOfEachControl.map(\.control) == ["loans", "chart"])
  let record = Record(verification.differences[0], in: verification)
  let words = text(record, .table, .indonesian)
  for part in ["Pinjaman sama dengan 11030", "rekening 11030 pada 2017-01-31", "ada", "loan/3"] {
    #expect(words.contains(part), "\(words)")
  }
  #expect(text(record, .table, .english).contains("account 11030 on 2017-01-31"))
  let json = text(record, .json, .indonesian)
  for part in ["\"loans\"", "\"account 11030 on 2017-01-31\"", "\"there\""] {
    #expect(json.contains(part), "\(json)")
  }
}

@Test func `what an item of the assessment was judged by is told in words`() {
  let item = Bergulir_V1_AssessmentItem.with {
    $0.item = "reserveFormed"
    $0.evidence = [
      "scheme": "pnpmUrban", "required": "2650000", "formed": "0",
      "missing": "11021/2017-10,11022/2017-10,11021/2017-11",
    ]
  }
  let english = text(Record(item), .table, .english)
  #expect(
    english.contains(
      "Rp 0 formed, missing: 11021 (2017-10, 2017-11), 11022 (2017-10), Rp 2,650,000 required, "
        + "scheme PNPM urban"),
    "\(english)")
  let indonesian = text(Record(item), .table, .indonesian)
  #expect(
    indonesian.contains(
      "dibentuk Rp 0, belum ada: 11021 (10-2017, 11-2017), 11022 (10-2017), wajib Rp 2.650.000, "
        + "skema PNPM Perkotaan"),
    "\(indonesian)")
  #expect(text(Record(item), .json, .english).contains("\"required=2650000\""))
}

@Test func `a ratio that changed is told in percent beside what it divides`() {
  let figure = Bergulir_V1_FigureDifference.with {
    $0.figure = "PAR"
    $0.numeratorBefore = 12_330_000
    $0.denominatorBefore = 20_000_000
    $0.numeratorAfter = 1
    $0.denominatorAfter = 1
  }
  let indonesian = text(Record(figure), .table, .indonesian)
  #expect(indonesian.contains("61,65 % (12.330.000/20.000.000)"), "\(indonesian)")
  #expect(indonesian.contains("100,00 % (1/1)"), "\(indonesian)")
  #expect(text(Record(figure), .csv, .english).contains("12330000/20000000,1/1"))
  let reserve = Bergulir_V1_FigureDifference.with {
    $0.figure = "reserve_formed"
    $0.numeratorBefore = 500
    $0.denominatorBefore = 1
  }
  #expect(Record(reserve)["before"] == .amount(500))
}
