import FundStore
import FundTesting
import RevolvingFund
import Testing

/// A kelurahan from nothing to its first loan: every criterion fails once and is cured.
struct FirstLoanTests {
  @Test func `a ward lends once every criterion was cured, and not before`() async throws {
    try await FundFixture.withWorld(today: day("2017-12-31")) { world in
      let ward = try await NewWard.make(beside: world)
      try await ward.walk(NewWard.wardCures)
      #expect(try await ward.failing().allSatisfy { $0.hasPrefix("B-") || $0 == "R-066" })
      try await ward.walk(NewWard.groupCures)
      let application = try await ward.apply()
      try await ward.walk(NewWard.lastCures, refusing: application)
      #expect(try await ward.failing() == [])
      #expect(try await ward.lend(application) == 1)
    }
  }

  @Test func `what cannot fail is refused before it can`() async throws {
    try await FundFixture.withWorld { world in
      // savings never pay for a loan, by voucher or by disbursement.
      let ksm = try await world.registerKSM(members: 5)
      let application = try await world.approvedApplication(ksm)
      let fromSavings = Disburse(
        application: application, account: .savingsBank, signatories: [],
        witness: world.boardMember, day: day("2016-01-20"))
      #expect(
        try await world.refusal(fromSavings, by: world.cashier) == ["ACCOUNT_NOT_FOR_LENDING"])
      let journal = PostJournal(
        upk: world.upk.id,
        lines: [
          .init(
            number: 1, day: day("2016-01-20"), description: "Pindah", debit: .cash,
            credit: .savingsBank, amount: Rupiah(1), reference: nil)
        ])
      #expect(
        try await world.refusal(journal, by: world.bookkeeper).contains("ACCOUNT_CONTROLLED"))
    }
  }
}

extension FundWorld {
  /// The codes of a refusal; empty where a dry run is accepted.
  func refusal(_ command: any Command, by person: PersonID) async throws -> [String] {
    do {
      _ = try await store.run(command, fixture.request(by: person, isDryRun: true))
      return []
    } catch let refusal as Refusal {
      return refusal.rejections.map(\.code.rawValue)
    }
  }
}
