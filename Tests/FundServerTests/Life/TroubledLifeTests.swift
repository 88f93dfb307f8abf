import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

private let first = malabutor + "/loans/1"

private func restructuring(
  on day: String, isDryRun: Bool = false
) -> Bergulir_V1_RestructureLoanRequest {
  .with {
    $0.write = writing(on: day, isDryRun: isDryRun)
    $0.name = first
    $0.months = 7
    $0.reason = "Pasar terbakar"
    $0.evidence = "Kios buka lagi"
    $0.agreement = "SPP-04"
    $0.minutes = "BA-11"
    $0.notice = "S-05"
  }
}

private func writeOff(
  _ daemon: Daemon, on day: String = "2016-11-21", savingsKept: String = "Tanpa klausul"
) -> Bergulir_V1_WriteOffLoanRequest {
  .with {
    $0.write = writing(on: day)
    $0.name = first
    $0.proposedBy = "persons/\(daemon.world.manager.value)"
    $0.minutes = "BA-03"
    $0.report = "RWT-2016"
    $0.savingsKept = savingsKept
  }
}

@Test func `a loan is restructured over the wire, once, and both loans tell of it`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let service = Bergulir_V1_RestructuringService.Client(wrapping: daemon.client)
    let dry = try await service.restructureLoan(
      restructuring(on: "2016-06-21", isDryRun: true), metadata: desks.coordinator)
    #expect(dry.receipt.dryRun && dry.receipt.name.isEmpty && dry.collectability == 3)
    let request = restructuring(on: "2016-06-21")
    let done = try await service.restructureLoan(request, metadata: desks.coordinator)
    #expect(done.receipt.name == malabutor + "/loans/2" && done.receipt.verb == "restructured")
    #expect(done.principal == 5_000_000 && done.serviceCharge == 375_000)
    #expect(done.collectability == 3 && done.receipt.vouchers == ["PB-2016-0001"])
    let again = try await service.restructureLoan(request, metadata: desks.coordinator)
    #expect(again.receipt.replayed && again.principal == 5_000_000)
    let second = await problem {
      _ = try await service.restructureLoan(
        restructuring(on: "2016-06-22"), metadata: desks.coordinator)
    }
    #expect(second?.first.reason == "LOAN_NOT_ACTIVE")
    for name in [first, malabutor + "/loans/2"] {
      let shown = try await service.getRestructuring(
        .with { $0.name = name }, metadata: desks.manager)
      #expect(shown.loan == first && shown.successor == malabutor + "/loans/2")
      #expect(shown.reason == "Pasar terbakar" && shown.notice == "S-05")
    }
    let missing = await problem {
      _ = try await service.getRestructuring(
        .with { $0.name = malabutor + "/loans/9" }, metadata: desks.manager)
    }
    #expect(missing?.status == .notFound)
    let listed = try await service.listRestructurings(
      .with { $0.parent = malabutor }, metadata: desks.manager)
    #expect(listed.restructurings.map(\.principal) == [5_000_000])
  }
}

@Test func `a successor shows what it follows and PAR is shown undressed`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    // Three days late: class 2.
    _ = try await Bergulir_V1_RestructuringService.Client(wrapping: daemon.client).restructureLoan(
      restructuring(on: "2016-02-23"), metadata: desks.coordinator)
    let loans = Bergulir_V1_LoanService.Client(wrapping: daemon.client)
    let successor = try await loans.getLoan(
      .with {
        $0.name = malabutor + "/loans/2"
        $0.asOf = "2016-02-23"
      }, metadata: desks.manager)
    #expect(successor.predecessor == first && successor.inheritedClass == 2)
    #expect(successor.collectability == 2 && successor.schedule.first?.serviceCharge == 150_000)
    let old = try await loans.getLoan(
      .with {
        $0.name = first
        $0.asOf = "2016-02-23"
      }, metadata: desks.manager)
    #expect(old.state == "restructured" && old.outstanding == 0 && old.predecessor.isEmpty)
    let sheet = try await Bergulir_V1_IndicatorService.Client(wrapping: daemon.client)
      .getIndicators(
        .with {
          $0.parent = malabutor
          $0.asOf = "2016-02-23"
        }, metadata: desks.manager)
    #expect(sheet.indicators.first { $0.indicator == "PAR" }?.percent == "0.00")
    #expect(sheet.quality.restructured == 5_000_000 && sheet.quality.restructuredLoans == 1)
    #expect(sheet.quality.withRestructured.percent == "100.00")
    #expect(sheet.quality.withRestructured.category == "SUSPENDED")
    #expect(sheet.quality.withoutRestructured.category == "NOT_RATED")
    let vouchers = try await Bergulir_V1_JournalService.Client(wrapping: daemon.client)
      .listVouchers(
        .with {
          $0.parent = malabutor
          $0.from = "2016-02-23"
        }, metadata: desks.manager)
    #expect(vouchers.vouchers.flatMap(\.postings).map(\.loan) == [malabutor + "/loans/2"])
    #expect(vouchers.vouchers.flatMap(\.postings).map(\.fromLoan) == [first])
  }
}

@Test func `a loan is written off, claimed and waived over the wire`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let loan = try await daemon.world.disbursedLoan(
      try await daemon.world.registerKSM(members: 5))
    let service = Bergulir_V1_WriteOffService.Client(wrapping: daemon.client)
    let early = await problem {
      _ = try await service.writeOffLoan(
        writeOff(daemon, on: "2016-11-20"), metadata: desks.coordinator)
    }
    #expect(early?.first.reason == "LOAN_NOT_LOSS" && early?.facts["loss_from"] == "2016-11-21")
    let leap = await problem {
      _ = try await service.writeOffLoan(writeOff(daemon), metadata: desks.coordinator)
    }
    #expect(leap?.first.reason == "LADDER_NOT_COMPLETE")
    try await daemon.world.climbLadder(of: loan, from: FundTesting.day("2016-02-20"))
    let done = try await service.writeOffLoan(writeOff(daemon), metadata: desks.coordinator)
    #expect(done.principal == 5_000_000 && done.serviceCharge == 750_000)
    #expect(done.fromReserve == 0 && done.cost == 5_000_000 && done.receipt.name == first)
    let recovered = try await service.recoverClaim(
      .with {
        $0.write = writing(on: "2016-12-01")
        $0.name = first
        $0.amount = 250_000
        $0.reference = "K-9"
      }, metadata: desks.cashier)
    #expect(recovered.principal == 250_000 && recovered.claim == 5_500_000)
    #expect(recovered.state == "writtenOff" && recovered.receipt.verb == "recovered")
    let waived = try await service.waiveClaim(
      .with {
        $0.write = writing(on: "2016-12-20")
        $0.name = first
        $0.minutes = "BA-09"
        $0.reason = "Pindah"
      }, metadata: desks.coordinator)
    #expect(waived.principal == 4_750_000 && waived.serviceCharge == 750_000)
    for (day, open, claims) in [
      ("2016-11-20", false, []), ("2016-11-21", true, [5_000_000]),
      ("2016-12-19", true, [4_750_000]), ("2016-12-20", true, []), ("2016-12-20", false, [0]),
    ] as [(String, Bool, [Int64])] {
      let listed = try await service.listWriteOffs(
        .with {
          $0.parent = malabutor
          $0.asOf = day
          $0.openOnly = open
        }, metadata: desks.manager)
      #expect(listed.writeOffs.map(\.claimPrincipal) == claims, "\(day)")
    }
    let all = try await service.listWriteOffs(
      .with { $0.parent = malabutor }, metadata: desks.manager)
    #expect(all.writeOffs.map(\.state) == ["claimWaived"])
    #expect(all.writeOffs.map(\.waiverReason) == ["Pindah"])
    #expect(all.writeOffs.map(\.waived) == [5_500_000])
  }
}

@Test func `the board alone decides what is put off or given up`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    _ = try await daemon.world.disbursedLoan(try await daemon.world.registerKSM(members: 5))
    let refused = await problem {
      _ = try await Bergulir_V1_RestructuringService.Client(wrapping: daemon.client)
        .restructureLoan(restructuring(on: "2016-06-21"), metadata: desks.manager)
    }
    #expect(refused?.status == .permissionDenied)
    let service = Bergulir_V1_WriteOffService.Client(wrapping: daemon.client)
    for desk in [desks.manager, desks.cashier, desks.bookkeeper] {
      let found = await problem {
        _ = try await service.writeOffLoan(writeOff(daemon), metadata: desk)
      }
      #expect(found?.status == .permissionDenied)
    }
  }
}

@Test func `a receipt on a claim is numbered, taken back, and shown to the member`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let loan = try await daemon.world.disbursedLoan(
      try await daemon.world.registerKSM(members: 5))
    try await daemon.world.climbLadder(of: loan, from: FundTesting.day("2016-02-20"))
    let service = Bergulir_V1_WriteOffService.Client(wrapping: daemon.client)
    let unused = await problem {
      _ = try await service.writeOffLoan(
        writeOff(daemon, savingsKept: ""), metadata: desks.coordinator)
    }
    #expect(unused?.first.reason == "OWN_MONEY_UNUSED" && unused?.facts["savings"] == "30000")
    _ = try await service.writeOffLoan(writeOff(daemon), metadata: desks.coordinator)
    let recovered = try await service.recoverClaim(
      .with {
        $0.write = writing(on: "2016-12-01")
        $0.name = first
        $0.amount = 250_000
        $0.reference = "K-9"
      }, metadata: desks.cashier)
    #expect(recovered.receiptNumber == "KW-2016-0001")
    let reversal = Bergulir_V1_ReverseRecoveryRequest.with {
      $0.write = writing(on: "2016-12-10")
      $0.parent = malabutor
      $0.receipt = recovered.receiptNumber
      $0.reason = "KSM lain"
    }
    let denied = await problem {
      _ = try await service.reverseRecovery(reversal, metadata: desks.cashier)
    }
    #expect(denied?.status == .permissionDenied)
    let back = try await service.reverseRecovery(reversal, metadata: desks.manager)
    #expect(back.claim == 5_750_000 && back.state == "writtenOff")
    #expect(back.receipt.verb == "reversed" && back.receipt.vouchers == ["KK-2016-0002"])
    let listed = try await service.listWriteOffs(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-12-31"
      }, metadata: desks.manager)
    #expect(listed.writeOffs.map(\.savingsKept) == ["Tanpa klausul"])
    let recovery = listed.writeOffs.first?.recoveries.first
    #expect(recovery?.receipt == "KW-2016-0001" && recovery?.reversedOn == "2016-12-10")
    let statement = try await Bergulir_V1_JointLiabilityService.Client(wrapping: daemon.client)
      .getMemberStatement(
        .with {
          $0.name = malabutor + "/ksms/1/members/3"
          $0.asOf = "2016-12-05"
        }, metadata: desks.manager)
    let own = try #require(statement.loans.first)
    #expect(own.state == "writtenOff" && own.claim == 5_500_000 && own.standing.open == 1_100_000)
    #expect(own.recoveries.map(\.reversedOn) == [""])
  }
}
