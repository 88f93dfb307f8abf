import Testing

@testable import RevolvingFund

@Suite struct ImportBooksTests {
  private let upk = UPKID(1)
  private let caller = Caller(principal: PrincipalID(7), person: PersonID(7), today: "2017-12-31")

  private let files = [
    BookFile(kind: .ksms, text: "ksm,name,formed_on\n1,KSM Anggrek,2015-03-01\n"),
    BookFile(kind: .members, text: "ksm,member,person,joined_on\n1,1,4,2015-03-01\n"),
    BookFile(
      kind: .loans, text: "loan,ksm,disbursed_on,months,rate_percent\n1,1,2017-01-05,10,1.5\n"),
    BookFile(kind: .shares, text: "loan,member,amount_idr\n1,1,1000000\n"),
    BookFile(
      kind: .vouchers,
      text: """
        date,description,debit,credit,amount_idr,loan
        2017-01-02,Modal,11021,31020,5000000,
        2017-01-05,Pencairan,11030,11021,1000000,1

        """),
  ]

  private func facts(
    counters: [String: Int64] = ["policy": 2], closed: Month? = nil, identified: Bool = true,
    claimed: Bool = false
  ) -> Facts {
    var facts = Facts()
    facts.heads[upk] = Head(
      stream: upk, latestDay: "2015-01-05", counters: counters, closedThrough: closed)
    facts.persons[PersonID(44)] = Person(
      id: PersonID(44), gender: .female, isIdentified: identified)
    if claimed { facts.claimed = [PersonID(44)] }
    return facts
  }

  private func command(persons: [Int64: PersonID] = [4: PersonID(44)]) -> ImportBooks {
    ImportBooks(upk: upk, files: files, persons: persons)
  }

  @Test func `books begin with their own numbers, and series go on behind them`() throws {
    let effects = try command().decide(facts(), for: caller)
    #expect(effects.vouchers.map(\.number.description) == ["KM-2017-0001", "KK-2017-0001"])
    #expect(effects.counters["loan"] == 2 && effects.counters["KM-2017"] == 2)
    #expect(effects.counters["member-1"] == 2 && effects.counters["ksm"] == 2)
    #expect(effects.outcome["outstanding"] == "1000000")
    #expect(command().day == "2017-01-05")
    let opened = effects.changes.compactMap { change -> [PersonID]? in
      if case .loanOpened(_, let borrowers) = change { borrowers } else { nil }
    }
    #expect(opened == [[PersonID(44)]])
  }

  @Test func `a UPK that has books takes no others`() {
    #expect(
      refusal(command(), facts(counters: ["KM-2016": 3])) == [.booksNotEmpty(series: ["KM-2016"])])
    #expect(
      refusal(command(), facts(closed: Month(year: 2016, month: 12)))
        == [.booksNotEmpty(series: [])])
  }

  @Test func `who owes something has a NIK, owes nothing elsewhere, and is known here`() {
    let line = { (reason: BookProblem.Reason) in
      [Rejection.bookFileWrong(BookProblem(.members, line: 2, reason))]
    }
    #expect(refusal(command(), facts(identified: false)) == line(.personUnidentified(4)))
    #expect(refusal(command(), facts(claimed: true)) == line(.personBorrowsElsewhere(4)))
    #expect(
      refusal(command(persons: [:]), facts()) == line(.unknown(column: "person", value: "4")))
    #expect(
      refusal(command(persons: [4: PersonID(45)]), facts())
        == [.notFound(.person, name: "45")])
  }

  @Test func `books of days to come and empty files are refused`() {
    let early = Caller(principal: PrincipalID(7), person: PersonID(7), today: "2017-01-04")
    #expect(
      refusal(command(), facts(), by: early)
        == [.dayInFuture("2017-01-05", today: "2017-01-04")])
    #expect(
      refusal(ImportBooks(upk: upk, files: [], persons: [:]), facts())
        == [.bookFileWrong(BookProblem(.vouchers, line: 1, .fileMissing))])
  }

  private func refusal(
    _ command: ImportBooks, _ facts: Facts, by other: Caller? = nil
  ) -> [Rejection] {
    do {
      _ = try command.decide(facts, for: other ?? caller)
      return []
    } catch {
      return error.rejections
    }
  }

  @Test func `the same content is the same request`() {
    #expect(RequestID(of: "a") == RequestID(of: "a") && RequestID(of: "a") != RequestID(of: "b"))
    #expect(RequestID(of: "").description == "6c62272e-07bb-8142-a2b8-21756295c58d")
  }
}
