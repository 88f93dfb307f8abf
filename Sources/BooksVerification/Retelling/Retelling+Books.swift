/// What the cash box held when it was counted.
struct Counted {
  let day: CivilDay
  let difference: Int64
}

/// A thing on 12020, and what of it is used up in the books.
struct Worn {
  let cost: Int64
  let bought: Int
  let life: Int
  let registeredOn: CivilDay
  var booked: Int64 = 0

  /// What it lost by the end of a month, counted from the year 0: in equal parts from the month
  /// after its purchase, the rest in the last, down to one rupiah (rules.md 5.3).
  func lost(through month: Int) -> Int64 {
    let passed = month - bought
    guard passed > 0 else { return 0 }
    return passed < life ? (cost - 1) / Int64(life) * Int64(passed) : cost - 1
  }
}

extension Retelling {
  mutating func openAccount(_ event: EventRow) {
    expect(
      .account, Cells(["code": event.content?["code"], "name": event.content?["name"]]))
  }

  /// A voucher by hand, taken back by its mirror.
  mutating func reverseVoucher(_ event: EventRow) {
    guard let name = event.content?["voucher"], let sequence = sheets[name] else {
      return wonder(
        event, "voucher", expected: "one that was booked before",
        found: event.content?["voucher"] ?? "none")
    }
    if reversals.values.contains(name) {
      wonder(event, "voucher", expected: "one that stands", found: "\(name), taken back before")
    }
    for own in event.vouchers { reversals[own] = name }
    let original = (postings[sequence] ?? []).filter {
      voucherName($0, prefix: "voucher_") == name
    }
    require(event, moves: original.compactMap { Move($0)?.reversed })
  }

  mutating func countCash(_ event: EventRow, on day: CivilDay) {
    guard let counted = event.asked("counted") else { return }
    let number = draw("cash-count")
    let ledger = balance(11010, through: day, before: event)
    require(event, "ledger", event.came("ledger"), is: ledger)
    require(event, "difference", event.came("difference"), is: counted - ledger)
    // Before counts said what the savers' cash is, the limit was held to the fund's alone.
    let savers = event.came("savers").map { _ in balance(11012, through: day, before: event) }
    if let savers { require(event, "savers", event.came("savers"), is: savers) }
    requireDeposit(event, inHand: counted + (savers ?? 0), on: day)
    counts[number] = Counted(day: day, difference: counted - ledger)
    expect(
      .cashCount,
      Cells([
        "number": number, "counted_on": day, "counted": counted, "ledger": ledger,
        "counter": event.person, "witness": event.content?["witness"],
        "note": event.content?["note"],
      ]))
  }

  mutating func bookDifference(_ event: EventRow) {
    guard let number = event.asked("count"), let counted = counts[number] else {
      return wonder(
        event, "count", expected: "one that was recorded",
        found: event.content?["count"] ?? "none")
    }
    let short = counted.difference < 0
    require(
      event,
      moves: [
        short ? Move(11060, 11010, -counted.difference) : Move(11010, 41020, counted.difference)
      ])
    let voucher = VoucherColumns(event.vouchers.first)
    expect(
      .cashDifference,
      Cells([
        "count": number, "voucher_kind": voucher.kind, "voucher_year": voucher.year,
        "voucher_number": voucher.number,
      ]))
  }

  mutating func registerAsset(_ event: EventRow, on day: CivilDay) {
    guard let cost = event.asked("cost"), let life = event.asked("life"),
      let bought = event.content?["bought_on"].flatMap({ CivilDay($0) })
    else { return wonder(event, "content", expected: "an asset", found: "none") }
    let number = draw("asset")
    assets[number] = Worn(
      cost: cost, bought: bought.monthIndex, life: Int(max(1, life)), registeredOn: day)
    let voucher = VoucherColumns(event.content?["voucher"])
    expect(
      .asset,
      Cells([
        "number": number, "name": event.content?["name"], "cost": cost, "bought_on": bought,
        "life": life, "voucher_kind": voucher.kind, "voucher_year": voucher.year,
        "voucher_number": voucher.number, "registered_on": day,
      ]))
  }

  mutating func depreciate(_ event: EventRow) {
    guard let first = event.month else { return }
    let end = CivilDay(lastOfMonth: first.monthIndex)
    let voucher = VoucherColumns(event.vouchers.first)
    var total: Int64 = 0
    for (number, asset) in assets.sorted(by: { $0.key < $1.key })
    where asset.registeredOn <= end {
      let due = asset.lost(through: first.monthIndex) - asset.booked
      guard due > 0 else { continue }
      total += due
      assets[number]?.booked += due
      expect(
        .depreciation,
        Cells([
          "asset": number, "month": first, "amount": due, "voucher_kind": voucher.kind,
          "voucher_year": voucher.year, "voucher_number": voucher.number,
        ]))
    }
    require(event, moves: [Move(51070, 12021, total)])
  }
}

extension EventRow {
  /// The first day of the month that was asked for.
  var month: CivilDay? { content?["month"].flatMap { CivilDay("\($0)-01") } }
}
