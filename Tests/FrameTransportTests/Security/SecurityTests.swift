import GRPCCore
import Logging
import NIOCore
import NIOSSL
import SwiftASN1
import Synchronization
import Testing
import X509

@testable import FrameTransport

/// Calls within TLS, and clients and servers that do not come together.
@Suite(.timeLimit(.minutes(1)))
struct SecurityTests {
  /// A method that answers with the certificate of its caller.
  private static let whoAmI: ByteService.Method = { _, context in
    let peer = context.transportSpecific as? FramePeer
    return ServerResponse(
      message: peer?.certificate ?? [], metadata: ["tls": peer == nil ? "no" : "yes"])
  }

  @Test func `a handler finds the certificate that its caller has shown`() async throws {
    let authority = try Authority()
    let shown = try authority.client()
    let wire = Wire(
      server: try .tls(
        try authority.server(), clients: .certificateDemanded(authorityFile: authority.file)),
      client: try authority.believed(showing: shown))
    let service = ByteService(methods: ["Who": Self.whoAmI])
    try await withServices([service], wire) { client, _ in
      let response = try await client.response("Who")
      #expect(try response.message == shown.chain[0].toDERBytes())
    }
  }

  @Test(arguments: ConformingTransport.wires)
  func `a handler finds none where none was shown`(transport: ConformingTransport) async throws {
    let wire = transport == .frameWireTLS ? try Wire.tls() : .plaintext
    let service = ByteService(methods: ["Who": Self.whoAmI])
    try await withServices([service], wire) { client, _ in
      let response = try await client.response("Who")
      #expect(try response.message == [])
      let answer = Array(response.metadata[stringValues: "tls"])
      #expect(answer == [transport == .frameWireTLS ? "yes" : "no"])
    }
  }

  @Test func `a certificate that may be shown need not be`() async throws {
    let authority = try Authority()
    let server = try ServerSecurity.tls(
      try authority.server(), clients: .certificateAccepted(authorityFile: authority.file))
    for client in [
      try authority.believed(), try authority.believed(showing: try authority.client()),
    ] {
      #expect(try await Self.failure(server, client) == nil)
    }
  }

  /// Why a call to the server fails; nothing when it does not.
  private static func failure(
    _ server: ServerSecurity, _ client: ClientSecurity, host: String = "127.0.0.1",
    logger: Logger = .silent
  ) async throws -> SecurityFailure? {
    let service = ByteService(methods: ["Echo": ByteService.echo])
    let wire = Wire(server: server, client: client)
    return try await withServer(of: [service], wire, logger: logger) { address in
      let target = ListenAddress(host: host, port: address.port)
      let transport = FrameClientTransport(target: target, security: client)
      return try await withGRPCClient(transport: transport) { client in
        do {
          _ = try await client.call("Echo")
          return nil
        } catch let error as RPCError {
          #expect(error.code == .unavailable)
          #expect(error.message.hasPrefix("Cannot connect to \(target): "), "\(error)")
          return try #require(error.cause as? SecurityFailure, "\(error)")
        }
      }
    }
  }

  @Test func `a server that a stranger vouches for is not believed`() async throws {
    let authority = try Authority("Stranger")
    let failure = try await Self.failure(
      try .tls(try authority.server()), try Authority().believed())
    #expect(failure == .untrusted(issuer: "'CN=Stranger'"))
    let ofSystem = try await Self.failure(try .tls(try authority.server()), try .tls())
    #expect(ofSystem == .untrusted(issuer: "'CN=Stranger'"))
  }

  @Test func `a server of another name is not believed, and its names are said`() async throws {
    let authority = try Authority()
    let server = try ServerSecurity.tls(
      try authority.server(names: [.dnsName("fund.example"), .dnsName("other.example")]))
    let failure = try await Self.failure(server, try authority.believed(), host: "localhost")
    #expect(failure == .otherName(names: ["fund.example", "other.example"]))
    let byAddress = try await Self.failure(server, try authority.believed())
    #expect(byAddress == .otherName(names: ["fund.example", "other.example"]))
  }

  @Test func `a server is believed by its name as by its address`() async throws {
    let authority = try Authority()
    let server = try ServerSecurity.tls(try authority.server())
    for host in ["localhost", "127.0.0.1"] {
      #expect(try await Self.failure(server, try authority.believed(), host: host) == nil)
    }
  }

  @Test func `behind a name only a certificate for that name is believed`() async throws {
    let authority = try Authority()
    let address = GeneralName.ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1]))
    let byAddress = try ServerSecurity.tls(try authority.server(names: [address]))
    let failure = try await Self.failure(
      byAddress, try authority.believed(), host: "localhost")
    #expect(failure == .otherName(names: ["127.0.0.1"]))
    #expect(try await Self.failure(byAddress, try authority.believed()) == nil)
    // Nor does the common name count.
    let byCommonName = try ServerSecurity.tls(
      try authority.server(names: [], commonName: "localhost"))
    #expect(
      try await Self.failure(byCommonName, try authority.believed(), host: "localhost")
        == .otherName(names: []))
  }

  @Test func `a certificate is believed in its time alone`() async throws {
    let authority = try Authority()
    let expired = try await Self.failure(
      try .tls(try authority.server(from: -7200, until: -3600)), try authority.believed())
    guard case .expired(let day) = expired else {
      Issue.record("got \(String(describing: expired))")
      return
    }
    #expect(day.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
    let early = try await Self.failure(
      try .tls(try authority.server(from: 3600, until: 7200)), try authority.believed())
    guard case .notYetValid = early else {
      Issue.record("got \(String(describing: early))")
      return
    }
  }

  @Test func `a client without the certificate that is demanded is told so`() async throws {
    let authority = try Authority()
    let server = try ServerSecurity.tls(
      try authority.server(), clients: .certificateDemanded(authorityFile: authority.file))
    let heard = Heard()
    let failure = try await Self.failure(server, try authority.believed(), logger: heard.logger)
    #expect(failure == .certificateDemanded)
    #expect(heard.has("The client shows no certificate"))
  }

  @Test func `a client with a certificate of a stranger is told so`() async throws {
    let authority = try Authority()
    let stranger = try Authority("Stranger")
    for clients in [
      ServerSecurity.Clients.certificateDemanded(authorityFile: authority.file),
      .certificateAccepted(authorityFile: authority.file),
    ] {
      let heard = Heard()
      let failure = try await Self.failure(
        try .tls(try authority.server(), clients: clients),
        try authority.believed(showing: try stranger.client()), logger: heard.logger)
      guard case .certificateRefused = failure else {
        Issue.record("got \(String(describing: failure))")
        return
      }
      #expect(heard.has("signed by 'CN=Stranger'"))
    }
  }

  @Test func `a client without TLS and a server with it say so on both sides`() async throws {
    let heard = Heard()
    let failure = try await Self.failure(
      try Wire.tls().server, .plaintext, logger: heard.logger)
    #expect(failure == .peerSpeaksTLS)
    #expect(heard.has("The peer speaks without TLS"))
  }

  @Test func `a client with TLS and a server without say so on both sides`() async throws {
    let heard = Heard()
    let failure = try await Self.failure(
      .plaintext, try Wire.tls().client, logger: heard.logger)
    #expect(failure == .peerSpeaksPlaintext)
    #expect(heard.has("The first bytes are TLS"))
  }
}

extension ConformingTransport {
  /// The two ways of the frame wire.
  static let wires: [ConformingTransport] = [.frameWire, .frameWireTLS]
}

/// What a server logged.
final class Heard: Sendable {
  private let lines = Mutex<[String]>([])

  var logger: Logger { Logger(label: "test") { _ in Handler(heard: self) } }

  func has(_ text: String) -> Bool {
    lines.withLock { $0.contains { $0.contains(text) } }
  }

  private struct Handler: LogHandler {
    let heard: Heard
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      heard.lines.withLock { $0.append("\(event.message)") }
    }
  }
}
