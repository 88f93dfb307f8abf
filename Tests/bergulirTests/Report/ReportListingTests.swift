import FundAPI
import SwiftProtobuf
import Testing
@testable import bergulir

/// A row of every kind, one of nothing, and one that CSV must quote.
private let report = Bergulir_V1_Report.with { report in
  report.report = "sample"
  report.upk = "upks/malabutor"
  report.asOf = "2017-12-31"
  let samples: [(String, ReportKind, String)] = [
    ("description", .text, "say \"a, b\""), ("date", .day, "2017-12-31"),
    ("loan", .name, "upks/malabutor/loans/1"), ("holds", .flag, "true"),
    ("achieved_percent", .percent, "25.00"), ("count", .count, "3"),
    ("amount", .amount, "-8220000"), ("account", .account, "11010"),
    ("display_name", .accountName, "Kas"), ("row", .term, "subtotal"),
    ("class_name", .className, "doubtful"), ("state", .loanState, "paidOff"),
    ("category", .category, "SUSPENDED"), ("scheme", .scheme, "pnpmUrban"),
    ("measure", .measure, "arrears"), ("control", .control, "loansAgree"),
  ]
  report.columns = samples.map { name, kind, _ in
    .with {
      $0.name = name
      $0.kind = kind.rawValue
      $0.detail = name == "category"
    }
  }
  report.rows = [
    .with { $0.cells = samples.map(\.2) },
    .with { $0.cells = samples.map { _ in "" } },
  ]
  report.facts = [
    .with {
      $0.name = "percent"
      $0.kind = "percent"
      $0.value = "61.65"
    }
  ]
}

private func text(_ format: OutputFormat, _ language: Language = .english) -> String {
  Printer(format: format, language: language, headers: .shown).text(Answer.listing(Listing(report)))
}

@Test func `CSV is the rows of the call, cell by cell`() {
  #expect(Set(report.columns.map(\.kind)) == Set(ReportKind.allCases.map(\.rawValue)))
  let rows = [report.columns.map(\.name)] + report.rows.map(\.cells)
  let lines = rows.map { $0.map(CSVText.field).joined(separator: ",") + "\n" }
  #expect(text(.csv) == lines.joined())
  #expect(text(.csv, .indonesian) == text(.csv))
}

@Test func `a table says codes and accounts in the reader's words`() {
  let english = text(.table)
  for part in ["As of: 2017-12-31", "Percent: 61.65 %", "Subtotal", "Cash", "doubtful", "25.00 %"] {
    #expect(english.contains(part), "\(part)")
  }
  let indonesian = text(.table, .indonesian)
  for part in ["Subjumlah", "Kas", "Diragukan", "lunas", "-8.220.000", "PNPM Perkotaan"] {
    #expect(indonesian.contains(part), "\(part)")
  }
  #expect(!english.contains("suspended"), "a detail is not in the table")
}

@Test func `JSON keeps amounts as strings and says nothing where there is nothing`() {
  let json = text(.json)
  #expect(json.contains("\"amount\":\"-8220000\"") && json.contains("\"amount\":null"))
  #expect(json.contains("\"holds\":true") && json.contains("\"category\":\"SUSPENDED\""))
  #expect(json.hasPrefix("{\"upk\":\"upks/malabutor\",\"as_of\":\"2017-12-31\""))
  #expect(json.contains("\"percent\":\"61.65\""))
}
