import Glibc
import SwiftASN1
import X509

/// A name or an address that a server's certificate is for.
struct HostName: Hashable, Sendable {
  let text: String

  /// The addresses by which a machine calls itself.
  static let loopback = ["localhost", "127.0.0.1", "::1"]

  /// Reads a host name or an address of IPv4 or IPv6.
  ///
  /// - Throws: `CertificateError.hostUnfit`.
  init(_ text: String) throws(CertificateError) {
    self.text = text
    guard address != nil || HostName.isName(text) else { throw .hostUnfit(text) }
  }

  /// A name that is known to fit.
  init(known text: String) {
    self.text = text
  }

  /// The name of this machine, where it has one that fits.
  static var ofThisMachine: String? {
    var bytes = [CChar](repeating: 0, count: 256)
    let result = gethostname(&bytes, bytes.count - 1)
    let text = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let name = String(decoding: text, as: UTF8.self)
    return result == 0 && isName(name) ? name : nil
  }

  /// As certificates write it.
  var generalName: GeneralName {
    address.map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) } ?? .dnsName(text)
  }

  private var address: [UInt8]? {
    var ipv4 = in_addr()
    if inet_pton(AF_INET, text, &ipv4) == 1 { return withUnsafeBytes(of: ipv4) { Array($0) } }
    var ipv6 = in6_addr()
    if inet_pton(AF_INET6, text, &ipv6) == 1 { return withUnsafeBytes(of: ipv6) { Array($0) } }
    return nil
  }

  /// Whether a text is a name as hosts have them: labels of letters, digits and inner hyphens.
  private static func isName(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    let isEveryLabelFit = labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
    // All digits would be an address with a mistake in it.
    let isNumeric = labels.last?.utf8.allSatisfy { (48...57).contains($0) } ?? true
    return isEveryLabelFit && !isNumeric && text.utf8.count <= 253
  }
}

/// Whether a byte is an ASCII letter or digit.
func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
}
