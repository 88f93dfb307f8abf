import FundAPI
import GRPCCore
import RevolvingFund
import SwiftProtobuf

/// Closes a month for many UPK, each by a call, and so in a commit, of its own.
struct AreaClose: Sendable {
  let session: Session
  let month: Month
  /// The day, whether to try only, and the id of the run, from which each call's own is made.
  let write: Bergulir_V1_Write
  let stop: StopRequest
  let order: Order

  /// What becomes of UPK that have to close earlier months first.
  enum Order: Sendable {
    /// They are refused.
    case onlyNext
    /// The earlier months are closed first.
    case catchingUp
  }

  /// The UPK of an area that have not closed the month, by code.
  ///
  /// - Throws: what a call was refused for.
  func waiting(in parent: String) async throws -> [Bergulir_V1_Reporting] {
    var units: [Bergulir_V1_Reporting] = []
    var token = ""
    repeat {
      let response = try await session.rollups.listReporting(
        .with {
          $0.parent = parent
          $0.month = month.description
          $0.missingOnly = true
          $0.page.size = 1000
          $0.page.token = token
        }, metadata: session.metadata, options: session.options)
      units += response.reporting
      token = response.nextPageToken
    } while !token.isEmpty
    return units
  }

  /// Closes UPK in their order, some at a time, until all were tried or something stops it.
  func close(
    _ units: [Bergulir_V1_Reporting], atOnce: Int, language: Language
  ) async throws -> AreaOutcome {
    var outcome = AreaOutcome()
    var pace = PaceBar(total: units.count, language: language)
    defer { pace.end() }
    var rest = units[...]
    try await withThrowingTaskGroup(of: UnitOutcome.self) { group in
      var inFlight = 0
      while true {
        while inFlight < atOnce, !stop.isAsked, !outcome.isOver, let unit = rest.popFirst() {
          group.addTask { try await close(unit) }
          inFlight += 1
        }
        guard inFlight > 0, let done = try await group.next() else { return }
        inFlight -= 1
        outcome.take(done)
        pace.advance()
      }
    }
    outcome.left += rest.count
    outcome.wasStopped = stop.isAsked && outcome.left > 0
    return outcome
  }

  /// Closes one UPK, with the months before where that is asked for.
  private func close(_ unit: Bergulir_V1_Reporting) async throws -> UnitOutcome {
    let start = first(of: unit)
    var next = start
    var isInOrder = false
    while next <= month {
      if stop.isAsked, next != start { return UnitOutcome(unit.upk, next, .left) }
      if let failure = try await failure(of: unit.upk, in: next) {
        let due = failure.expectedMonth ?? next
        if due > month, await isClosed(unit.upk) { break }
        guard order == .catchingUp, due < month, due != next, !isInOrder else {
          return UnitOutcome(unit.upk, next, .failed(failure))
        }
        next = due
      } else {
        // What follows a month that was only tried would be refused for its order.
        if write.validateOnly { break }
        next = next.adding(1)
      }
      isInOrder = true
    }
    return UnitOutcome(unit.upk, month, .closed)
  }

  private func first(of unit: Bergulir_V1_Reporting) -> Month {
    guard order == .catchingUp, let last = Month(parsing: unit.lastClosed) else { return month }
    return min(last.adding(1), month)
  }

  /// Closes one month of one UPK; the result is why not.
  ///
  /// A call without an answer is repeated under the same request id, so that it counts once.
  private func failure(of upk: String, in month: Month) async throws -> CallFailure? {
    var pause = Duration.milliseconds(500)
    var attempt = 1
    while true {
      do {
        _ = try await session.periods.closePeriod(
          .with {
            $0.write = write
            $0.write.requestID = id(of: upk, in: month).description
            $0.parent = upk
            $0.month = month.description
          }, metadata: session.metadata, options: session.options)
        return nil
      } catch {
        let failure = CallFailure(error, address: session.address)
        guard failure.exit == .unreachable, attempt < AreaClose.attempts, !stop.isAsked else {
          return failure
        }
      }
      try await Task.sleep(for: pause)
      pause *= 2
      attempt += 1
    }
  }

  private static let attempts = 4

  private func id(of upk: String, in month: Month) -> RequestID {
    RequestID(of: "\(write.requestID)\n\(upk)\n\(month)")
  }

  /// Whether somebody else closed the month since the UPK were listed.
  private func isClosed(_ upk: String) async -> Bool {
    do {
      _ = try await session.periods.getPeriod(
        .with { $0.name = "\(upk)/periods/\(month)" },
        metadata: session.metadata, options: session.options)
      return true
    } catch {
      return false
    }
  }
}

extension CallFailure {
  /// The month that would be next, where a close was refused for its order.
  fileprivate var expectedMonth: Month? {
    violations.lazy.filter { $0.reason == RejectionCode.periodOutOfOrder.rawValue }
      .compactMap { $0[fact: "expected"] }.first.flatMap { Month(parsing: $0) }
  }
}
