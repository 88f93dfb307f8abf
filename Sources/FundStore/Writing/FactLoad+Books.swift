internal import Libpq
internal import RevolvingFund

// Vouchers, and what the books are held against: counts, statements, the register of assets.
extension FactLoad {
  mutating func addVouchers(_ keys: Keys) {
    let vouchers = Array(keys.vouchers)
    add(
      !vouchers.isEmpty, JournalStatements.byNumber,
      [
        .upks(vouchers.map(\.upk)), .names(vouchers.map(\.number.kind)),
        .int4s(vouchers.map { Int32($0.number.year) }), .int8s(vouchers.map(\.number.number)),
      ]
    ) { row, facts in
      let record = try VoucherRecord(row)
      facts.vouchers[VoucherID(upk: try row.upkID(19), number: record.voucher.number)] = record
    }
  }
}

extension FactLoad {
  mutating func addCounts(_ keys: Keys) {
    add(
      !keys.fundMoneyOf.isEmpty, JournalStatements.fundMoney, [.upks(keys.fundMoneyOf.sorted())]
    ) { row, facts in
      facts.fundMoney[try row.upkID(0), default: DailyBalance()].add(
        try row.rupiah(2), on: try row.day(1))
    }
    let balances = Array(keys.balancesOfDays)
    add(
      !balances.isEmpty, JournalStatements.balancesOfDays,
      [
        .upks(balances.map(\.upk)), .int4s(balances.map(\.account.number)),
        .days(balances.map(\.on)),
      ]
    ) { row, facts in
      let account = try row.accountCode(1)
      let net = try row.rupiah(3)
      let key = BalanceKey(upk: try row.upkID(0), account: account, on: try row.day(2))
      facts.balancesOfDays[key] = account.kind.growsByDebit ? net : -net
    }
    let counted = keys.cashCountsOf.sorted()
    add(!counted.isEmpty, CashCountStatements.ofUPKs, [.upks(counted)]) { row, facts in
      let count = try CashCount(row)
      facts.cashCounts[count.upk, default: []].append(count)
    }
    let assets = keys.assetsOf.sorted()
    add(!assets.isEmpty, AssetStatements.ofUPKs, [.upks(assets)]) { row, facts in
      let asset = try Asset(row)
      facts.assets[asset.upk, default: []].append(asset)
    }
  }

  mutating func addReconciliations(_ keys: Keys) {
    let books = ReconciliationStatements.columns(Array(keys.bankMonths))
    add(
      !keys.bankMonths.isEmpty,
      [
        Request(ReconciliationStatements.openings, books),
        Request(ReconciliationStatements.entries, books),
      ]
    ) { rows, facts in
      let (openings, entries) = (rows[rows.startIndex], rows[rows.startIndex + 1])
      var booked: [BankMonth: [BankBook.Entry]] = [:]
      for row in entries { booked[try BankMonth(row), default: []].append(try BankBook.Entry(row)) }
      for row in openings {
        let key = try BankMonth(row)
        facts.bankMonths[key] = BankBook(opening: try row.rupiah(3), entries: booked[key] ?? [])
      }
    }
    let months = ReconciliationStatements.columns(Array(keys.reconciliations))
    add(
      !keys.reconciliations.isEmpty,
      [
        Request(ReconciliationStatements.latest, months),
        Request(ReconciliationStatements.latestItems, months),
      ]
    ) { rows, facts in
      let found = try ReconciliationStatements.reconciliations(
        rows[rows.startIndex], items: rows[rows.startIndex + 1])
      for one in found {
        facts.reconciliations[
          BankMonth(upk: one.upk, account: one.account, month: one.month)] = one
      }
    }
  }
}

extension BankMonth {
  /// A row that begins with UPK, account and month.
  fileprivate init(_ row: Row) throws {
    self.init(
      upk: try row.upkID(0), account: try row.accountCode(1), month: try row.day(2).month)
  }
}

extension VoucherRecord {
  /// A row of `JournalStatements.byNumber`.
  init(_ row: Row) throws {
    let booked = try BookedVoucher(row)
    self.init(
      voucher: booked.voucher, kind: try row.text(20), recordedBy: try row.personID(21),
      reversedBy: booked.reversedBy)
  }
}
