import GRPCCore

/// The parts of a unary request: its metadata, then its message.
struct RequestParts: AsyncSequence, Sendable {
  typealias Element = RPCRequestPart<FrameBytes>
  typealias Failure = any Error

  let call: IncomingCall

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(stage: .metadata(call))
  }

  struct AsyncIterator: AsyncIteratorProtocol {
    enum Stage {
      case metadata(IncomingCall)
      case message(FrameBytes)
      case end
    }

    fileprivate(set) var stage: Stage

    mutating func next() async throws -> Element? {
      try await next(isolation: nil)
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Element? {
      switch stage {
      case .metadata(let call):
        stage = .message(FrameBytes(call.message))
        return .metadata(call.metadata)
      case .message(let bytes):
        stage = .end
        return .message(bytes)
      case .end:
        return nil
      }
    }
  }
}
