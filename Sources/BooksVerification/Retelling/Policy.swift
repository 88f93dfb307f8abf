/// A policy, as far as loans take their terms from it.
struct Policy {
  let validFrom: CivilDay
  let terms: Terms
  let reserveScheme: String
  let cashLimit: Int64?
}

/// An application, as far as a loan comes from it.
struct Application {
  let ksm: Int64
  let months: Int
  var decidedOn: CivilDay?
  var recommended: [Int64: Int64] = [:]
}

extension Retelling {
  mutating func setPolicy(_ event: EventRow) {
    guard let from = event.content?["valid_from"].flatMap({ CivilDay($0) }),
      let rate = event.asked("rate_millionths"), let unit = event.asked("round_unit"),
      let method = event.content?["method"], let rule = event.content?["early_settlement"]
    else { return wonder(event, "content", expected: "a policy", found: "none") }
    policies.append(
      Policy(
        validFrom: from,
        terms: Terms(
          months: 0, rateMillionths: rate, method: method, roundUnit: max(1, unit),
          earlySettlement: rule, lateFee: event.asked("late_fee") ?? 0,
          savingsThousandths: event.asked("savings_thousandths") ?? 0),
        reserveScheme: event.content?["reserve_scheme"] ?? "",
        cashLimit: event.asked("cash_limit")))
  }

  mutating func submit(_ event: EventRow) {
    guard let ksm = event.asked("ksm"), let months = event.asked("months"),
      (1...60).contains(months)
    else { return wonder(event, "content", expected: "an application", found: "none") }
    // A draft is typed anew under its own number.
    let number = event.asked("draft") ?? draw("application")
    applications[number] = Application(ksm: ksm, months: Int(months))
  }

  mutating func inspect(_ event: EventRow) {
    guard let number = event.asked("application") else { return }
    applications[number]?.recommended = event.byMember("share", in: event.content)
      .reduce(into: [:]) { $0[$1.member] = $1.amount }
  }

  mutating func sign(_ event: EventRow, on day: CivilDay) {
    guard let number = event.asked("application"), event.content?["verdict"] == "approve"
    else { return }
    applications[number]?.decidedOn = day
  }

  /// The terms of an application: those of the policy that was in force when it was decided.
  func terms(of application: Application, paidOutOn day: CivilDay) -> Terms? {
    let decided = application.decidedOn ?? day
    guard var terms = policy(on: decided)?.terms else { return nil }
    terms.months = application.months
    return terms
  }

  /// The policy in force on a day: of two from one day the later version.
  func policy(on day: CivilDay) -> Policy? {
    policies.reduce(nil) { found, policy in
      guard policy.validFrom <= day else { return found }
      return found.map { policy.validFrom < $0.validFrom } ?? false ? found : policy
    }
  }
}
