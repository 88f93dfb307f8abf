import RevolvingFund
import Testing

struct ContentTests {
  private func content(_ fields: [(String, String)]) -> Content {
    Content(fields.map { Content.Field(name: $0.0, value: $0.1) })
  }

  @Test func `the first difference is a field's name, whichever side has it`() {
    let base = content([("amount", "5"), ("on", "2016-01-01")])
    #expect(base.firstDifference(from: base) == nil)
    #expect(
      base.firstDifference(from: content([("on", "2016-01-01"), ("amount", "5")])) == nil)
    let other = content([("amount", "6"), ("on", "2016-01-02")])
    #expect(base.firstDifference(from: other) == "amount")
    let more = content([("amount", "5"), ("on", "2016-01-01"), ("reference", "7")])
    #expect(base.firstDifference(from: more) == "reference")
    #expect(more.firstDifference(from: base) == "reference")
  }

  @Test(arguments: [3, 16, 17, 400])
  func `the first name that is there twice is told, of however many`(count: Int) {
    var content = Content()
    for number in 1...count { content.add("line.\(number)", number) }
    #expect(content.repeatedName == nil)
    content.add("line.\(count)", "again")
    content.add("line.1", "again")
    #expect(content.repeatedName == "line.\(count)")
  }

  @Test func `every field of a repayment makes it another request`() {
    func command(
      loan: Int64 = 1, amount: Rupiah = 5, account: AccountCode = .cash, reference: String? = nil,
      on day: Day = "2016-01-01"
    ) -> Content {
      RecordRepayment(
        loan: LoanID(upk, loan), amount: amount, account: account, reference: reference, day: day
      ).content
    }
    let base = command()
    let changes: [(Content, String)] = [
      (command(loan: 2), "loan"), (command(amount: 6), "amount"),
      (command(account: .bank), "account"), (command(reference: "1"), "reference"),
      (command(on: "2016-01-02"), "on"),
    ]
    for (content, field) in changes { #expect(content.firstDifference(from: base) == field) }
  }

  @Test func `every field of a policy makes it another request`() {
    let base = SetPolicy(policy: Village.policy(), day: "2016-01-01").content
    let changes: [(LendingPolicy, String)] = [
      (Village.policy(from: "2016-01-01"), "valid_from"),
      (Village.policy(first: 5), "first_loan_ceiling"),
      (Village.policy(later: 5), "later_loan_ceiling"),
      (Village.policy(terms: 4...12), "shortest_term"),
      (Village.policy(terms: 3...13), "longest_term"), (Village.policy(rate: 1), "rate_millionths"),
      (Village.policy(unit: 100), "round_unit"), (Village.policy(minutes: "x"), "minutes"),
      (Village.policy(criteria: "x"), "borrower_criteria"),
      (Village.policy(liability: "x"), "joint_liability"),
      (Village.policy(savings: .group), "savings_account"),
      (
        Village.policy(startUps: StartUpRule(ceiling: 5, longestTerm: 6)), "start_up_ceiling"
      ),
      (
        Village.policy(startUps: StartUpRule(ceiling: 500_000, longestTerm: 5)),
        "start_up_longest_term"
      ),
      (Village.policy(startUps: nil), "start_up_ceiling"), (Village.policy(reason: "x"), "reason"),
    ]
    for (policy, field) in changes {
      let content = SetPolicy(policy: policy, day: "2016-01-01").content
      #expect(content.firstDifference(from: base) == field)
    }
  }

  @Test func `an application for a business that is there is asked for as before`() {
    func content(_ stage: BusinessStage) -> Content {
      SubmitApplication(
        ksm: KSMID(upk, 1), amount: 5, shares: [], months: 4, purpose: .localEconomy,
        businessStage: stage, papers: [], day: "2016-01-01"
      ).content
    }
    #expect(content(.existing)["business_stage"] == nil)
    #expect(content(.startUp).firstDifference(from: content(.existing)) == "business_stage")
  }

  @Test func `a share that is changed, added or left out is named`() {
    func content(_ shares: [Share]) -> Content {
      SubmitApplication(
        ksm: KSMID(upk, 1), amount: 5, shares: shares, months: 4, purpose: .localEconomy,
        businessStage: .existing, papers: [], day: "2016-01-01"
      ).content
    }
    let base = content([Share(member: 1, amount: 5), Share(member: 2, amount: 6)])
    #expect(base.firstDifference(from: content([Share(member: 1, amount: 5)])) == "share.2")
    #expect(
      base.firstDifference(
        from: content([Share(member: 2, amount: 6), Share(member: 1, amount: 4)]))
        == "share.1")
    #expect(base["share.2"] == "6")
    #expect(base["share.3"] == nil)
  }

  @Test func `kinds of commands have distinct names of a noun and a verb`() {
    let names = CommandKind.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.split(separator: ".").count == 2 })
  }
}
