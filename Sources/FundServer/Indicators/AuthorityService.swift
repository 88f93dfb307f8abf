internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Whom a UPK may lend to, and what ends its suspension.
struct AuthorityService: Bergulir_V1_AuthorityService.SimpleServiceProtocol {
  let desk: Desk

  func getAuthority(
    request: Bergulir_V1_GetAuthorityRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Authority {
    let upk = Call.current.upk
    let day = try Call.current.day(request.asOf)
    let facts = try await desk.store.facts(asOf: day) {
      $0.portfolios.insert(upk.id)
      $0.periods.insert(upk.id)
      $0.collectionDaysOf.insert(upk.id)
    }
    let periods = facts.periods[upk.id] ?? .empty
    let authority = LendingAuthority(
      book: facts.portfolios[upk.id] ?? .empty, periods: periods, on: day)
    let duty = periods.suspension.map {
      CollectionDuty($0, recordedOn: facts.collectionDays[upk.id] ?? [], asOf: day)
    }
    return Bergulir_V1_Authority(
      authority, minutes: periods.recovery.flatMap { $0.from <= day ? $0 : nil }, duty: duty,
      of: upk.code)
  }

  func confirmRecovery(
    request: Bergulir_V1_ConfirmRecoveryRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ConfirmRecoveryResponse {
    let upk = Call.current.upk.id
    let minutes = try Field("minutes", request.minutes).line()
    let done = try await desk.perform(request.write) {
      ConfirmRecovery(upk: upk, minutes: minutes, day: $0)
    }
    var response = Bergulir_V1_ConfirmRecoveryResponse()
    response.receipt = done.receipt
    response.recovered = try done.number("recovered")
    response.frozenPrincipal = try done.number("frozen")
    return response
  }

  func recordCollection(
    request: Bergulir_V1_RecordCollectionRequest, context: ServerContext
  ) async throws -> Bergulir_V1_RecordCollectionResponse {
    let upk = Call.current.upk.id
    let boardPerson = try Field("board_person", request.boardPerson).person()
    let unitPerson = try Field("unit_person", request.unitPerson).person()
    let note = try Field("note", request.note).lines()
    let done = try await desk.perform(request.write) {
      RecordCollection(
        upk: upk, boardPerson: boardPerson, unitPerson: unitPerson, note: note, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listCollections(
    request: Bergulir_V1_ListCollectionsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListCollectionsResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let found = try await desk.store.collections(
      upk.id, after: page.afterNumber, limit: page.limit)
    let (collections, next) = page.page(found) { "\($0.number)" }
    return .with {
      $0.collections = collections.map { Bergulir_V1_JointCollection($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func planRepair(
    request: Bergulir_V1_PlanRepairRequest, context: ServerContext
  ) async throws -> Bergulir_V1_PlanRepairResponse {
    let upk = Call.current.upk.id
    let repair = try Field("repair", request.repair).choice(Repair.self)
    let responsible = try Field("responsible", request.responsible).person()
    let due = try Field("due", request.due).day()
    let note = try Field("note", request.note).lines()
    let done = try await desk.perform(request.write) {
      PlanRepair(
        upk: upk, repair: repair, responsible: responsible, due: due, note: note, day: $0)
    }
    return .with { $0.receipt = done.receipt }
  }

  func listRepairs(
    request: Bergulir_V1_ListRepairsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListRepairsResponse {
    let upk = Call.current.upk
    let page = try request.page.request(
      filter: [context.descriptor.fullyQualifiedMethod, request.parent])
    let all = try await desk.store.repairs(upk.id)
    let standing = all.standing(on: Call.current.today)
    let (plans, next) = page.page(ofAll: all) { $0.number }
    return .with {
      $0.repairs = plans.map {
        Bergulir_V1_RecoveryTask($0, standing: standing[$0.repair], in: upk.code)
      }
      $0.nextPageToken = next
    }
  }
}
