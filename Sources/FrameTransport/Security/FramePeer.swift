public import GRPCCore

/// What a server knows of the client at the other end of a connection within TLS.
///
/// It is the `transportSpecific` of a call's `ServerContext`, which has none without TLS.
public struct FramePeer: ServerContext.TransportSpecific, Hashable {
  /// The certificate that the client has shown, in DER, checked against the authorities of the
  /// server; nothing when it has shown none.
  public let certificate: [UInt8]?
}
