import FundStore
import Synchronization

/// Says now and then how far a rotation of keys is.
final class RotationTeller: Sendable {
  private static let interval = Duration.seconds(5)

  private let lastTold = Mutex(ContinuousClock.now)

  func tell(_ progress: KeyRotation.Progress) {
    let isDue = lastTold.withLock { last in
      guard last.duration(to: .now) >= RotationTeller.interval else { return false }
      last = .now
      return true
    }
    guard isDue else { return }
    switch progress {
    case .sealed(let persons): Program.say("sealed \(persons) persons")
    case .checked(let persons): Program.say("opened \(persons) persons with the new key")
    }
  }
}
