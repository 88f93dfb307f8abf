internal import Foundation
internal import FundAPI
internal import GRPCCore
internal import SwiftProtobuf

/// `grpc.reflection.v1`: what there is to call, for tools that were not built with the contract.
///
/// Open to everybody, as the contract is: it tells of calls, not of anybody's books.
struct ReflectionService: Grpc_Reflection_V1_ServerReflection.SimpleServiceProtocol {
  /// The full names of the services that are served.
  let services: [String]
  private let catalogue = DescriptorCatalogue.published

  func serverReflectionInfo(
    request: RPCAsyncSequence<Grpc_Reflection_V1_ServerReflectionRequest, any Error>,
    response: RPCWriter<Grpc_Reflection_V1_ServerReflectionResponse>, context: ServerContext
  ) async throws {
    for try await question in request {
      try await response.write(answer(to: question))
    }
  }

  private func answer(
    to question: Grpc_Reflection_V1_ServerReflectionRequest
  ) -> Grpc_Reflection_V1_ServerReflectionResponse {
    var answer = Grpc_Reflection_V1_ServerReflectionResponse()
    answer.validHost = question.host
    answer.originalRequest = question
    answer.messageResponse =
      switch question.messageRequest {
      case .fileByFilename(let name): files(catalogue.file(named: name), name)
      case .fileContainingSymbol(let symbol): files(catalogue.file(defining: symbol), symbol)
      case .listServices:
        .listServicesResponse(
          .with {
            $0.service = services.map { name in .with { $0.name = name } }
          })
      case .fileContainingExtension(let asked):
        notFound("\(asked.containingType) has no extensions")
      case .allExtensionNumbersOfType(let type): notFound("\(type) has no extensions")
      case nil: error(.invalidArgument, "the question asks for nothing")
      }
    return answer
  }

  private typealias Answer = Grpc_Reflection_V1_ServerReflectionResponse.OneOf_MessageResponse

  private func files(_ found: [Data]?, _ name: String) -> Answer {
    guard let found else { return notFound("there is no \(name) in the contract") }
    return .fileDescriptorResponse(.with { $0.fileDescriptorProto = found })
  }

  private func notFound(_ message: String) -> Answer { error(.notFound, message) }

  private func error(_ code: RPCError.Code, _ message: String) -> Answer {
    .errorResponse(
      .with {
        $0.errorCode = Int32(code.rawValue)
        $0.errorMessage = message
      })
  }
}
