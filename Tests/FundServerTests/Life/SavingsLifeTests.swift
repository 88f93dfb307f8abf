import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `savings are deposited, banked and withdrawn over the wire`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.registerKSM(members: 5)
    _ = try await daemon.world.registerKSM(members: 5)
    let savings = Bergulir_V1_SavingsService.Client(wrapping: daemon.client)
    let request = Bergulir_V1_DepositSavingsRequest.with {
      $0.write = writing(on: "2015-10-05")
      $0.name = malabutor + "/ksms/1"
      $0.amount = 60_000
      $0.reference = "T-1"
    }
    let deposited = try await savings.depositSavings(request, metadata: desks.cashier)
    #expect(deposited.receipt.name == malabutor + "/ksms/1")
    #expect(deposited.receipt.verb == "deposited" && deposited.balance == 60_000)
    #expect(deposited.receipt.vouchers == ["KM-2015-0002"])
    let again = try await savings.depositSavings(request, metadata: desks.cashier)
    #expect(again.receipt.replayed && again.balance == 60_000)
    let banked = try await savings.bankSavings(
      .with {
        $0.write = writing(on: "2015-10-06")
        $0.parent = malabutor
        $0.amount = 45_000
      }, metadata: desks.cashier)
    #expect(banked.receipt.name == malabutor + "/journal" && banked.cash == 15_000)
    let withdrawn = try await savings.withdrawSavings(
      .with {
        $0.write = writing(on: "2015-10-07")
        $0.name = malabutor + "/ksms/1"
        $0.amount = 10_000
        $0.account = 11022
      }, metadata: desks.cashier)
    #expect(withdrawn.balance == 50_000 && withdrawn.receipt.verb == "withdrawn")
    let tooMuch = await problem {
      _ = try await savings.withdrawSavings(
        .with {
          $0.write = writing(on: "2015-10-07")
          $0.name = malabutor + "/ksms/1"
          $0.amount = 15_001
        }, metadata: desks.cashier)
    }
    #expect(tooMuch?.first.reason == "INSUFFICIENT_FUNDS" && tooMuch?.facts["account"] == "11012")
  }
}

@Test func `savings are read by group, in pages, and each posting names its group`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 5)
    _ = try await daemon.world.registerKSM(members: 5)
    let commands: [any Command] = [
      DepositSavings(
        ksm: ksm, amount: Rupiah(60_000), account: .savingsCash, reference: nil,
        day: day("2015-10-05")),
      BankSavings(
        upk: ksm.upk, amount: Rupiah(45_000), reference: nil, day: day("2015-10-06")),
      WithdrawSavings(
        ksm: ksm, amount: Rupiah(10_000), account: .savingsBank, reference: nil,
        day: day("2015-10-07")),
    ]
    for command in commands {
      try await daemon.world.fixture.run(command, by: daemon.world.cashier)
    }
    let savings = Bergulir_V1_SavingsService.Client(wrapping: daemon.client)
    let shown = try await savings.getSavings(
      .with {
        $0.name = malabutor + "/ksms/1"
        $0.asOf = "2015-10-06"
      }, metadata: desks.coordinator)
    #expect(shown.balance == 60_000 && shown.monthsSaved == 1 && shown.lastDeposit == "2015-10-05")
    let missing = await problem {
      _ = try await savings.getSavings(
        .with { $0.name = malabutor + "/ksms/9" }, metadata: desks.coordinator)
    }
    #expect(missing?.status == .notFound)
    let first = try await savings.listSavings(
      .with {
        $0.parent = malabutor
        $0.page.size = 1
      }, metadata: desks.manager)
    #expect(first.savings.map(\.balance) == [50_000] && !first.nextPageToken.isEmpty)
    let second = try await savings.listSavings(
      .with {
        $0.parent = malabutor
        $0.page.size = 1
        $0.page.token = first.nextPageToken
      }, metadata: desks.manager)
    #expect(second.savings.map(\.ksm) == [malabutor + "/ksms/2"])
    #expect(second.savings.map(\.balance) == [0] && second.nextPageToken.isEmpty)
    let vouchers = try await Bergulir_V1_JournalService.Client(wrapping: daemon.client)
      .listVouchers(
        .with {
          $0.parent = malabutor
          $0.from = "2015-10-01"
        }, metadata: desks.manager)
    #expect(
      vouchers.vouchers.flatMap(\.postings).map(\.ksm) == [
        malabutor + "/ksms/1", "", malabutor + "/ksms/1",
      ])
  }
}

@Test func `the savers' money is never lent, and capital shows what covers it`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 5)
    let application = try await daemon.world.approvedApplication(ksm)
    try await daemon.world.fixture.run(
      DepositSavings(
        ksm: ksm, amount: Rupiah(9_000_000), account: .savingsBank, reference: nil,
        day: day("2016-01-18")), by: daemon.world.cashier)
    let disbursements = Bergulir_V1_DisbursementService.Client(wrapping: daemon.client)
    for account: Int32 in [11012, 11022] {
      let refused = await problem {
        _ = try await disbursements.disburse(
          .with {
            $0.write = writing(on: "2016-01-20")
            $0.name = malabutor + "/applications/\(application.number)"
            $0.account = account
            $0.witness = "persons/\(daemon.world.boardMember.value)"
          }, metadata: desks.cashier)
      }
      #expect(refused?.first.reason == "ACCOUNT_NOT_FOR_LENDING")
      #expect(refused?.facts["account"] == "\(account)")
    }
    _ = try await daemon.world.disburse(application)
    let capital = try await Bergulir_V1_CapitalService.Client(wrapping: daemon.client).getCapital(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-01-31"
      }, metadata: desks.coordinator)
    #expect(capital.blm == FundWorld.capital.amount && capital.lent == 5_000_000)
    #expect(capital.bank == FundWorld.capital.amount - 5_000_000)
    #expect(capital.savings == 9_030_000 && capital.savingsBank == 9_000_000)
    #expect(capital.savingsCovered && !capital.use.fundEroded)
  }
}

@Test func `what rings the fund and the savings is refused over the wire, line by line`()
  async throws
{
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 5)
    try await daemon.world.fixture.run(
      DepositSavings(
        ksm: ksm, amount: Rupiah(1000), account: .savingsBank, reference: nil,
        day: day("2016-01-18")), by: daemon.world.cashier)
    func draft(_ line: Int32, _ debit: Int32, _ credit: Int32) -> Bergulir_V1_VoucherDraft {
      .with {
        $0.line = line
        $0.date = "2016-02-01"
        $0.description_p = "x"
        $0.debit = debit
        $0.credit = credit
        $0.amount = 5
      }
    }
    let refused = await problem {
      _ = try await Bergulir_V1_JournalService.Client(wrapping: daemon.client).postJournal(
        .with {
          $0.write = writing(on: "")
          $0.parent = malabutor
          $0.vouchers = [
            draft(2, 21020, 11010), draft(3, 31040, 11021), draft(4, 51010, 11010),
            draft(5, 11021, 11022),
          ]
        }, metadata: desks.bookkeeper)
    }
    #expect(
      refused?.violations.map(\.reason) == [
        "SAVINGS_NOT_COVERED", "ACCOUNT_CONTROLLED", "ACCOUNT_CONTROLLED",
        "FUND_FOR_LENDING_ONLY", "INCOME_SPENT",
      ])
  }
}
