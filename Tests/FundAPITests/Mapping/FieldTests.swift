import FundAPI
import RevolvingFund
import Testing

private typealias Reading = @Sendable (Field) throws(Fault) -> Void

private struct Row: Sendable {
  let expected: FundAPI.Expectation
  let good: String
  let bad: [String]
  let read: Reading
}

private let rows: [Row] = [
  Row(expected: .day, good: "2017-12-31", bad: ["31-12-2017", "2017-02-29"]) { f throws(Fault) in
    _ = try f.day()
  },
  Row(expected: .month, good: "2017-12", bad: ["2017-13", "2017-12-31"]) { f throws(Fault) in
    _ = try f.month()
  },
  Row(expected: .code, good: "malabutor", bad: ["M", "9a", "ends-"]) { f throws(Fault) in
    _ = try f.code()
  },
  Row(expected: .regionCode, good: "92.71", bad: ["92.7", "9271"]) { f throws(Fault) in
    _ = try f.regionCode()
  },
  Row(expected: .scope, good: "province", bad: ["all", "persons/1"]) { f throws(Fault) in
    _ = try f.scope()
  },
  Row(
    expected: .oneOf(["approve", "reject", "return"]), good: "approve", bad: ["Approve", "yes"]
  ) { f throws(Fault) in
    _ = try f.choice(Verdict.self)
  },
  Row(
    expected: .uuid, good: "0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a", bad: ["7"]
  ) { f throws(Fault) in
    _ = try f.requestID()
  },
  Row(
    expected: .resourceName("upks/CODE"), good: "upks/malabutor", bad: ["malabutor", "persons/1"]
  ) { f throws(Fault) in
    _ = try f.upk()
  },
  Row(
    expected: .resourceName("persons/NUMBER"), good: "persons/12", bad: ["12", "persons/0"]
  ) { f throws(Fault) in
    _ = try f.person()
  },
  Row(
    expected: .resourceName("assignments/NUMBER"), good: "assignments/3", bad: ["tokens/3"]
  ) { f throws(Fault) in
    _ = try f.assignment()
  },
  Row(
    expected: .resourceName("tokens/NUMBER"), good: "tokens/9", bad: ["principals/9"]
  ) { f throws(Fault) in
    _ = try f.token()
  },
  Row(
    expected: .resourceName("upks/CODE/ksms/NUMBER"), good: "upks/malabutor/ksms/1",
    bad: ["upks/malabutor/loans/1"]
  ) { f throws(Fault) in
    _ = try f.ksm()
  },
  Row(
    expected: .resourceName("upks/CODE/applications/NUMBER"),
    good: "upks/malabutor/applications/1", bad: ["upks/malabutor/loans/1"]
  ) { f throws(Fault) in
    _ = try f.application()
  },
  Row(
    expected: .resourceName("upks/CODE/loans/NUMBER"), good: "upks/malabutor/loans/1",
    bad: ["upks/malabutor/ksms/1"]
  ) { f throws(Fault) in
    _ = try f.loan()
  },
  Row(
    expected: .resourceName("upks/CODE/ksms/NUMBER/members/NUMBER"),
    good: "upks/malabutor/ksms/1/members/3", bad: ["upks/malabutor/ksms/1"]
  ) { f throws(Fault) in
    _ = try f.member()
  },
]

@Test(arguments: rows.indices)
func `a field is right, missing or invalid, and the fault names it`(index: Int) throws {
  let row = rows[index]
  try row.read(Field("parent", row.good))
  #expect(throws: Fault.fieldMissing("parent")) { try row.read(Field("parent", "")) }
  for text in row.bad {
    #expect(throws: Fault.fieldInvalid("parent", expected: row.expected), "\(text)") {
      try row.read(Field("parent", text))
    }
  }
}

@Test func `an empty field may stand for nothing or for another value`() throws {
  let empty = Field("f", "")
  #expect(try empty.optionalDay() == nil)
  #expect(try empty.day(or: day(2017, 12, 31)) == day(2017, 12, 31))
  #expect(try empty.optionalNIK() == nil)
  #expect(try empty.optionalLine() == nil)
  #expect(try empty.optionalChoice(LoanState.self) == nil)
  #expect(try Field("f", "2017-01-01").day(or: day(2017, 12, 31)) == day(2017, 1, 1))
  #expect(try Field("f", "active").optionalChoice(LoanState.self) == .active)
}

@Test func `a NIK has sixteen digits`() throws {
  #expect(try Field("nik", "9971010101900001").optionalNIK()?.lastFour == "0001")
  #expect(throws: Fault.fieldInvalid("nik", expected: .nik)) {
    try Field("nik", "997101").optionalNIK()
  }
}

@Test(arguments: ["a\nb", "a\tb", "\u{0}", "a\u{1B}[2J", "\u{7F}", "\u{85}"])
func `a line holds no control character`(text: String) {
  #expect(throws: Fault.fieldInvalid("note", expected: .line)) {
    try Field("note", text).line()
  }
}

@Test func `lines may end, and hold no other control character`() throws {
  #expect(try Field("note", "a\nb").lines() == "a\nb")
  #expect(try Field("name", "Siti Nurbaya, S.Pd. ñ").line() == "Siti Nurbaya, S.Pd. ñ")
  #expect(throws: Fault.fieldInvalid("note", expected: .lines)) {
    try Field("note", "a\u{0}b").lines()
  }
}
