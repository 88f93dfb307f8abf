internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// What waits for whom, and who is taken first.
struct QueueService: Bergulir_V1_QueueService.SimpleServiceProtocol {
  let desk: Desk

  /// The most UPK that one person's work is looked for in, and the most escalations to an office
  /// that are shown.
  private static let mostUPKs = 200

  func listWork(
    request: Bergulir_V1_ListWorkRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListWorkResponse {
    let day = try Call.current.day(request.asOf)
    let only = request.upk.isEmpty ? nil : try Field("upk", request.upk).code()
    guard let identity = Call.current.identity else { return Bergulir_V1_ListWorkResponse() }
    let held = identity.assignments.filter { $0.holds(on: day) }
    var work: [(age: StageAge, wire: Bergulir_V1_Work)] = []
    for upk in try await units(of: identity.person, held, on: day)
    where only.map({ $0 == upk.code }) ?? true {
      work += try await self.work(at: upk, of: identity.person, held, on: day)
    }
    let oldest = work.sorted { ($0.age.since, $0.wire.name) < ($1.age.since, $1.wire.name) }
    let escalations = try await desk.escalations(to: held, on: day, atMost: QueueService.mostUPKs)
      .filter { escalation in only.map { $0 == escalation.upk } ?? true }
    return .with {
      $0.work = oldest.map(\.wire)
      $0.escalations = escalations.map {
        Bergulir_V1_CaseStep($0.step, outcome: nil, asOf: day, in: $0.upk)
      }
    }
  }

  func skipQueue(
    request: Bergulir_V1_SkipQueueRequest, context: ServerContext
  ) async throws -> Bergulir_V1_SkipQueueResponse {
    let number = try Field("name", request.name).application().number
    let application = ApplicationID(Call.current.upk.id, number)
    let reason = try Field("reason", request.reason).lines()
    let done = try await desk.perform(request.write) {
      SkipQueue(application: application, reason: reason, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func confirmSkip(
    request: Bergulir_V1_ConfirmSkipRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ConfirmSkipResponse {
    let number = try Field("name", request.name).application().number
    let application = ApplicationID(Call.current.upk.id, number)
    let done = try await desk.perform(request.write) {
      ConfirmSkip(application: application, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  /// The UPK in which the person may have work: those of their offices, and of their regions.
  private func units(
    of person: PersonID, _ held: [Assignment], on day: Day
  ) async throws -> [UPK] {
    let working = held.filter { Role.working.contains($0.role) }
    var units = try await desk.store.facts(asOf: day) { $0.officesOf.insert(person) }.upks
    for assignment in working {
      switch assignment.scope {
      case .upk: continue
      case .region, .province:
        let area: RegionCode? = if case .region(let code) = assignment.scope { code } else { nil }
        for upk in try await desk.store.upks(
          in: area, after: nil, limit: QueueService.mostUPKs)
        { units[upk.id] = upk }
      }
    }
    return units.values.filter { upk in held.contains { $0.scope.covers(upk) } }
      .sorted { $0.code < $1.code }
  }

  private func work(
    at upk: UPK, of person: PersonID, _ held: [Assignment], on day: Day
  ) async throws -> [(age: StageAge, wire: Bergulir_V1_Work)] {
    let open = try await desk.store.openApplications([upk.id], on: day)
    guard !open.isEmpty else { return [] }
    let chain = try await desk.store.approvalChains(upk.id).inForce(at: upk.id, on: day)
    let delegated = try await desk.store.delegations([upk.id])
      .filter { $0.delegate == person && $0.holds(on: day) }.map(\.role)
    let roles = Set(held.filter { $0.scope.covers(upk) }.map(\.role))
    let waiting = Waiting(open, at: upk, chain: chain, on: day)
    return open.compactMap { application in
      guard let age = waiting.age(application), age.waits(for: roles, delegated),
        !application.isOutOfReach(of: person)
      else { return nil }
      return (
        age,
        Bergulir_V1_Work(application, age, place: waiting.place(application), in: upk.code)
      )
    }
  }
}

extension Role {
  /// Who does something about applications.
  fileprivate static let working = Role.deciders.union(Set<Role>.staff)
}

extension StageAge {
  /// Whether it is for somebody with these roles, or to whom these were left.
  fileprivate func waits(for roles: Set<Role>, _ delegated: [Role]) -> Bool {
    guard let needed = stage.roles else {
      return step.map { roles.contains($0.role) || delegated.contains($0.role) } ?? false
    }
    return !needed.isDisjoint(with: roles)
  }
}

extension Application {
  /// Whether the person had a part in it that forbids the next.
  ///
  /// Inspector and earlier signers do not decide, and deciders do not pay.
  fileprivate func isOutOfReach(of person: PersonID) -> Bool {
    switch state {
    case .recommended, .notRecommended, .inDecision:
      inspection?.inspector == person || approvals.contains { $0.signer == person }
    case .contracted: approvals.contains { $0.signer == person }
    default: false
    }
  }
}
