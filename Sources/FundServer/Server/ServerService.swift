internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The daemon itself, and who is calling.
struct ServerService: Bergulir_V1_ServerService.SimpleServiceProtocol {
  let desk: Desk
  let version: String

  func getServerInfo(
    request: Bergulir_V1_GetServerInfoRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ServerInfo {
    .with {
      $0.version = version
      $0.schemaHead = Int32(FundStore.schemaHead)
      $0.today = Call.current.today.description
    }
  }

  func whoAmI(
    request: Bergulir_V1_WhoAmIRequest, context: ServerContext
  ) async throws -> Bergulir_V1_WhoAmIResponse {
    let call = Call.current
    guard let identity = call.identity else { throw Fault.unauthenticated(.tokenMissing) }
    var response = Bergulir_V1_WhoAmIResponse()
    response.principal = identity.label.description
    response.person = ResourceName.person(identity.person).description
    response.token = ResourceName.token(identity.token).description
    response.tokenExpiresOn = identity.expiresOn.description
    for assignment in identity.assignments where assignment.holds(on: call.today) {
      response.roles.append(
        Bergulir_V1_Role(assignment.role, scope: try await desk.name(of: assignment.scope)))
    }
    return response
  }
}
