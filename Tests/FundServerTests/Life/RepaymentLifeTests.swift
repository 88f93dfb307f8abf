import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A loan of five million to five members for ten months: 575.000 a month, 115.000 each.
struct Lent {
  let daemon: Daemon
  let desks: Desks
  let loan = malabutor + "/loans/1"

  static func serving(_ body: (Lent) async throws -> Void) async throws {
    try await Daemon.servingLenders { daemon in
      let desks = try await Desks(daemon)
      _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
      try await body(Lent(daemon: daemon, desks: desks))
    }
  }

  var repayments: Bergulir_V1_RepaymentService.Client<InProcessTransport.Client> {
    Bergulir_V1_RepaymentService.Client(wrapping: daemon.client)
  }
  var suspense: Bergulir_V1_SuspenseService.Client<InProcessTransport.Client> {
    Bergulir_V1_SuspenseService.Client(wrapping: daemon.client)
  }
  var liability: Bergulir_V1_JointLiabilityService.Client<InProcessTransport.Client> {
    Bergulir_V1_JointLiabilityService.Client(wrapping: daemon.client)
  }

  func pay(
    _ amount: Int64, on day: String = "2016-02-20", reference: String = "",
    members: [Bergulir_V1_MemberPayment] = [], holding: Bool = false, dryRun: Bool = false
  ) async throws -> Bergulir_V1_RecordRepaymentResponse {
    try await repayments.recordRepayment(
      .with {
        $0.write = writing(on: day, isDryRun: dryRun)
        $0.name = loan
        $0.amount = amount
        $0.reference = reference
        $0.members = members
        $0.holdExcess = holding
      }, metadata: desks.cashier)
  }

  /// How many receipts the loan has.
  func receipts() async throws -> Int {
    try await repayments.listRepayments(.with { $0.name = loan }, metadata: desks.manager)
      .repayments.count
  }

  func reverse(
    _ receipt: String, by desk: Metadata, on day: String
  ) async throws -> Bergulir_V1_ReverseRepaymentResponse {
    try await repayments.reverseRepayment(
      .with {
        $0.write = writing(on: day)
        $0.parent = malabutor
        $0.receipt = receipt
        $0.reason = "counted twice"
      }, metadata: desk)
  }
}

private func member(
  _ member: Int64, _ amount: Int64, payer: Int64 = 0
) -> Bergulir_V1_MemberPayment {
  .with {
    $0.member = member
    $0.amount = amount
    $0.payer = payer
  }
}

@Test func `the same paper is the same money, whatever the request id`() async throws {
  try await Lent.serving { lent in
    let first = try await lent.pay(575_000, reference: "K-1")
    #expect(first.receiptNumber == "KW-2016-0001")
    #expect(first.members.map(\.amount) == [115_000, 115_000, 115_000, 115_000, 115_000])
    let again = try await lent.pay(575_000, reference: "K-1")
    #expect(again.receipt.replayed && again.receiptNumber == "KW-2016-0001")
    #expect(again.receipt.sequence == first.receipt.sequence)
    let other = await problem { _ = try await lent.pay(574_999, reference: "K-1") }
    #expect(other?.status == .alreadyExists)
    #expect(other?.first.reason == "REFERENCE_USED")
    // Once it is taken back the paper is used, and says nothing of new money.
    _ = try await lent.reverse("KW-2016-0001", by: lent.desks.manager, on: "2016-02-21")
    let after = await problem { _ = try await lent.pay(575_000, reference: "K-1") }
    #expect(after?.first.reason == "REFERENCE_USED")
    #expect(try await lent.receipts() == 1)
  }
}

@Test func `a repayment is taken back by another person, from a day on`() async throws {
  try await Lent.serving { lent in
    _ = try await lent.pay(575_000)
    let second = try await lent.pay(600_000, on: "2016-03-20")
    let own = await problem {
      _ = try await lent.reverse("KW-2016-0001", by: lent.desks.cashier, on: "2016-02-20")
    }
    #expect(own?.status == .permissionDenied)
    let none = await problem {
      _ = try await lent.reverse("KW-2016-0009", by: lent.desks.manager, on: "2016-02-20")
    }
    #expect(none?.status == .notFound)
    let unread = await problem {
      _ = try await lent.reverse("KW-16-1", by: lent.desks.manager, on: "2016-02-20")
    }
    #expect(unread?.first.reason == "FIELD_INVALID")
    let reversed = try await lent.reverse(
      "KW-2016-0001", by: lent.desks.manager, on: "2016-02-20")
    #expect(reversed.receipt.verb == "reversed" && reversed.state == "active")
    #expect(reversed.outstanding == 4_500_000)
    let twice = await problem {
      _ = try await lent.reverse("KW-2016-0001", by: lent.desks.manager, on: "2016-02-21")
    }
    #expect(twice?.first.reason == "REPAYMENT_REVERSED")
    let listed = try await lent.repayments.listRepayments(
      .with { $0.name = lent.loan }, metadata: lent.desks.manager
    ).repayments
    #expect(listed.map(\.reversedOn) == ["2016-02-20", ""])
    #expect(listed.map(\.receipt) == ["KW-2016-0001", second.receiptNumber])
    // March pays February's charge and principal now, and runs into its own charge alone.
    #expect(listed.map(\.serviceCharge) == [75_000, 100_000])
    let loan = try await Bergulir_V1_LoanService.Client(wrapping: lent.daemon.client).getLoan(
      .with {
        $0.name = lent.loan
        $0.asOf = "2016-02-20"
      }, metadata: lent.desks.manager)
    #expect(loan.outstanding == 5_000_000)
  }
}

@Test func `a sheet takes its good lines, names the bad one, and may be sent again`() async throws {
  try await Lent.serving { lent in
    func line(_ loan: String, _ amount: Int64, _ reference: String) -> Bergulir_V1_SheetLine {
      .with {
        $0.loan = malabutor + "/loans/" + loan
        $0.amount = amount
        $0.reference = reference
      }
    }
    let good = [line("1", 575_000, "K-1"), line("9", 1, "K-2"), line("1", 100_000, "K-3")]
    func send(
      _ lines: [Bergulir_V1_SheetLine], id: String, whole: Bool = false, dryRun: Bool = false
    ) async throws -> Bergulir_V1_RecordSheetResponse {
      try await lent.repayments.recordSheet(
        .with {
          $0.write = writing(on: "2016-02-20", id: id, isDryRun: dryRun)
          $0.parent = malabutor
          $0.lines = lines
          $0.allOrNothing = whole
        }, metadata: lent.desks.loanOfficer)
    }
    let id = RequestID().description
    let tried = try await send(good, id: id, dryRun: true)
    #expect(tried.recorded == 2 && tried.refused == 1)
    let whole = try await send(good, id: id, whole: true)
    #expect(whole.recorded == 0 && whole.refused == 1)
    #expect(try await lent.receipts() == 0)
    let sent = try await send(good, id: id)
    #expect(sent.recorded == 2 && sent.refused == 1 && sent.amount == 675_000)
    #expect(sent.results.map(\.recorded.receiptNumber) == ["KW-2016-0001", "", "KW-2016-0002"])
    #expect(sent.results[1].problem.violations.first?.reason == "NOT_FOUND")
    let again = try await send(good, id: id)
    #expect(again.results.map(\.recorded.receipt.replayed) == [true, false, true])
    #expect(try await lent.receipts() == 2)
    let empty = await problem { _ = try await send([], id: RequestID().description) }
    #expect(empty?.first.reason == "FIELD_MISSING")
    let long = await problem {
      _ = try await send(
        Array(repeating: line("1", 1, ""), count: 201), id: RequestID().description)
    }
    #expect(long?.first.reason == "FIELD_INVALID")
    let elsewhere = await problem {
      _ = try await send(
        [.with { $0.loan = "upks/other/loans/1" }], id: RequestID().description)
    }
    #expect(elsewhere?.first.reason == "FIELD_INVALID")
  }
}

@Test func `what is beyond the debt is held for the group and given back`() async throws {
  try await Lent.serving { lent in
    let over = await problem { _ = try await lent.pay(5_080_000, on: "2016-02-20") }
    #expect(over?.first.reason == "REPAYMENT_EXCEEDS_DEBT")
    let paid = try await lent.pay(5_080_000, on: "2016-02-20", holding: true)
    #expect(paid.held == 5_000 && paid.state == "paidOff")
    let held = try await lent.suspense.listSuspense(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-20"
      }, metadata: lent.desks.manager)
    #expect(held.suspense.map(\.ksm) == [malabutor + "/ksms/1"])
    #expect(held.suspense.map(\.balance) == [5_000])
    let spent = await problem {
      _ = try await lent.suspense.applySuspense(
        .with {
          $0.write = writing(on: "2016-02-20")
          $0.name = lent.loan
          $0.amount = 5_000
        }, metadata: lent.desks.cashier)
    }
    #expect(spent?.first.reason == "LOAN_NOT_ACTIVE")
    let refunded = try await lent.suspense.refundSuspense(
      .with {
        $0.write = writing(on: "2016-02-21")
        $0.name = malabutor + "/ksms/1"
        $0.amount = 5_000
      }, metadata: lent.desks.cashier)
    #expect(refunded.balance == 0 && refunded.receipt.verb == "refunded")
    let gone = try await lent.suspense.listSuspense(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-21"
      }, metadata: lent.desks.manager)
    #expect(gone.suspense.isEmpty)
    // Money that was given back cannot be taken back a second time.
    let back = await problem {
      _ = try await lent.reverse("KW-2016-0001", by: lent.desks.manager, on: "2016-02-21")
    }
    #expect(back?.violations.contains { $0.reason == "SUSPENSE_EXCEEDED" } ?? false)
  }
}

@Test func `who paid for whom is a debt inside the group and in its statements`() async throws {
  try await Lent.serving { lent in
    let own = (Int64(1)...4).map { member($0, 115_000) }
    _ = try await lent.pay(520_000, members: own + [member(5, 60_000, payer: 1)])
    func show(_ day: String) async throws -> Bergulir_V1_JointLiability {
      try await lent.liability.getJointLiability(
        .with {
          $0.name = lent.loan
          $0.asOf = day
        }, metadata: lent.desks.coordinator)
    }
    let due = try await show("2016-02-20")
    #expect(due.short == 0 && due.debts.map(\.amount) == [60_000])
    let called = try await lent.liability.callJointLiability(
      .with {
        $0.write = writing(on: "2016-02-22")
        $0.name = lent.loan
        $0.present = [1, 2, 5]
        $0.decision = "5 pays on Friday"
      }, metadata: lent.desks.loanOfficer)
    #expect(called.short == 55_000 && called.members == 1)
    let settled = try await lent.liability.settleMemberDebt(
      .with {
        $0.write = writing(on: "2016-02-23")
        $0.name = lent.loan
        $0.debtor = 5
        $0.creditor = 1
        $0.amount = 20_000
      }, metadata: lent.desks.manager)
    #expect(settled.open == 40_000 && settled.receipt.vouchers.isEmpty)
    let shown = try await show("2016-02-23")
    #expect(shown.members.map(\.short) == [0, 0, 0, 0, 55_000])
    #expect(shown.calls.map(\.present) == [[1, 2, 5]])
    #expect(shown.calls.first?.short.map(\.amount) == [55_000])
    #expect(shown.debts.map(\.amount) == [40_000])
    let statement = try await lent.liability.getMemberStatement(
      .with {
        $0.name = malabutor + "/ksms/1/members/5"
        $0.asOf = "2016-02-23"
      }, metadata: lent.desks.manager)
    let loan = try #require(statement.loans.first)
    #expect(loan.standing.paidByOthers == 60_000 && loan.standing.open == 1_090_000)
    #expect(loan.schedule.count == 10 && loan.schedule.allSatisfy { $0.serviceCharge == 15_000 })
    #expect(loan.payments.map(\.payer) == [1] && loan.debts.map(\.amount) == [40_000])
    let nobody = await problem {
      _ = try await lent.liability.getMemberStatement(
        .with { $0.name = malabutor + "/ksms/1/members/9" }, metadata: lent.desks.manager)
    }
    #expect(nobody?.status == .notFound)
  }
}

@Test func `the group's savings pay what is overdue where it agreed`() async throws {
  try await Lent.serving { lent in
    let savings = Bergulir_V1_SavingsService.Client(wrapping: lent.daemon.client)
    _ = try await savings.depositSavings(
      .with {
        $0.write = writing(on: "2016-02-01")
        $0.name = malabutor + "/ksms/1"
        $0.amount = 100_000
        $0.account = 11022
      }, metadata: lent.desks.cashier)
    func setOff(_ amount: Int64) async throws -> Bergulir_V1_RecordRepaymentResponse {
      try await lent.liability.setOffSavings(
        .with {
          $0.write = writing(on: "2016-02-22")
          $0.name = lent.loan
          $0.amount = amount
        }, metadata: lent.desks.manager
      ).repayment
    }
    let refused = await problem { _ = try await setOff(90_000) }
    #expect(refused?.first.reason == "SET_OFF_NOT_AGREED")
    try await lent.daemon.world.fixture.script(
      "update fund.application set set_off_consent = true")
    let done = try await setOff(90_000)
    #expect(done.serviceCharge == 75_000 && done.principal == 15_000)
    #expect(done.receipt.vouchers == ["PB-2016-0001"])
    let left = try await savings.getSavings(
      .with {
        $0.name = malabutor + "/ksms/1"
        $0.asOf = "2016-02-22"
      }, metadata: lent.desks.manager)
    // The world's groups saved before they borrowed.
    let more = await problem { _ = try await setOff(left.balance + 1_000_000) }
    #expect(more?.violations.contains { $0.reason == "SAVINGS_EXCEEDED" } ?? false)
    #expect(more?.violations.contains { $0.reason == "SET_OFF_ABOVE_ARREARS" } ?? false)
    let loan = try await Bergulir_V1_LoanService.Client(wrapping: lent.daemon.client).getLoan(
      .with {
        $0.name = lent.loan
        $0.asOf = "2016-02-22"
      }, metadata: lent.desks.manager)
    #expect(loan.overdueServiceCharge == 0 && loan.overduePrincipal == 485_000)
  }
}
