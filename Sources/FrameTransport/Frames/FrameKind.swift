/// What a frame is; the second field of every frame.
///
/// Kinds that a later version will use have their numbers in docs/wire.md. They are no cases
/// here: a peer of version 1 that sends one breaks the protocol.
enum FrameKind: UInt8, CaseIterable, Sendable {
  case hello = 0x01
  case goAway = 0x02
  case request = 0x10
  case response = 0x11
  case cancel = 0x12

  /// Whether the frame belongs to a call; the others belong to the connection and name call 0.
  var belongsToCall: Bool {
    switch self {
    case .hello, .goAway: false
    case .request, .response, .cancel: true
    }
  }

  /// The one set of flags that version 1 allows on the kind.
  var flags: UInt8 {
    switch self {
    case .hello, .goAway, .cancel: 0
    case .request, .response: Self.endOfStream
    }
  }

  /// The flag that says: nothing of this call follows from the sender.
  static let endOfStream: UInt8 = 0x01
}

extension FrameKind: CustomStringConvertible {
  var description: String {
    switch self {
    case .hello: "HELLO"
    case .goAway: "GOAWAY"
    case .request: "REQUEST"
    case .response: "RESPONSE"
    case .cancel: "CANCEL"
    }
  }
}
