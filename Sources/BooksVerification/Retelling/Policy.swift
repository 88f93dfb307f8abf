/// A policy, as far as loans take their terms from it.
struct Policy {
  let validFrom: CivilDay
  let terms: Terms
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
          savingsThousandths: event.asked("savings_thousandths") ?? 0)))
  }

  mutating func submit(_ event: EventRow) {
    guard let ksm = event.asked("ksm"), let months = event.asked("months"),
      (1...60).contains(months)
    else { return wonder(event, "content", expected: "an application", found: "none") }
    applications[draw("application")] = Application(ksm: ksm, months: Int(months))
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
    let policy = policies.filter { $0.validFrom <= decided }.max { $0.validFrom < $1.validFrom }
    guard var terms = policy?.terms else { return nil }
    terms.months = application.months
    return terms
  }
}
