/// Why a server of the frame wire cannot listen.
public enum FrameTransportError: Error, Hashable {
  /// The address is taken, is not of this machine or may not be used.
  case cannotListen(ListenAddress, reason: String)
  /// The transport was shut down before it listened, or listened before.
  case notListening
}

extension FrameTransportError: CustomStringConvertible {
  /// What happened and what to do.
  public var description: String {
    switch self {
    case .cannotListen(let address, let reason):
      "Cannot listen on \(address): \(reason). Free the port, or choose another address."
    case .notListening:
      "The server was shut down, or its transport was used before; make a new one."
    }
  }
}
