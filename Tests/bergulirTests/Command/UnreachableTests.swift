import ArgumentParser
import FrameTransport
import FundAPI
import GRPCCore
import Testing
@testable import bergulir

@Test func `where nobody listens the failure names the address and nothing was sent`() async throws
{
  // Port 1 of the own machine is reserved, so nothing answers there.
  let address = ListenAddress(host: "127.0.0.1", port: 1)
  let failure = await #expect(throws: CallFailure.self) {
    do {
      try await withGRPCClient(transport: FrameClientTransport(target: address)) { client in
        let session = Session(client: client, address: address, token: nil, timeout: .seconds(300))
        _ = try await session.server.getServerInfo(
          .init(), metadata: session.metadata, options: session.options)
      }
    } catch {
      throw CallFailure(error, address: address)
    }
  }
  let found = try #require(failure)
  #expect(found.violations.map(\.reason) == ["NOT_CONNECTED"])
  #expect(found.violations[0][fact: "address"] == "127.0.0.1:1")
  #expect(found.exit == .unreachable)
  #expect(found.ofWrite(.init()).isNotConnected)
}
