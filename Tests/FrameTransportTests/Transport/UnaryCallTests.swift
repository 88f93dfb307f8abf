import FrameTransport
import GRPCCore
import Testing

struct UnaryCallTests {
  @Test func `a call carries its message there and back`() async throws {
    try await withClient(["Echo": ByteService.echo]) { client in
      let answer = try await client.call("Echo", [1, 2, 3])
      #expect(answer == [1, 2, 3])
    }
  }
}
