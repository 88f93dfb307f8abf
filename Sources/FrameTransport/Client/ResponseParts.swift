import GRPCCore

/// The parts of a response: its metadata, its messages and its status.
struct ResponseParts: AsyncSequence, Sendable {
  typealias Element = RPCResponsePart<FrameBytes>
  typealias Failure = any Error

  let call: ClientCall

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(stage: .reading(call))
  }

  struct AsyncIterator: AsyncIteratorProtocol {
    enum Stage {
      case reading(ClientCall)
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
      case .reading(let call):
        return try element(of: await call.next())
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

    private mutating func element(of part: ResponsePart) throws(RPCError) -> Element {
      switch part {
      case .whole(let response):
        return try first(of: response)
      case .opening(let metadata):
        return .metadata(try Self.decoded(metadata))
      case .message(let bytes):
        return .message(FrameBytes(bytes))
      case .status(let status):
        stage = .end
        return .status(Status(status.failure), try Self.decoded(status.metadata))
      case .failure(let error), .notBegun(let error):
        stage = .end
        throw error
      }
    }

    private mutating func first(of response: CallResponse) throws(RPCError) -> Element {
      let initial = try Self.decoded(response.initialMetadata)
      let trailing = try Self.decoded(response.trailingMetadata)
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

    private static func decoded(_ block: MetadataBlock) throws(RPCError) -> Metadata {
      guard let metadata = block.decoded() else {
        throw RPCError(broken: .malformed(.response, field: "metadata"))
      }
      return metadata
    }
  }
}

extension Status {
  fileprivate init(_ failure: CallStatus.Failure?) {
    guard let failure else {
      self.init(code: .ok, message: "")
      return
    }
    self.init(code: Status.Code(failure.code), message: failure.text)
  }
}
