import GRPCCore

/// What a server answers with: its methods, and what runs them.
struct ServedMethods: Sendable {
  typealias Stream = RPCStream<
    RPCAsyncSequence<RPCRequestPart<FrameBytes>, any Error>,
    RPCWriter<RPCResponsePart<FrameBytes>>.Closable
  >

  private let descriptors: [String: MethodDescriptor]
  let handler: @Sendable (Stream, ServerContext) async -> Void

  init(
    _ methods: [MethodDescriptor],
    handler: @escaping @Sendable (Stream, ServerContext) async -> Void
  ) {
    descriptors = Dictionary(
      methods.map { ($0.fullyQualifiedMethod, $0) }, uniquingKeysWith: { first, _ in first })
    self.handler = handler
  }

  /// Finds a method by its full name.
  ///
  /// - Throws: `.unimplemented` when there is none.
  func descriptor(of name: String) throws(RPCError) -> MethodDescriptor {
    guard let descriptor = descriptors[name] else {
      throw RPCError(code: .unimplemented, message: "This server has no method '\(name)'.")
    }
    return descriptor
  }
}
