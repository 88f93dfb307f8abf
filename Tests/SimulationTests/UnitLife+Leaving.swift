import BooksVerification
import FundAPI
import FundStore
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import Logging
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

// The whole books of a life leave as files, and begin again in an empty deployment.
extension UnitLife {
  /// Holds that what is read of the books is the same there, and that they verify.
  func leave(on days: [Day]) async throws {
    let desk = office.desk(.manager)
    let before = try await BookReading(office.client, as: desk, of: name).figures(on: days)
    let administrator = try await world.fixture.administrator()
    let books = try await Bergulir_V1_BookFileService.Client(wrapping: office.client)
      .exportBooks(.with { $0.parent = name }, metadata: administrator).files
    let files = books.compactMap { file in
      BookFileKind.allCases.first { $0.name == file.name }.map {
        BookFile(kind: $0, text: file.text)
      }
    }
    #expect(files.count == books.count && BookRegister.problems(of: files) == [], "\(name)")
    let register = BookRegister(files)
    try await FundFixture.withStore(today: office.clock.today) { fixture in
      let upk = try await fixture.register(register) {
        [FundWorld.policy(of: $0, from: day("2015-02-01"))]
      }
      let token = try await fixture.administrator()
      try await UnitLife.serving(fixture) { client in
        let service = Bergulir_V1_BookFileService.Client(wrapping: client)
        _ = try await service.importBooks(
          .with {
            $0.write.requestID = RequestID().description
            $0.parent = name
            $0.files = books.filter {
              !["regions.csv", "upk.csv", "persons.csv"].contains($0.name)
            }
            $0.persons = register.persons.map { person in
              .with {
                $0.number = person.number
                $0.person = "persons/\(person.number)"
              }
            }
          }, metadata: token)
        let after = try await BookReading(client, as: token, of: name).figures(on: days)
        #expect(before.map(\.name) == after.map(\.name), "\(name)")
        for (figure, found) in zip(before, after) where figure != found {
          Issue.record("\(name), \(figure.name): \(figure.value) became \(found.value)")
        }
        let out = try await service.exportBooks(.with { $0.parent = name }, metadata: token).files
        for (file, found) in zip(books, out) where file != found {
          Issue.record("\(name), \(file.name) is another after it was imported")
        }
      }
      #expect(try await fixture.findings(of: upk) == [], "\(name)")
    }
  }

  private static func serving(
    _ fixture: FundFixture, _ body: (Office.Client) async throws -> Void
  ) async throws {
    let transport = InProcessTransport()
    let fund = FundServices(
      store: fixture.store,
      verification: VerificationSessions(connectionString: fixture.connectionString),
      clock: Clock { fixture.today }, version: "0", conformance: .absent,
      heads: .unsigned(over: fixture.store, logger: Logger(label: "simulation")),
      logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() })
    try await withGRPCServer(
      transport: transport.server, services: fund.services, interceptors: fund.interceptors
    ) { _ in
      try await withGRPCClient(transport: transport.client) { try await body($0) }
    }
  }
}

extension FundFixture {
  /// The token of an administrator who was registered for it, good on any day.
  fileprivate func administrator() async throws -> Metadata {
    let day = today
    let person = try await registerPerson(.female, on: day)
    try await run(
      AssignRole(
        person: person, role: .administrator, scope: .province, from: day, until: nil, day: day),
      by: PersonID(0))
    let secret = Secret()
    let label = code("leaving-\(person.value)")
    try await run(CreatePrincipal(person: person, label: label, day: day), by: PersonID(0))
    try await run(
      IssueToken(principal: label, hash: secret.hash, lifeDays: 30, day: day), by: PersonID(0))
    try await script("update fund.token set expires_on = '2099-12-31'")
    return ["authorization": "Bearer \(secret.text)"]
  }
}
