import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `who rotates a token has a new one as long as the old one was good, and revokes that`()
  async throws
{
  try await Daemon.serving { daemon in
    let server = Bergulir_V1_ServerService.Client(wrapping: daemon.client)
    let tokens = Bergulir_V1_TokenService.Client(wrapping: daemon.client)
    let old = try await daemon.token(of: daemon.world.manager, label: "desk", lifeDays: 30)
    let before = try await server.whoAmI(.init(), metadata: old)
    let rotated = try await tokens.rotateToken(
      .with { $0.write = writing() }, metadata: old)
    #expect(rotated.secret.hasPrefix("bgl_") && rotated.expiresOn == before.tokenExpiresOn)
    let new: Metadata = ["authorization": "Bearer \(rotated.secret)"]
    let after = try await server.whoAmI(.init(), metadata: new)
    #expect(after.principal == "desk" && after.token != before.token)
    _ = try await tokens.revokeOwnToken(
      .with {
        $0.write = writing()
        $0.name = before.token
      }, metadata: new)
    let found = await problem { _ = try await server.whoAmI(.init(), metadata: old) }
    #expect(found?.first.reason == "TOKEN_REVOKED")
    #expect(try await server.whoAmI(.init(), metadata: new).token == after.token)
  }
}

@Test func `nobody revokes the token of another account, and everybody their own`() async throws {
  try await Daemon.serving { daemon in
    let server = Bergulir_V1_ServerService.Client(wrapping: daemon.client)
    let tokens = Bergulir_V1_TokenService.Client(wrapping: daemon.client)
    let manager = try await daemon.token(of: daemon.world.manager)
    let cashier = try await daemon.token(of: daemon.world.cashier)
    let name = try await server.whoAmI(.init(), metadata: manager).token
    let found = await problem {
      _ = try await tokens.revokeOwnToken(
        .with {
          $0.write = writing()
          $0.name = name
        }, metadata: cashier)
    }
    #expect(found?.first.reason == "NOT_FOUND")
    _ = try await tokens.revokeOwnToken(.with { $0.write = writing() }, metadata: manager)
    let revoked = await problem { _ = try await server.whoAmI(.init(), metadata: manager) }
    #expect(revoked?.first.reason == "TOKEN_REVOKED")
    _ = try await server.whoAmI(.init(), metadata: cashier)
  }
}
