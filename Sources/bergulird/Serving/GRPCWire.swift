import FrameTransport
import FundServer
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Logging
import ServiceLifecycle

/// Standard gRPC over HTTP/2, for programs in other languages: the same services as on the frame
/// wire, which is six times as quick.
struct GRPCWire: Sendable {
  let address: ListenAddress
  let security: ListenSecurity

  /// How long calls may go on once the daemon stops; as on the frame wire.
  private static let drainTime = FrameLimits().drainTime
  /// The longest request, as on the frame wire.
  private static let mostBytes = FrameLimits().maxMessageBytes

  /// Reads an address; `nil` for `none`.
  ///
  /// - Throws: `DaemonError.grpcAddressUnreadable`, also for a name, which gRPC's server does not
  ///   look up.
  static func address(_ text: String) throws(DaemonError) -> ListenAddress? {
    guard text != "none" else { return nil }
    var address = try ListenAddress(text: text)
    if address.host == "localhost" { address.host = "127.0.0.1" }
    guard address.host.contains(":") || address.host.allSatisfy({ $0.isNumber || $0 == "." }) else {
      throw .grpcAddressUnreadable(text)
    }
    return address
  }

  /// The service that listens there.
  func service(_ fund: FundServices, _ logger: Logger) -> any Service {
    let transport = HTTP2ServerTransport.Posix(
      address: address.host.contains(":")
        ? .ipv6(host: address.host, port: address.port)
        : .ipv4(host: address.host, port: address.port),
      transportSecurity: security.ofHTTP2(),
      config: .defaults { config in
        config.connection.maxGraceTime = GRPCWire.drainTime
        config.rpc.maxRequestPayloadSize = GRPCWire.mostBytes
      })
    let server = GRPCServer(
      transport: transport, services: fund.services, interceptors: fund.interceptors)
    let service = WireService(server: server, readiness: fund.readiness, logger: logger) {
      "gRPC on \(try await $0.listeningAddress.shown)"
    }
    return Listening(service: service, address: address)
  }

  /// Says which address it was that could not be had.
  private struct Listening: Service {
    let service: any Service
    let address: ListenAddress

    func run() async throws {
      do {
        try await service.run()
      } catch let error as CancellationError {
        throw error
      } catch {
        throw DaemonError.grpcNotListening(address.description, reason: "\(error)")
      }
    }
  }
}

extension SocketAddress {
  /// As people write it.
  fileprivate var shown: String {
    if let ipv4 { return "\(ipv4.host):\(ipv4.port)" }
    if let ipv6 { return "[\(ipv6.host)]:\(ipv6.port)" }
    return "\(self)"
  }
}
