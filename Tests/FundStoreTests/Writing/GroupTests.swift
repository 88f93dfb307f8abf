import FundTesting
import Libpq
import RevolvingFund
import Testing

@testable import FundStore

@Suite struct GroupTests {
  /// Runs commands as one group, each answered by what it recorded or refused.
  private func run(_ world: FundWorld, _ commands: [PendingCommand]) async throws -> [String] {
    let pool = WorkerPool(
      configuration: .init(
        connectionString: world.fixture.connectionString, workers: 1, queueLimit: 1,
        session: Session.writer, applicationName: "tests"))
    let group = CommandGroup(commands: commands, course: .apart)
    let answers = try await pool.run { try group.run(on: $0) }
    await pool.shutdown()
    return answers.map { answer in
      switch answer {
      case .recorded(let recorded):
        "\(recorded.sequence ?? 0) \(recorded.subject) \(recorded.vouchers)"
          + (recorded.isReplay ? " again" : "")
      case .refused(let refusal): refusal.first.code.rawValue
      }
    }
  }

  @Test func `commands of all kinds and several UPK go into one commit, each with its answer`()
    async throws
  {
    try await FundFixture.withWorld { world in
      let other = try await world.secondUPK()
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      let next = try await world.store.verifyChain(world.upk.id).verified + 1
      let elsewhere = try await world.store.verifyChain(other.upk.id).verified + 1
      func pending(_ command: any Command) -> PendingCommand {
        PendingCommand(command: command, request: world.fixture.request(by: world.manager))
      }
      func register(_ world: FundWorld, on day: Day) -> RegisterKSM {
        RegisterKSM(upk: world.upk.id, name: "KSM", formedOn: day, day: day)
      }
      let repayment = pending(world.repayment(loan, Rupiah(575_000), on: day("2016-02-20")))
      let differing = PendingCommand(
        command: world.repayment(loan, Rupiah(1), on: day("2016-02-20")),
        request: repayment.request)
      let region = Region(code: regionCode("91"), name: "Papua Barat")
      let answers = try await run(
        world,
        [
          pending(register(world, on: day("2016-02-01"))),
          repayment,
          pending(register(other, on: day("2016-02-01"))),
          pending(register(world, on: day("2999-01-01"))),
          repayment,
          differing,
          pending(
            ReceiveCapital(
              upk: world.upk.id, source: .apbd, amount: Rupiah(1000), reference: nil,
              day: day("2016-02-21"))),
          pending(register(world, on: day("2016-02-02"))),
          pending(RegisterRegion(region: region, day: day("2016-02-01"))),
        ])
      let province = try await world.store.verifyChain(.province)
      #expect(
        answers == [
          "\(next) ksms/2 []", "\(next + 1) loans/1 [\"KM-2016-0001\"]", "\(elsewhere) ksms/1 []",
          "DAY_IN_FUTURE", "\(next + 1) loans/1 [\"KM-2016-0001\"] again", "REQUEST_ID_REUSED",
          "\(next + 2) journal [\"KM-2016-0002\"]", "\(next + 3) ksms/3 []",
          "\(province.verified) regions/91 []",
        ])
      #expect(province.isIntact)
      let own = try await world.store.verifyChain(world.upk.id)
      #expect(own.isIntact && own.verified == next + 3)
      #expect(try await world.store.verifyChain(other.upk.id).isIntact)
      let transactions = "(select distinct txid from fund.event order by txid desc limit 1) as t"
      #expect(
        try await world.fixture.count("fund.event where txid in (select txid from \(transactions))")
          == 6)
    }
  }
}
