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
