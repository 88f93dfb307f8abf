import RevolvingFund
import Testing

struct ContractTests {
  let books: Books
  let application: ApplicationID

  init() throws {
    var books = try Village.books()
    application = try books.approve(try books.addGroup("A"), each: 500_000, on: "2016-01-10")
    self.books = books
  }

  private func contract(
    _ reference: String = "SPP-1", signers: [Int64] = [1, 2, 3, 4, 5],
    on day: Day = "2016-01-12"
  ) -> SignContract {
    SignContract(
      application: application, reference: reference, setOffConsent: true, signers: signers,
      day: day)
  }

  @Test func `money is paid on an agreement that all borrowers signed`() throws {
    var books = books
    let payOut = Village.payOut(application, from: .bank, on: "2016-01-12")
    #expect(
      books.refusal(payOut, by: Village.cashier) == [
        .wrongApplicationState(.approved, required: [.contracted])
      ])
    #expect(
      books.refusal(contract(signers: [1, 3, 5]), by: Village.officer) == [
        .agreementNotSigned(members: [2, 4])
      ])
    try books.run(contract(), by: Village.officer)
    let found = try #require(books.facts.applications[application])
    #expect(found.state == .contracted)
    #expect(
      found.contract
        == LoanAgreement(reference: "SPP-1", setOffConsent: true, on: "2016-01-12"))
    let early = Village.payOut(application, from: .bank, on: "2016-01-11")
    #expect(
      books.refusal(early, by: Village.cashier) == [
        .dayBefore("2016-01-11", earliest: "2016-01-12", milestone: .agreementSigned)
      ])
    #expect(books.refusal(payOut, by: Village.cashier) == [])
    #expect(
      books.refusal(contract(), by: Village.officer) == [
        .wrongApplicationState(.contracted, required: [.approved])
      ])
  }

  @Test func `an agreement has a number, and comes between decision and expiry`() throws {
    func refusal(_ command: SignContract) -> [Rejection] {
      books.refusal(command, by: Village.officer)
    }
    #expect(refusal(contract("")) == [.textMissing(field: .reference)])
    #expect(
      refusal(contract(String(repeating: "n", count: 61)))
        == [.textTooLong(field: .reference, length: 61, limit: 60)])
    #expect(
      refusal(contract(on: "2016-01-09")) == [
        .dayBefore("2016-01-09", earliest: "2016-01-10", milestone: .decided)
      ])
    #expect(
      refusal(contract(on: "2016-03-11")) == [
        .approvalExpired(decidedOn: "2016-01-10", validUntil: "2016-03-10")
      ])
    var left = books
    try left.run(
      EndMembership(ksm: KSMID(upk, 1), member: 2, day: "2016-01-12"), by: Village.officer)
    #expect(
      left.refusal(contract(), by: Village.officer) == [
        .memberNotActive(member: 2, on: "2016-01-12")
      ])
  }
}
