internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The supervisors' work, and what was published.
struct SupervisionService: Bergulir_V1_SupervisionService.SimpleServiceProtocol {
  let desk: Desk

  func recordSupervision(
    request: Bergulir_V1_RecordSupervisionRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordSupervisionResponse {
    let upk = Call.current.upk.id
    let note = try Field("note", request.note).lines()
    let findings = try request.plans()
    let done = try await desk.perform(request.write) {
      RecordSupervision(upk: upk, note: note, findings: findings, day: $0)
    }
    let opened = try done.number("findings")
    return .with {
      $0.receipt = done.receipt
      $0.findings = opened
    }
  }

  func listSupervisions(
    request: Bergulir_V1_ListSupervisionsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListSupervisionsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.supervisions(
      upk.id, asOf: day, after: page.afterNumber, limit: page.limit)
    let (supervisions, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.supervisions = supervisions.map { Bergulir_V1_Supervision($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func answerFinding(
    request: Bergulir_V1_AnswerFindingRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AnswerFindingResponse {
    let finding = FindingID(
      Call.current.upk.id, try Field("name", request.name).finding().number)
    let answer = try Field("answer", request.answer).lines()
    let evidence = try Field("evidence", request.evidence).line()
    let done = try await desk.perform(request.write) {
      AnswerFinding(finding: finding, text: answer, evidence: evidence, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listFindings(
    request: Bergulir_V1_ListFindingsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListFindingsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.openOnly)",
      ])
    let found = try await desk.store.findings(
      upk.id, openOnly: request.openOnly, asOf: day, after: page.afterNumber, limit: page.limit)
    let (findings, next) = page.page(found) { "\($0.id.number)" }
    return .with {
      $0.findings = findings.map { Bergulir_V1_Finding($0, asOf: day, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}

// Balances that borrowers confirm, and publications.
extension SupervisionService {
  func confirmBalances(
    request: Bergulir_V1_ConfirmBalancesRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ConfirmBalancesResponse {
    let upk = Call.current.upk
    let asOf = try Field("as_of", request.asOf).day()
    let scope = try Field("scope", request.scope).choice(ConfirmationScope.self)
    let statements = try request.stated(in: upk.code)
    let done = try await desk.perform(request.write) {
      ConfirmBalances(
        upk: upk.id, asOf: asOf, scope: scope, statements: statements, day: $0)
    }
    let agreed = try done.number(ConfirmationResult.agreed.rawValue)
    let differs = try done.number(ConfirmationResult.differs.rawValue)
    let proven = try done.number(ConfirmationResult.proven.rawValue)
    return .with {
      $0.receipt = done.receipt
      $0.agreed = agreed
      $0.differs = differs
      $0.proven = proven
    }
  }

  func listConfirmations(
    request: Bergulir_V1_ListConfirmationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListConfirmationsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.confirmations(
      upk.id, asOf: day, after: page.afterNumber, limit: page.limit)
    let (confirmations, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.confirmations = confirmations.map { Bergulir_V1_BalanceConfirmation($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func recordPublication(
    request: Bergulir_V1_RecordPublicationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordPublicationResponse {
    let upk = Call.current.upk.id
    let kind = try Field("kind", request.kind).choice(PublicationKind.self)
    let month = try Field("month", request.month).month()
    let reference = try Field("reference", request.reference).line()
    let done = try await desk.perform(request.write) {
      RecordPublication(
        upk: upk, publication: kind, month: month, reference: reference, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listPublications(
    request: Bergulir_V1_ListPublicationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListPublicationsResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent, request.asOf])
    let found = try await desk.store.publications(
      upk.id, asOf: day, after: page.afterNumber, limit: page.limit)
    let (publications, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.publications = publications.map { Bergulir_V1_Publication($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }
}
