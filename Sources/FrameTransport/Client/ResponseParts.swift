import GRPCCore

/// The parts of a unary response: its metadata, its message and its status.
struct ResponseParts: AsyncSequence, Sendable {
  typealias Element = RPCResponsePart<FrameBytes>
  typealias Failure = any Error

  let call: ClientCall

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(stage: .unanswered(call))
  }

  struct AsyncIterator: AsyncIteratorProtocol {
    enum Stage {
      case unanswered(ClientCall)
      case message(FrameBytes, trailing: Metadata)
      case status(Status, Metadata)
      case end
    }

    fileprivate(set) var stage: Stage

    mutating func next() async throws -> Element? {
      try await next(isolation: nil)
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Element? {
      switch stage {
      case .unanswered(let call):
        return try first(of: await call.answer)
      case .message(let bytes, let trailing):
        stage = .status(Status(code: .ok, message: ""), trailing)
        return .message(bytes)
      case .status(let status, let metadata):
        stage = .end
        return .status(status, metadata)
      case .end:
        return nil
      }
    }

    private mutating func first(of response: CallResponse) throws(RPCError) -> Element {
      guard let initial = response.initialMetadata.decoded(),
        let trailing = response.trailingMetadata.decoded()
      else {
        throw RPCError(broken: .malformed(.response, field: "metadata"))
      }
      switch response.outcome {
      case .message(let message):
        stage = .message(FrameBytes(message), trailing: trailing)
        return .metadata(initial)
      case .failure(let code, let text):
        let status = Status(code: Status.Code(code), message: text)
        // As gRPC does: a call that failed before it began to answer has a status only.
        guard !initial.isEmpty else {
          stage = .end
          return .status(status, trailing)
        }
        stage = .status(status, trailing)
        return .metadata(initial)
      }
    }
  }
}
