import ArgumentParser
import FoundationEssentials
import FundAPI
import GRPCCore
import Testing
@testable import FrameTransport
@testable import bergulir

@Test(arguments: [
  ("127.0.0.1:7710", [], false), ("localhost:7710", [], false), ("[::1]:7710", ["--tls"], true),
  ("192.0.2.7:7710", [], true), ("fund.example:7710", [], true),
  ("192.0.2.7:7710", ["--insecure", "--insecure"], false),
  ("127.0.0.1:7710", ["--insecure"], false),
])
func `TLS is used beyond this machine, and where it is asked for`(
  server: String, flags: [String], isEncrypted: Bool
) throws {
  let address = try Target.address(server)
  let choice = try SecurityOptions.parse(flags).choice(for: address, nil, nil)
  #expect((try choice.client(of: address).context != nil) == isEncrypted)
}

@Test func `beyond this machine one word is not enough to go without TLS`() throws {
  let options = try SecurityOptions.parse(["--insecure"])
  #expect(throws: Complaint(.security(.insecureOnce(address: "192.0.2.7:7710")))) {
    try options.choice(for: try Target.address("192.0.2.7:7710"), nil, nil)
  }
}

@Test(arguments: [["--insecure", "--tls"], ["--insecure", "--ca", "ca.pem"]])
func `TLS and none at once is a usage error`(flags: [String]) {
  #expect(throws: (any Error).self) { try SecurityOptions.parse(flags) }
}

@Test func `a certificate without its key is refused`() throws {
  let address = try Target.address("127.0.0.1:7710")
  let options = try SecurityOptions.parse(["--certificate", "a.pem"])
  #expect(
    throws: Complaint(
      .security(.certificateIncomplete(given: "--certificate", missing: "--key")))
  ) {
    try options.choice(for: address, nil, nil).client(of: address)
  }
}

@Test func `flags win over variables, and variables over a context's files`() throws {
  let address = try Target.address("192.0.2.7:7710")
  let context = Context(
    server: "192.0.2.7:7710",
    security: SecurityChoice(ca: "context.pem", certificate: "context.crt", key: "context.key"))
  let variables = Environment(variables: [
    "BERGULIR_CA": "variable.pem", "BERGULIR_CERTIFICATE": "variable.crt",
  ])
  let choice = try SecurityOptions.parse(["--ca", "flag.pem"])
    .choice(for: address, variables, context)
  #expect(
    choice
      == SecurityChoice(
        tls: true, ca: "flag.pem", certificate: "variable.crt", key: "context.key"))
}

@Test func `a context's word on TLS holds for its own server alone`() throws {
  let path = FileManager.default.temporaryDirectory.path + "/home-\(UUID())"
  let environment = Environment(variables: ["XDG_CONFIG_HOME": path])
  var book = try ContextBook(environment: environment)
  try book.set(
    "fund", server: "192.0.2.7:7710", token: nil, security: SecurityChoice(tls: false))
  func isEncrypted(_ words: [String]) throws -> Bool {
    let options = try ConnectionOptions.parse(words)
    return try Target(options, environment: environment).security.context != nil
  }
  #expect(try !isEncrypted([]))
  #expect(try isEncrypted(["--server", "192.0.2.8:7710"]))
  try FileManager.default.removeItem(atPath: path)
}

@Test(arguments: [
  SecurityFailure.peerSpeaksPlaintext, .peerSpeaksTLS, .noCommonVersion, .anotherProtocol,
  .untrusted(issuer: "a"), .expired("a"), .notYetValid("a"), .otherName(names: []),
  .certificateMissing, .certificateDemanded, .certificateRefused("a"), .endedEarly, .broken("a"),
])
func `a connection that is not secured ends the call before anything was sent`(
  failure: SecurityFailure
) throws {
  let address = try Target.address("192.0.2.7:7710")
  let error = RPCError(code: .unavailable, message: "", cause: failure)
  let shown = CallFailure(error, address: address)
  #expect(shown.exit == .unreachable)
  #expect(shown.ofWrite(.init()).violations.map(\.reason) == ["NOT_SECURED"])
}
