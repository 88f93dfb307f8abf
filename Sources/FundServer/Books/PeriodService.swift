internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// Months of a UPK's books.
struct PeriodService: Bergulir_V1_PeriodService.SimpleServiceProtocol {
  let desk: Desk

  func closePeriod(
    request: Bergulir_V1_ClosePeriodRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ClosePeriodResponse {
    let upk = Call.current.upk.id
    let month = try Field("month", request.month).month()
    let done = try await desk.perform(request.write) {
      ClosePeriod(upk: upk, month: month, day: $0)
    }
    var response = Bergulir_V1_ClosePeriodResponse()
    response.receipt = done.receipt
    response.category = try done.text("category")
    response.version = Int32(clamping: try done.number("version"))
    // Closes from before the reserve was kept left none.
    response.reserve = done.recorded.outcome["reserve"].flatMap { Int64($0) } ?? 0
    response.notDepreciated = done.names("not_depreciated").compactMap { Int64($0) }
    return response
  }

  func getPeriod(
    request: Bergulir_V1_GetPeriodRequest, context: ServerContext
  ) async throws -> Bergulir_V1_Period {
    let upk = Call.current.upk
    let month = try Field("name", request.name).period()
    guard let (period, frozen) = try await desk.store.period(upk.id, month) else {
      throw Refusal(.notFound(.period, name: "\(month)"))
    }
    return Bergulir_V1_Period(period, frozen: frozen, in: upk.code)
  }

  func listPeriods(
    request: Bergulir_V1_ListPeriodsRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ListPeriodsResponse {
    let upk = Call.current.upk
    let from = try Field("from", request.from).month(or: Month(year: 1900, month: 1))
    let until = try Field("until", request.until).month(or: Month(year: 2999, month: 12))
    let page = try request.page.request(
      filter: [
        context.descriptor.fullyQualifiedMethod, request.parent, request.from, request.until,
      ])
    let first = page.after.flatMap { Month(parsing: $0) }.map { max(from, $0.adding(1)) } ?? from
    let found = try await desk.store.periods(
      upk.id, from: first, until: until, limit: page.limit)
    let (periods, next) = page.page(found) { $0.month.description }
    return .with {
      $0.periods = periods.map { Bergulir_V1_Period($0, in: upk.code) }
      $0.nextPageToken = next
    }
  }

  func getPeriodStatus(
    request: Bergulir_V1_GetPeriodStatusRequest, context: ServerContext
  ) async throws -> Bergulir_V1_PeriodStatus {
    let upk = Call.current.upk
    let today = Call.current.today
    let facts = try await desk.store.facts(asOf: today) {
      $0.portfolios.insert(upk.id)
      $0.periods.insert(upk.id)
      $0.firstDays.insert(upk.id)
    }
    let periods = facts.periods[upk.id] ?? .empty
    let closedThrough = periods.last?.month
    let closeBy = LendingAuthority(
      book: facts.portfolios[upk.id] ?? .empty, periods: periods, on: today
    ).closeBy
    let next = ClosePeriod.next(
      after: closedThrough, firstDay: facts.firstDays[upk.id], operatingSince: upk.operatingSince)
    return .with {
      $0.upk = ResourceName.upk(upk.code).description
      $0.closedThrough = closedThrough?.description ?? ""
      $0.next = next.description
      $0.isOver = next.last < today
      $0.closeBy = closeBy?.description ?? ""
      $0.isOverdue = closeBy.map { $0 < today } ?? false
    }
  }
}
