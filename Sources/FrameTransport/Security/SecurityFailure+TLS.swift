import FoundationEssentials
import Glibc
import NIOCore
import NIOPosix
import NIOSSL
import SwiftASN1
import X509

extension SecurityFailure {
  /// Reads what went wrong before the HELLO of a peer came; nothing for what TLS has no part in.
  init?(_ error: any Error, context: ChannelHandlerContext) {
    switch error {
    case NIOSSLError.handshakeFailed(let failure):
      self.init(failure, context: context)
    case let failure as BoringSSLError:
      self.init(failure, context: context)
    case let failure as NIOSSLExtraError where failure == .failedToValidateHostname:
      self = .otherName(names: CertificateText(context)?.names ?? [])
    case let failure as NIOSSLExtraError:
      self = .broken(failure.description)
    case NIOSSLError.uncleanShutdown, is IOError:
      self = .endedEarly
    default:
      return nil
    }
  }

  private init(_ failure: BoringSSLError, context: ChannelHandlerContext) {
    let words = "\(failure)"
    let known = Self.words.first { words.contains($0.word) }
    switch known?.meaning {
    case .failure(let failure):
      self = failure
    case .unverified:
      self = CertificateText(context)?.failure(at: time(nil)) ?? .untrusted(issuer: "an authority")
    case .refused(let said):
      self = .certificateRefused(said)
    case nil:
      self = .broken(words)
    }
  }

  /// What a word in an error of BoringSSL means.
  private enum Meaning {
    case failure(SecurityFailure)
    /// The certificate of the peer does not stand up to a check.
    case unverified
    /// That of this side does not, as the peer says.
    case refused(String)
  }

  private static let words: [(word: String, meaning: Meaning)] = [
    ("CERTIFICATE_VERIFY_FAILED", .unverified),
    ("PEER_DID_NOT_RETURN_A_CERTIFICATE", .failure(.certificateMissing)),
    ("ALERT_CERTIFICATE_REQUIRED", .failure(.certificateDemanded)),
    ("ALERT_UNKNOWN_CA", .refused("signed by an authority it does not know")),
    ("ALERT_CERTIFICATE_EXPIRED", .refused("expired, or not valid yet")),
    ("ALERT_CERTIFICATE_REVOKED", .refused("revoked")),
    ("ALERT_BAD_CERTIFICATE", .refused("broken")),
    ("ALERT_UNSUPPORTED_CERTIFICATE", .refused("made for something else")),
    ("ALERT_CERTIFICATE_UNKNOWN", .refused("for a reason that it keeps")),
    ("UNSUPPORTED_PROTOCOL", .failure(.noCommonVersion)),
    ("ALERT_PROTOCOL_VERSION", .failure(.noCommonVersion)),
    ("NO_APPLICATION_PROTOCOL", .failure(.anotherProtocol)),
    ("WRONG_VERSION_NUMBER", .failure(.peerSpeaksPlaintext)),
    ("EOF during handshake", .failure(.endedEarly)),
  ]
}

extension SecurityFailure {
  /// Holds the certificate of a server against the name that was asked for; nothing when it is for
  /// that name.
  ///
  /// NIOSSL is content with the address behind a name, and with a common name: whoever leads the
  /// name astray could show a good certificate of their own.
  init?(name host: String, context: ChannelHandlerContext) {
    let names = CertificateText(context)?.names ?? []
    guard !names.contains(where: { Self.isName($0, of: host) }) else { return nil }
    self = .otherName(names: names)
  }

  /// Whether a name of a certificate, whose first label may be `*`, is that of a host.
  private static func isName(_ name: String, of host: String) -> Bool {
    let (name, host) = (plain(name), plain(host))
    guard name.hasPrefix("*."), let dot = host.firstIndex(of: ".") else { return name == host }
    return host[dot...] == name.dropFirst()
  }

  private static func plain(_ name: String) -> Substring {
    let lower = Substring(name.lowercased())
    return lower.hasSuffix(".") ? lower.dropLast() : lower
  }
}

/// What a certificate says of itself, with marks instead of what would move a terminal's cursor.
private struct CertificateText {
  let names: [String]
  private let issuer: String
  private let notBefore: Date
  private let notAfter: Date

  /// Reads the certificate of a peer; nothing when it showed none that can be read.
  init?(_ context: ChannelHandlerContext) {
    do {
      guard let shown = try context.pipeline.syncOperations.nioSSL_peerCertificate() else {
        return nil
      }
      let certificate = try Certificate(derEncoded: try shown.toDERBytes())
      names = (try certificate.extensions.subjectAlternativeNames?.compactMap(\.text) ?? [])
        .map(Self.printable)
      issuer = "'\(Self.printable("\(certificate.issuer)"))'"
      notBefore = certificate.notValidBefore
      notAfter = certificate.notValidAfter
    } catch {
      return nil
    }
  }

  /// A stranger wrote it, and it goes to logs and terminals.
  private static func printable(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(200).map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "?"
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Why it was not believed, at a time in seconds since 1970.
  func failure(at seconds: Int) -> SecurityFailure {
    let now = Date(timeIntervalSince1970: TimeInterval(seconds))
    let day = Date.ISO8601FormatStyle().year().month().day()
    if now > notAfter { return .expired(notAfter.formatted(day)) }
    if now < notBefore { return .notYetValid(notBefore.formatted(day)) }
    return .untrusted(issuer: issuer)
  }
}

extension GeneralName {
  /// The name of a host or its address, as people write it.
  fileprivate var text: String? {
    switch self {
    case .dnsName(let name):
      return name
    case .ipAddress(let address):
      do {
        return try SocketAddress(packedIPAddress: ByteBuffer(bytes: address.bytes), port: 0)
          .ipAddress
      } catch {
        return nil
      }
    default:
      return nil
    }
  }
}
