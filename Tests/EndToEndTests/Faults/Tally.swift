import Foundation
import Synchronization

/// What clerks sent, and what they were told of it.
final class Tally: Sendable {
  private let state = Mutex(State())

  private struct State {
    var waiting: [String: ContinuousClock.Instant] = [:]
    /// Calls of which an answer was lost since they were last counted.
    var lost: Set<String> = []
    var repeated = 0
    var told: [String: Int64] = [:]
    var refused: Set<String> = []
    var longest = Duration.zero

    mutating func settle(_ id: String) {
      guard let since = waiting.removeValue(forKey: id) else { return }
      longest = max(longest, .now - since)
    }
  }

  /// A call is sent for the first time.
  func send(_ id: String) {
    state.withLock { $0.waiting[id] = .now }
  }

  /// Nobody knows what became of it; it is sent again.
  func lose(_ id: String) {
    state.withLock { state in
      state.lost.insert(id)
      state.repeated += 1
    }
  }

  /// It is recorded, as this event of its UPK.
  func tell(_ id: String, _ sequence: Int64) {
    state.withLock { state in
      state.told[id] = sequence
      state.settle(id)
    }
  }

  /// The fund's rules said no.
  func refuse(_ id: String) {
    state.withLock { state in
      state.refused.insert(id)
      state.settle(id)
    }
  }

  /// What is in flight now.
  var inFlight: Set<String> { state.withLock { Set($0.waiting.keys) } }

  /// How many of some calls lost their answer since this was last asked.
  func lost(of calls: Set<String>) -> Int {
    state.withLock { state in
      defer { state.lost = [] }
      return state.lost.intersection(calls).count
    }
  }

  /// By request id, the event that the clerk was told of.
  var told: [String: Int64] { state.withLock { $0.told } }
  var refused: Set<String> { state.withLock { $0.refused } }
  /// How often a call was sent again.
  var repeated: Int { state.withLock { $0.repeated } }
  /// The longest that a clerk waited for an answer, however often the call was sent.
  var longest: Duration { state.withLock { $0.longest } }
}
