import FundAPI
import FundStore
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// Books that leave one deployment as files and begin another.
@Suite struct RoundTripTests {
  /// A year in which groups save, borrow, repay, pay too much, have a receipt taken back, settle
  /// early and fall behind.
  private func live(in world: FundWorld) async throws {
    let fixture = world.fixture
    let first = try await world.registerKSM(members: 5)
    let second = try await world.registerKSM(members: 6)
    let third = try await world.registerKSM(members: 5)
    let late = try await world.disbursedLoan(first)
    let settled = try await world.disbursedLoan(second)
    let excessive = try await world.disbursedLoan(third)
    let steps: [(any Command, PersonID)] = [
      (
        DepositSavings(
          ksm: first, amount: Rupiah(60_000), account: .savingsCash, reference: "T-1",
          day: day("2016-01-25")), world.cashier
      ),
      (world.repayment(late, Rupiah(575_000), on: day("2016-02-20")), world.cashier),
      (world.repayment(late, Rupiah(300_000), on: day("2016-03-25")), world.cashier),
      (world.repayment(settled, Rupiah(575_000), on: day("2016-02-19")), world.cashier),
      (
        BankSavings(
          upk: world.upk.id, amount: Rupiah(20_000), reference: nil, day: day("2016-04-01")),
        world.cashier
      ),
      (world.repayment(late, Rupiah(275_000), on: day("2016-03-22")), world.cashier),
      (world.repayment(settled, Rupiah(4_575_000), on: day("2016-03-18")), world.cashier),
      (
        RecordRepayment(
          loan: excessive, amount: Rupiah(6_000_000), account: .bank, reference: "B-7",
          excess: .hold, day: day("2016-05-20")), world.cashier
      ),
      (
        PostJournal(
          upk: world.upk.id,
          lines: [
            PostJournal.Line(
              number: 2, day: day("2016-06-01"), description: "ATK; kertas \"A4\"",
              debit: AccountCode(51030), credit: .cash, amount: Rupiah(12_500), reference: "N-1")
          ]), world.bookkeeper
      ),
    ]
    for (command, person) in steps { try await fixture.run(command, by: person) }
    try await fixture.run(
      world.repayment(late, Rupiah(575_000), on: day("2016-06-20")), by: world.cashier)
    let repayments = try await fixture.store.facts(asOf: fixture.today) {
      $0.repaymentsOf.insert(late)
    }.repayments[late]
    let last = try #require(repayments?.last)
    try await fixture.run(
      ReverseRepayment(
        loan: late, ksm: first, receipt: last.receipt, reason: "Salah buku",
        day: day("2016-06-21")), by: world.manager)
  }

  /// The reports of a UPK as of a day.
  private func reports(
    of upk: String, on day: String, _ client: Daemon.Client, _ metadata: Metadata
  ) async throws -> [Bergulir_V1_Report] {
    let reports = Bergulir_V1_ReportService.Client(wrapping: client)
    return [
      try await reports.getLoanProgress(
        .with {
          $0.parent = upk
          $0.asOf = day
        }, metadata: metadata),
      try await reports.getReserve(
        .with {
          $0.parent = upk
          $0.asOf = day
        }, metadata: metadata),
      try await reports.getIncomeStatement(
        .with {
          $0.parent = upk
          $0.asOf = day
        }, metadata: metadata),
      try await reports.getCashFlow(
        .with {
          $0.parent = upk
          $0.asOf = day
        }, metadata: metadata),
      try await reports.getEquityChanges(
        .with {
          $0.parent = upk
          $0.asOf = day
        }, metadata: metadata),
      try await reports.getTrialBalance(
        .with {
          $0.parent = upk
          $0.asOf = day
        }, metadata: metadata),
      try await reports.getQuickStatus(
        .with {
          $0.parent = upk
          $0.asOf = day
        }, metadata: metadata),
    ]
  }

  /// What is read of a UPK: every report, indicator and class of several days.
  private func figures(
    of upk: String, _ client: Daemon.Client, _ metadata: Metadata
  ) async throws -> [String] {
    let indicators = Bergulir_V1_IndicatorService.Client(wrapping: client)
    let loans = Bergulir_V1_LoanService.Client(wrapping: client)
    var found: [String] = []
    for day in ["2016-01-31", "2016-03-31", "2016-06-30", "2016-12-31"] {
      for report in try await reports(of: upk, on: day, client, metadata) {
        let rows = try report.rows.map { try $0.jsonString() }
        found.append("\(day) \(report.report) \(rows.joined())")
      }
      found.append(
        try await indicators.getIndicators(
          .with {
            $0.parent = upk
            $0.asOf = day
          }, metadata: metadata
        ).indicators.map { try $0.jsonString() }.joined())
      found.append(
        try await loans.getCollectability(
          .with {
            $0.parent = upk
            $0.asOf = day
          }, metadata: metadata
        ).classes.map { try $0.jsonString() }.joined())
    }
    return found
  }

  /// A second deployment with a UPK of the same rules and no books, and the people of the files.
  private func emptyUPK(
    in fixture: FundFixture, people: Int
  ) async throws -> (upk: UPKID, persons: [PersonID]) {
    let began = day("2015-01-05")
    for (code, name) in [
      ("92", "Papua Barat Daya"), ("92.71", "Kota Sorong"), ("92.71.03", "Sorong Timur"),
      ("92.71.03.1004", "Malabutor"),
    ] {
      try await fixture.run(
        RegisterRegion(region: Region(code: regionCode(code), name: name), day: began),
        by: PersonID(0))
    }
    let ward = regionCode("92.71.03.1004")
    try await fixture.run(
      RegisterBKM(
        bkm: BKM(code: code("mentari"), name: "BKM Mentari", region: ward), day: began),
      by: PersonID(0))
    try await fixture.run(
      RegisterUPK(
        code: code("malabutor"), name: "UPK malabutor", bkm: code("mentari"), region: ward,
        operatingSince: began.month, ranEarlierProgramme: false, day: began), by: PersonID(0))
    let upk = try #require(try await fixture.store.upk(code: code("malabutor"))).id
    var persons: [PersonID] = []
    for _ in 0..<people {
      persons.append(try await fixture.registerPerson(.female, on: began))
    }
    try await fixture.run(
      SetPolicy(
        policy: FundWorld.policy(of: upk, from: day("2015-02-01")), day: day("2015-02-01")),
      by: persons[0])
    return (upk, persons)
  }

  @Test func `books that left as files give the same reports where they begin again`()
    async throws
  {
    var files: [Bergulir_V1_BookFile] = []
    var before: [String] = []
    try await Daemon.servingLenders { daemon in
      try await live(in: daemon.world)
      let administrator = try await daemon.administrator()
      files = try await exported(from: daemon, administrator)
      before = try await figures(of: malabutor, daemon.client, administrator)
    }
    #expect(files.map(\.name).last == "contents.csv")
    let register = BookRegister(try files.map { try $0.read })
    #expect(register.persons.count == 16 && register.units.count == 1)
    #expect(register.persons.allSatisfy { $0.nik != nil })

    try await FundFixture.withStore { fixture in
      let (upk, persons) = try await emptyUPK(in: fixture, people: register.persons.count)
      let books = files.filter { !$0.isRegister }
      try await Daemon.serving(fixture.store, today: fixture.today) { client in
        let administrator = try await fixture.administrator()
        let service = Bergulir_V1_BookFileService.Client(wrapping: client)
        var request = dryRun(of: books, register, persons)
        let tried = try await service.importBooks(request, metadata: administrator)
        #expect(tried.receipt.dryRun && tried.loans == 3 && tried.ksms == 3)
        request.write.validateOnly = false
        let done = try await service.importBooks(request, metadata: administrator)
        #expect(done.repayments == 7 && done.receipt.verb == "imported")
        let again = try await service.importBooks(request, metadata: administrator)
        #expect(again.receipt.replayed && again.vouchers == done.vouchers)
        #expect(try await figures(of: malabutor, client, administrator) == before)
        request.write = writing()
        let twice = await problem {
          _ = try await service.importBooks(request, metadata: administrator)
        }
        #expect(twice?.first.reason == "BOOKS_NOT_EMPTY")
        let out = try await service.exportBooks(
          .with { $0.parent = malabutor }, metadata: administrator)
        for name in ["ksms.csv", "loans.csv", "shares.csv", "repayments.csv", "vouchers.csv"] {
          #expect(
            out.files.first { $0.name == name } == files.first { $0.name == name }, "\(name)")
        }
      }
      #expect(try await fixture.store.verifyChain(upk).isIntact)
      #expect(try await fixture.findings(of: upk) == [])
    }
  }

  /// Closes 2015, then buys something that wears out and finds too much in the cash box.
  private func keepBooks(in world: FundWorld) async throws {
    let fixture = world.fixture
    func post(_ debit: AccountCode, _ credit: AccountCode, _ amount: Int64, on date: String)
      async throws
    {
      try await fixture.run(
        PostJournal(
          upk: world.upk.id,
          lines: [
            PostJournal.Line(
              number: 1, day: day(date), description: "Buku harian", debit: debit, credit: credit,
              amount: Rupiah(amount), reference: nil)
          ]), by: world.bookkeeper)
    }
    try await post(.bank, .otherIncome, 500_000, on: "2015-06-20")
    try await world.close(through: month("2015-12"))
    try await fixture.run(
      CloseYear(upk: world.upk.id, year: 2015, day: day("2016-01-04")), by: world.bookkeeper)
    try await post(.equipment, .bank, 24_001, on: "2016-01-08")
    let bought = VoucherNumber(kind: .cashPayment, year: 2016, number: 1)
    try await fixture.run(
      RegisterAsset(
        upk: world.upk.id, name: "Kalkulator | besar", cost: Rupiah(24_001),
        boughtOn: day("2016-01-07"), life: 24, voucher: bought, day: day("2016-01-09")),
      by: world.bookkeeper)
    for text in ["2016-02", "2016-04"] {
      try await fixture.run(
        DepreciateAssets(upk: world.upk.id, month: month(text)), by: world.bookkeeper)
    }
    try await fixture.run(
      RecordCashCount(
        upk: world.upk.id, counted: Rupiah(1_500), witness: world.boardMember, note: "",
        day: day("2016-05-02")), by: world.cashier)
    try await fixture.run(
      BookCashDifference(upk: world.upk.id, count: 1, day: day("2016-05-03")), by: world.bookkeeper)
  }

  /// What is read of years and assets.
  private func registers(
    _ client: Daemon.Client, _ metadata: Metadata
  ) async throws -> [String] {
    let years = try await Bergulir_V1_PeriodService.Client(wrapping: client).listYears(
      .with { $0.parent = malabutor }, metadata: metadata
    ).years.map { "\($0.year) \($0.closedOn) \($0.income) \($0.cost)" }
    let assets = try await Bergulir_V1_AssetService.Client(wrapping: client).listAssets(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-03-31"
      }, metadata: metadata
    ).assets.map { try $0.jsonString() }
    return years + assets
  }

  @Test func `assets, cash differences and closed years leave and begin again too`() async throws {
    var files: [Bergulir_V1_BookFile] = []
    var before: [String] = []
    // Months are closed again after an import; what depends on that is in no file.
    func statements(_ client: Daemon.Client, _ metadata: Metadata) async throws -> [String] {
      try await figures(of: malabutor, client, metadata).filter { !$0.contains("quick-status") }
        + registers(client, metadata)
    }
    try await Daemon.servingLenders { daemon in
      try await keepBooks(in: daemon.world)
      let administrator = try await daemon.administrator()
      files = try await exported(from: daemon, administrator)
      before = try await statements(daemon.client, administrator)
    }
    #expect(before.contains { $0.hasPrefix("2015 2016-01-04 500000 0") })
    #expect(before.last?.contains("23001") == true)
    try await FundFixture.withStore { fixture in
      let (upk, _) = try await emptyUPK(in: fixture, people: 1)
      let books = files.filter { !$0.isRegister }
      try await Daemon.serving(fixture.store, today: fixture.today) { client in
        let administrator = try await fixture.administrator()
        let service = Bergulir_V1_BookFileService.Client(wrapping: client)
        _ = try await service.importBooks(
          .with {
            $0.write = writing()
            $0.parent = malabutor
            $0.files = books
          }, metadata: administrator)
        #expect(try await statements(client, administrator) == before)
        let out = try await service.exportBooks(
          .with { $0.parent = malabutor }, metadata: administrator)
        for name in ["vouchers.csv", "assets.csv", "depreciation.csv", "years.csv"] {
          #expect(
            out.files.first { $0.name == name } == files.first { $0.name == name }, "\(name)")
        }
      }
      #expect(try await fixture.findings(of: upk) == [])
    }
  }
}

extension FundFixture {
  /// The token of an administrator of a deployment without a world.
  func administrator() async throws -> Metadata {
    let person = try await registerPerson(.female, on: today)
    let secret = Secret()
    try await run(
      AssignRole(
        person: person, role: .administrator, scope: .province, from: day("2015-01-05"),
        until: nil, day: day("2015-01-05")), by: PersonID(0))
    let label = code("desk-admin")
    try await run(
      CreatePrincipal(person: person, label: label, day: today), by: PersonID(0))
    try await run(
      IssueToken(principal: label, hash: secret.hash, lifeDays: 30, day: today),
      by: PersonID(0))
    return ["authorization": "Bearer \(secret.text)"]
  }
}

/// The files of the whole books.
func exported(
  from daemon: Daemon, _ administrator: Metadata
) async throws -> [Bergulir_V1_BookFile] {
  let books = Bergulir_V1_BookFileService.Client(wrapping: daemon.client)
  return try await books.exportBooks(
    .with { $0.parent = malabutor }, metadata: administrator
  ).files
}

/// Asks whether the files can be imported, each person of the register as one who is there.
func dryRun(
  of files: [Bergulir_V1_BookFile], _ register: BookRegister, _ persons: [PersonID]
) -> Bergulir_V1_ImportBooksRequest {
  .with {
    $0.write = writing(isDryRun: true)
    $0.parent = malabutor
    $0.files = files
    $0.persons = zip(register.persons, persons).map { entry, person in
      .with {
        $0.number = entry.number
        $0.person = "persons/\(person.value)"
      }
    }
  }
}

extension Bergulir_V1_BookFile {
  /// The file as it was written.
  var read: BookFile {
    get throws {
      let kind = try #require(BookFileKind.allCases.first { $0.name == name })
      return BookFile(kind: kind, text: text)
    }
  }

  /// Whether it tells of the province, which is registered before the books.
  var isRegister: Bool { ["regions.csv", "upk.csv", "persons.csv"].contains(name) }
}
