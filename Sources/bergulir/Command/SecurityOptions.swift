import ArgumentParser
import FoundationEssentials
import FrameTransport
import FundAPI

/// Whether the connection is encrypted, whom it believes and what it shows.
struct SecurityOptions: ParsableArguments {
  @Flag(help: "Use TLS; for a daemon on another machine it is used anyway.")
  var tls = false

  @Option(
    help: ArgumentHelp(
      "Who signed the daemon's certificate; default whom this machine believes (BERGULIR_CA).",
      valueName: "file"))
  var ca: String?

  @Option(
    help: ArgumentHelp("A certificate to show (BERGULIR_CERTIFICATE).", valueName: "file"))
  var certificate: String?

  @Option(
    help: ArgumentHelp("Its private key (BERGULIR_CERTIFICATE_KEY).", valueName: "file"))
  var key: String?

  @Flag(help: "Do not encrypt; for a daemon on another machine give it twice.")
  var insecure: Int

  func validate() throws {
    guard insecure == 0 || (!tls && ca == nil && certificate == nil && key == nil) else {
      throw ValidationError(OptionMistake.insecureBesideTLS)
    }
  }
}

extension SecurityOptions {
  /// What the flags say, else the variables, else a context.
  ///
  /// - Throws: `Complaint`: `insecureOnce`.
  func choice(
    for address: ListenAddress, _ variables: Environment?, _ context: Context?
  ) throws -> SecurityChoice {
    guard insecure == 0 else {
      guard address.isLoopback || insecure > 1 else {
        throw Complaint(.security(.insecureOnce(address: address.description)))
      }
      return SecurityChoice(tls: false)
    }
    let kept = context?.security ?? SecurityChoice()
    let named = SecurityChoice(
      ca: ca ?? variables?["BERGULIR_CA"],
      certificate: certificate ?? variables?["BERGULIR_CERTIFICATE"],
      key: key ?? variables?["BERGULIR_CERTIFICATE_KEY"])
    return SecurityChoice(
      tls: tls || !named.isEmpty ? true : kept.tls, ca: named.ca ?? kept.ca,
      certificate: named.certificate ?? kept.certificate, key: named.key ?? kept.key)
  }
}

extension SecurityOptions {
  /// What is typed of TLS, checked, with files as seen from the root; nothing when nothing is.
  func kept(for address: ListenAddress) throws -> SecurityChoice? {
    var choice = try self.choice(for: address, nil, nil)
    guard !choice.isEmpty else { return nil }
    _ = try choice.client(of: address)
    choice.ca = choice.ca.map(absolute)
    choice.certificate = choice.certificate.map(absolute)
    choice.key = choice.key.map(absolute)
    return choice
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

/// How to speak with a daemon, before any file is read.
struct SecurityChoice: Codable, Hashable, Sendable {
  /// Nothing where the address and the files decide.
  var tls: Bool?
  var ca: String?
  var certificate: String?
  var key: String?

  /// Whether nothing is said.
  var isEmpty: Bool { self == SecurityChoice() }

  /// Reads the files; TLS for every daemon on another machine, and wherever a file is named.
  ///
  /// - Throws: `Complaint`: `security`.
  func client(of address: ListenAddress) throws -> ClientSecurity {
    let isNamed = ca != nil || certificate != nil || key != nil
    guard tls ?? (isNamed || !address.isLoopback) else { return .plaintext }
    do {
      return try .tls(
        authorities: ca.map { .file($0) } ?? .system, credentials: try credentials())
    } catch let error as SecurityFileError {
      throw Complaint(.security(.fileUnusable(.init(error))))
    }
  }

  private func credentials() throws -> Credentials? {
    switch (certificate, key) {
    case (nil, nil): nil
    case (let certificate?, let key?):
      try Credentials(certificateFile: certificate, keyFile: key)
    case (_?, nil):
      throw Complaint(.security(.certificateIncomplete(given: "--certificate", missing: "--key")))
    case (nil, _?):
      throw Complaint(.security(.certificateIncomplete(given: "--key", missing: "--certificate")))
    }
  }
}

/// Files of certificates that are read for what they say, not to connect with them.
enum SecurityFiles {
  /// The first certificate of a file in PEM, in DER.
  static func certificate(in path: String) throws -> [UInt8] {
    do {
      return try Credentials.firstCertificate(in: path)
    } catch {
      throw Complaint(.security(.fileUnusable(.init(error))))
    }
  }
}
