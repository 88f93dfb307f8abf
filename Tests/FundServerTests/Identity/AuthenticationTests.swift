import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test(arguments: [
  Metadata(), ["authorization": "Bearer"], ["authorization": "Bearer "],
  ["authorization": "Basic abc"], ["authorization": "Bearer a b"],
])
func `a call without a bearer's token is unauthenticated`(metadata: Metadata) async throws {
  try await Daemon.serving { daemon in
    let server = Bergulir_V1_ServerService.Client(wrapping: daemon.client)
    let found = await problem { _ = try await server.whoAmI(.init(), metadata: metadata) }
    #expect(found?.status == .unauthenticated)
    #expect(found?.first.reason == "TOKEN_MISSING")
  }
}

@Test func `a token that nobody has is unknown`() async throws {
  try await Daemon.serving { daemon in
    let server = Bergulir_V1_ServerService.Client(wrapping: daemon.client)
    let metadata: Metadata = ["authorization": "Bearer \(Secret().text)"]
    let found = await problem { _ = try await server.whoAmI(.init(), metadata: metadata) }
    #expect(found?.status == .unauthenticated)
    #expect(found?.first.reason == "TOKEN_UNKNOWN")
  }
}

@Test func `a token is good on its last day and not on the day after`() async throws {
  try await Daemon.serving { daemon in
    let server = Bergulir_V1_ServerService.Client(wrapping: daemon.client)
    let today = daemon.world.fixture.today
    let good = try await daemon.token(
      of: daemon.world.manager, label: "good", lifeDays: 10, issuedOn: today.addingDays(-10))
    let expired = try await daemon.token(
      of: daemon.world.manager, label: "expired", lifeDays: 10, issuedOn: today.addingDays(-11))
    let answer = try await server.whoAmI(.init(), metadata: good)
    #expect(answer.principal == "good")
    #expect(answer.tokenExpiresOn == today.description)
    #expect(answer.roles.map(\.role) == ["manager"])
    #expect(answer.roles.map(\.scope) == ["upks/malabutor"])
    let found = await problem { _ = try await server.whoAmI(.init(), metadata: expired) }
    #expect(found?.first.reason == "TOKEN_EXPIRED")
  }
}

@Test func `a revoked token is worthless at the next call`() async throws {
  try await Daemon.serving { daemon in
    let server = Bergulir_V1_ServerService.Client(wrapping: daemon.client)
    let tokens = Bergulir_V1_TokenService.Client(wrapping: daemon.client)
    let administrator = try await daemon.administrator()
    let manager = try await daemon.token(of: daemon.world.manager, label: "desk")
    _ = try await server.whoAmI(.init(), metadata: manager)
    let listed = try await tokens.listTokens(
      .with { $0.principal = "desk" }, metadata: administrator)
    let name = try #require(listed.tokens.first?.name)
    let revoked = try await tokens.revokeToken(
      .with {
        $0.write = writing()
        $0.name = name
      }, metadata: administrator)
    #expect(revoked.receipt.verb == "revoked")
    #expect(revoked.receipt.name == name)
    let found = await problem { _ = try await server.whoAmI(.init(), metadata: manager) }
    #expect(found?.first.reason == "TOKEN_REVOKED")
  }
}

@Test func `a new token's secret is in its first answer only, and works`() async throws {
  try await Daemon.serving { daemon in
    let principals = Bergulir_V1_PrincipalService.Client(wrapping: daemon.client)
    let tokens = Bergulir_V1_TokenService.Client(wrapping: daemon.client)
    let administrator = try await daemon.administrator()
    _ = try await principals.createPrincipal(
      .with {
        $0.write = writing()
        $0.label = "office-desk"
        $0.person = "persons/\(daemon.world.cashier.value)"
      }, metadata: administrator)
    var request = Bergulir_V1_IssueTokenRequest.with {
      $0.write = writing(isDryRun: true)
      $0.principal = "office-desk"
    }
    let rehearsed = try await tokens.issueToken(request, metadata: administrator)
    #expect(rehearsed.secret.isEmpty)
    #expect(rehearsed.receipt.name.isEmpty)
    request.write.validateOnly = false
    let issued = try await tokens.issueToken(request, metadata: administrator)
    #expect(issued.secret.hasPrefix("bgl_"))
    #expect(issued.secret.utf8.count == 47)
    #expect(issued.expiresOn == rehearsed.expiresOn)
    #expect(!issued.receipt.replayed)
    let repeated = try await tokens.issueToken(request, metadata: administrator)
    #expect(repeated.secret.isEmpty)
    #expect(repeated.receipt.replayed)
    #expect(repeated.receipt.name == issued.receipt.name)
    let answer = try await Bergulir_V1_ServerService.Client(wrapping: daemon.client)
      .whoAmI(.init(), metadata: ["authorization": "Bearer \(issued.secret)"])
    #expect(answer.principal == "office-desk")
  }
}

@Test func `the server says what it is to whoever asks`() async throws {
  try await Daemon.serving { daemon in
    let info = try await Bergulir_V1_ServerService.Client(wrapping: daemon.client)
      .getServerInfo(.init())
    #expect(info.version == "1.2.3")
    #expect(info.schemaHead > 0)
    #expect(info.today == "2016-12-31")
  }
}

@Test func `the first administrator is made once, and can call`() async throws {
  try await FundFixture.withStore { fixture in
    let clock = Clock { fixture.today }
    let first = try FirstAdministrator(label: "admin", name: "Siti", gender: "female")
    #expect(try await FirstAdministrator.isMissing(in: fixture.store))
    let secret = try await first.make(in: fixture.store, clock: clock)
    #expect(try await !FirstAdministrator.isMissing(in: fixture.store))
    await #expect(throws: FirstAdministratorError.self) {
      try await first.make(in: fixture.store, clock: clock)
    }
    try await Daemon.serving(fixture.store, today: fixture.today) { client in
      let answer = try await Bergulir_V1_ServerService.Client(wrapping: client)
        .whoAmI(.init(), metadata: ["authorization": "Bearer \(secret)"])
      #expect(answer.roles.map(\.role) == ["administrator"])
      #expect(answer.roles.map(\.scope) == ["province"])
    }
  }
}

@Test func `a secret has 256 random bits in the URL-safe alphabet`() {
  let secrets = (0..<100).map { _ in Secret().text }
  #expect(Set(secrets).count == 100)
  for secret in secrets {
    let isPlain = secret.dropFirst(4).allSatisfy { character in
      character.isASCII
        && (character.isLetter || character.isNumber || character == "-" || character == "_")
    }
    #expect(secret.hasPrefix("bgl_") && secret.utf8.count == 47 && isPlain)
  }
}
