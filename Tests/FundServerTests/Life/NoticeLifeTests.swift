import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `the notice board shows the month to everybody and names nobody`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 5)
    _ = try await daemon.world.disbursedLoan(ksm)
    let notices = Bergulir_V1_NoticeService.Client(wrapping: daemon.client)
    func sheet(_ month: String) async throws -> Bergulir_V1_NoticeBoard {
      try await notices.getNoticeBoard(
        .with {
          $0.parent = malabutor
          $0.month = month
        }, metadata: desks.cashier)
    }
    let january = try await sheet("2016-01")
    #expect(january.upk == malabutor && january.asOf == "2016-01-31" && !january.isClosed)
    #expect(january.groups == 1 && january.borrowers == 5 && january.loans == 1)
    #expect(january.outstanding == january.lent && january.lent > 0)
    #expect(january.classes.map(\.collectability) == [1, 2, 3, 4, 5])
    #expect(january.classes.map(\.balance).reduce(0, +) == january.outstanding)
    #expect(january.readings.count == 12 && january.readings.last?.month == "2016-01")
    try await expectNobody(in: january.page, daemon, ksm, desks.manager)

    let ahead = await problem { _ = try await sheet("2999-01") }
    #expect(ahead?.first.reason == "DAY_IN_FUTURE")
    let wrong = await problem { _ = try await sheet("January") }
    #expect(wrong?.first.reason == "FIELD_INVALID" && wrong?.facts["field"] == "month")
  }
}

@Test func `the annual pack tells a year that has ended to everybody and names nobody`()
  async throws
{
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let ksm = try await daemon.world.registerKSM(members: 5)
    _ = try await daemon.world.disbursedLoan(ksm)
    let notices = Bergulir_V1_NoticeService.Client(wrapping: daemon.client)
    func pack(
      _ year: Int32, _ parts: [(String, Int32)] = []
    ) async throws -> Bergulir_V1_AnnualPack {
      try await notices.getAnnualPack(
        .with {
          $0.parent = malabutor
          $0.year = year
          $0.parts = parts.map { purpose, hundredths in
            .with {
              $0.purpose = purpose
              $0.hundredths = hundredths
            }
          }
        }, metadata: desks.cashier)
    }
    let found = try await pack(2016)
    #expect(found.upk == malabutor && found.asOf == "2016-12-31" && !found.isClosed)
    #expect(found.lent > 0 && found.outstanding == found.lent && found.assets >= found.lent)
    #expect(found.indicators.map(\.indicator) == ["LAR", "PAR", "CCr", "ROI", "RR"])
    #expect(found.reserve.required > 0 && !found.isDecided && found.available == 0)
    try await expectNobody(in: found.page, daemon, ksm, desks.manager)

    let ahead = await problem { _ = try await pack(2998) }
    #expect(ahead?.first.reason == "DAY_IN_FUTURE")
    let wrong = await problem { _ = try await pack(17) }
    #expect(wrong?.first.reason == "FIELD_INVALID" && wrong?.facts["field"] == "year")
    let greedy = await problem { _ = try await pack(2016, [("unitBonus", 10_000)]) }
    #expect(greedy?.first.reason == "PURPOSE_NOT_ALLOWED")
  }
}

/// Neither a member's name nor the group's, and no run of sixteen digits, stands on the page.
private func expectNobody(
  in page: String, _ daemon: Daemon, _ ksm: KSMID, _ caller: Metadata
) async throws {
  let name = malabutor + "/ksms/\(ksm.number)"
  let group = try await Bergulir_V1_KSMService.Client(wrapping: daemon.client)
    .getKSM(.with { $0.name = name }, metadata: caller)
  let members = try await Bergulir_V1_MemberService.Client(wrapping: daemon.client)
    .listMembers(.with { $0.parent = name }, metadata: caller).members
  #expect(!group.displayName.isEmpty && !page.contains(group.displayName))
  #expect(members.count == 5)
  #expect(members.allSatisfy { !$0.fullName.isEmpty && !page.contains($0.fullName) })
  #expect(page.matches(of: /\d{16}/).isEmpty)
}
