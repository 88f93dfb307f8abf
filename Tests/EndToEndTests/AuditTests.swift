import Foundation
import FundTesting
import Testing

/// A life by the real programs, with everything that the daemon says at its most talkative.
@Suite(.serialized, .timeLimit(.minutes(10))) struct AuditTests {
  @Test func `a life leaves signed heads, a chain that verifies, and no secret in the log`()
    async throws
  {
    try await withDemo { demo, home in
      #expect(demo.status == 0, "\(demo.output.suffix(2000)) \(demo.words)")
      let heads = home.appendingPathComponent("heads.jsonl")
      let key = try await signingKey(home)
      let said = try await withDaemon(
        dataDirectory: home.appendingPathComponent("data"),
        options: [
          "--head-key-file", key.file, "--heads-file", heads.path, "--log-level", "debug",
        ]
      ) { daemon in
        let person = Person(daemon: daemon, home: home)
        try await expectWholeChains(person, heads, key.publicKey)
        try await expectLogin(person)
        return daemon
      }
      let lines = try String(contentsOf: heads, encoding: .utf8).split(separator: "\n")
      // At the start the province and the UPK; at the end the province, whose tokens moved.
      #expect(lines.count == 3, "\(lines)")
      let log = try String(contentsOf: home.appendingPathComponent("daemon.log"), encoding: .utf8)
      #expect(log.contains("method=") && log.contains("request_id=") && log.contains("peer="))
      for secret in try secrets(home) {
        #expect(!log.contains(secret) && !said.words.contains(secret), "\(secret.prefix(4))…")
      }
    }
  }

  @Test func `heads inside the data directory, or half of what they need, are refused`()
    async throws
  {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let data = scratch.url.appendingPathComponent("data")
    for (options, word) in [
      (["--heads-file", scratch.url.path + "/h"], "belong together"),
      (["--head-key-file", "k", "--heads-file", data.path + "/h"], "is in the data directory"),
      (
        ["--head-key-file", scratch.url.path + "/k", "--heads-file", scratch.url.path + "/h"],
        "generate-key --signing"
      ),
    ] {
      let daemon = try await DaemonProcess(dataDirectory: data, options: options)
      await daemon.ended()
      #expect(daemon.status == 1 && daemon.words.contains(word), "\(daemon.words)")
    }
  }

  /// Somebody who works with a daemon.
  private struct Person {
    let daemon: DaemonProcess
    let home: URL

    func bergulir(
      _ arguments: [String], as context: String = "admin", input: String = ""
    ) async throws -> Finished {
      try await finish(
        Programs.url("bergulir"), arguments,
        environment: [
          "XDG_CONFIG_HOME": home.appendingPathComponent("config").path,
          "BERGULIR_CONTEXT": context, "BERGULIR_SERVER": try #require(daemon.address),
          "BERGULIR_LANG": "en",
        ], input: input)
    }
  }

  private func expectWholeChains(_ person: Person, _ heads: URL, _ key: String) async throws {
    let checked = try await person.bergulir([
      "audit", "verify", "--all", "--heads", heads.path, "--public-key", key, "-o", "json",
    ])
    #expect(checked.status == 0, "\(checked.output) \(checked.words)")
    let streams = try #require(try checked.json()["items"] as? [[String: Any]])
    #expect(streams.map { $0["stream"] as? String } == ["province", "upks/malabutor"])
    let other = try await person.bergulir([
      "audit", "verify", "--all", "--heads", heads.path, "--public-key",
      String(repeating: "0", count: 64),
    ])
    #expect(other.status == 2 && other.words.contains("HEAD_NOT_SIGNED"), "\(other.words)")
    let sheet = try await person.bergulir([
      "report", "notice-board", "--upk", "malabutor", "--month", "2017-12", "-o", "json",
    ])
    let seal = try #require(try sheet.json()["seal"] as? String)
    for (printed, status) in [(seal, Int32(0)), (String(seal.dropLast(4)) + "zzzz", 2)] {
      let found = try await person.bergulir([
        "audit", "verify", "--upk", "malabutor", "--printed", printed,
      ])
      #expect(found.status == status, "\(found.words)")
    }
    let rewritten = try await person.bergulir([
      "audit", "verify", "--upk", "malabutor", "--printed", "1:0000000000000000",
    ])
    #expect(rewritten.status == 10 && rewritten.output.contains("rewritten"))
    let log = try await person.bergulir([
      "audit", "log", "--upk", "malabutor", "--kind", "disbursement.post", "-o", "json",
    ])
    let events = try #require(try log.json()["items"] as? [[String: Any]])
    let number = try #require(events.first?["number"] as? Int)
    let shown = try await person.bergulir(["audit", "show", "malabutor/\(number)"])
    #expect(shown.status == 0 && shown.output.contains("Hash before"), "\(shown.words)")
    // What shows names and NIK to those who may see them.
    _ = try await person.bergulir(["person", "list", "--all"])
    _ = try await person.bergulir(["member", "list", "malabutor/1"], as: "manager")
  }

  /// In with a token, another one in its place, and out: what was logged out of is worthless.
  private func expectLogin(_ person: Person) async throws {
    let folder = person.home.appendingPathComponent("config/bergulir/tokens")
    let first = try String(contentsOf: folder.appendingPathComponent("manager"), encoding: .utf8)
    let login = try await person.bergulir(["login", "mine"], input: first)
    #expect(login.status == 0 && login.words.contains("Logged in as manager"), "\(login.words)")
    let rotated = try await person.bergulir(["token", "rotate"], as: "mine")
    #expect(rotated.status == 0 && !rotated.output.contains("bgl_"), "\(rotated.words)")
    let second = try String(contentsOf: folder.appendingPathComponent("mine"), encoding: .utf8)
    #expect(first != second)
    let old = try await person.bergulir(["whoami"], as: "manager")
    #expect(old.status == 4 && old.words.contains("TOKEN_REVOKED"), "\(old.words)")
    #expect(try await person.bergulir(["whoami"], as: "mine").status == 0)
    let out = try await person.bergulir(["logout", "mine", "--revoke"])
    #expect(out.status == 0 && out.words.contains("revoked at the daemon"), "\(out.words)")
    let gone = try await person.bergulir(["login", "mine"], input: second)
    #expect(gone.status == 4 && gone.words.contains("TOKEN_REVOKED"), "\(gone.words)")
  }

  private func signingKey(_ home: URL) async throws -> (file: String, publicKey: String) {
    let made = try await finish(Programs.url("bergulird"), ["generate-key", "--signing"])
    let file = home.appendingPathComponent("head.key")
    try made.output.write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let line = try #require(made.output.split(separator: "\n").last)
    return (file.path, String(line.dropFirst("public ".count)))
  }

  /// Every name, NIK and token of the demo.
  private func secrets(_ home: URL) throws -> [String] {
    var secrets: [String] = []
    let files = try FileManager.default.contentsOfDirectory(
      at: Programs.root.appendingPathComponent("Examples/mentari"), includingPropertiesForKeys: nil)
    for file in files where file.lastPathComponent.contains(/^(members|officers)/) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for row in table(text) {
        secrets += ["name", "nik"].compactMap { row[$0] }.filter { !$0.isEmpty }
      }
    }
    for file in try FileManager.default.contentsOfDirectory(
      at: home.appendingPathComponent("config/bergulir/tokens"), includingPropertiesForKeys: nil)
    {
      let text = try String(contentsOf: file, encoding: .utf8)
      secrets.append(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    #expect(secrets.contains { $0.hasPrefix("bgl_") } && secrets.count > 40)
    return secrets
  }
}
