import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

// What a group saves, and what its savings and its members do for a loan.
extension UnitLife {
  /// Puts something by, brings it to the bank, and now and then takes some back.
  mutating func save(_ place: Int, on day: Day) async throws {
    guard random.oneIn(3) else { return }
    let client = Bergulir_V1_SavingsService.Client(wrapping: office.client)
    let desk = office.desk(.cashier)
    let group = "\(name)/ksms/\(groups[place].ksm.number)"
    let parent = name
    let amount = Int64.random(in: 10...60, using: &random) * 1000
    _ = try await attempt("save") {
      try await client.depositSavings(
        .with {
          $0.write = writing(on: day)
          $0.name = group
          $0.amount = amount
        }, metadata: desk)
    }
    if random.oneIn(2) {
      _ = try await attempt("bank") {
        try await client.bankSavings(
          .with {
            $0.write = writing(on: day)
            $0.parent = parent
            $0.amount = amount
          }, metadata: desk)
      }
    }
    guard random.oneIn(5) else { return }
    let taken = Int64.random(in: 1...80_000, using: &random)
    let isBanked = random.oneIn(2)
    _ = try await attempt(isBanked ? "withdraw from the bank" : "withdraw") {
      try await client.withdrawSavings(
        .with {
          $0.write = writing(on: day)
          $0.name = group
          $0.amount = taken
          $0.account = isBanked ? 11022 : 11012
        }, metadata: desk)
    }
  }

  /// The group's savings pay what is overdue, where it agreed to that and there is enough.
  mutating func setOff(_ place: Int, on day: Day) async throws {
    guard let loan = groups[place].loan, loan.missed(by: day) > 0, random.oneIn(3) else { return }
    let group = "\(name)/ksms/\(groups[place].ksm.number)"
    let desk = office.desk(.manager)
    let saved = try await Bergulir_V1_SavingsService.Client(wrapping: office.client).getSavings(
      .with {
        $0.name = group
        $0.asOf = day.description
      }, metadata: desk
    ).balance
    let most = min(saved, loan.owed(by: day.addingDays(-1)).amount)
    guard most > 0 else { return }
    let amount = Int64.random(in: 1...most, using: &random)
    let client = Bergulir_V1_JointLiabilityService.Client(wrapping: office.client)
    let answer = try await attempt("set off") {
      try await client.setOffSavings(
        .with {
          $0.write = writing(on: day)
          $0.name = loan.name
          $0.amount = amount
        }, metadata: desk)
    }
    guard let paid = answer?.repayment else { return }
    groups[place].loan =
      paid.state == "active" ? loan.paying(Rupiah(paid.principal + paid.serviceCharge)) : nil
  }

  /// A member gives another back some of what was paid for the own share, after one rupiah more
  /// than all of it was refused.
  mutating func settle(_ place: Int, on day: Day) async throws {
    // The first debt of a life is settled whatever comes.
    guard let loan = groups[place].loan, tally.done["settle"] == nil || random.oneIn(3) else {
      return
    }
    let client = Bergulir_V1_JointLiabilityService.Client(wrapping: office.client)
    let desk = office.desk(.loanOfficer)
    let debts = try await client.getJointLiability(
      .with {
        $0.name = loan.name
        $0.asOf = day.description
      }, metadata: desk
    ).debts
    guard let debt = debts.randomElement(using: &random) else { return }
    for amount in [debt.amount + 1, Int64.random(in: 1...debt.amount, using: &random)] {
      let answer = try await attempt(amount > debt.amount ? "settle too much" : "settle") {
        try await client.settleMemberDebt(
          .with {
            $0.write = writing(on: day)
            $0.name = loan.name
            $0.debtor = debt.debtor
            $0.creditor = debt.creditor
            $0.amount = amount
          }, metadata: desk)
      }
      check(
        (answer == nil) == (amount > debt.amount), "a debt is settled up to what it is",
        "\(amount) on \(loan.name), \(day)")
    }
  }
}
