import FundAPI
import FundStore
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `a repeated request is answered again and done once`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let repayments = Bergulir_V1_RepaymentService.Client(wrapping: daemon.client)
    let request = Bergulir_V1_RecordRepaymentRequest.ofFirstLoan(575_000)
    let first = try await repayments.recordRepayment(request, metadata: desks.cashier)
    var second = try await repayments.recordRepayment(request, metadata: desks.cashier)
    #expect(!first.receipt.replayed)
    #expect(second.receipt.replayed)
    second.receipt.replayed = false
    #expect(first == second)
    let listed = try await repayments.listRepayments(
      .with { $0.name = malabutor + "/loans/1" }, metadata: desks.cashier)
    #expect(listed.repayments.count == 1)
  }
}

@Test func `a request without a day that is repeated after midnight is the same request`()
  async throws
{
  try await FundFixture.withWorld { world in
    let today = world.fixture.today
    let request = Bergulir_V1_RegisterKSMRequest.with {
      $0.write = writing()
      $0.parent = malabutor
      $0.displayName = "Tengah Malam"
      $0.formedOn = "2016-01-01"
    }
    var token = Metadata()
    var answers: [Bergulir_V1_Receipt] = []
    for day in [today, today.addingDays(1)] {
      try await Daemon.serving(world.store, today: day) { client in
        let daemon = Daemon(world: world, client: client)
        if answers.isEmpty { token = try await daemon.token(of: world.manager) }
        let groups = Bergulir_V1_KSMService.Client(wrapping: client)
        answers.append(try await groups.registerKSM(request, metadata: token).receipt)
        var request = request
        request.displayName = "Lain"
        let found = await problem { [request, token] in
          _ = try await groups.registerKSM(request, metadata: token)
        }
        #expect(found?.facts["field"] == "name")
      }
    }
    #expect(answers.map(\.replayed) == [false, true])
    #expect(answers[0].name == answers[1].name)
    let groups = try await world.store.ksms(world.upk.id, asOf: today, after: nil, limit: 10)
    #expect(groups.count == 1)
  }
}

@Test func `the same id with other content is refused by the field`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let repayments = Bergulir_V1_RepaymentService.Client(wrapping: daemon.client)
    var request = Bergulir_V1_RecordRepaymentRequest.ofFirstLoan(575_000)
    _ = try await repayments.recordRepayment(request, metadata: desks.cashier)
    request.amount = 575_001
    let found = await problem {
      _ = try await repayments.recordRepayment(request, metadata: desks.cashier)
    }
    #expect(found?.status == .alreadyExists)
    #expect(found?.first.reason == "REQUEST_ID_REUSED")
    #expect(found?.facts["field"] == "amount")
  }
}

@Test func `a dry run answers as the live one does, and writes nothing`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let repayments = Bergulir_V1_RepaymentService.Client(wrapping: daemon.client)
    var request = Bergulir_V1_RecordRepaymentRequest.ofFirstLoan(575_000)
    request.write.validateOnly = true
    var rehearsed = try await repayments.recordRepayment(request, metadata: desks.cashier)
    let listed = try await repayments.listRepayments(
      .with { $0.name = malabutor + "/loans/1" }, metadata: desks.cashier)
    #expect(listed.repayments.isEmpty)
    request.write.validateOnly = false
    var live = try await repayments.recordRepayment(request, metadata: desks.cashier)
    #expect(rehearsed.receipt.dryRun)
    #expect(rehearsed.receipt.sequence == 0)
    #expect(rehearsed.receipt.vouchers.isEmpty)
    #expect(rehearsed.receipt.name == live.receipt.name)
    // Nor does a dry run draw a receipt's number.
    #expect(rehearsed.receiptNumber.isEmpty && live.receiptNumber == "KW-2016-0001")
    live.receiptNumber = ""
    rehearsed.clearReceipt()
    live.clearReceipt()
    #expect(rehearsed == live)
    request.amount = 999_999_999
    let refusals = await [true, false].problems { isDryRun in
      var request = request
      request.write = writing(on: "2016-02-20", isDryRun: isDryRun)
      _ = try await repayments.recordRepayment(request, metadata: desks.cashier)
    }
    #expect(refusals[0] == refusals[1])
    #expect(refusals[0]?.first.reason == "REPAYMENT_EXCEEDS_DEBT")
    #expect(refusals[0]?.facts["amount"] == "999999999")
  }
}

extension [Bool] {
  /// The problems that calls fail with, one after the other.
  fileprivate func problems(
    _ call: (Bool) async throws -> Void
  ) async -> [Problem?] {
    var problems: [Problem?] = []
    for value in self { problems.append(await problem { try await call(value) }) }
    return problems
  }
}

@Test func `a refusal lists every broken rule with its numbers`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 4)
    let found = await problem {
      _ = try await Bergulir_V1_ApplicationService.Client(wrapping: daemon.client)
        .submitApplication(
          .ofFive("\(malabutor)/ksms/\(ksm.number)"), metadata: desks.loanOfficer)
    }
    #expect(found?.status == .failedPrecondition)
    #expect(found?.violations.map(\.reason).contains("KSM_TOO_SMALL") == true)
    let tooSmall = found?.violations.first { $0.reason == "KSM_TOO_SMALL" }
    #expect(tooSmall?[fact: "members"] == "4")
    #expect(tooSmall?[fact: "required"] == "5")
    #expect(found?.violations.allSatisfy { !$0.message.indonesian.isEmpty } == true)
  }
}

@Test func `a journal is posted whole or not at all`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let journal = Bergulir_V1_JournalService.Client(wrapping: daemon.client)
    func draft(_ line: Int32, credit: Int32 = 11021) -> Bergulir_V1_VoucherDraft {
      .with {
        $0.line = line
        $0.date = "2016-03-0\(line)"
        $0.description_p = "ATK"
        $0.debit = 51060
        $0.credit = credit
        $0.amount = 10_000
      }
    }
    var request = Bergulir_V1_PostJournalRequest.with {
      $0.write = writing()
      $0.parent = malabutor
      $0.vouchers = [draft(1), draft(2, credit: 99999), draft(3)]
    }
    let found = await problem {
      _ = try await journal.postJournal(request, metadata: desks.bookkeeper)
    }
    #expect(found?.first.reason == "ACCOUNT_UNKNOWN")
    #expect(found?.facts["line"] == "2")
    let spending = Bergulir_V1_ListVouchersRequest.with {
      $0.parent = malabutor
      $0.from = "2016-03-01"
      $0.until = "2016-03-31"
    }
    let none = try await journal.listVouchers(spending, metadata: desks.bookkeeper)
    #expect(none.vouchers.isEmpty)
    request.vouchers[1] = draft(2)
    let posted = try await journal.postJournal(request, metadata: desks.bookkeeper)
    #expect(posted.receipt.vouchers == ["KK-2016-0001", "KK-2016-0002", "KK-2016-0003"])
    let all = try await journal.listVouchers(spending, metadata: desks.bookkeeper)
    #expect(all.vouchers.map(\.number) == posted.receipt.vouchers)
    let sheet = try await Bergulir_V1_AccountService.Client(wrapping: daemon.client)
      .getBalanceSheet(
        .with {
          $0.parent = malabutor
          $0.asOf = "2016-03-02"
        }, metadata: desks.bookkeeper)
    #expect(sheet.totalAssets == FundWorld.capital.amount - 20_000)
    #expect(sheet.totalAssets == sheet.totalLiabilitiesAndEquity)
  }
}
