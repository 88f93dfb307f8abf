import GRPCCore
import GRPCInProcessTransport
import GRPCNIOTransportHTTP2Posix
import Logging

@testable import FrameTransport

/// A transport that the conformance suite runs over.
///
/// To add one: a case, and its line in ``run(_:_:)``, which starts the server and then the client.
enum ConformingTransport: CaseIterable {
  case inProcess
  case http2
  case frameWire
  case frameWireTLS

  /// Runs the body with a client of a server of the services.
  func run(
    _ services: [any RegistrableRPCService], _ body: some ClientBody
  ) async throws {
    switch self {
    case .inProcess:
      let transport = InProcessTransport()
      try await serve(transport.server, services) {
        transport.client
      } body: {
        body
      }
    case .http2:
      let server = HTTP2ServerTransport.Posix(
        address: .ipv4(host: "127.0.0.1", port: 0), transportSecurity: .plaintext)
      try await serve(server, services) {
        let port = try await server.listeningAddress.ipv4?.port
        return try HTTP2ClientTransport.Posix(
          target: .ipv4(address: "127.0.0.1", port: port ?? 0), transportSecurity: .plaintext)
      } body: {
        body
      }
    case .frameWire:
      let server = FrameServerTransport(
        address: ListenAddress(host: "127.0.0.1", port: 0), logger: .silent)
      try await serve(server, services) {
        FrameClientTransport(target: try await server.listeningAddress)
      } body: {
        body
      }
    case .frameWireTLS:
      let authority = try Authority()
      let server = FrameServerTransport(
        address: ListenAddress(host: "127.0.0.1", port: 0),
        security: try .tls(try authority.server()), logger: .silent)
      try await serve(server, services) {
        FrameClientTransport(
          target: try await server.listeningAddress, security: try authority.believed())
      } body: {
        body
      }
    }
  }

  private func serve<Server: ServerTransport, Client: ClientTransport>(
    _ server: Server, _ services: [any RegistrableRPCService],
    client: @Sendable () async throws -> Client, body: @Sendable () -> some ClientBody
  ) async throws {
    try await withGRPCServer(transport: server, services: services) { _ in
      try await withGRPCClient(transport: try await client()) { client in
        try await body().run(client)
      }
    }
  }
}

/// What a test of the suite does with a client, whatever its transport.
protocol ClientBody: Sendable {
  func run<Transport: ClientTransport>(_ client: GRPCClient<Transport>) async throws
}

extension Logger {
  static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
