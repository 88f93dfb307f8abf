/// A host and a port to listen on or to connect to.
public struct ListenAddress: Hashable, Sendable {
  /// A name or a numeric address of IPv4 or IPv6, without brackets.
  public var host: String

  /// The port, 0 to 65,535; a server that listens on 0 gets a free one.
  public var port: Int

  /// Creates an address.
  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }
}

extension ListenAddress: CustomStringConvertible {
  /// The address as people write it, such as `127.0.0.1:7710` or `[::1]:7710`.
  public var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

extension ListenAddress {
  /// Whether it is written as an address that only this machine can reach.
  ///
  /// What `localhost` stands for is up to the machine; whoever listens or connects here refuses it
  /// when it turns out to be anything else.
  public var isLoopback: Bool {
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = bytes.count == 4 && bytes.allSatisfy { UInt8($0)?.description == String($0) }
    return host == "localhost" || host == "::1" || (isIPv4 && bytes.first == "127")
  }
}
