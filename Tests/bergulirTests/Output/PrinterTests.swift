import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing
@testable import bergulir

private let listing = Listing(
  [
    Record(
      [
        "name": .text("upks/a/loans/1"), "outstanding": .amount(8_220_000),
        "state": .code("active", LoanState.self), "percent": .percent("61.65"),
      ], details: ["shares": .records([Record(["member": .count(1), "amount": .amount(5)])])]),
    Record(
      [
        "name": .text("say \"x, y\""), "outstanding": .amount(-5), "state": .absent,
        "percent": .absent,
      ], details: ["shares": .records([])]),
  ],
  shape: Record(
    ["name": .absent, "outstanding": .absent, "state": .absent, "percent": .absent],
    details: ["shares": .absent]),
  context: Record(["as_of": .text("2017-12-31")]), nextPageToken: "t")

private func text(
  _ format: OutputFormat, _ language: Language = .english, _ headers: Headers = .shown,
  _ body: Answer.Body = .listing(listing)
) -> String {
  Printer(format: format, language: language, headers: headers).text(body)
}

@Test func `a table has headings and numbers in the reader's language`() {
  #expect(
    text(.table) == """
      As of: 2017-12-31

      Name            Outstanding  State   Percent
      upks/a/loans/1    8,220,000  active  61.65 %
      say "x, y"               -5  -             -

      """)
  #expect(
    text(.table, .indonesian)
      == """
      Per tanggal: 2017-12-31

      Nama            Sisa pokok  Keadaan    Persen
      upks/a/loans/1   8.220.000  berjalan  61,65 %
      say "x, y"              -5  -               -

      """)
  #expect(
    text(.table, .english, .hidden) == """
      upks/a/loans/1  8,220,000  active  61.65 %
      say "x, y"             -5  -             -

      """)
}

@Test func `JSON has the codes, and amounts as strings`() {
  #expect(
    text(.json, .indonesian) == """
      {"as_of":"2017-12-31","items":[{"name":"upks/a/loans/1","outstanding":"8220000",\
      "state":"active","percent":"61.65","shares":[{"member":1,"amount":"5"}]},\
      {"name":"say \\"x, y\\"","outstanding":"-5","state":null,"percent":null,"shares":[]}],\
      "next_page_token":"t"}

      """)
  #expect(text(.jsonl).split(separator: "\n").count == 2)
  #expect(text(.jsonl).hasPrefix("{\"name\":\"upks/a/loans/1\""))
}

@Test func `CSV quotes what needs it and has no words of a language`() {
  #expect(
    text(.csv, .indonesian) == """
      name,outstanding,state,percent,shares
      upks/a/loans/1,8220000,active,61.65,"[{""member"":1,""amount"":""5""}]"
      "say ""x, y""\",-5,,,[]

      """)
  #expect(text(.csv, .english, .hidden).hasPrefix("upks/a/loans/1,8220000"))
}

@Test func `an empty list keeps its headings in CSV and its envelope in JSON`() {
  let empty = Answer.Body.listing(Listing([], shape: listing.shape))
  #expect(text(.csv, .english, .shown, empty) == "name,outstanding,state,percent,shares\n")
  #expect(text(.json, .english, .shown, empty) == "{\"items\":[],\"next_page_token\":\"\"}\n")
  #expect(text(.table, .english, .shown, empty) == "")
}

@Test func `a single thing stands line by line, with what is inside it below`() {
  let item = Answer.Body.item(
    Record([
      "name": .text("a"), "dry_run": .flag(true),
      "shares": .records([Record(["member": .count(1), "amount": .amount(5000)])]),
    ]))
  #expect(
    text(.table, .english, .shown, item) == """
      Name     a
      Dry run  yes

      Shares
      Member  Amount
           1   5,000

      """)
  #expect(
    text(.json, .english, .shown, item)
      == "{\"name\":\"a\",\"dry_run\":true,\"shares\":[{\"member\":1,\"amount\":\"5000\"}]}\n")
}

@Test func `a section with nothing in it is left out of a table, and stays in JSON`() {
  let item = Answer.Body.item(Record(["name": .text("a"), "shares": .records([])]))
  #expect(text(.table, .english, .shown, item) == "Name  a\n")
  #expect(text(.json, .english, .shown, item) == "{\"name\":\"a\",\"shares\":[]}\n")
}

@Test func `a list is empty where nothing stands beside it either`() {
  let waiting = Record(["escalations": .records([Record(["name": .text("a")])])])
  #expect(Listing([], shape: waiting).isEmpty)
  #expect(Listing([], shape: waiting, context: Record(["escalations": .records([])])).isEmpty)
  #expect(!Listing([], shape: waiting, context: waiting).isEmpty)
  #expect(
    text(.table, .english, .shown, .listing(Listing([], shape: waiting, context: waiting)))
      == "\nCases that wait for your answer\nName\na\n")
}

@Test func `a change has the resource, the verb and whether it was done before`() {
  let receipt = Bergulir_V1_Receipt.with {
    $0.name = "upks/a/loans/1"
    $0.verb = "recorded"
    $0.sequence = 7
    $0.replayed = true
    $0.vouchers = ["KM-2017-0001"]
  }
  let answer = Answer.change(receipt, ["principal": .amount(5)], next: "bergulir loan list")
  #expect(
    text(.json, .english, .shown, answer.body) == """
      {"name":"upks/a/loans/1","verb":"recorded","principal":"5","vouchers":["KM-2017-0001"],\
      "sequence":"7","replayed":true,"dry_run":false}

      """)
  #expect(answer.notes[0].english.contains("Already recorded"))
  #expect(answer.notes[0].english.hasSuffix("Next: bergulir loan list"))
}

@Test func `control characters are escaped in JSON`() {
  #expect(JSONText.quoted("a\u{1}\n\t\"\\é") == "\"a\\u0001\\n\\t\\\"\\\\é\"")
}

@Test func `lists within a list are tables of their own, and CSV may have its own rows`() {
  let loan = Record([
    "name": .text("loans/1"),
    "payments": .records([Record(["member": .count(1), "amount": .amount(500)])]),
  ])
  var answer = Answer.item(Record(["loans": .records([loan])]))
  let table = Printer(format: .table, language: .english, headers: .shown).text(answer)
  #expect(table.contains("loans/1: Payments\n"))
  #expect(table.contains("1     500"))
  let row = Record(["loan": .text("loans/1"), "amount": .amount(500)])
  answer.rows = Listing([row], shape: row)
  let printer = Printer(format: .csv, language: .english, headers: .shown)
  #expect(printer.text(answer) == "loan,amount\nloans/1,500\n")
}
