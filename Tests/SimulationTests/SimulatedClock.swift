import FundServer
import RevolvingFund
import Synchronization

/// A server's clock that the simulation sets.
final class SimulatedClock: Sendable {
  private let day: Mutex<Day>

  init(_ day: Day) {
    self.day = Mutex(day)
  }

  var today: Day { day.withLock { $0 } }

  func set(_ today: Day) {
    day.withLock { $0 = today }
  }

  /// The clock as the server reads it.
  var clock: Clock { Clock { self.today } }
}
