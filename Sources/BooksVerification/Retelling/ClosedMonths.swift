/// What closed months leave behind for the next.
struct ClosedMonths {
  /// Months since the year 0.
  var closedThrough: Int?
  var versions: [Int: Int64] = [:]
  /// The month with which the suspension began that the UPK stands in.
  var suspendedSince: Int?
  /// The loans of its list.
  var listed: Set<Int64> = []
  /// From when the board's minutes on it count.
  var recoveredFrom: CivilDay?
}

extension Retelling {
  mutating func close(_ event: EventRow, on day: CivilDay) {
    guard let last = (event.content?["month"]).flatMap({ CivilDay("\($0)-01") }) else { return }
    let month = last.monthIndex
    let end = CivilDay(lastOfMonth: month)
    let version = (months.versions[month] ?? 0) + 1
    require(event, "version", event.came("version"), is: version)
    if let closed = months.closedThrough, closed + 1 != month {
      wonder(
        event, "month", expected: "the month after the last closed one", found: last.monthText)
    }
    months.versions[month] = version
    months.closedThrough = month
    let standings = loans.values.compactMap { $0.account.standing(asOf: end) }
    let written = writeOffs.values.total { $0.counted(on: end) }
    let balance = standings.total(\.balance) + written
    let atRisk = standings.filter(\.isAtRisk).total(\.balance) + written
    let category = category(atRisk, balance, month, standings)
    if event.outcome?["category"] != category {
      wonder(event, "category", expected: category, found: event.outcome?["category"] ?? "none")
    }
    expect(
      .period,
      Cells([
        "month": first(month), "version": version, "closed_on": day, "closed_by": event.person,
        "category": category, "suspended_since": months.suspendedSince.map { first($0) },
        "gate_at_risk": atRisk, "gate_balance": balance,
      ]))
    freeze(month, version, standings)
    if months.suspendedSince == month { freezeList(month, version, standings) }
  }

  private func first(_ month: Int) -> CivilDay {
    CivilDay(year: month / 12, month: month % 12 + 1, day: 1)
  }

  /// What the close makes of the UPK (rulings 4 and 5).
  private mutating func category(
    _ atRisk: Int64, _ balance: Int64, _ month: Int, _ standings: [Standing]
  ) -> String {
    let judged = rate(atRisk, balance, [10, 20])
    guard judged == "SUSPENDED" else {
      months.suspendedSince = nil
      months.recoveredFrom = nil
      return judged
    }
    let end = CivilDay(lastOfMonth: month)
    guard months.suspendedSince != nil else { return suspend(month, standings) }
    guard let from = months.recoveredFrom, from <= end else { return "SUSPENDED" }
    let successors = loans.values.filter { $0.predecessor.map(months.listed.contains) ?? false }
    let known = months.listed.union(successors.map(\.number))
    let outside =
      standings.filter { $0.isAtRisk && !known.contains($0.loan) }.total(\.balance)
      + writeOffs.filter { !known.contains($0.key) }.values.total { $0.counted(on: end) }
    return rate(outside, balance, [10, 20]) == "SUSPENDED" ? suspend(month, standings) : "RECOVERED"
  }

  private mutating func suspend(_ month: Int, _ standings: [Standing]) -> String {
    months.suspendedSince = month
    months.recoveredFrom = nil
    months.listed = Set(standings.filter(\.isAtRisk).map(\.loan))
    return "SUSPENDED"
  }

  /// LAR and PAR by their limits.
  func rate(_ part: Int64, _ whole: Int64, _ limits: [Int64]) -> String {
    guard whole > 0 else { return "NOT_RATED" }
    let scaled = Int128(part) * 100
    if scaled < Int128(limits[0]) * Int128(whole) { return "SATISFACTORY" }
    return scaled < Int128(limits[1]) * Int128(whole) ? "MINIMUM" : "SUSPENDED"
  }

  /// CCr, ROI and RR: the higher the better; `reached` says what standing on the upper limit is.
  func rate(rising part: Int64, _ whole: Int64, _ limits: [Int64], reached: Bool) -> String {
    guard whole > 0 else { return "NOT_RATED" }
    let scaled = Int128(part) * 100
    let upper = Int128(limits[1]) * Int128(whole)
    if scaled > upper || reached && scaled == upper { return "SATISFACTORY" }
    return scaled < Int128(limits[0]) * Int128(whole) ? "SUSPENDED" : "MINIMUM"
  }

  mutating func confirmRecovery(_ event: EventRow, on day: CivilDay) {
    guard let since = months.suspendedSince else { return }
    let from = max(day, latestDay ?? day)
    months.recoveredFrom = from
    expect(
      .recovery,
      Cells([
        "since": first(since), "minutes": event.content?["minutes"], "recovered_from": from,
        "confirmed_by": event.person,
      ]))
  }
}
