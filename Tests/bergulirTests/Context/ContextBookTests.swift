import ArgumentParser
import FoundationEssentials
import FundAPI
import Testing
@testable import bergulir

/// A user's own folder that is gone after the test.
private struct Home: ~Copyable {
  let path = FileManager.default.temporaryDirectory.path + "/home-\(UUID())"

  var environment: Environment { Environment(variables: ["XDG_CONFIG_HOME": path]) }

  deinit { unlinkFile(path) }
}

@Test func `contexts and tokens are files that only their owner reads`() throws {
  let home = Home()
  var book = try ContextBook(environment: home.environment)
  try book.set("office", server: "127.0.0.1:7710", token: "secret")
  #expect(try mode(home.path + "/bergulir") == 0o700)
  #expect(try mode(home.path + "/bergulir/tokens") == 0o700)
  #expect(try mode(home.path + "/bergulir/contexts.json") == 0o600)
  #expect(try mode(home.path + "/bergulir/tokens/office") == 0o600)
  let text = try TextFile(path: home.path + "/bergulir/contexts.json").read()
  #expect(!text.contains("secret"))
}

@Test func `the first context is the current one, and a change keeps the token`() throws {
  let home = Home()
  var book = try ContextBook(environment: home.environment)
  try book.set("office", server: "127.0.0.1:7710", token: "secret")
  try book.set("other", server: "127.0.0.1:7711", token: nil)
  try book.set("office", server: "127.0.0.1:7712", token: nil)

  let read = try ContextBook(environment: home.environment)
  #expect(read.current == "office")
  #expect(read.sorted.map(\.name) == ["office", "other"])
  #expect(
    try read.context("office") == Context(server: "127.0.0.1:7712", tokenFile: "tokens/office"))
  #expect(try read.context("other").tokenFile == nil)
}

@Test func `a removed context takes its token along`() throws {
  let home = Home()
  var book = try ContextBook(environment: home.environment)
  try book.set("office", server: "127.0.0.1:7710", token: "secret")
  try book.remove("office")
  #expect(!FileManager.default.fileExists(atPath: home.path + "/bergulir/tokens/office"))
  #expect(try ContextBook(environment: home.environment).current == nil)
  #expect(throws: Complaint(.contextUnknown("office", known: []))) { try book.use("office") }
}

@Test(arguments: ["", ".hidden", "a/b", "..", "a b", String(repeating: "a", count: 65)])
func `a context's name is fit for a file`(name: String) {
  #expect(!Context.isName(name))
}

@Test func `flags win over variables, and variables over the current context`() throws {
  let home = Home()
  var book = try ContextBook(environment: home.environment)
  try book.set("office", server: "127.0.0.1:1", token: "office-secret")
  try book.set("other", server: "127.0.0.1:2", token: "other-secret")

  func target(_ arguments: [String], _ variables: [String: String] = [:]) throws -> String {
    var all = home.environment.variables
    all.merge(variables) { _, new in new }
    let target = try Target(
      try ConnectionOptions.parse(arguments), environment: Environment(variables: all))
    return "\(target.address) \(target.token ?? "-")"
  }
  #expect(try target([]) == "127.0.0.1:1 office-secret")
  #expect(try target([], ["BERGULIR_CONTEXT": "other"]) == "127.0.0.1:2 other-secret")
  #expect(try target([], ["BERGULIR_SERVER": "127.0.0.1:3"]) == "127.0.0.1:3 office-secret")
  #expect(
    try target(["--context", "other"], ["BERGULIR_SERVER": "127.0.0.1:3"])
      == "127.0.0.1:2 other-secret")
  #expect(
    try target(["--server", "127.0.0.1:4"], ["BERGULIR_SERVER": "127.0.0.1:3"])
      == "127.0.0.1:4 office-secret")
  try book.set("far", server: "192.0.2.7:1", token: "far-secret")
  #expect(try target(["--context", "far", "--server", "127.0.0.1:4"]) == "127.0.0.1:4 -")
  #expect(try target(["--context", "far", "--tls"]) == "192.0.2.7:1 far-secret")
  #expect(throws: Complaint(.addressInvalid("nowhere"))) {
    try target([], ["BERGULIR_SERVER": "nowhere"])
  }
}
