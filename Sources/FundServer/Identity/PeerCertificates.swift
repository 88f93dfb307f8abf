public import GRPCCore

/// Where the certificate of a call's connection is found, which each wire keeps in its own way.
public struct PeerCertificates: Sendable {
  /// The certificate in DER that the client proved to have the key of, checked against the
  /// authorities of the daemon; nothing where it showed none.
  let of: @Sendable (ServerContext) -> [UInt8]?

  public init(_ of: @escaping @Sendable (ServerContext) -> [UInt8]?) {
    self.of = of
  }

  /// Of wires that have none.
  public static let none = PeerCertificates { _ in nil }
}
