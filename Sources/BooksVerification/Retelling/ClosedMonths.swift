/// What closed months leave behind for the next.
struct ClosedMonths {
  /// Months since the year 0.
  var closedThrough: Int?
  var versions: [Int: Int64] = [:]
  /// The month with which the suspension began that the UPK stands in.
  var suspendedSince: Int?
  /// The same as each month found it, to go back to where the month is opened again.
  var suspendedBefore: [Int: Int?] = [:]
  /// The loans of each suspension's list, by the month with which it began.
  var lists: [Int: Set<Int64>] = [:]
  /// From when the board's minutes on a suspension count.
  var recoveries: [Int: CivilDay] = [:]

  /// The loans on the list of the suspension that the UPK stands in.
  var listed: Set<Int64> { suspendedSince.flatMap { lists[$0] } ?? [] }
  var recoveredFrom: CivilDay? { suspendedSince.flatMap { recoveries[$0] } }
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
    months.suspendedBefore[month] = .some(months.suspendedSince)
    let standings = loans.values.compactMap { $0.account.standing(asOf: end) }
    let written = writeOffs.values.total { $0.counted(on: end) }
    let balance = standings.total(\.balance) + written
    let atRisk = standings.filter(\.isAtRisk).total(\.balance) + written
    let reserve = reserve(event, on: end, standings)
    let category = category(atRisk, balance, month, standings)
    if event.outcome?["category"] != category {
      wonder(event, "category", expected: category, found: event.outcome?["category"] ?? "none")
    }
    expect(
      .period,
      Cells([
        "month": first(month), "version": version, "closed_on": day, "closed_by": event.person,
        "category": category, "suspended_since": months.suspendedSince.map { first($0) },
        "gate_at_risk": atRisk, "gate_balance": balance, "reserve_scheme": reserve.scheme,
        "reserve_required": reserve.required, "reserve_formed": reserve.formed,
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
    months.lists[month] = Set(standings.filter(\.isAtRisk).map(\.loan))
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

  mutating func askReopening(_ event: EventRow, on day: CivilDay) {
    guard let month = event.month else { return }
    let version = months.versions[month.monthIndex] ?? 0
    require(event, "version", event.came("version"), is: version)
    expect(
      .reopening,
      Cells([
        "month": month, "version": version, "reason": event.content?["reason"],
        "requested_on": day, "requested_by": event.person, "confirmed_on": nil,
        "confirmed_by": nil,
      ]))
  }

  /// Opens the last closed month: the UPK stands again as the month found it.
  mutating func reopen(_ event: EventRow, on day: CivilDay) {
    guard let month = event.month else { return }
    let index = month.monthIndex
    let version = months.versions[index] ?? 0
    guard months.closedThrough == index,
      var row = rows[.reopening]?["reopening/\(month).\(version)"]
    else {
      return wonder(
        event, "month", expected: "the last closed one, asked for before", found: month.monthText)
    }
    require(event, "version", event.came("version"), is: version + 1)
    row["confirmed_on"] = "\(day)"
    row["confirmed_by"] = event.person
    expect(.reopening, row)
    months.closedThrough = index - 1
    months.suspendedSince = months.suspendedBefore[index] ?? nil
  }

  mutating func confirmRecovery(_ event: EventRow, on day: CivilDay) {
    guard let since = months.suspendedSince else { return }
    let from = max(day, latestDay ?? day)
    months.recoveries[since] = from
    expect(
      .recovery,
      Cells([
        "since": first(since), "minutes": event.content?["minutes"], "recovered_from": from,
        "confirmed_by": event.person,
      ]))
  }
}
