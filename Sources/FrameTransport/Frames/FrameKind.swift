/// What a frame is; the second field of every frame.
enum FrameKind: UInt8, CaseIterable, Sendable {
  case hello = 0x01
  case goAway = 0x02
  case ping = 0x03
  case credit = 0x04
  case request = 0x10
  case response = 0x11
  case reset = 0x12
  case message = 0x13
  case halfClose = 0x14
  case status = 0x15

  /// What the call field of a kind may name.
  enum Scope: Hashable {
    case connection
    case call
    case either
  }

  var scope: Scope {
    switch self {
    case .hello, .goAway, .ping: .connection
    case .credit: .either
    case .request, .response, .reset, .message, .halfClose, .status: .call
    }
  }

  /// The highest flags allowed on the kind; all from 0 up to it are.
  var highestFlags: UInt8 {
    switch self {
    case .hello, .goAway, .credit, .reset, .halfClose, .status: 0
    case .ping, .request, .response: 1
    case .message: 2
    }
  }
}

extension FrameKind: CustomStringConvertible {
  var description: String {
    switch self {
    case .hello: "HELLO"
    case .goAway: "GOAWAY"
    case .ping: "PING"
    case .credit: "CREDIT"
    case .request: "REQUEST"
    case .response: "RESPONSE"
    case .reset: "RESET"
    case .message: "MESSAGE"
    case .halfClose: "HALF_CLOSE"
    case .status: "STATUS"
    }
  }
}
