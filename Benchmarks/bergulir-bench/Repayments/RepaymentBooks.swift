import BooksVerification
import FundAPI
import FundStore
import Logging
import RevolvingFund

/// The UPK and loans that repayments are recorded on.
///
/// Books come in through the store as any UPK's may: by an import, which is one event. Members and
/// cashiers are rows put in by SQL, since nothing that is measured tells how they came.
struct RepaymentBooks: Codable, Sendable {
  let upks: Int
  let loansPerUPK: Int
  /// When all loans were paid out.
  let since: Day

  /// Rupiah of each of the five shares.
  private static let share: Int64 = 9_600_000
  private static let months = 24
  /// Numbers of cashiers begin behind it, those of members behind ten times of it.
  static let firstCashier: Int64 = 10_000_000

  /// How many steps one repayment may be: a third of an installment on average, of which a loan
  /// takes some sixty.
  static let steps: ClosedRange<Int64> = 1...400
  /// Rupiah; every amount is a multiple of it.
  static let step: Int64 = 5_000

  enum CodingKeys: CodingKey { case upks, loansPerUPK }

  init(upks: Int, loansPerUPK: Int, today: Day) {
    self.upks = upks
    self.loansPerUPK = loansPerUPK
    since = today.addingDays(-100)
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      upks: try values.decode(Int.self, forKey: .upks),
      loansPerUPK: try values.decode(Int.self, forKey: .loansPerUPK), today: Day(epochDays: 0))
  }

  /// The code of a UPK, counted from 1.
  static func code(_ upk: Int) -> String { "bench-\(upk)" }

  /// The token of its cashier.
  static func token(_ upk: Int) -> String { "bgl_bench_\(upk)" }

  /// Fills a migrated database.
  func make(in database: TunedDatabase, today: Day) async throws {
    let store = try await FundStore.open(
      FundStore.Configuration(connectionString: database.connectionString),
      keys: try BenchKeys.read(),
      logger: Logger(label: "seed") { _ in SwiftLogNoOpLogHandler() })
    let result: Result<Void, any Error>
    do {
      result = .success(try await make(in: store, database, today))
    } catch {
      result = .failure(error)
    }
    await store.close()
    try result.get()
  }

  private func make(
    in store: FundStore, _ database: TunedDatabase, _ today: Day
  ) async throws {
    let caller = Caller(principal: PrincipalID(0), person: PersonID(0), today: today)
    let began = since.addingDays(-400)
    func run(_ command: any Command) async throws {
      _ = try await store.run(
        command, WriteRequest(requestID: RequestID(), caller: caller, isDryRun: false))
    }
    guard let region = RegionCode("99"), let board = Code("bench") else { return }
    try await run(RegisterRegion(region: Region(code: region, name: "Contoh"), day: began))
    try await run(
      RegisterBKM(bkm: BKM(code: board, name: "BKM Contoh", region: region), day: began))
    for number in 1...upks {
      guard let code = Code(RepaymentBooks.code(number)) else { continue }
      try await run(
        RegisterUPK(
          code: code, name: "UPK \(number)", bkm: board, region: region,
          operatingSince: began.month, ranEarlierProgramme: false, day: began))
    }
    try await database.sql(people)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...Int64(upks) {
        if number > 4 { try await group.next() }
        group.addTask {
          let books = ImportBooks(upk: UPKID(number), files: files, persons: members(of: number))
          _ = try await store.run(
            books, WriteRequest(requestID: RequestID(), caller: caller, isDryRun: false))
        }
      }
      try await group.waitForAll()
    }
  }

  /// Members of all groups, and a cashier with a token for each UPK.
  private var people: String {
    let first = RepaymentBooks.firstCashier
    return """
      insert into fund.person (person_id, gender, nik_digest, sealed)
      select g, 'female', sha256(int8send(g)), '\\x0101'::bytea
      from generate_series(\(first * 10 + 1)::bigint, \(first * 10 + Int64(upks * loansPerUPK * 5)))
        g
      union all
      select g, 'female', sha256(int8send(g)), '\\x0101'::bytea
      from generate_series(\(first + 1)::bigint, \(first + Int64(upks))) g;
      insert into fund.principal (principal_id, person_id, label)
      select \(first) + g, \(first) + g, 'cashier-' || g from generate_series(1, \(upks)) g;
      insert into fund.token (token_id, principal_id, hash, issued_on, expires_on)
      select \(first) + g, \(first) + g, sha256(convert_to('bgl_bench_' || g, 'UTF8')),
        '\(since)', date '\(since)' + 1000 from generate_series(1, \(upks)) g;
      insert into fund.assignment (assignment_id, person_id, role, scope, scope_upk_id, valid_from)
      select \(first) + g, \(first) + g, 'cashier', 'upk', g, '\(since)'
      from generate_series(1, \(upks)) g;
      """
  }

  private func members(of upk: Int64) -> [Int64: PersonID] {
    let count = Int64(loansPerUPK * 5)
    let first = RepaymentBooks.firstCashier * 10 + (upk - 1) * count
    return (1...count).reduce(into: [:]) { $0[$1] = PersonID(first + $1) }
  }

  /// The same for each UPK, but for the persons.
  private var files: [BookFile] {
    let formed = since.addingDays(-300)
    let loan = RepaymentBooks.share * 5
    var ksms = "ksm,name,formed_on\n"
    var members = "ksm,member,person,joined_on\n"
    var loans = "loan,ksm,disbursed_on,months,rate_percent\n"
    var shares = "loan,member,amount_idr\n"
    var vouchers = "date,description,debit,credit,amount_idr,loan\n"
    vouchers += "\(formed),Modal,11021,31020,\(loan * Int64(loansPerUPK)),\n"
    for number in 1...loansPerUPK {
      ksms += "\(number),KSM \(number),\(formed)\n"
      loans += "\(number),\(number),\(since),\(RepaymentBooks.months),1.5\n"
      vouchers += "\(since),Pencairan,11030,11021,\(loan),\(number)\n"
      for member in 1...5 {
        members += "\(number),\(member),\((number - 1) * 5 + member),\(formed)\n"
        shares += "\(number),\(member),\(RepaymentBooks.share)\n"
      }
    }
    return [
      BookFile(kind: .ksms, text: ksms), BookFile(kind: .members, text: members),
      BookFile(kind: .loans, text: loans), BookFile(kind: .shares, text: shares),
      BookFile(kind: .vouchers, text: vouchers),
    ]
  }

  /// Whether so many repayments were recorded, whole, and the books of a few UPK verify.
  func check(_ database: TunedDatabase, repayments: Int) async throws {
    let counts = try await database.sql(
      """
      select count(*) from fund.event where kind = 'repayment.record';
      select count(*) from fund.repayment;
      select count(*) from (select distinct p.upk_id, p.seq from fund.posting p
        join fund.event e on e.upk_id = p.upk_id and e.seq = p.seq
        where e.kind = 'repayment.record') d;
      """)
    guard counts.split(separator: "\n").allSatisfy({ $0 == "\(repayments)" }) else {
      throw RepaymentsError.rowsDiffer("\(repayments) calls, and \(counts)")
    }
    let sessions = VerificationSessions(connectionString: database.connectionString)
    for upk in Set([1, Int64(upks + 1) / 2, Int64(upks)]) {
      let findings = try await sessions.verify(upk, deadline: nil).findings
      guard findings.isEmpty else {
        throw RepaymentsError.books(UPK: upk, findings: "\(findings.prefix(3))")
      }
    }
    await sessions.close()
  }
}
