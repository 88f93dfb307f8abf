internal import FundAPI
internal import GRPCCore
internal import SwiftProtobuf

/// `grpc.health.v1`: whether calls should be sent here.
///
/// All services need the database and its schema, so they are well or not together.
struct HealthService: Grpc_Health_V1_Health.SimpleServiceProtocol {
  let readiness: Readiness
  /// The full names of the services that are served; the daemon as a whole has the empty one.
  let services: Set<String>

  func check(
    request: Grpc_Health_V1_HealthCheckRequest, context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthCheckResponse {
    guard isServed(request.service) else {
      throw RPCError(code: .notFound, message: "The daemon has no service of that name.")
    }
    return Grpc_Health_V1_HealthCheckResponse().status(await status)
  }

  func list(
    request: Grpc_Health_V1_HealthListRequest, context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthListResponse {
    let response = Grpc_Health_V1_HealthCheckResponse().status(await status)
    return .with {
      $0.statuses[""] = response
      for service in services { $0.statuses[service] = response }
    }
  }

  /// Ends when the daemon stops, behind the news of it.
  func watch(
    request: Grpc_Health_V1_HealthCheckRequest,
    response: RPCWriter<Grpc_Health_V1_HealthCheckResponse>, context: ServerContext
  ) async throws {
    var told: Grpc_Health_V1_HealthCheckResponse.ServingStatus?
    while !context.cancellation.isCancelled {
      let status = isServed(request.service) ? await status : .serviceUnknown
      if status != told {
        try await response.write(Grpc_Health_V1_HealthCheckResponse().status(status))
        told = status
      }
      guard await readiness.isTakingCalls else { return }
      try await Task.sleep(for: Readiness.freshness)
    }
  }

  private func isServed(_ service: String) -> Bool {
    service.isEmpty || services.contains(service)
  }

  private var status: Grpc_Health_V1_HealthCheckResponse.ServingStatus {
    get async { await readiness.isReady ? .serving : .notServing }
  }
}

extension Grpc_Health_V1_HealthCheckResponse {
  fileprivate func status(_ status: ServingStatus) -> Self {
    var response = self
    response.status = status
    return response
  }
}
