/// An asset of `assets.csv`.
struct AssetRow: Hashable, Sendable {
  let line: Int
  let number: Int64
  let name: String
  let cost: Rupiah
  let boughtOn: Day
  let life: Int
  let voucher: VoucherNumber
  let registeredOn: Day

  init?(_ cells: inout BookCells) {
    let number = cells.number("asset")
    let name = cells.text("name")
    let cost = cells.requiredAmount("cost_idr")
    let boughtOn = cells.day("bought_on")
    life = cells.small("life_months", empty: 0, atMost: Asset.longestLife)
    let voucher = cells.voucher("voucher")
    let registeredOn = cells.optionalDay("registered_on")
    guard life >= 1, cost.map({ $0 > .zero }) ?? true else {
      cells.refuse(life < 1 ? "life_months" : "cost_idr", life < 1 ? .number : .amount)
      return nil
    }
    guard let number, let name, let cost, let boughtOn else { return nil }
    guard let voucher else {
      cells.refuse("voucher", .voucher)
      return nil
    }
    line = cells.row.line
    self.number = number
    self.name = name
    self.cost = cost
    self.boughtOn = boughtOn
    self.voucher = voucher
    self.registeredOn = registeredOn ?? boughtOn
  }
}

/// What an asset lost in a month, of `depreciation.csv`.
struct LossRow: Hashable, Sendable {
  let line: Int
  let asset: Int64
  let entry: Asset.Depreciation
  let voucher: VoucherNumber

  init?(_ cells: inout BookCells) {
    let asset = cells.number("asset")
    let month = cells.month("month")
    let amount = cells.requiredAmount("amount_idr")
    let voucher = cells.voucher("voucher")
    guard let asset, let month, let amount else { return nil }
    guard let voucher, amount > .zero else {
      cells.refuse(voucher == nil ? "voucher" : "amount_idr", voucher == nil ? .voucher : .amount)
      return nil
    }
    line = cells.row.line
    self.asset = asset
    entry = Asset.Depreciation(month: month, amount: amount)
    self.voucher = voucher
  }
}

/// A closed year of `years.csv`.
struct YearRow: Hashable, Sendable {
  let line: Int
  let year: Int
  let closedOn: Day

  init?(_ cells: inout BookCells) {
    let year = cells.small("year", empty: 0, atMost: 2999)
    let closedOn = cells.day("closed_on")
    guard year >= 1900 else {
      cells.refuse("year", .number)
      return nil
    }
    guard let closedOn else { return nil }
    line = cells.row.line
    self.year = year
    self.closedOn = closedOn
  }
}
