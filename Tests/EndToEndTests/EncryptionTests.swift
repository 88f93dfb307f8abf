import Crypto
import Foundation
import FundTesting
import SwiftASN1
import Testing
import X509

/// Certificates, TLS and its refusals, with the real programs.
@Suite(.serialized, .timeLimit(.minutes(10))) struct EncryptionTests {
  @Test func `certificates are made once, and more clients' by the same authority`() async throws {
    try await withScratch { scratch in
      let folder = scratch.url.appendingPathComponent("data/tls")
      func create(_ options: String...) async throws -> Finished {
        try await finish(
          Programs.url("bergulird"),
          ["certificate", "create", "--directory", folder.path] + options)
      }
      let first = try await create("--host", "fund.example", "--host", "192.0.2.7")
      #expect(first.status == 0, "\(first.words)")
      let names = first.output.split(separator: "\n").map { $0.split(separator: "\t")[0] }
      #expect(
        names == ["ca.pem", "ca.key", "server.pem", "server.key"].map { "\(folder.path)/\($0)" })
      #expect(first.output.contains("server fund.example 192.0.2.7 localhost 127.0.0.1 ::1\t"))
      #expect(first.words.contains("bergulird serve"))
      #expect(try mode(folder) == 0o700)
      #expect(try mode(folder.appendingPathComponent("ca.key")) == 0o600)
      #expect(try mode(folder.appendingPathComponent("server.key")) == 0o600)

      let server = try certificate(folder, "server")
      let authority = try certificate(folder, "ca")
      #expect(authority.publicKey.isValidSignature(server.signature, for: server))
      // Ten minutes before it was made, for clocks that lag.
      #expect(server.seconds == 825 * 86_400 - 1 + 600 && authority.seconds == 3650 * 86_400 + 599)
      #expect(server.notValidBefore < .now - 540 && authority.notValidBefore < .now - 540)

      let again = try await create("--host", "fund.example")
      #expect(again.status == 1 && again.words.contains("--force"), "\(again.words)")
      #expect(try certificate(folder, "server") == server)

      let client = try await create("--client", "laporan", "--days", "30")
      #expect(client.status == 0, "\(client.words)")
      let shown = try certificate(folder, "client-laporan")
      #expect(authority.publicKey.isValidSignature(shown.signature, for: shown))
      #expect(shown.seconds == 30 * 86_400 + 599)
      #expect(try certificate(folder, "server") == server)

      let forced = try await create("--force")
      #expect(forced.status == 0, "\(forced.words)")
      #expect(try certificate(folder, "server") != server)
      #expect(try certificate(folder, "ca") == authority)
    }
  }

  @Test func `commands that make certificates at once make one authority`() async throws {
    try await withScratch { scratch in
      for round in 0..<3 {
        let folder = scratch.url.appendingPathComponent("tls-\(round)")
        let runs = try await withThrowingTaskGroup(of: (Int, Finished).self) { group in
          for number in 0..<6 {
            group.addTask {
              let run = try await finish(
                Programs.url("bergulird"),
                [
                  "certificate", "create", "--directory", folder.path, "--client", "c\(number)",
                  "--host", "h\(number)",
                ])
              return (number, run)
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        let authority = try certificate(folder, "ca")
        let key = try Certificate.PrivateKey(
          pemEncoded: String(contentsOf: folder.appendingPathComponent("ca.key"), encoding: .utf8))
        #expect(key.publicKey == authority.publicKey)
        let made = runs.filter { $0.1.status == 0 }
        #expect(made.count == 1, "one server's certificate is made, and stays")
        for (number, _) in made {
          let client = try certificate(folder, "client-c\(number)")
          #expect(authority.publicKey.isValidSignature(client.signature, for: client))
        }
        let server = try certificate(folder, "server")
        #expect(authority.publicKey.isValidSignature(server.signature, for: server))
        let drafts = try FileManager.default.contentsOfDirectory(atPath: folder.path)
          .filter { $0.contains(".new-") }
        #expect(drafts.isEmpty)
      }
    }
  }

  @Test(arguments: [
    ["--host", "fund.example:7710"], ["--host", "a_b"], ["--host", "300.1.1.1"],
    ["--client", "../x"], ["--days", "826"], ["--days", "0"],
  ])
  func `what cannot stand in a certificate is refused, and nothing is written`(
    options: [String]
  ) async throws {
    try await withScratch { scratch in
      let folder = scratch.url.appendingPathComponent("tls")
      let refused = try await finish(
        Programs.url("bergulird"),
        ["certificate", "create", "--directory", folder.path] + options)
      #expect(refused.status == 1 && refused.words.hasPrefix("bergulird: "), "\(refused.words)")
      #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
  }

  @Test func `beyond loopback it serves with TLS, to those who believe it`() async throws {
    try await withScratch { scratch in
      let data = scratch.url.appendingPathComponent("data")
      let tls = data.appendingPathComponent("tls")
      let made = try await finish(
        Programs.url("bergulird"),
        ["certificate", "create", "--data-directory", data.path, "--client", "laporan"])
      #expect(made.status == 0, "\(made.words)")
      let authority = tls.appendingPathComponent("ca.pem").path
      let admin = try await bootstrap(data)
      let demand = ["--tls-client-ca", authority]
      let daemon = try await DaemonProcess(
        dataDirectory: data, listen: "0.0.0.0:0", options: demand)
      let address = try #require(daemon.address, "\(daemon.words)")
      let server = "127.0.0.1:\(try #require(address.split(separator: ":").last))"
      func ask(_ words: String, _ options: [String]) async throws -> Finished {
        try await finish(
          Programs.url("bergulir"),
          words.split(separator: " ").map(String.init) + options + ["--server", server],
          environment: ["XDG_CONFIG_HOME": scratch.url.path, "BERGULIR_LANG": "en"])
      }
      let pair = [
        "--certificate", tls.appendingPathComponent("client-laporan.pem").path, "--key",
        tls.appendingPathComponent("client-laporan.key").path,
      ]
      let served = try await ask("server info", ["--ca", authority] + pair)
      #expect(served.status == 0, "\(served.words)")
      let unbelieved = try await ask("server info", ["--tls"] + pair)
      #expect(unbelieved.status == 5 && unbelieved.words.contains("--ca FILE"))
      let nameless = try await ask("server info", ["--ca", authority])
      #expect(nameless.status == 5 && nameless.words.contains("--certificate FILE"))
      let plain = try await ask("server info", ["-o", "json"])
      #expect(plain.status == 5 && plain.words.contains("NOT_SECURED"), "\(plain.words)")
      #expect(plain.words.contains("--tls"))

      let kept = try await finish(
        Programs.url("bergulir"),
        ["context", "set", "fund", "--server", server, "--ca", authority] + pair,
        environment: ["XDG_CONFIG_HOME": scratch.url.path])
      #expect(kept.status == 0, "\(kept.words)")
      let remembered = try await finish(
        Programs.url("bergulir"), ["server", "info"],
        environment: ["XDG_CONFIG_HOME": scratch.url.path])
      #expect(remembered.status == 0, "\(remembered.words)")

      let stranger = try await ask("whoami", ["--ca", authority] + pair)
      #expect(stranger.status == 4 && stranger.words.contains("account"), "\(stranger.words)")
      let taken = try await ask(
        "token issue --principal admin --for-certificate",
        [pair[1], "--token-file", admin, "--ca", authority] + pair)
      #expect(taken.status == 0 && !taken.output.contains("bgl_"), "\(taken.words)")
      let known = try await ask("whoami", ["--ca", authority, "-o", "json"] + pair)
      #expect(known.status == 0 && known.output.contains("\"admin\""), "\(known.words)")
      await daemon.stop()
      #expect(daemon.status == 0)
    }
  }

  @Test func `clients without a certificate are taken too where they may be`() async throws {
    try await withScratch { scratch in
      let data = scratch.url.appendingPathComponent("data")
      let made = try await finish(
        Programs.url("bergulird"), ["certificate", "create", "--data-directory", data.path])
      #expect(made.status == 0, "\(made.words)")
      let authority = data.appendingPathComponent("tls/ca.pem").path
      let alone = try await refusal(data, ["--tls-client-optional"])
      #expect(alone.contains("--tls-client-ca"), "\(alone)")
      let daemon = try await DaemonProcess(
        dataDirectory: data, listen: "0.0.0.0:0",
        options: ["--tls-client-ca", authority, "--tls-client-optional"])
      let address = try #require(daemon.address, "\(daemon.words)")
      let asked = try await finish(
        Programs.url("bergulir"),
        [
          "server", "info", "--ca", authority, "--server",
          "127.0.0.1:\(try #require(address.split(separator: ":").last))",
        ], environment: ["XDG_CONFIG_HOME": scratch.url.path])
      #expect(asked.status == 0, "\(asked.words)")
      await daemon.stop()
    }
  }

  /// The file of the first administrator's token.
  private func bootstrap(_ data: URL) async throws -> String {
    let made = try await finish(
      Programs.url("bergulird"),
      [
        "principal", "bootstrap", "--data-directory", data.path, "--name",
        "Contoh Ibu Admin", "--label", "admin",
      ])
    #expect(made.status == 0, "\(made.words)")
    let file = data.appendingPathComponent("admin.token")
    try made.output.write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    return file.path
  }

  /// One that serves all the same would never end by itself.
  @Test(.timeLimit(.minutes(2)))
  func `beyond loopback it does not serve without TLS unless told twice`() async throws {
    try await withScratch { scratch in
      let data = scratch.url.appendingPathComponent("data")
      let none = try await refusal(data, [])
      #expect(none.contains("bergulird certificate create"), "\(none)")
      let once = try await refusal(data, ["--insecure"])
      #expect(once.contains("--insecure --insecure"), "\(once)")
      #expect(!FileManager.default.fileExists(atPath: data.path), "nothing was begun")
    }
  }

  @Test func `a client does not send its token in the clear unless told twice`() async throws {
    try await withScratch { scratch in
      let refused = try await finish(
        Programs.url("bergulir"),
        ["server", "info", "--server", "192.0.2.7:7710", "--insecure", "-o", "json"],
        environment: ["XDG_CONFIG_HOME": scratch.url.path])
      #expect(refused.status == 2 && refused.words.contains("INSECURE_ONCE"), "\(refused.words)")
      let both = try await finish(
        Programs.url("bergulir"), ["server", "info", "--insecure", "--tls"],
        environment: ["XDG_CONFIG_HOME": scratch.url.path])
      #expect(both.status == 2, "\(both.words)")
    }
  }

  @Test func `a certificate that cannot be used is refused at the start`() async throws {
    try await withScratch { scratch in
      let data = scratch.url.appendingPathComponent("data")
      let tls = data.appendingPathComponent("tls")
      let made = try await finish(
        Programs.url("bergulird"),
        ["certificate", "create", "--data-directory", data.path])
      #expect(made.status == 0, "\(made.words)")
      let (server, key) = (tls.path + "/server.pem", tls.path + "/server.key")
      let other = try await refusal(
        data, ["--tls-certificate", server, "--tls-key", tls.path + "/ca.key"])
      #expect(other.contains("is not the key of the certificate"), "\(other)")
      let missing = try await refusal(
        data, ["--tls-certificate", tls.path + "/none.pem", "--tls-key", key])
      #expect(missing.contains("none.pem cannot be read"), "\(missing)")
      let half = try await refusal(data, ["--tls-certificate", server])
      #expect(half.contains("--tls-key"), "\(half)")
      let (old, oldKey) = try writeExpired(in: tls)
      let expired = try await refusal(data, ["--tls-certificate", old, "--tls-key", oldKey])
      #expect(expired.contains("was valid until"), "\(expired)")
    }
  }

  /// What a daemon that must not start says.
  private func refusal(_ data: URL, _ options: [String]) async throws -> String {
    let ended = try await finish(
      Programs.url("bergulird"),
      ["serve", "--data-directory", data.path, "--listen", "0.0.0.0:0"] + options)
    #expect(ended.status == 1)
    return ended.words
  }

  private func withScratch(_ body: (Scratch) async throws -> Void) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try await body(scratch)
  }

  private func mode(_ url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }

  private func certificate(_ folder: URL, _ name: String) throws -> Certificate {
    let file = folder.appendingPathComponent(name + ".pem")
    return try Certificate(pemEncoded: try String(contentsOf: file, encoding: .utf8))
  }

  /// Writes a certificate of yesterday and its key.
  private func writeExpired(in folder: URL) throws -> (String, String) {
    let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let name = try DistinguishedName { CommonName("old") }
    let old = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
      notValidBefore: .now - 172_800, notValidAfter: .now - 86_400, issuer: name, subject: name,
      extensions: Certificate.Extensions(), issuerPrivateKey: key)
    let paths = (folder.path + "/old.pem", folder.path + "/old.key")
    try old.serializeAsPEM().pemString.write(toFile: paths.0, atomically: true, encoding: .utf8)
    try key.serializeAsPEM().pemString.write(toFile: paths.1, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: paths.1)
    return paths
  }
}

extension Certificate {
  /// How long it is valid.
  fileprivate var seconds: Double { notValidAfter.timeIntervalSince(notValidBefore) }
}
