import FundStore
import RevolvingFund

// How the UPK may lend no longer, and what brings it back.
extension SmallLife {
  /// A form for half the months of the others, so that what is late of it weighs more.
  func handInBrief() async throws -> ApplicationID {
    let ksm = try await world.registerKSM(members: 5)
    return ApplicationID(
      world.upk.id,
      try await world.fixture.run(form(ksm, months: 5), by: world.loanOfficer))
  }

  /// Nearly all of a loan that had paid nothing when the suspension began in May.
  func payWhatIsLate(_ loan: LoanID) async throws {
    try await world.fixture.run(
      world.repayment(loan, Rupiah(4_600_000), on: day("2016-06-22")), by: world.cashier)
  }

  /// The board finds that enough came in, once all loans of the list were due.
  func recover() async throws {
    try await world.fixture.run(
      ConfirmRecovery(upk: world.upk.id, minutes: "BA-12", day: day("2016-12-21")),
      by: world.coordinator)
  }
}
