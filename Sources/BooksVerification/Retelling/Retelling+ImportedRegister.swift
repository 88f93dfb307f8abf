// Assets and closed years that came with files.
extension Retelling {
  mutating func importAsset(_ number: Int64, _ cells: [Substring], _ event: EventRow) {
    guard cells.count >= 6, let cost = cells[0].number, let bought = CivilDay(cells[1]),
      let life = Int(cells[2]), let registered = CivilDay(cells[4])
    else {
      return wonder(
        event, "asset.\(number)", expected: "an asset", found: cells.joined(separator: "|"))
    }
    passed("asset", number)
    assets[number] = Worn(
      cost: cost, bought: bought.monthIndex, life: max(1, life), registeredOn: registered)
    let voucher = VoucherColumns(String(cells[3]))
    expect(
      .asset,
      Cells([
        "number": number, "name": cells.dropFirst(5).joined(separator: "|"), "cost": cost,
        "bought_on": bought, "life": Int64(life), "voucher_kind": voucher.kind,
        "voucher_year": voucher.year, "voucher_number": voucher.number,
        "registered_on": registered,
      ]))
  }

  /// After all assets, since fields have no order.
  mutating func importLoss(
    _ asset: Int64?, _ month: Substring, _ cells: [Substring], _ event: EventRow
  ) {
    guard let asset, assets[asset] != nil, cells.count == 2, let amount = cells[0].number,
      let first = CivilDay("\(month)-01")
    else {
      return wonder(
        event, "depreciation", expected: "a month of an asset",
        found: cells.joined(separator: "|"))
    }
    assets[asset]?.booked += amount
    let voucher = VoucherColumns(String(cells[1]))
    expect(
      .depreciation,
      Cells([
        "asset": asset, "month": first, "amount": amount, "voucher_kind": voucher.kind,
        "voucher_year": voucher.year, "voucher_number": voucher.number,
      ]))
  }

  mutating func importYear(_ year: Int64, _ cells: [Substring], _ event: EventRow) {
    guard cells.count == 3, let closed = CivilDay(cells[0]), let income = cells[1].number,
      let cost = cells[2].number
    else {
      return wonder(
        event, "year.\(year)", expected: "a closed year", found: cells.joined(separator: "|"))
    }
    profits[year] = income - cost
    expect(
      .yearClose,
      Cells([
        "year": year, "closed_on": closed, "closed_by": event.person, "income": income,
        "cost": cost,
      ]))
  }
}
