import Testing

@testable import RevolvingFund

struct ViolationsTests {
  @Test func `violations come out in the documented order, whatever order they were found in`() {
    var random = SeededGenerator.announced()
    for _ in 0..<50 {
      var violations = Violations()
      violations.add(RejectionTests.samples.shuffled(using: &random))
      #expect(
        throws: Refusal(
          RejectionTests.samples[0], Array(RejectionTests.samples.dropFirst()))
      ) { try violations.check() }
    }
  }

  @Test func `violations of one code keep the order in which they were found`() {
    var violations = Violations()
    violations.add([.shareRepeated(member: 2), .shareRepeated(member: 1), .sharesMissing])
    #expect(
      throws: Refusal(.sharesMissing, [.shareRepeated(member: 2), .shareRepeated(member: 1)])
    ) { try violations.check() }
  }

  @Test func `without violations nothing is thrown`() throws {
    var violations = Violations()
    violations.require(true, .sharesMissing)
    try violations.check()
  }

  @Test func `numbers are drawn one by one, each series by itself, from where the head stands`() {
    let head = Head(stream: upk, latestDay: "2016-01-01", counters: ["ksm": 7])
    var numbering = Numbering(head: head)
    #expect([numbering.take(.ksm), numbering.take(.ksm), numbering.take(.loan)] == [7, 8, 1])
    #expect(
      [numbering.take(.member(ksm: 1)), numbering.take(.member(ksm: 2))] == [1, 1])
    #expect(numbering.take(.voucher(.cashReceipt, year: 2016)) == 1)
    #expect(numbering.take(.voucher(.cashReceipt, year: 2017)) == 1)
    #expect(
      numbering.drawn == [
        "ksm": 9, "loan": 2, "member-1": 2, "member-2": 2, "KM-2016": 2, "KM-2017": 2,
      ])
  }

  @Test func `the judgement day is the later of the command's and the latest booked one`() {
    var facts = Facts()
    facts.heads[upk] = Head(stream: upk, latestDay: "2016-05-10", counters: [:])
    #expect(facts.judgementDay("2016-05-09", in: upk) == "2016-05-10")
    #expect(facts.judgementDay("2016-05-11", in: upk) == "2016-05-11")
  }
}
