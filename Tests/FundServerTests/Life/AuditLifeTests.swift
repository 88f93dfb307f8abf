import FundAPI
import FundStore
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import Logging
import RevolvingFund
import SwiftProtobuf
import Synchronization
import Testing

@testable import FundServer

private typealias Audit = Bergulir_V1_AuditService.Client<InProcessTransport.Client>

/// The lines that a keeper wrote.
private final class Lines: Sendable {
  private let written = Mutex<[String]>([])

  func append(_ lines: String) { written.withLock { $0.append(lines) } }

  var heads: [SignedHead] {
    written.withLock { $0.joined() }.split(separator: "\n").compactMap { SignedHead(line: $0) }
  }
}

/// A fund with a loan and two repayments, audited by its supervisor.
private struct AuditedFund {
  let daemon: Daemon
  let audit: Audit
  let supervisor: Metadata
  let keeper: HeadKeeper
  let lines: Lines
  /// The events of the two repayments.
  let repayments: [Int64]

  var world: FundWorld { daemon.world }

  static func serving(_ body: (AuditedFund) async throws -> Void) async throws {
    try await FundFixture.withWorld { world in
      let loan = try await world.disbursedLoan(try await world.registerKSM(members: 5))
      var repayments: [Int64] = []
      for (amount, on) in [(100_000, "2016-02-20"), (200_000, "2016-03-20")] {
        let recorded = try await world.store.run(
          world.repayment(loan, Rupiah(Int64(amount)), on: day(on)),
          world.fixture.request(by: world.cashier))
        repayments.append(try #require(recorded.sequence))
      }
      let lines = Lines()
      let keeper = HeadKeeper(
        store: world.store, key: try HeadKey(fileContents: HeadKey.generate()),
        logger: Logger(label: "heads") { _ in SwiftLogNoOpLogHandler() }, append: lines.append)
      try await Daemon.serving(
        world.store, today: world.fixture.today, heads: keeper
      ) { client in
        let daemon = Daemon(world: world, client: client)
        let supervisor = try await daemon.token(.supervisor, in: .upk(world.upk.id))
        try await body(
          AuditedFund(
            daemon: daemon, audit: Audit(wrapping: client), supervisor: supervisor, keeper: keeper,
            lines: lines, repayments: repayments))
      }
    }
  }

  /// What somebody with the superuser's password does, without triggers and foreign keys.
  func attack(_ sql: String) async throws {
    try await world.fixture.script("set session_replication_role = replica; \(sql)")
  }

  /// What the stream of the UPK is by itself, and beside what was signed of it.
  func verify() async throws -> (
    answer: Bergulir_V1_ChainVerification, signed: ChainTrouble?
  ) {
    let known = lines.heads.filter { $0.stream == malabutor }
    let answer = try await audit.verifyChain(
      .with {
        $0.parent = malabutor
        $0.numbers = known.map(\.number)
      }, metadata: supervisor)
    let troubles = known.enumerated().compactMap { place, head in
      KnownHead(number: head.number, hash: head.hash, source: .line(place + 1))
        .trouble(in: [answer])
    }
    return (answer, troubles.first)
  }
}

@Test func `an auditor sees who did what and when, and finds it by what it was about`()
  async throws
{
  try await AuditedFund.serving { fund in
    let subject = malabutor + "/loans/1"
    let listed = try await fund.audit.listEvents(
      .with {
        $0.parent = malabutor
        $0.subject = subject
        $0.kind = "repayment.record"
      }, metadata: fund.supervisor)
    #expect(listed.events.map(\.number) == fund.repayments.reversed())
    let cashier = ResourceName.person(fund.world.cashier).description
    #expect(listed.events.allSatisfy { $0.person == cashier && $0.subject == subject })
    #expect(listed.events[0].bookedOn == "2016-03-20" && listed.events[0].vouchers.count == 1)
    // Recorded today by the database's clock, not on the day it was booked on.
    #expect(listed.events[0].recordedAt.hasSuffix("Z") && listed.events[0].recordedAt > "2025")
    for filter in [
      Bergulir_V1_ListEventsRequest.with { $0.person = "persons/99999" },
      .with { $0.until = "2016-12-31" }, .with { $0.kind = "write-off.post" },
      .with { $0.subject = malabutor + "/loans/10" },
    ] {
      var request = filter
      request.parent = malabutor
      let found = try await fund.audit.listEvents(request, metadata: fund.supervisor)
      #expect(found.events == [], "\(filter)")
    }
  }
}

@Test func `pages of events go on where the last one ended`() async throws {
  try await AuditedFund.serving { fund in
    var numbers: [Int64] = []
    var token = ""
    repeat {
      let page = try await fund.audit.listEvents(
        .with {
          $0.parent = malabutor
          $0.page.size = 7
          $0.page.token = token
        }, metadata: fund.supervisor)
      numbers += page.events.map(\.number)
      token = page.nextPageToken
    } while !token.isEmpty
    let head = try await fund.world.store.verifyChain(fund.world.upk.id).head
    #expect(numbers == (1...head.number).reversed())
  }
}

@Test func `an event shows its fields and the hash that it rests on, and nobody's name`()
  async throws
{
  try await AuditedFund.serving { fund in
    let number = fund.repayments[1]
    func event(_ number: Int64) async throws -> Bergulir_V1_Event {
      try await fund.audit.getEvent(
        .with {
          $0.parent = malabutor
          $0.number = number
        }, metadata: fund.supervisor)
    }
    let shown = try await event(number)
    #expect(shown.fields.contains { $0.name == "amount" && $0.value == "200000" })
    #expect(try await event(number - 1).hash == shown.hashBefore)
    #expect(try await event(1).hashBefore == String(repeating: "0", count: 64))
    let found = await problem { _ = try await event(9_999) }
    #expect(found?.first.reason == "NOT_FOUND")
    let region = await problem {
      _ = try await fund.audit.getEvent(
        .with { $0.parent = "regions/92.71" },
        metadata: try await fund.daemon.administrator())
    }
    #expect(region?.first.reason == "FIELD_INVALID")
  }
}

@Test(
  .onOneServer("the workers' keys cannot be switched off for one session"),
  arguments: [
    (
      """
      update fund.event set content = content || '{"amount": "1"}'
      where upk_id = 1 and seq = FIRST
      """, "altered"
    ),
    ("update fund.posting set amount = amount + 1 where upk_id = 1 and seq = FIRST", "altered"),
    (
      """
      update fund.event set seq = 9000 where upk_id = 1 and seq = FIRST;
      update fund.event set seq = FIRST where upk_id = 1 and seq = SECOND;
      update fund.event set seq = SECOND where upk_id = 1 and seq = 9000
      """, "altered"
    ),
    ("delete from fund.event where upk_id = 1 and seq = FIRST", "missing"),
    (
      "update fund.head set next_seq = FIRST, last_hash = sha256('') where upk_id = 1",
      "headDiffers"
    ),
  ])
func `what is altered in the middle is named by the chain itself`(
  sql: String, trouble: String
) async throws {
  try await AuditedFund.serving { fund in
    #expect(try await fund.verify().answer.broken == 0)
    try await fund.attack(
      sql.replacing("FIRST", with: "\(fund.repayments[0])")
        .replacing("SECOND", with: "\(fund.repayments[1])"))
    let answer = try await fund.verify().answer
    #expect(answer.trouble == trouble)
    let place = trouble == "headDiffers" ? answer.verified + 1 : fund.repayments[0]
    #expect(answer.broken == place)
  }
}

/// Cuts the stream off before an event, and leaves a head that fits.
private let cut = """
  delete from fund.posting where upk_id = 1 and seq >= FIRST;
  delete from fund.voucher where upk_id = 1 and seq >= FIRST;
  delete from fund.event where upk_id = 1 and seq >= FIRST;
  update fund.head set next_seq = FIRST,
    last_hash = (select hash from fund.event where upk_id = 1 and seq = FIRST - 1)
  where upk_id = 1
  """

@Test(
  .onOneServer("the workers' keys cannot be switched off for one session"), arguments: [0, 1])
func `a tail that was cut off leaves a good chain, and a signed head that it does not reach`(
  from repayment: Int
) async throws {
  try await AuditedFund.serving { fund in
    await fund.keeper.keep()
    #expect(fund.lines.heads.count == 2)
    #expect(try await fund.verify().signed == nil)
    try await fund.attack(cut.replacing("FIRST", with: "\(fund.repayments[repayment])"))
    let found = try await fund.verify()
    #expect(found.answer.broken == 0 && found.signed == .cutOff)
  }
}

@Test(.onOneServer("the workers' keys cannot be switched off for one session"))
func `a tail that was written anew with good hashes differs from the head that was signed`()
  async throws
{
  try await AuditedFund.serving { fund in
    await fund.keeper.keep()
    let last = try #require(fund.repayments.last)
    let head = try await fund.world.store.verifyChain(fund.world.upk.id).head
    try await fund.attack(cut.replacing("FIRST", with: "\(last)"))
    while try await fund.world.store.verifyChain(fund.world.upk.id).head.number < head.number {
      try await fund.world.fixture.run(
        RegisterKSM(
          upk: fund.world.upk.id, name: "KSM \(last)", formedOn: day("2016-01-01"),
          day: day("2016-04-01")), by: fund.world.manager)
    }
    let found = try await fund.verify()
    #expect(found.answer.broken == 0 && found.signed == .rewritten)
  }
}

@Test func `heads are signed once they move, all of a round together, and who asks has them too`()
  async throws
{
  try await AuditedFund.serving { fund in
    await fund.keeper.keep()
    await fund.keeper.keep()
    #expect(fund.lines.heads.map(\.stream) == ["province", malabutor])
    #expect(fund.lines.heads.allSatisfy { $0.count == 2 })
    let asked = try await fund.audit.listHeads(
      .with { $0.parent = malabutor }, metadata: fund.supervisor)
    #expect(asked.heads.first?.signature != "" && asked.heads.first?.count == 1)
    #expect(asked.publicKey == fund.keeper.publicKey && asked.publicKey.count == 64)
    #expect(fund.lines.heads.count == 2)
    try await fund.world.fixture.run(
      RegisterKSM(
        upk: fund.world.upk.id, name: "KSM", formedOn: day("2016-01-01"), day: day("2016-04-01")),
      by: fund.world.manager)
    let moved = try await fund.audit.listHeads(
      .with { $0.parent = malabutor }, metadata: fund.supervisor)
    #expect(moved.heads.first.map { SignedHead($0) } == fund.lines.heads.last)
    #expect(fund.lines.heads.count == 3)
    // A supervisor of one UPK does not see where the others stand.
    let refused = await problem {
      _ = try await fund.audit.listHeads(
        .with { $0.parent = "province" }, metadata: fund.supervisor)
    }
    #expect(refused?.first.reason == "PERMISSION_DENIED")
  }
}

@Test func `a sheet prints the newest event that was booked by its month's end`() async throws {
  try await AuditedFund.serving { fund in
    let notices = Bergulir_V1_NoticeService.Client(wrapping: fund.daemon.client)
    func sheet(_ month: String) async throws -> Bergulir_V1_NoticeBoard {
      try await notices.getNoticeBoard(
        .with {
          $0.parent = malabutor
          $0.month = month
        }, metadata: fund.supervisor)
    }
    let before = try await sheet("2016-02")
    #expect(before.sealNumber == fund.repayments[0])
    let seal = ShortHash(number: before.sealNumber, hash: before.sealDigits)
    #expect(before.page.contains("\(seal.number):\(seal.grouped)"))
    let answer = try await fund.audit.verifyChain(
      .with {
        $0.parent = malabutor
        $0.numbers = [seal.number]
      }, metadata: fund.supervisor)
    let printed = KnownHead(number: seal.number, hash: seal.digits, source: .printed)
    #expect(printed.trouble(in: [answer]) == nil)
    let other = KnownHead(number: seal.number, hash: "0000000000000000", source: .printed)
    #expect(other.trouble(in: [answer]) == .rewritten)
    #expect(try await sheet("2016-03").sealNumber == fund.repayments[1])
  }
}
