import FundAPI
import FundStore
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A daemon with a loan of five million from 20 January 2016: 575,000 on each twentieth.
private func servingLoan(
  _ body: (Daemon, Desks, Bergulir_V1_CaseService.Client<InProcessTransport.Client>) async throws ->
    Void
) async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    try await body(daemon, desks, Bergulir_V1_CaseService.Client(wrapping: daemon.client))
  }
}

private let loan = malabutor + "/loans/1"

private func shown(
  _ cases: Bergulir_V1_CaseService.Client<InProcessTransport.Client>, _ desks: Desks,
  asOf day: String
) async throws -> Bergulir_V1_Case {
  try await cases.getCase(
    .with {
      $0.name = loan
      $0.asOf = day
    }, metadata: desks.manager)
}

@Test func `a case opens by itself, a step is recorded once, and a payment closes it`() async throws
{
  try await servingLoan { daemon, desks, cases in
    let none = await problem { _ = try await shown(cases, desks, asOf: "2016-02-20") }
    #expect(none?.first.reason == "CASE_NOT_OPEN")
    let opened = try await shown(cases, desks, asOf: "2016-02-21")
    #expect(opened.openedOn == "2016-02-21" && opened.daysLate == 1 && opened.rung == 1)
    #expect(opened.actionsDue == ["bill"] && opened.nextRungOn == "2016-03-20")

    let request = Bergulir_V1_RecordCaseStepRequest.with {
      $0.write = writing(on: "2016-02-22")
      $0.name = loan
      $0.action = "bill"
      $0.note = "Delivered"
      $0.promised = 100_000
      $0.promisedBy = "2016-03-01"
    }
    let recorded = try await cases.recordCaseStep(request, metadata: desks.loanOfficer)
    #expect(recorded.receipt.name == malabutor + "/case-steps/1")
    #expect(recorded.receipt.verb == "recorded")
    let again = try await cases.recordCaseStep(request, metadata: desks.loanOfficer)
    #expect(again.receipt.replayed && again.receipt.name == recorded.receipt.name)
    #expect(try await shown(cases, desks, asOf: "2016-03-01").promiseOutcome == "pending")
    #expect(try await shown(cases, desks, asOf: "2016-03-02").promiseOutcome == "broken")

    try await daemon.world.fixture.run(
      daemon.world.repayment(
        LoanID(daemon.world.upk.id, 1), Rupiah(2_300_000), on: day("2016-05-20")),
      by: daemon.world.cashier)
    let closed = try await shown(cases, desks, asOf: "2016-05-20")
    #expect(closed.closedOn == "2016-05-20" && closed.ending == "cured" && closed.rung == 0)
    #expect(try await daemon.store.verifyChain(daemon.world.upk.id).isIntact)
  }
}

@Test func `a case goes to the board, which answers`() async throws {
  try await servingLoan { daemon, desks, cases in
    let escalated = try await cases.escalate(
      .with {
        $0.write = writing(on: "2016-04-20")
        $0.name = loan
        $0.office = "board"
        $0.note = "Two months without a payment"
      }, metadata: desks.manager)
    #expect(escalated.answerDue == "2016-05-04" && escalated.receipt.verb == "escalated")
    let waiting = try await shown(cases, desks, asOf: "2016-05-05")
    #expect(waiting.unanswered == 1 && waiting.steps.map(\.overdue) == [true])
    #expect(waiting.steps.map(\.office) == ["board"])

    let answered = try await cases.answerEscalation(
      .with {
        $0.write = writing(on: "2016-05-06")
        $0.name = escalated.receipt.name
        $0.answer = "The board visits on Friday.\nBring the book."
      }, metadata: desks.coordinator)
    #expect(answered.receipt.verb == "answered")
    let later = try await shown(cases, desks, asOf: "2016-05-06")
    #expect(later.unanswered == 0 && later.steps.last?.answeredOn == "2016-05-06")
    #expect(later.steps.last?.answer == "The board visits on Friday.\nBring the book.")
    #expect(try await shown(cases, desks, asOf: "2016-05-05").steps.last?.answer == "")
    #expect(try await daemon.store.verifyChain(daemon.world.upk.id).isIntact)
  }
}

@Test func `arrears, cases and what falls due are listed as of any day`() async throws {
  try await servingLoan { daemon, desks, cases in
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    func list(asOf day: String, size: Int32 = 0, token: String = "") async throws
      -> Bergulir_V1_ListCasesResponse
    {
      try await cases.listCases(
        .with {
          $0.parent = malabutor
          $0.asOf = day
          $0.page.size = size
          $0.page.token = token
        }, metadata: desks.coordinator)
    }
    #expect(try await list(asOf: "2016-02-20").cases == [])
    let first = try await list(asOf: "2016-06-01", size: 1)
    #expect(first.cases.map(\.name) == [loan] && first.cases.map(\.collectability) == [3])
    #expect(first.cases.map(\.overduePrincipal) == [2_000_000])
    #expect(first.cases.map(\.addressee) == ["wardOffice"])
    let second = try await list(asOf: "2016-06-01", size: 1, token: first.nextPageToken)
    #expect(second.cases.map(\.name) == [malabutor + "/loans/2"] && second.nextPageToken.isEmpty)

    func due(within: Int32, asOf day: String) async throws -> [Bergulir_V1_DueInstallment] {
      try await cases.listDue(
        .with {
          $0.parent = malabutor
          $0.asOf = day
          $0.within = within
        }, metadata: desks.cashier
      ).installments
    }
    #expect(try await due(within: 3, asOf: "2016-02-17").map(\.total) == [575_000, 575_000])
    #expect(try await due(within: 3, asOf: "2016-02-16") == [])
    let wrong = await problem { _ = try await due(within: 32, asOf: "2016-02-16") }
    #expect(wrong?.first.reason == "FIELD_INVALID" && wrong?.facts["field"] == "within")
  }
}

@Test func `arrears by member have names and sum to those by loan`() async throws {
  try await servingLoan { daemon, desks, cases in
    let second = try await daemon.world.disbursedLoan(
      try await daemon.world.registerKSM(members: 5))
    try await daemon.world.fixture.run(
      RecordRepayment(
        loan: second, amount: Rupiah(300_000), account: .cash, reference: nil,
        members: [MemberPayment(member: 2, payer: 1, amount: Rupiah(300_000))],
        day: day("2016-02-20")), by: daemon.world.cashier)
    func members(
      asOf day: String, size: Int32 = 0, token: String = ""
    ) async throws -> Bergulir_V1_ListMemberArrearsResponse {
      try await cases.listMemberArrears(
        .with {
          $0.parent = malabutor
          $0.asOf = day
          $0.page.size = size
          $0.page.token = token
        }, metadata: desks.coordinator)
    }
    #expect(try await members(asOf: "2016-02-20").members == [])
    let first = try await members(asOf: "2016-02-21", size: 6)
    let rest = try await members(asOf: "2016-02-21", size: 6, token: first.nextPageToken)
    let all = first.members + rest.members
    #expect(rest.nextPageToken.isEmpty)
    #expect(
      all.map(\.member).map { $0.dropFirst(malabutor.count) }
        == (1...5).map { "/ksms/1/members/\($0)" } + [1, 3, 4, 5].map { "/ksms/2/members/\($0)" })
    #expect(all.allSatisfy { !$0.fullName.isEmpty && $0.daysLate == 1 && $0.monthsLate == 0 })
    #expect(all.map(\.short) == Array(repeating: 115_000, count: 9))
    let loans = try await cases.listCases(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-21"
      }, metadata: desks.coordinator
    ).cases
    for loan in loans {
      let late = all.filter { $0.loan == loan.name }
      #expect(late.map(\.overduePrincipal).reduce(0, +) == loan.overduePrincipal)
      #expect(late.map(\.overdueServiceCharge).reduce(0, +) == loan.overdueServiceCharge)
    }
    #expect(loans.map { $0.overduePrincipal + $0.overdueServiceCharge } == [575_000, 275_000])
    // The ward office sees cases, and nobody's name.
    let ward = try await daemon.token(.wardOffice, in: .region(regionCode("92.71.03.1004")))
    let stranger = await problem {
      _ = try await cases.listMemberArrears(.with { $0.parent = malabutor }, metadata: ward)
    }
    #expect(stranger?.status == .permissionDenied)
  }
}

@Test func `escalations without an answer are listed for who answers for the area`() async throws {
  try await servingLoan { daemon, desks, cases in
    _ = try await cases.escalate(
      .with {
        $0.write = writing(on: "2016-04-20")
        $0.name = loan
        $0.office = "board"
        $0.note = "Please help"
        $0.answerDue = "2016-04-30"
      }, metadata: desks.manager)
    let city = try await daemon.token(.cityCoordinator, in: .region(regionCode("92.71")))
    func waiting(
      _ parent: String = "regions/92.71", asOf day: String, overdue: Bool = false,
      office: String = ""
    ) async throws -> [String] {
      try await cases.listEscalations(
        .with {
          $0.parent = parent
          $0.asOf = day
          $0.overdueOnly = overdue
          $0.office = office
        }, metadata: city
      ).escalations.map(\.name)
    }
    let step = malabutor + "/case-steps/1"
    #expect(try await waiting(asOf: "2016-04-19") == [])
    #expect(try await waiting(asOf: "2016-04-30") == [step])
    #expect(try await waiting(asOf: "2016-04-30", overdue: true) == [])
    #expect(try await waiting(asOf: "2016-05-01", overdue: true) == [step])
    #expect(try await waiting(asOf: "2016-05-01", office: "city") == [])
    // Nothing is waited for any more once nothing is overdue.
    try await daemon.world.fixture.run(
      daemon.world.repayment(
        LoanID(daemon.world.upk.id, 1), Rupiah(1_725_000), on: day("2016-05-02")),
      by: daemon.world.cashier)
    #expect(try await waiting(asOf: "2016-05-01", overdue: true) == [step])
    #expect(try await waiting(asOf: "2016-05-02", overdue: true) == [])
    let elsewhere = await problem { _ = try await waiting("province", asOf: "2016-05-01") }
    #expect(elsewhere?.status == .permissionDenied)
    #expect(try await waiting(malabutor, asOf: "2016-05-01") == [step])
    _ = try await cases.answerEscalation(
      .with {
        $0.write = writing(on: "2016-05-03")
        $0.name = step
        $0.answer = "Visited."
      }, metadata: desks.coordinator)
    #expect(try await waiting(asOf: "2016-05-01") == [step])
    #expect(try await waiting(asOf: "2016-05-03") == [])
  }
}

@Test func `an office finds what waits for its answer in its queue, a UPK what it asked`()
  async throws
{
  try await servingLoan { daemon, desks, cases in
    func escalate(to office: String, on day: String) async throws {
      _ = try await cases.escalate(
        .with {
          $0.write = writing(on: day)
          $0.name = loan
          $0.office = office
          $0.note = "Please help"
        }, metadata: desks.manager)
    }
    try await escalate(to: "board", on: "2016-04-20")
    let queue = Bergulir_V1_QueueService.Client(wrapping: daemon.client)
    func work(_ desk: Metadata, asOf day: String = "2016-04-20", upk: String = "") async throws
      -> [String]
    {
      try await queue.listWork(
        .with {
          $0.asOf = day
          $0.upk = upk
        }, metadata: desk
      ).escalations.map(\.name)
    }
    let step = malabutor + "/case-steps/1"
    #expect(try await work(desks.coordinator) == [step])
    #expect(try await work(desks.coordinator, asOf: "2016-04-19") == [])
    #expect(try await work(desks.coordinator, upk: "malabutor") == [step])
    #expect(try await work(desks.coordinator, upk: "other") == [])
    #expect(try await work(desks.manager) == [])
    let city = try await daemon.token(.cityCoordinator, in: .region(regionCode("92.71")))
    #expect(try await work(city) == [])

    func listed(_ parent: String, _ desk: Metadata) async throws -> [String] {
      try await cases.listEscalations(
        .with {
          $0.parent = parent
          $0.asOf = "2016-04-20"
        }, metadata: desk
      ).escalations.map(\.name)
    }
    #expect(try await listed(malabutor, desks.manager) == [step])
    for parent in ["upks/other", "regions/92.71", "province"] {
      let denied = await problem { _ = try await listed(parent, desks.manager) }
      #expect(denied?.status == .permissionDenied, "\(parent)")
    }
    let wide = try await daemon.token(.provinceConsultant, in: .province)
    let unknown = await problem { _ = try await listed("upks/other", wide) }
    #expect(unknown?.status == .notFound)
    _ = try await cases.answerEscalation(
      .with {
        $0.write = writing(on: "2016-04-21")
        $0.name = step
        $0.answer = "Visited."
      }, metadata: desks.coordinator)
    #expect(try await work(desks.coordinator, asOf: "2016-04-21") == [])
  }
}

@Test func `a letter is Indonesian, names the group and no person`() async throws {
  try await servingLoan { _, desks, cases in
    func letter(_ kind: String, asOf day: String) async throws -> Bergulir_V1_Letter {
      try await cases.getLetter(
        .with {
          $0.name = loan
          $0.asOf = day
          $0.kind = kind
        }, metadata: desks.manager)
    }
    let bill = try await letter("bill", asOf: "2016-02-25")
    #expect(bill.payBy == "2016-03-03")
    for line in [
      "Perihal  : Surat Tagihan\n", "anggota KSM Melati\n", "   1   20-02-2016 ",
      "sebesar Rp 575.000", "paling lambat 03-03-2016.",
    ] {
      #expect(bill.text.contains(line), "\(line)")
    }
    let early = await problem { _ = try await letter("warning1", asOf: "2016-03-19") }
    #expect(
      early?.violations.map(\.reason) == ["LADDER_STEP_TOO_EARLY", "LADDER_STEP_OUT_OF_ORDER"])
    let unknown = await problem { _ = try await letter("summons", asOf: "2016-03-19") }
    #expect(unknown?.first.reason == "FIELD_INVALID" && unknown?.facts["field"] == "kind")
  }
}

@Test func `what is wrong with a step is told by its field or rule`() async throws {
  try await servingLoan { _, desks, cases in
    func step(_ change: (inout Bergulir_V1_RecordCaseStepRequest) -> Void) async -> Problem? {
      var request = Bergulir_V1_RecordCaseStepRequest.with {
        $0.write = writing(on: "2016-02-22", isDryRun: true)
        $0.name = loan
        $0.action = "visit"
        $0.note = "n"
      }
      change(&request)
      let sent = request
      return await problem { _ = try await cases.recordCaseStep(sent, metadata: desks.manager) }
    }
    #expect(await step { _ in } == nil)
    #expect(await step { $0.action = "boardReport" }?.facts["field"] == "action")
    #expect(await step { $0.promised = 5 }?.first.reason == "FIELD_MISSING")
    #expect(await step { $0.promisedBy = "2016-03-01" }?.first.reason == "AMOUNT_NOT_POSITIVE")
    #expect(await step { $0.action = "warning2" }?.first.reason == "LADDER_STEP_TOO_EARLY")
    #expect(await step { $0.name = malabutor + "/loans/7" }?.status == .notFound)
    let unknown = await problem {
      _ = try await cases.answerEscalation(
        .with {
          $0.write = writing(on: "2016-05-03")
          $0.name = malabutor + "/case-steps/4"
          $0.answer = "Yes."
        }, metadata: desks.coordinator)
    }
    #expect(unknown?.status == .notFound)
  }
}
