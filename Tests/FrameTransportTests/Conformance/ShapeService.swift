import GRPCCore

/// A service with a method of each shape, all of which do the same.
struct ShapeService: RegistrableRPCService {
  typealias Handler =
    @Sendable (StreamingServerRequest<[UInt8]>, ServerContext) async throws ->
    StreamingServerResponse<[UInt8]>

  static let name = "test.Shapes"

  let handler: Handler

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    for shape in Shape.allCases {
      router.registerHandler(
        forMethod: Self.descriptor(shape), deserializer: RawBytes(), serializer: RawBytes(),
        handler: handler)
    }
  }

  static func descriptor(_ shape: Shape) -> MethodDescriptor {
    MethodDescriptor(fullyQualifiedService: name, method: "\(shape)", type: shape.type)
  }
}

extension ShapeService {
  /// Answers with the first message, and with the metadata of the request, before and after.
  static let mirror = ShapeService { request, _ in
    let metadata = request.metadata.ofCaller
    return StreamingServerResponse(metadata: metadata) { writer in
      var isFirst = true
      for try await message in request.messages {
        if isFirst { try await writer.write(message) }
        isFirst = false
      }
      return metadata
    }
  }
}

extension Metadata {
  /// What the caller gave, without what HTTP/2 adds: those keys must not come back.
  var ofCaller: Metadata {
    let added: Set<String> = ["content-type", "te", "user-agent", "grpc-accept-encoding"]
    return Metadata(filter { !$0.key.hasPrefix(":") && !added.contains($0.key) })
  }
}
