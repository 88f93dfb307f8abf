import BooksVerification
import FundAPI
import FundStore
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import Logging
import RevolvingFund
import SwiftProtobuf

@testable import FundServer

/// The whole server over a real store, called through generated clients in the same process.
struct Daemon: Sendable {
  typealias Client = GRPCClient<InProcessTransport.Client>

  let world: FundWorld
  let client: Client

  var store: FundStore { world.store }

  /// Gives `body` a daemon on the fixture's small world, whose today is 31 December 2016.
  static func serving(_ body: (Daemon) async throws -> Void) async throws {
    try await FundFixture.withBareWorld { try await serving($0, body) }
  }

  /// Gives `body` a daemon on the small world as it may lend.
  static func servingLenders(_ body: (Daemon) async throws -> Void) async throws {
    try await FundFixture.withWorld { try await serving($0, body) }
  }

  private static func serving(
    _ world: FundWorld, _ body: (Daemon) async throws -> Void
  ) async throws {
    try await serving(
      world.store, today: world.fixture.today, database: world.fixture.connectionString
    ) { client in
      try await body(Daemon(world: world, client: client))
    }
  }

  /// Gives `body` a client of a server over a store, and over its database for verifications.
  static func serving(
    _ store: FundStore, today: Day, database: String = "", heads: HeadKeeper? = nil,
    certificates: PeerCertificates = .none,
    _ body: (Client) async throws -> Void
  ) async throws {
    let transport = InProcessTransport()
    let fund = FundServices(
      store: store, verification: VerificationSessions(connectionString: database),
      clock: Clock { today }, version: "1.2.3", conformance: .served,
      heads: heads
        ?? .unsigned(over: store, logger: Logger(label: "heads")),
      certificates: certificates,
      logger: Logger(label: "server") { _ in SwiftLogNoOpLogHandler() })
    try await withGRPCServer(
      transport: transport.server, services: fund.services, interceptors: fund.interceptors
    ) { _ in
      try await withGRPCClient(transport: transport.client) { try await body($0) }
    }
  }
}

extension Daemon {
  /// Who signs for the bank, by their names on the wire.
  var signatories: [String] {
    [world.coordinator, world.manager, world.boardMember].map { "persons/\($0.value)" }
  }

  /// A person's token in the metadata of a call, good until further notice unless said otherwise.
  func token(
    of person: PersonID, label: String? = nil, lifeDays: Int = 400, issuedOn: Day? = nil
  ) async throws -> Metadata {
    let label = code(label ?? "desk-\(person.value)")
    let secret = Secret()
    let issuedOn = issuedOn ?? world.fixture.today
    try await world.fixture.run(
      CreatePrincipal(person: person, label: label, day: issuedOn), by: PersonID(0))
    try await world.fixture.run(
      IssueToken(principal: label, hash: secret.hash, lifeDays: lifeDays, day: issuedOn),
      by: PersonID(0))
    return ["authorization": "Bearer \(secret.text)"]
  }

  /// The token of a new person with one role in one scope.
  func token(_ role: Role, in scope: Scope) async throws -> Metadata {
    let person = try await world.fixture.registerPerson(.female, on: day("2015-02-01"))
    try await world.fixture.run(
      AssignRole(
        person: person, role: role, scope: scope, from: day("2015-02-01"), until: nil,
        day: day("2015-02-01")), by: PersonID(0))
    return try await token(of: person)
  }

  /// The token of a new administrator of the whole province.
  func administrator() async throws -> Metadata {
    try await token(.administrator, in: .province)
  }
}

/// What goes with a write of a test.
func writing(
  on day: String = "", id: String? = nil, isDryRun: Bool = false
) -> Bergulir_V1_Write {
  .with {
    $0.requestID = id ?? RequestID().description
    $0.on = day
    $0.validateOnly = isDryRun
  }
}

/// The problem that a call fails with; `nil` where it does not fail, or not with a problem.
func problem(_ call: () async throws -> Void) async -> Problem? {
  do {
    try await call()
    return nil
  } catch let error as RPCError {
    return Problem(error)
  } catch {
    return nil
  }
}

extension Problem {
  /// The values of the first violation's facts by name.
  var facts: [String: String] {
    first.facts.reduce(into: [:]) { $0[$1.name] = $1.value }
  }
}
