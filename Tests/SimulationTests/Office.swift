import BooksVerification
import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import Logging
import RevolvingFund
import SwiftProtobuf

@testable import FundServer

/// The server over the simulation's store, and the tokens of its officers.
struct Office: Sendable {
  typealias Client = GRPCClient<InProcessTransport.Client>

  let world: FundWorld
  let client: Client
  let clock: SimulatedClock

  /// Who calls.
  enum Officer: String, CaseIterable, Sendable {
    case cashier, loanOfficer, manager, coordinator, bookkeeper
  }

  private let tokens: [Officer: Metadata]

  /// Gives `body` a served office whose officers have tokens.
  static func serving<Value: Sendable>(
    _ world: FundWorld, clock: SimulatedClock, recorder: CallRecorder? = nil,
    _ body: (Office) async throws -> Value
  ) async throws -> Value {
    let transport = InProcessTransport()
    let fund = FundServices(
      store: world.store,
      verification: VerificationSessions(connectionString: world.fixture.connectionString),
      clock: clock.clock, version: "0", conformance: .absent,
      heads: .unsigned(over: world.store, logger: Logger(label: "simulation")),
      logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() })
    return try await withGRPCServer(
      transport: transport.server, services: fund.services, interceptors: fund.interceptors
    ) { _ in
      try await withGRPCClient(
        transport: transport.client, interceptors: recorder.map { [$0] } ?? []
      ) { client in
        var tokens: [Officer: Metadata] = [:]
        for officer in Officer.allCases {
          tokens[officer] = try await token(of: officer, in: world, from: clock.today)
        }
        return try await body(Office(world: world, client: client, clock: clock, tokens: tokens))
      }
    }
  }

  private init(
    world: FundWorld, client: Client, clock: SimulatedClock, tokens: [Officer: Metadata]
  ) {
    self.world = world
    self.client = client
    self.clock = clock
    self.tokens = tokens
  }

  /// A token that outlives the simulation, as none does in life.
  private static func token(
    of officer: Officer, in world: FundWorld, from day: Day
  ) async throws -> Metadata {
    let label = code("\(officer.rawValue.lowercased())-desk")
    let secret = Secret()
    try await world.fixture.run(
      CreatePrincipal(person: officer.person(in: world), label: label, day: day),
      by: PersonID(0))
    try await world.fixture.run(
      IssueToken(principal: label, hash: secret.hash, lifeDays: 400, day: day), by: PersonID(0))
    try await world.fixture.script("update fund.token set expires_on = '2099-12-31'")
    return ["authorization": "Bearer \(secret.text)"]
  }

  /// What a call of an officer carries.
  func desk(_ officer: Officer) -> Metadata { tokens[officer] ?? [:] }
}

extension Office.Officer {
  fileprivate func person(in world: FundWorld) -> PersonID {
    switch self {
    case .cashier: world.cashier
    case .loanOfficer: world.loanOfficer
    case .manager: world.manager
    case .coordinator: world.coordinator
    case .bookkeeper: world.bookkeeper
    }
  }
}

/// What goes with a write on a day.
func writing(on day: Day) -> Bergulir_V1_Write {
  .with {
    $0.requestID = RequestID().description
    $0.on = day.description
  }
}
