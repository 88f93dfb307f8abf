import NIOCore
import Testing

@testable import FrameTransport

struct PeerTests {
  @Test(arguments: [
    ("127.0.0.1", 5000, "ipv4:127.0.0.1:5000"), ("::1", 443, "ipv6:[::1]:443"),
  ])
  func `a peer is written as gRPC writes it`(host: String, port: Int, peer: String) throws {
    let address: SocketAddress? = try SocketAddress(ipAddress: host, port: port)
    #expect(address.peer == peer)
  }

  @Test func `an address is written as people write it`() {
    #expect(ListenAddress(host: "127.0.0.1", port: 7710).description == "127.0.0.1:7710")
    #expect(ListenAddress(host: "::1", port: 7710).description == "[::1]:7710")
  }
}
