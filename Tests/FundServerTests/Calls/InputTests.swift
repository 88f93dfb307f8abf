import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A request with one field that cannot be read, and the name of that field.
struct Bad: Sendable, CustomTestStringConvertible {
  let field: String
  let reason: String
  let call: @Sendable (Daemon.Client, Desks) async throws -> Void

  init(
    _ field: String, reason: String = "FIELD_INVALID",
    _ call: @escaping @Sendable (Daemon.Client, Desks) async throws -> Void
  ) {
    self.field = field
    self.reason = reason
    self.call = call
  }

  var testDescription: String { "\(field) \(reason)" }
}

private func repay(
  _ client: Daemon.Client, _ desks: Desks,
  _ spoil: (inout Bergulir_V1_RecordRepaymentRequest) -> Void
) async throws {
  var request = Bergulir_V1_RecordRepaymentRequest.ofFirstLoan(575_000)
  spoil(&request)
  _ = try await Bergulir_V1_RepaymentService.Client(wrapping: client)
    .recordRepayment(request, metadata: desks.cashier)
}

private func person(
  _ client: Daemon.Client, _ desks: Desks,
  _ spoil: (inout Bergulir_V1_RegisterPersonRequest) -> Void
) async throws {
  var request = Bergulir_V1_RegisterPersonRequest.with {
    $0.write = writing()
    $0.fullName = "Ibu Rosa"
    $0.gender = "female"
    $0.nik = "9900000000009001"
  }
  spoil(&request)
  _ = try await Bergulir_V1_PersonService.Client(wrapping: client)
    .registerPerson(request, metadata: desks.loanOfficer)
}

private let bad: [Bad] = [
  Bad("name") { try await repay($0, $1) { $0.name = "upks/malabutor/loans/x" } },
  Bad("name") { try await repay($0, $1) { $0.name = "upks/malabutor/ksms/1" } },
  Bad("name", reason: "FIELD_MISSING") { try await repay($0, $1) { $0.name = "" } },
  Bad("write.request_id") { try await repay($0, $1) { $0.write.requestID = "7" } },
  Bad("write.on") { try await repay($0, $1) { $0.write.on = "2016-02-30" } },
  Bad("gender") { try await person($0, $1) { $0.gender = "woman" } },
  Bad("nik") { try await person($0, $1) { $0.nik = "99000000000090" } },
  Bad("full_name", reason: "FIELD_MISSING") { try await person($0, $1) { $0.fullName = " " } },
  Bad("as_of") { client, desks in
    _ = try await Bergulir_V1_IndicatorService.Client(wrapping: client).getIndicators(
      .with {
        $0.parent = malabutor
        $0.asOf = "yesterday"
      }, metadata: desks.manager)
  },
  Bad("from") { client, desks in
    _ = try await Bergulir_V1_IndicatorService.Client(wrapping: client).getIndicatorHistory(
      .with {
        $0.parent = malabutor
        $0.from = "2016-13"
        $0.until = "2016-12"
      }, metadata: desks.manager)
  },
  Bad("parent") { client, desks in
    _ = try await Bergulir_V1_LoanService.Client(wrapping: client).listLoans(
      .with { $0.parent = "upks/Not A Code" }, metadata: desks.manager)
  },
  Bad("code") { client, desks in
    _ = try await Bergulir_V1_RegionService.Client(wrapping: client).registerRegion(
      .with {
        $0.write = writing()
        $0.code = "9271"
      }, metadata: desks.administrator)
  },
  Bad("page.size") { client, desks in
    _ = try await Bergulir_V1_RegionService.Client(wrapping: client).listRegions(
      .with { $0.page.size = -1 }, metadata: desks.administrator)
  },
  Bad("state") { client, desks in
    _ = try await Bergulir_V1_ApplicationService.Client(wrapping: client).listApplications(
      .with {
        $0.parent = malabutor
        $0.state = "lost"
      }, metadata: desks.manager)
  },
]

@Test func `what cannot be read is refused by the field's name`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    for bad in bad {
      let found = await problem { try await bad.call(daemon.client, desks) }
      #expect(found?.status == .invalidArgument, "\(bad.testDescription)")
      #expect(found?.first.reason == bad.reason, "\(bad.testDescription)")
      #expect(found?.facts["field"] == bad.field, "\(bad.testDescription)")
    }
  }
}

@Test func `a write without a request id is refused`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let found = await problem {
      try await repay(daemon.client, desks) { $0.write.requestID = "" }
    }
    #expect(found?.status == .invalidArgument)
    #expect(found?.first.reason == "REQUEST_ID_REQUIRED")
  }
}

@Test func `a range of more than ten years is refused`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let found = await problem {
      _ = try await Bergulir_V1_IndicatorService.Client(wrapping: daemon.client)
        .getIndicatorHistory(
          .with {
            $0.parent = malabutor
            $0.from = "2006-12"
            $0.until = "2016-12"
          }, metadata: desks.manager)
    }
    #expect(found?.status == .invalidArgument)
    #expect(found?.first.reason == "RANGE_TOO_LONG")
  }
}

@Test func `a history is the sheets of its month-ends`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let world = daemon.world
    let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
    try await world.fixture.run(
      world.repayment(loan, Rupiah(575_000), on: day("2016-02-25")), by: world.cashier)
    let indicators = Bergulir_V1_IndicatorService.Client(wrapping: daemon.client)
    let history = try await indicators.getIndicatorHistory(
      .with {
        $0.parent = malabutor
        $0.from = "2016-01"
        $0.until = "2016-12"
      }, metadata: desks.manager)
    #expect(history.sheets.count == 12)
    for sheet in history.sheets {
      let single = try await indicators.getIndicators(
        .with {
          $0.parent = malabutor
          $0.asOf = sheet.asOf
        }, metadata: desks.manager)
      #expect(sheet == single)
    }
    #expect(history.sheets.last?.asOf == "2016-12-31")
    #expect(history.sheets.last?.indicators[1].category == "SUSPENDED")
    #expect(history.sheets.first?.indicators[1].category == "SATISFACTORY")
  }
}
