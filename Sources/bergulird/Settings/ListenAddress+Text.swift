import FrameTransport

extension ListenAddress {
  /// Reads `HOST:PORT`, with an IPv6 address in brackets.
  ///
  /// - Throws: `DaemonError.listenAddressUnreadable`.
  init(text: String) throws(DaemonError) {
    guard let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...])
    else { throw .listenAddressUnreadable(text) }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      throw .listenAddressUnreadable(text)
    }
    guard !host.isEmpty else { throw .listenAddressUnreadable(text) }
    self.init(host: String(host), port: Int(port))
  }
}
