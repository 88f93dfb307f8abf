import RevolvingFund

// Vouchers as they are read back, and what the books are held against.
extension Books {
  func bankBook(_ key: BankMonth) -> BankBook {
    func net(_ voucher: Voucher) -> Rupiah {
      voucher.postings.total {
        ($0.debit == key.account ? $0.amount : .zero)
          - ($0.credit == key.account ? $0.amount : .zero)
      }
    }
    return BankBook(
      opening: vouchers.filter { $0.bookedOn < key.month.first }.total(net),
      entries: vouchers.filter { $0.bookedOn.month == key.month && net($0) != .zero }.map {
        BankBook.Entry(
          voucher: $0.number, on: $0.bookedOn, reference: $0.reference, amount: net($0),
          reverses: $0.reverses)
      })
  }

  /// As the store reads vouchers back.
  mutating func keep(
    _ vouchers: [Voucher], of command: some Command, by person: PersonID
  ) {
    for voucher in vouchers {
      let id = VoucherID(upk: command.stream, number: voucher.number)
      facts.vouchers[id] = VoucherRecord(
        voucher: voucher, kind: command.kind.rawValue, recordedBy: person, reversedBy: nil)
      guard let reversed = voucher.reverses.map({ VoucherID(upk: id.upk, number: $0) }),
        let found = facts.vouchers[reversed]
      else { continue }
      facts.vouchers[reversed] = VoucherRecord(
        voucher: found.voucher, kind: found.kind, recordedBy: found.recordedBy,
        reversedBy: voucher.number)
    }
  }

  mutating func applyBook(_ change: Change, on day: Day) {
    switch change {
    case .account(let upk, let account):
      facts.accounts[upk]?.insert(account.code)
      charts[upk]?.append(account)
    case .cashCount(let count): facts.cashCounts[count.upk, default: []].append(count)
    case .cashDifferenceBooked(let upk, let number, let voucher):
      facts.cashCounts[upk] = facts.cashCounts[upk]?.map { count in
        guard count.number == number else { return count }
        return CashCount(
          upk: upk, number: number, on: count.on, counted: count.counted, ledger: count.ledger,
          counter: count.counter, witness: count.witness, note: count.note,
          booked: CashCount.Booking(voucher: voucher, on: day))
      }
    case .reconciliation(let found):
      facts.reconciliations[
        BankMonth(upk: found.upk, account: found.account, month: found.month)] = found
    case .asset(let asset): facts.assets[asset.upk, default: []].append(asset)
    case .assetDepreciated(let upk, let number, let entry, _):
      facts.assets[upk] = facts.assets[upk]?.map { asset in
        guard asset.number == number else { return asset }
        return Asset(
          upk: upk, number: number, name: asset.name, cost: asset.cost, boughtOn: asset.boughtOn,
          life: asset.life, voucher: asset.voucher, registeredOn: asset.registeredOn,
          depreciation: asset.depreciation + [entry])
      }
    default: break
    }
  }
}
