import Foundation
import NIOCore
import Testing

@testable import FrameTransport

struct CredentialsTests {
  @Test func `a file that is missing, or holds something else, is named`() throws {
    let authority = try Authority()
    try authority.write("nonsense", to: "nonsense")
    let (nonsense, missing) = (authority.path("nonsense"), authority.path("missing"))
    #expect(throws: SecurityFileError.noCertificate(path: nonsense)) {
      try Credentials(certificateFile: nonsense, keyFile: nonsense)
    }
    #expect(throws: SecurityFileError.noKey(path: nonsense)) {
      try Credentials(certificateFile: authority.file, keyFile: nonsense)
    }
    #expect(
      throws: SecurityFileError.unreadable(path: missing, reason: "No such file or directory")
    ) {
      try Credentials(certificateFile: missing, keyFile: nonsense)
    }
    #expect(throws: SecurityFileError.noCertificate(path: nonsense)) {
      try ClientSecurity.tls(authorities: .file(nonsense))
    }
  }

  @Test func `a key that is not the certificate's is refused`() throws {
    let authority = try Authority()
    _ = try authority.server()
    let folder = URL(fileURLWithPath: authority.file).deletingLastPathComponent()
    let key = try #require(
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .first { $0.pathExtension == "key" })
    #expect(
      throws: SecurityFileError.keyOfAnother(certificate: authority.file, key: key.path)
    ) {
      try Credentials(certificateFile: authority.file, keyFile: key.path)
    }
  }

  @Test func `a key that others may read is refused`() throws {
    let authority = try Authority()
    try authority.write("key", to: "open.key")
    let path = authority.path("open.key")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: SecurityFileError.keyOpen(path: path, mode: "644")) {
      try Credentials(certificateFile: authority.file, keyFile: path)
    }
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.8.9.1", true), ("::1", true), ("localhost", true),
    ("0.0.0.0", false), ("192.0.2.7", false), ("fund.example", false), ("127.0.0", false),
  ])
  func `loopback is what only this machine reaches`(host: String, isLoopback: Bool) {
    #expect(ListenAddress(host: host, port: 1).isLoopback == isLoopback)
  }

  @Test(arguments: [
    ("localhost", "127.0.0.1", true), ("localhost", "127.0.1.1", true), ("localhost", "::1", true),
    ("localhost", "::ffff:127.0.0.1", true), ("127.0.0.1", "127.0.0.1", true),
    ("localhost", "192.0.2.7", false), ("localhost", "0.0.0.0", false), ("localhost", "::", false),
    ("localhost", "2001:db8::127", false), ("192.0.2.7", "192.0.2.7", true),
    ("fund.example", "192.0.2.7", true),
  ])
  func `a name of this machine is taken for no other`(
    host: String, resolved: String, isFit: Bool
  ) throws {
    let address = ListenAddress(host: host, port: 1)
    let complaint = address.complaint(about: try SocketAddress(ipAddress: resolved, port: 1))
    #expect((complaint == nil) == isFit, "\(complaint ?? "no complaint")")
    #expect(address.complaint(about: nil) == nil)
  }
}
