import NIOCore

extension ListenAddress {
  /// What is wrong with the address that a socket has got for this one; nothing in most cases.
  ///
  /// Nobody who names this machine gets another one: what goes to it may go in the clear.
  func complaint(about socket: SocketAddress?) -> String? {
    guard isLoopback, let found = socket?.ipAddress, !Self.isLoopback(numeric: found) else {
      return nil
    }
    return "\(host) is \(found) here, which is not this machine alone. "
      + "Correct it in /etc/hosts, or name the address itself"
  }

  /// Whether an address, as the system writes it, is of loopback.
  private static func isLoopback(numeric text: String) -> Bool {
    ListenAddress(host: text, port: 0).isLoopback || text.hasPrefix("::ffff:127.")
  }
}
