internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Loans in arrears, what is done about them, and what offices answer.
struct CaseService: Bergulir_V1_CaseService.SimpleServiceProtocol {
  let desk: Desk

  func listCases(
    request: Bergulir_V1_ListCasesRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListCasesResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.includeClosed)",
      ])
    let facts = try await facts(of: upk.id, asOf: day)
    let found = (facts.portfolios[upk.id]?.loans ?? []).compactMap { history -> CollectionCase? in
      let steps = facts.caseSteps[history.loan.id] ?? []
      return request.includeClosed
        ? history.cases(steps, asOf: day).last : history.openCase(steps, asOf: day)
    }
    let (cases, next) = page.page(ofAll: found) { $0.loan.number }
    return .with {
      $0.cases = cases.map { Bergulir_V1_Case($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func getCase(
    request: Bergulir_V1_GetCaseRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Case {
    let upk = Call.current.upk
    let loan = LoanID(upk.id, try Field("name", request.name).loan().number)
    let day = try Call.current.day(request.asOf)
    let facts = try await facts(of: upk.id, asOf: day)
    guard let found = try facts.cases(of: loan, asOf: day).last else {
      throw Refusal(.caseNotOpen(loan: loan.number, on: day))
    }
    return Bergulir_V1_Case(whole: found, in: upk.code)
  }

  func listDue(
    request: Bergulir_V1_ListDueRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListDueResponse {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    guard (0...31).contains(request.within) else {
      throw Fault.fieldInvalid("within", expected: .between(0, 31))
    }
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.within)",
      ])
    let book = try await desk.store.loanBook(upk.id)
    // The list is sorted by day, so a row's key is its place.
    let all = book.due(from: day, within: request.within).enumerated().map { ($0 + 1, $1) }
    let (due, next) = page.page(ofAll: all) { Int64($0.0) }
    return .with {
      $0.installments = due.map { Bergulir_V1_DueInstallment($0.1, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func getLetter(
    request: Bergulir_V1_GetLetterRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Letter {
    let upk = Call.current.upk
    let name = try Field("name", request.name).loan()
    let kind = try Field("kind", request.kind).choice(CollectionLetter.Kind.self)
    let day = try Call.current.day(request.asOf)
    let facts = try await facts(of: upk.id, asOf: day)
    let loan = LoanID(upk.id, name.number)
    guard let open = try facts.cases(of: loan, asOf: day).last else {
      throw Refusal(.caseNotOpen(loan: loan.number, on: day))
    }
    let letter = try open.letter(kind)
    let groups = try await desk.store.facts(asOf: day) { $0.ksms.insert(letter.loan.ksm) }
    let ksm = groups.ksms[letter.loan.ksm]?.name ?? ""
    return .with {
      $0.name = request.name
      $0.kind = kind.rawValue
      $0.on = day.description
      $0.payBy = letter.payBy.description
      $0.text = LetterText(letter, upk: upk.name, ksm: ksm).text
    }
  }

  private func facts(of upk: UPKID, asOf day: Day) async throws -> Facts {
    try await desk.store.facts(asOf: day) {
      $0.portfolios.insert(upk)
      $0.casesOf.insert(upk)
    }
  }
}

extension CaseService {
  func recordCaseStep(
    request: Bergulir_V1_RecordCaseStepRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordCaseStepResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let action = try Field("action", request.action).choice(CaseAction.self)
    guard CaseAction.own.contains(action) else {
      throw Fault.fieldInvalid("action", expected: .oneOf(CaseAction.own.map(\.rawValue)))
    }
    let note = try Field("note", request.note).lines()
    let evidence = try Field("evidence", request.evidence).line()
    let promise = try request.promise()
    let done = try await desk.perform(request.write) {
      RecordCaseStep(
        loan: loan, action: action, note: note, evidence: evidence, promise: promise, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func escalate(
    request: Bergulir_V1_EscalateRequest, context: ServerContext
  ) async throws -> Bergulir_V1_EscalateResponse {
    let loan = LoanID(Call.current.upk.id, try Field("name", request.name).loan().number)
    let office = try Field("office", request.office).choice(Escalate.Office.self)
    let note = try Field("note", request.note).lines()
    let evidence = try Field("evidence", request.evidence).line()
    let due = try Field("answer_due", request.answerDue).optionalDay()
    let done = try await desk.perform(request.write) {
      Escalate(
        loan: loan, office: office, note: note, evidence: evidence, answerDue: due, day: $0)
    }
    let awaited = try done.text("answer_due")
    return .with {
      $0.receipt = done.receipt
      $0.answerDue = awaited
    }
  }

  func answerEscalation(
    request: Bergulir_V1_AnswerEscalationRequest, context: ServerContext
  ) async throws -> Bergulir_V1_AnswerEscalationResponse {
    let step = CaseStepID(
      Call.current.upk.id, try Field("name", request.name).caseStep().number)
    let answer = try Field("answer", request.answer).lines()
    let person = Field("answered_by", request.answeredBy)
    let answeredBy = person.text.isEmpty ? nil : try person.person()
    let evidence = try Field("evidence", request.evidence).line()
    let done = try await desk.perform(request.write) {
      AnswerEscalation(
        step: step, text: answer, answeredBy: answeredBy, evidence: evidence, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listEscalations(
    request: Bergulir_V1_ListEscalationsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListEscalationsResponse {
    let place = try await desk.scope(try Field("parent", request.parent).scope())
    let day = try Call.current.day(request.asOf)
    let office = try Field("office", request.office).optionalChoice(Escalate.Office.self)
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.asOf,
        "\(request.overdueOnly)", request.office,
      ])
    let found = try await desk.store.unansweredEscalations(
      EscalationFilter(
        place: place, action: office?.action, isOverdueOnly: request.overdueOnly),
      asOf: day, after: page.afterEscalation, limit: page.limit)
    let (listed, next) = page.page(found) { "\($0.upk)/\($0.step.id.number)" }
    let escalations = try await desk.waiting(listed, on: day)
    return .with {
      $0.escalations = escalations.map {
        Bergulir_V1_CaseStep($0.step, outcome: nil, asOf: day, in: $0.upk)
      }
      $0.nextPageToken = next
    }
  }
}

extension PageRequest {
  /// The escalation that the page begins after.
  fileprivate var afterEscalation: (upk: Code, number: Int64)? {
    guard let parts = after?.split(separator: "/"), parts.count == 2,
      let code = Code(String(parts[0])), let number = Int64(parts[1])
    else { return nil }
    return (code, number)
  }
}
