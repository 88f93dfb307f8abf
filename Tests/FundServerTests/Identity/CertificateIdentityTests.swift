import Foundation
import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import RevolvingFund
import SwiftProtobuf
import Synchronization
import Testing

@testable import FundServer

/// Services that prove themselves by the certificate that their connection was made with.
struct CertificateIdentityTests {
  @Test func `a certificate that was taken for an account proves it, and no other does`()
    async throws
  {
    try await serving { office in
      let issued = try await office.tokens.issueToken(office.request, metadata: office.admin)
      #expect(issued.secret.isEmpty && issued.receipt.name.hasPrefix("tokens/"))
      let nobody = await problem { _ = try await office.server.whoAmI(.init()) }
      #expect(nobody?.first.reason == "TOKEN_MISSING")
      office.shown.withLock { $0 = Array("another certificate".utf8) }
      let other = await problem { _ = try await office.server.whoAmI(.init()) }
      #expect(other?.status == .unauthenticated)
      #expect(other?.first.reason == "CERTIFICATE_UNKNOWN")
      office.shown.withLock { $0 = certificate }
      let known = try await office.server.whoAmI(.init())
      #expect(known.principal == "reports" && known.token == issued.receipt.name)
      #expect(known.tokenExpiresOn == issued.expiresOn)
    }
  }

  @Test func `a token goes before the certificate, a bad one too`() async throws {
    try await serving { office in
      _ = try await office.tokens.issueToken(office.request, metadata: office.admin)
      office.shown.withLock { $0 = certificate }
      let person = try await office.server.whoAmI(.init(), metadata: office.admin)
      #expect(person.principal != "reports")
      let bad = await problem {
        _ = try await office.server.whoAmI(.init(), metadata: ["authorization": "Bearer x"])
      }
      #expect(bad?.first.reason == "TOKEN_UNKNOWN")
    }
  }

  @Test func `what a certificate says is no secret that one could send in its place`()
    async throws
  {
    try await serving { office in
      var request = office.request
      request.certificate = Data("readable".utf8)
      _ = try await office.tokens.issueToken(request, metadata: office.admin)
      let sent = await problem {
        _ = try await office.server.whoAmI(
          .init(), metadata: ["authorization": "Bearer readable"])
      }
      #expect(sent?.first.reason == "TOKEN_UNKNOWN")
    }
  }

  @Test func `a certificate is taken once, and not again after it was revoked`() async throws {
    try await serving { office in
      let issued = try await office.tokens.issueToken(office.request, metadata: office.admin)
      let replayed = try await office.tokens.issueToken(office.request, metadata: office.admin)
      #expect(replayed.receipt.replayed && replayed.receipt.name == issued.receipt.name)
      var changed = office.request
      changed.certificate = Data("renewed".utf8)
      let reused = await problem {
        _ = try await office.tokens.issueToken(changed, metadata: office.admin)
      }
      #expect(reused?.first.reason == "REQUEST_ID_REUSED")
      #expect(reused?.facts["field"] == "certificate_sha256")
      _ = try await office.tokens.revokeToken(
        .with {
          $0.write = writing()
          $0.name = issued.receipt.name
        }, metadata: office.admin)
      office.shown.withLock { $0 = certificate }
      let revoked = await problem { _ = try await office.server.whoAmI(.init()) }
      #expect(revoked?.first.reason == "TOKEN_REVOKED")
      var again = office.request
      again.write = writing()
      let refused = await problem {
        _ = try await office.tokens.issueToken(again, metadata: office.admin)
      }
      #expect(refused?.first.reason == "ALREADY_EXISTS")
      let listed = try await office.tokens.listTokens(
        .with { $0.principal = "reports" }, metadata: office.admin)
      #expect(listed.tokens.map(\.certificateSha256) == [refused?.facts["name"]])
    }
  }

  @Test func `a certificate gives itself no secret`() async throws {
    try await serving { office in
      _ = try await office.tokens.issueToken(office.request, metadata: office.admin)
      office.shown.withLock { $0 = certificate }
      let refused = await problem {
        _ = try await office.tokens.rotateToken(.with { $0.write = writing() })
      }
      #expect(refused?.first.reason == "TOKEN_MISSING")
    }
  }

  @Test func `what is too long for a certificate is refused`() async throws {
    try await serving { office in
      var request = office.request
      request.certificate = Data(count: 16 * 1024 + 1)
      let refused = await problem {
        _ = try await office.tokens.issueToken(request, metadata: office.admin)
      }
      #expect(refused?.first.reason == "FIELD_INVALID")
      #expect(refused?.facts["field"] == "certificate")
    }
  }

  private func serving(_ body: (Office) async throws -> Void) async throws {
    try await FundFixture.withBareWorld { world in
      let shown = Shown()
      try await Daemon.serving(
        world.store, today: world.fixture.today,
        certificates: PeerCertificates { _ in shown.withLock(\.self) }
      ) { client in
        let daemon = Daemon(world: world, client: client)
        let admin = try await daemon.administrator()
        _ = try await Bergulir_V1_PrincipalService.Client(wrapping: client).createPrincipal(
          .with {
            $0.write = writing()
            $0.label = "reports"
            $0.person = "persons/\(world.manager.value)"
          }, metadata: admin)
        try await body(Office(client: client, admin: admin, shown: shown))
      }
    }
  }
}

/// What the connection is said to have been made with.
private final class Shown: Sendable {
  private let state = Mutex<[UInt8]?>(nil)

  func withLock<Result: Sendable>(
    _ body: (inout sending [UInt8]?) -> sending Result
  ) -> Result { state.withLock(body) }
}

private let certificate = Array("what a certificate is in DER".utf8)

/// An administrator, and the account of a program.
private struct Office {
  let client: Daemon.Client
  let admin: Metadata
  let shown: Shown
  let request = Bergulir_V1_IssueTokenRequest.with {
    $0.write = writing()
    $0.principal = "reports"
    $0.certificate = Data(certificate)
  }

  var server: Bergulir_V1_ServerService.Client<InProcessTransport.Client> {
    Bergulir_V1_ServerService.Client(wrapping: client)
  }
  var tokens: Bergulir_V1_TokenService.Client<InProcessTransport.Client> {
    Bergulir_V1_TokenService.Client(wrapping: client)
  }
}
