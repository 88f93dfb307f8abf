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
    let papers = try papers(request.papers)
    let done = try await desk.perform(request.write) {
      SubmitApplication(
        ksm: ksm, amount: Rupiah(request.amount), shares: request.shares.map(\.share),
        months: Int(request.months), purpose: purpose, businessStage: stage ?? .existing,
        papers: papers, day: $0)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
      $0.missing = done.names("missing")
    }
  }

  func draftApplication(
    request: Bergulir_V1_DraftApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_DraftApplicationResponse {
    let ksm = KSMID(Call.current.upk.id, try Field("parent", request.parent).ksm().number)
    let purpose = try Field("purpose", request.purpose).choice(LoanPurpose.self)
    let stage = try Field("business_stage", request.businessStage)
      .optionalChoice(BusinessStage.self)
    let papers = try papers(request.papers)
    let draft = try replaced(request.draft)
    let done = try await desk.perform(request.write) {
      DraftApplication(
        form: SubmitApplication(
          ksm: ksm, amount: Rupiah(request.amount), shares: request.shares.map(\.share),
          months: Int(request.months), purpose: purpose, businessStage: stage ?? .existing,
          papers: papers, day: $0), replacing: draft)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
      $0.missing = done.names("missing")
    }
  }

  func submitDraft(
    request: Bergulir_V1_SubmitDraftRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SubmitDraftResponse {
    let draft = try application(request.name)
    guard let ksm = try await desk.store.application(draft)?.ksm else {
      throw Refusal(.notFound(.application, name: "\(draft.number)"))
    }
    let done = try await desk.perform(request.write) {
      SubmitDraft(draft: draft, ksm: ksm, day: $0)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
      $0.missing = done.names("missing")
    }
  }

  func getApplication(
    request: Bergulir_V1_GetApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Application {
    let name = try Field("name", request.name).application()
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let id = ApplicationID(upk.id, name.number)
    guard let application = try await desk.store.application(id)?.asOf(day) else {
      throw Refusal(.notFound(.application, name: "\(name.number)"))
    }
    let facts = try await desk.store.facts(asOf: day) {
      $0.applications.insert(id)
      $0.policiesOf.insert(upk.id)
    }
    var wire = try await desk.waiting(at: upk, on: day).wire(application)
    wire.voidSteps = facts.voidSteps(of: application, on: day).map { Int32(clamping: $0) }
    return wire
  }

  func listApplications(
    request: Bergulir_V1_ListApplicationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListApplicationsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let state = try Field("state", request.state).optionalChoice(ApplicationState.self)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.state, request.asOf,
      ])
    let found = try await desk.store.applications(
      upk.id, state: state, on: day, after: page.afterNumber, limit: page.limit)
    let (applications, next) = page.page(found) { "\($0.id.number)" }
    let waiting = try await desk.waiting(at: upk, on: day)
    return .with {
      $0.applications = applications.map(waiting.wire)
      $0.nextPageToken = next
    }
  }
}

// What becomes of an application beside visit, signatures and pay-out.
extension ApplicationService {
  func completeApplication(
    request: Bergulir_V1_CompleteApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_CompleteApplicationResponse {
    let application = try application(request.name)
    let papers = try papers(request.papers)
    let done = try await desk.perform(request.write) {
      CompleteApplication(application: application, papers: papers, day: $0)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
      $0.missing = done.names("missing")
    }
  }

  func cancelApplication(
    request: Bergulir_V1_CancelApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_CancelApplicationResponse {
    let application = try application(request.name)
    let reason = try Field("reason", request.reason).lines()
    let done = try await desk.perform(request.write) {
      CancelApplication(application: application, reason: reason, day: $0)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
    }
  }

  func waitlistApplication(
    request: Bergulir_V1_WaitlistApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_WaitlistApplicationResponse {
    let application = try application(request.name)
    let done = try await desk.perform(request.write) {
      WaitlistApplication(application: application, day: $0)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
    }
  }

  func releaseApplication(
    request: Bergulir_V1_ReleaseApplicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ReleaseApplicationResponse {
    let application = try application(request.name)
    let done = try await desk.perform(request.write) {
      ReleaseApplication(application: application, day: $0)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
    }
  }

  func signContract(
    request: Bergulir_V1_SignContractRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SignContractResponse {
    let application = try application(request.name)
    let reference = try Field("reference", request.reference).line()
    let done = try await desk.perform(request.write) {
      SignContract(
        application: application, reference: reference, setOffConsent: request.setOffConsent,
        signers: request.signers, day: $0)
    }
    let state = try done.text("state")
    return .with {
      $0.receipt = done.receipt
      $0.state = state
    }
  }

  /// The draft that a form is typed for anew; one of another UPK is none here.
  private func replaced(_ name: String) throws -> ApplicationID? {
    guard !name.isEmpty else { return nil }
    let draft = try Field("draft", name).application()
    guard draft.upk == Call.current.upk.code else {
      throw Refusal(.notFound(.application, name: "\(draft.number)"))
    }
    return ApplicationID(Call.current.upk.id, draft.number)
  }

  private func application(_ name: String) throws -> ApplicationID {
    ApplicationID(Call.current.upk.id, try Field("name", name).application().number)
  }
}
