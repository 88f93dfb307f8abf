import NIOCore

extension SocketAddress {
  /// The address as gRPC describes peers, such as `ipv4:127.0.0.1:5000` or `ipv6:[::1]:443`.
  var peer: String {
    switch self {
    case .v4: "ipv4:\(ipAddress ?? ""):\(port ?? 0)"
    case .v6: "ipv6:[\(ipAddress ?? "")]:\(port ?? 0)"
    case .unixDomainSocket: "unix:\(pathname ?? "")"
    }
  }
}

extension Optional<SocketAddress> {
  /// The peer, or `unknown` when the socket was closed before it could be asked.
  var peer: String { self?.peer ?? "unknown" }
}
