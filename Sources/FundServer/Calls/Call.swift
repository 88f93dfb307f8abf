internal import FundAPI
internal import FundStore
internal import RevolvingFund
internal import Synchronization

/// What the gate found out about the call that is being answered.
struct Call: Sendable {
  /// Who calls; `nil` where nobody has to say.
  var identity: Identity?
  /// The UPK that the request names; `nil` where it names none or there is none of that code.
  var namedUPK: UPK?
  /// The server's civil day when the call came.
  var today = Day(epochDays: 0)

  /// What the log tells of the call when it has ended.
  let trace = CallTrace()

  /// The call that this task answers.
  @TaskLocal static var current = Call()

  /// Who calls.
  ///
  /// - Throws: `Fault.unauthenticated` where nobody has to say and nobody did.
  func caller() throws(Fault) -> Caller {
    guard let identity else { throw .unauthenticated(.tokenMissing) }
    return Caller(
      principal: identity.principal, person: identity.person, today: today)
  }

  /// The UPK that the request names; the gate lets none pass that names one which is not there.
  var upk: UPK {
    guard let namedUPK else { preconditionFailure("the request names no UPK") }
    return namedUPK
  }

  /// The day that a read asks about; today where it names none.
  ///
  /// - Throws: `Fault.fieldInvalid`; a refusal `dayInFuture`, since nobody knows what will be paid.
  func day(_ asOf: String) throws -> Day {
    try past(try Field("as_of", asOf).day(or: today))
  }

  /// A day that has come.
  ///
  /// - Throws: a refusal `dayInFuture`.
  func past(_ day: Day) throws(Refusal) -> Day {
    guard day <= today else { throw Refusal(.dayInFuture(day, today: today)) }
    return day
  }
}

/// What is found out of a call on its way and belongs into its line of the log.
final class CallTrace: Sendable {
  private let written = Mutex<RequestID?>(nil)

  /// The id of the write that the call asked for; the event that came of it has it too.
  var requestID: RequestID? {
    get { written.withLock(\.self) }
    set { written.withLock { $0 = newValue } }
  }
}

/// How long calls may take.
enum CallTime {
  /// No call takes longer, whatever it asks for.
  static let longest = Duration.seconds(300)
  /// What a call gets that names no deadline of its own.
  static let standard = Duration.seconds(10)

  /// The time that a caller gave in `grpc-timeout`: at most eight digits and a unit.
  ///
  /// The standard time for one that gave none or something else, and never more than the longest.
  static func granted(_ timeout: String?) -> Duration {
    guard let timeout, let unit = timeout.last, (2...9).contains(timeout.utf8.count),
      timeout.dropLast().utf8.allSatisfy({ (48...57).contains($0) }),
      let amount = Int64(timeout.dropLast())
    else { return standard }
    let duration: Duration? =
      switch unit {
      case "H": .seconds(amount * 3600)
      case "M": .seconds(amount * 60)
      case "S": .seconds(amount)
      case "m": .milliseconds(amount)
      case "u": .microseconds(amount)
      case "n": .nanoseconds(amount)
      default: nil
      }
    return min(duration ?? standard, longest)
  }
}
