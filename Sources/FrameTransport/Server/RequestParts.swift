import GRPCCore

/// The parts of a request: its metadata, then its messages.
struct RequestParts: AsyncSequence, Sendable {
  typealias Element = RPCRequestPart<FrameBytes>
  typealias Failure = any Error

  let call: IncomingCall
  let connection: ServerConnection

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(stage: .metadata(call), connection: connection)
  }

  struct AsyncIterator: AsyncIteratorProtocol {
    enum Stage {
      case metadata(IncomingCall)
      case message(FrameBytes)
      case stream(UInt32)
      case end
    }

    fileprivate(set) var stage: Stage
    fileprivate let connection: ServerConnection

    mutating func next() async throws -> Element? {
      try await next(isolation: nil)
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Element? {
      switch stage {
      case .metadata(let call):
        stage =
          switch call.content {
          case .whole(let message): .message(FrameBytes(message))
          case .stream: .stream(call.call)
          }
        return .metadata(call.metadata)
      case .message(let bytes):
        stage = .end
        return .message(bytes)
      case .stream(let call):
        switch try await connection.next(call) {
        case .message(let bytes):
          return .message(FrameBytes(bytes))
        case .end:
          stage = .end
          return nil
        }
      case .end:
        return nil
      }
    }
  }
}
