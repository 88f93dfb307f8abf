import FundAPI
import FundStore
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A life in which something of every booked table happens, in another deployment.
@Suite struct WholeLifeTests {
  @Test func `all that can be booked leaves and begins again, and goes on there`() async throws {
    let days = ["2015-12-31", "2016-05-31", "2016-11-30", "2016-12-31"].map(day)
    var files: [Bergulir_V1_BookFile] = []
    var before: [BookReading.Figure] = []
    try await Daemon.servingLenders { daemon in
      try await SmallLife(world: daemon.world).run()
      let administrator = try await daemon.administrator()
      files = try await exported(from: daemon, administrator)
      before = try await BookReading(daemon.client, as: administrator, of: malabutor)
        .figures(on: days)
    }
    for name in ["restructurings", "write-offs", "recoveries", "settlements", "suspense"] {
      let lines = files.first { $0.name == "\(name).csv" }?.text.split(separator: "\n") ?? []
      #expect(lines.count > 1, "\(name)")
    }
    let read = try files.map { try $0.read }
    let register = BookRegister(read)
    #expect(BookRegister.problems(of: read) == [])
    try await FundFixture.withStore { fixture in
      let upk = try await fixture.register(register) {
        [FundWorld.policy(of: $0, from: day("2015-02-01")), SmallLife.policy(of: $0)]
      }
      try await fixture.run(
        SetPolicyBounds(bounds: SmallLife.bounds, day: day("2015-12-01")), by: PersonID(1))
      try await Daemon.serving(fixture.store, today: fixture.today) { client in
        let administrator = try await fixture.administrator()
        let service = Bergulir_V1_BookFileService.Client(wrapping: client)
        var request = dryRun(
          of: files.filter { !$0.isRegister },
          register, register.persons.map { PersonID($0.number) })
        request.write.validateOnly = false
        _ = try await service.importBooks(request, metadata: administrator)
        let after = try await BookReading(client, as: administrator, of: malabutor)
          .figures(on: days)
        #expect(before.count == after.count && before.count > 150, "\(before.count)")
        for (figure, found) in zip(before, after) where figure != found {
          Issue.record("\(figure.name): \(figure.value) became \(found.value)")
        }
        let out = try await service.exportBooks(
          .with { $0.parent = malabutor }, metadata: administrator)
        #expect(out.files == files)
      }
      #expect(try await fixture.findings(of: upk) == [])
      try await goOn(with: upk, in: fixture)
      let found = try await fixture.findings(of: upk)
      #expect(found == [], "\(found)")
    }
  }

  /// Repays what follows the restructured loan, takes from the group what it was given, and closes
  /// the months again.
  private func goOn(with upk: UPKID, in fixture: FundFixture) async throws {
    let person = PersonID(1)
    let successor = try #require(try await fixture.store.restructurings(upk).first?.successor)
    try await fixture.run(
      RecordRepayment(
        loan: successor, amount: Rupiah(100_000), account: .cash, reference: "L-1",
        day: day("2016-12-30")), by: person)
    try await fixture.run(
      UnassignSuspense(
        upk: upk, number: 3, ksm: KSMID(upk, 1), reason: "Kelompok lain", day: day("2016-12-30")),
      by: person)
    var last = month("2015-02")
    while last <= month("2016-11") {
      try await fixture.run(
        ClosePeriod(upk: upk, month: last, day: day("2016-12-31")), by: person)
      last = last.adding(1)
    }
  }
}
