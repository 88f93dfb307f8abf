import FundAPI
import FundStore
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

/// A list that comes in pages, read as a caller reads it.
private struct PagedList: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// How many rows it has in the life of ``lists``.
  let count: Int
  let read:
    @Sendable (Daemon.Client, Desks, Bergulir_V1_Page) async throws -> (rows: [String], String)
}

private let loan = malabutor + "/loans/1"

private let lists: [PagedList] = [
  PagedList(testDescription: "repayments", count: 3) { client, desks, page in
    let answer = try await Bergulir_V1_RepaymentService.Client(wrapping: client).listRepayments(
      .with {
        $0.name = loan
        $0.page = page
      }, metadata: desks.manager)
    return (answer.repayments.map(\.voucher), answer.nextPageToken)
  },
  PagedList(testDescription: "members", count: 5) { client, desks, page in
    let answer = try await Bergulir_V1_MemberService.Client(wrapping: client).listMembers(
      .with {
        $0.parent = malabutor + "/ksms/1"
        $0.page = page
      }, metadata: desks.manager)
    return (answer.members.map(\.name), answer.nextPageToken)
  },
  PagedList(testDescription: "policies", count: 2) { client, desks, page in
    let answer = try await Bergulir_V1_PolicyService.Client(wrapping: client).listPolicies(
      .with {
        $0.parent = malabutor
        $0.page = page
      }, metadata: desks.manager)
    return (answer.policies.map(\.name), answer.nextPageToken)
  },
  PagedList(testDescription: "tokens", count: 2) { client, desks, page in
    let answer = try await Bergulir_V1_TokenService.Client(wrapping: client).listTokens(
      .with {
        $0.principal = "desk-1"
        $0.page = page
      }, metadata: desks.administrator)
    return (answer.tokens.map(\.name), answer.nextPageToken)
  },
  PagedList(testDescription: "assignments", count: 2) { client, desks, page in
    let answer = try await Bergulir_V1_PersonService.Client(wrapping: client).listAssignments(
      .with {
        $0.person = "persons/1"
        $0.page = page
      }, metadata: desks.administrator)
    return (answer.assignments.map(\.name), answer.nextPageToken)
  },
  PagedList(testDescription: "open loans", count: 2) { client, desks, page in
    let answer = try await Bergulir_V1_LoanService.Client(wrapping: client).listLoans(
      .with {
        $0.parent = malabutor
        $0.openOnly = true
        $0.page = page
      }, metadata: desks.manager)
    return (answer.loans.map(\.name), answer.nextPageToken)
  },
]

@Test func `a list in pages of one has each row once, and its last page no token`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    try await live(daemon.world)
    for list in lists {
      let (whole, end) = try await list.read(daemon.client, desks, Bergulir_V1_Page())
      #expect(whole.count == list.count && end.isEmpty, "\(list.testDescription)")
      var rows: [String] = []
      var page = Bergulir_V1_Page.with { $0.size = 1 }
      repeat {
        let (one, next) = try await list.read(daemon.client, desks, page)
        #expect(one.count == 1, "\(list.testDescription)")
        rows += one
        page.token = next
      } while !page.token.isEmpty && rows.count < 10
      #expect(rows == whole, "\(list.testDescription)")
    }
  }
}

/// Three loans of which the second is paid off, three repayments on the first, two policies, and
/// a cashier with two tokens and two roles.
private func live(_ world: FundWorld) async throws {
  for _ in 1...3 {
    _ = try await world.disbursedLoan(try await world.registerKSM(members: 5))
  }
  for number in 1...3 {
    try await world.fixture.run(
      world.repayment(LoanID(world.upk.id, 1), Rupiah(100_000), on: day("2016-02-0\(number)")),
      by: world.cashier)
  }
  try await world.fixture.run(
    world.repayment(LoanID(world.upk.id, 2), Rupiah(5_075_000), on: day("2016-02-01")),
    by: world.cashier)
  try await world.fixture.run(
    SetPolicy(
      policy: FundWorld.policy(of: world.upk.id, from: day("2016-06-01")), day: day("2016-05-01")),
    by: world.coordinator)
  try await world.fixture.run(
    AssignRole(
      person: world.cashier, role: .wardOffice, scope: .upk(world.upk.id),
      from: day("2016-05-01"), until: nil, day: day("2016-05-01")), by: PersonID(0))
  try await world.fixture.run(
    IssueToken(
      principal: code("desk-1"), hash: Array(repeating: 7, count: 32), lifeDays: 10,
      day: world.fixture.today), by: PersonID(0))
}

@Test func `pages follow each other, and a token fits its own list only`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let regions = Bergulir_V1_RegionService.Client(wrapping: daemon.client)
    var codes: [String] = []
    var token = ""
    repeat {
      let page = try await regions.listRegions(
        .with {
          $0.page.size = 3
          $0.page.token = token
        }, metadata: desks.cashier)
      codes += page.regions.map(\.code)
      token = page.nextPageToken
    } while !token.isEmpty
    #expect(codes == ["92", "92.71", "92.71.03", "92.71.03.1004"])
    let first = try await regions.listRegions(
      .with { $0.page.size = 1 }, metadata: desks.cashier)
    let found = await problem {
      _ = try await Bergulir_V1_UPKService.Client(wrapping: daemon.client).listUPKs(
        .with { $0.page.token = first.nextPageToken }, metadata: desks.cashier)
    }
    #expect(found?.status == .invalidArgument)
    #expect(found?.facts["field"] == "page.token")
  }
}

@Test func `vouchers are paged in the journal's order`() async throws {
  try await Daemon.servingLenders { daemon in
    let desks = try await Desks(daemon)
    let world = daemon.world
    let lines = (1...5).map { number in
      PostJournal.Line(
        number: number, day: day("2016-04-0\(6 - number)"), description: "ATK",
        debit: AccountCode(51060), credit: .bank, amount: Rupiah(1000), reference: nil)
    }
    try await world.fixture.run(
      PostJournal(upk: world.upk.id, lines: lines), by: world.bookkeeper)
    let journal = Bergulir_V1_JournalService.Client(wrapping: daemon.client)
    var dates: [String] = []
    var token = ""
    repeat {
      let page = try await journal.listVouchers(
        .with {
          $0.parent = malabutor
          $0.from = "2016-04-01"
          $0.page.size = 2
          $0.page.token = token
        }, metadata: desks.bookkeeper)
      dates += page.vouchers.map(\.date)
      token = page.nextPageToken
    } while !token.isEmpty
    #expect(dates == (1...5).map { "2016-04-0\($0)" })
  }
}
