internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What groups ask for.
struct ApplicationService: Bergulir_V1_ApplicationService.SimpleServiceProtocol {
  let desk: Desk

  func submitApplication(
    request: Bergulir_V1_SubmitApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SubmitApplicationResponse {
    let ksm = KSMID(Call.current.upk.id, try Field("parent", request.parent).ksm().number)
    let purpose = try Field("purpose", request.purpose).choice(LoanPurpose.self)
    let stage = try Field("business_stage", request.businessStage)
      .optionalChoice(BusinessStage.self)
    let done = try await desk.perform(request.write) {
      SubmitApplication(
        ksm: ksm, amount: Rupiah(request.amount), shares: request.shares.map(\.share),
        months: Int(request.months), purpose: purpose, businessStage: stage ?? .existing, day: $0)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
    }
  }

  func getApplication(
    request: Bergulir_V1_GetApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Application {
    let name = try Field("name", request.name).application()
    let id = ApplicationID(Call.current.upk.id, name.number)
    guard let application = try await desk.store.application(id) else {
      throw Refusal(.notFound(.application, name: "\(name.number)"))
    }
    return Bergulir_V1_Application(application, in: name.upk)
  }

  func listApplications(
    request: Bergulir_V1_ListApplicationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListApplicationsResponse {
    let upk = Call.current.upk
    let state = try Field("state", request.state).optionalChoice(ApplicationState.self)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.state])
    let found = try await desk.store.applications(
      upk.id, state: state, after: page.afterNumber, limit: page.limit)
    let (applications, next) = page.page(found) { "\($0.id.number)" }
    return .with {
      $0.applications = applications.map { Bergulir_V1_Application($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
