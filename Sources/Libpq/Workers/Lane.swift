internal import Synchronization

/// Calls that are run together: all of a lane that wait when a worker is free become one unit.
///
/// No two units of a lane are run at the same time, so that calls which would wait for each other
/// at the server meet in one unit instead. There is no timer: a lone call is run at once, and what
/// comes while it runs is the next unit.
public final class Lane<Call: Sendable, Answer: Sendable>: Sendable {
  /// Runs a unit's calls, which are in the order in which they came, and answers each in its place.
  ///
  /// What it throws is told to every caller of the unit.
  public typealias Body = @Sendable ([Call], Connection) throws -> [Result<Answer, any Error>]

  private struct Passenger {
    let call: Call
    let continuation: CheckedContinuation<Answer, any Error>
  }

  /// The most that a unit of several calls weighs.
  private let limit: Int
  private let body: Body
  private let passengers = Mutex<[ObjectIdentifier: Passenger]>([:])

  public init(limit: Int, _ body: @escaping Body) {
    self.limit = limit
    self.body = body
  }

  func place(weight: Int) -> LanePlace {
    LanePlace(lane: ObjectIdentifier(self), limit: limit, weight: weight)
  }

  func board(
    _ ticket: Ticket, _ call: Call, _ continuation: CheckedContinuation<Answer, any Error>
  ) {
    passengers.withLock {
      $0[ObjectIdentifier(ticket)] = Passenger(call: call, continuation: continuation)
    }
  }

  /// Answers a call that is not run.
  func fail(_ ticket: Ticket, _ error: any Error) {
    leave([ticket]).first?.continuation.resume(throwing: error)
  }

  /// Runs the calls of the tickets as one unit and answers them.
  func run(_ tickets: [Ticket], on connection: Connection) {
    let unit = leave(tickets)
    let results: [Result<Answer, any Error>]
    do {
      results = try connection.settle { try body(unit.map(\.call), $0) }
      precondition(results.count == unit.count, "a lane answers each of its calls")
    } catch {
      results = unit.map { _ in .failure(error) }
    }
    for (passenger, result) in zip(unit, results) {
      passenger.continuation.resume(with: result)
    }
  }

  private func leave(_ tickets: [Ticket]) -> [Passenger] {
    passengers.withLock { waiting in
      tickets.compactMap { waiting.removeValue(forKey: ObjectIdentifier($0)) }
    }
  }
}

/// Where a job stands in its lane.
struct LanePlace: Hashable, Sendable {
  let lane: ObjectIdentifier
  let limit: Int
  let weight: Int
}
