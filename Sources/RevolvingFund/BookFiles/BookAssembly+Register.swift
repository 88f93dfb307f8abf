// The register of assets, and the years that were closed.
extension BookAssembly {
  /// The assets with what each lost; a voucher booked what is registered on it.
  mutating func registeredAssets() -> [Asset] {
    var bought: [VoucherNumber: Rupiah] = [:]
    var assets: [Asset] = []
    for row in records.assets {
      if assets.contains(where: { $0.number == row.number }) {
        note(.assets, row.line, .repeated(column: "asset", value: "\(row.number)"))
      }
      pass(.asset, row.number)
      if row.registeredOn < row.boughtOn {
        note(
          .assets, row.line,
          .dayBefore(column: "registered_on", row.registeredOn, earliest: row.boughtOn))
      }
      let booked = booked(on: row.voucher) { $0.debit == .equipment }
      if let booked {
        bought[row.voucher, default: .zero] += row.cost
        let sum = bought[row.voucher] ?? .zero
        if booked < sum {
          note(
            .assets, row.line, .sumDiffers(column: "cost_idr", found: sum, expected: booked))
        }
      } else {
        note(.assets, row.line, .unknown(column: "voucher", value: "\(row.voucher)"))
      }
      assets.append(
        Asset(
          upk: upk, number: row.number, name: row.name, cost: row.cost, boughtOn: row.boughtOn,
          life: row.life, voucher: row.voucher, registeredOn: row.registeredOn, depreciation: []))
    }
    checkLosses(of: assets)
    return assets
  }

  /// A month's loss is booked once, by a voucher on 12021, and never below one rupiah.
  private mutating func checkLosses(of assets: [Asset]) {
    var lost: [VoucherNumber: Rupiah] = [:]
    var left = assets.reduce(into: [:]) { $0[$1.number] = $1.cost - Rupiah(1) }
    var seen: Set<[String]> = []
    for row in records.losses {
      if !seen.insert(["\(row.asset)", "\(row.entry.month)"]).inserted {
        note(
          .depreciation, row.line, .repeated(column: "month", value: "\(row.entry.month)"))
      }
      guard let most = left[row.asset] else {
        note(.depreciation, row.line, .unknown(column: "asset", value: "\(row.asset)"))
        continue
      }
      if most < row.entry.amount {
        note(
          .depreciation, row.line,
          .sumDiffers(column: "amount_idr", found: row.entry.amount, expected: most))
      }
      left[row.asset] = most - row.entry.amount
      guard let booked = booked(on: row.voucher, { $0.credit == .accumulatedDepreciation }) else {
        note(.depreciation, row.line, .unknown(column: "voucher", value: "\(row.voucher)"))
        continue
      }
      lost[row.voucher, default: .zero] += row.entry.amount
      let sum = lost[row.voucher] ?? .zero
      if booked < sum {
        note(
          .depreciation, row.line,
          .sumDiffers(column: "amount_idr", found: sum, expected: booked))
      }
    }
  }

  /// What a voucher moved by such postings; `nil` where there is no such voucher.
  private func booked(
    on number: VoucherNumber, _ isCounted: (Posting) -> Bool
  ) -> Rupiah? {
    vouchers.first { $0.number == number }?.postings.filter(isCounted).total(\.amount)
  }

  /// The closed years; what each earned and cost is what its close moved over 31050.
  mutating func closedYears() -> [ClosedYear] {
    var years: [ClosedYear] = []
    for row in records.years {
      if years.contains(where: { $0.year == row.year }) {
        note(.years, row.line, .repeated(column: "year", value: "\(row.year)"))
      }
      let earliest = Month(year: row.year + 1, month: 1).first
      if row.closedOn < earliest {
        note(
          .years, row.line, .dayBefore(column: "closed_on", row.closedOn, earliest: earliest))
      }
      let postings = vouchers.filter { $0.bookedOn.year == row.year }.flatMap(\.postings)
      years.append(
        ClosedYear(
          upk: upk, year: row.year, closedOn: row.closedOn, closedBy: recorder,
          income: postings.total { $0.closed(of: .income) },
          cost: -postings.total { $0.closed(of: .cost) }))
    }
    return years
  }
}

extension Posting {
  /// What it moved from accounts of a kind to 31050; below zero for what it took from there.
  fileprivate func closed(of kind: AccountKind) -> Rupiah {
    if credit == .profitOfYear && debit.kind == kind { return amount }
    if debit == .profitOfYear && credit.kind == kind { return -amount }
    return .zero
  }
}
