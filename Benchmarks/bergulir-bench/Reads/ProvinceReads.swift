import Foundation
import FrameTransport
import FundAPI
import FundServer
import GRPCCore
import RevolvingFund
import SwiftProtobuf

/// Calls over the frame wire that read a province.
struct ProvinceReads: Sendable {
  private let client: GRPCClient<FrameClientTransport>
  let metadata: Metadata
  let server: ServerProcess.Address
  /// Where the token is that all calls bear.
  let tokenFile: String
  /// `upks/…` of every UPK, by code.
  private(set) var upks: [String] = []
  /// Two loans of a UPK, the one with a hundred times the repayments of the other.
  private(set) var shortLoan = ""
  private(set) var longLoan = ""

  static let token = "bgl_bench_reads"
  private static let today = Clock(minutesEastOfUTC: 7 * 60).today
  static let fewPostings = 20
  static let manyPostings = 2000

  /// Gives the body the calls of who reads everything.
  static func run<Result: Sendable>(
    _ plain: PlainSQL, _ server: ServerProcess.Address,
    _ body: @Sendable @escaping (ProvinceReads) async throws -> Result
  ) async throws -> Result {
    try await plain.sql(caller)
    let tokenFile = "/tmp/bergulir-bench-\(getpid()).token"
    try Data(token.utf8).write(to: URL(filePath: tokenFile))
    defer { unlink(tokenFile) }
    let transport = FrameClientTransport(
      target: ListenAddress(host: "127.0.0.1", port: server.port))
    return try await withGRPCClient(transport: transport) { client in
      var metadata: Metadata = [:]
      metadata.addString("Bearer \(token)", forKey: "authorization")
      var reads = ProvinceReads(
        client: client, metadata: metadata, server: server, tokenFile: tokenFile)
      try await reads.prepare()
      return try await body(reads)
    }
  }

  private init(
    client: GRPCClient<FrameClientTransport>, metadata: Metadata, server: ServerProcess.Address,
    tokenFile: String
  ) {
    self.client = client
    self.metadata = metadata
    self.server = server
    self.tokenFile = tokenFile
  }

  private static let caller = """
    insert into fund.person (person_id, gender, nik_digest, sealed)
    select 900000001, 'female', sha256('reads'), set_byte('\\x0100', 1, number)
    from fund.personal_data_key on conflict do nothing;
    insert into fund.principal (principal_id, person_id, label)
    values (900000001, 900000001, 'reads') on conflict do nothing;
    insert into fund.token (token_id, principal_id, hash, issued_on, expires_on)
    values (900000001, 900000001, sha256('\(token)'), current_date - 1, current_date + 100)
    on conflict do nothing;
    insert into fund.assignment (assignment_id, person_id, role, scope, valid_from)
    select 900000000 + n, 900000001, role, 'province', current_date - 1
    from unnest(array['manager', 'cashier']) with ordinality as r (role, n)
    on conflict do nothing;
    """

  /// Looks up all UPK, and pays a rupiah at a time until two loans have their postings, over three
  /// hundred days.
  private mutating func prepare() async throws {
    let service = Bergulir_V1_UPKService.Client(wrapping: client)
    var token = ""
    repeat {
      let page = try await service.listUPKs(
        .with {
          $0.page.size = 1000
          $0.page.token = token
        }, metadata: metadata)
      upks += page.upks.map(\.name)
      token = page.nextPageToken
    } while !token.isEmpty
    let loans = try await Bergulir_V1_LoanService.Client(wrapping: client).listLoans(
      .with {
        $0.parent = upks.first ?? ""
        $0.openOnly = true
        $0.page.size = 1000
      }, metadata: metadata
    ).loans.sorted { ($0.outstanding, $0.name) > ($1.outstanding, $1.name) }
    guard loans.count >= 2 else { throw BenchError.noAnswer }
    longLoan = loans[0].name
    shortLoan = loans[1].name
    try await pay(longLoan, until: ProvinceReads.manyPostings)
    try await pay(shortLoan, until: ProvinceReads.fewPostings)
  }

  private func pay(_ loan: String, until count: Int) async throws {
    let service = Bergulir_V1_RepaymentService.Client(wrapping: client)
    var there = try await repayments(of: loan)
    while there < count {
      _ = try await service.recordRepayment(
        .with {
          $0.write.requestID = UUID().uuidString
          $0.write.on = "\(Self.today.addingDays(Int32(-300 + there * 300 / count)))"
          $0.name = loan
          $0.amount = 1
        }, metadata: metadata)
      there += 1
    }
  }

  /// Reads every repayment of a loan, page by page.
  private func repayments(of loan: String) async throws -> Int {
    var count = 0
    var token = ""
    repeat {
      let page = try await Bergulir_V1_RepaymentService.Client(wrapping: client).listRepayments(
        .with {
          $0.name = loan
          $0.page.size = 1000
          $0.page.token = token
        }, metadata: metadata)
      count += page.repayments.count
      token = page.nextPageToken
    } while !token.isEmpty
    return count
  }

  /// A loan with its shares and its installments.
  func loan(_ name: String) async throws {
    _ = try await Bergulir_V1_LoanService.Client(wrapping: client).getLoan(
      .with { $0.name = name }, metadata: metadata)
  }

  func indicators(of upk: String, asOf day: String) async throws {
    _ = try await Bergulir_V1_IndicatorService.Client(wrapping: client).getIndicators(
      .with {
        $0.parent = upk
        $0.asOf = day
      }, metadata: metadata)
  }

  /// The closed month of every UPK; how many there were.
  func monthEnd(_ month: String) async throws -> Int {
    var count = 0
    var token = ""
    repeat {
      let page = try await Bergulir_V1_RollupService.Client(wrapping: client).getRollup(
        .with {
          $0.parent = "province"
          $0.month = month
          $0.by = "upk"
          $0.page.size = 1000
          $0.page.token = token
        }, metadata: metadata)
      count += page.parts.count
      token = page.nextPageToken
    } while !token.isEmpty
    return count
  }

  /// The indicators of every UPK on a day; how many there were.
  func pastDay(_ day: String) async throws -> Int {
    var count = 0
    var token = ""
    repeat {
      let page = try await Bergulir_V1_IndicatorService.Client(wrapping: client)
        .getAreaIndicators(
          .with {
            $0.parent = "province"
            $0.asOf = day
            $0.by = "upk"
            $0.page.size = 1000
            $0.page.token = token
          }, metadata: metadata)
      count += page.parts.count
      token = page.nextPageToken
    } while !token.isEmpty
    return count
  }
}
