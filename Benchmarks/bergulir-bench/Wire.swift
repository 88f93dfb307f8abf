import FrameTransport
import GRPCCore
import GRPCInProcessTransport
import GRPCNIOTransportHTTP2Posix
import Logging

/// A way by which calls go to the same services.
enum Wire: String, CaseIterable, Codable, Sendable {
  case inProcess = "in-process"
  case http2 = "HTTP/2"
  case frames = "frame wire"
}

extension Wire {
  /// Serves the fund on a free port of the loopback address; `ready` is told which.
  func serve(_ fund: BenchFund, ready: @Sendable @escaping (Int) -> Void) async throws {
    switch self {
    case .inProcess:
      throw BenchError.noPort
    case .http2:
      let transport = HTTP2ServerTransport.Posix(
        address: .ipv4(host: "127.0.0.1", port: 0), transportSecurity: .plaintext)
      try await fund.withServer(transport) {
        guard let port = try await transport.listeningAddress.ipv4?.port else {
          throw BenchError.noPort
        }
        ready(port)
      }
    case .frames:
      let transport = FrameServerTransport(
        address: ListenAddress(host: "127.0.0.1", port: 0), logger: fund.logger)
      try await fund.withServer(transport) {
        ready(try await transport.listeningAddress.port)
      }
    }
  }

  /// Puts a load on a server at the port, over one connection.
  func run(_ load: Load, port: Int, clocks: Clocks) async throws -> Measurement {
    switch self {
    case .inProcess:
      throw BenchError.noPort
    case .http2:
      let transport = try HTTP2ClientTransport.Posix(
        target: .ipv4(address: "127.0.0.1", port: port), transportSecurity: .plaintext)
      return try await withGRPCClient(transport: transport) {
        try await load.run($0, clocks: clocks)
      }
    case .frames:
      let transport = FrameClientTransport(target: ListenAddress(host: "127.0.0.1", port: port))
      return try await withGRPCClient(transport: transport) {
        try await load.run($0, clocks: clocks)
      }
    }
  }
}

/// Why there is nothing to measure.
enum BenchError: Error, CustomStringConvertible {
  case noPort
  case noServer(Wire, String)
  case noAnswer

  var description: String {
    switch self {
    case .noPort: "This wire has no port."
    case .noServer(let wire, let line): "The server of the \(wire.rawValue) said '\(line)'."
    case .noAnswer: "A call was answered with something else than it said."
    }
  }
}
