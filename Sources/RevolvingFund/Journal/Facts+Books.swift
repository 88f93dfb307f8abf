extension Facts {
  /// Takes in what the books are held against: counts, statements, the register of assets.
  mutating func takeBook(_ change: Change, _ effects: Effects) {
    switch change {
    case .account(let upk, let account): accounts[upk, default: []].insert(account.code)
    case .cashCount(let count): cashCounts[count.upk, default: []].append(count)
    case .cashDifferenceBooked(let upk, let number, let voucher):
      let day = effects.vouchers.first { $0.number == voucher }?.bookedOn
      cashCounts[upk] = cashCounts[upk]?.map { count in
        guard count.number == number, let day else { return count }
        return CashCount(
          upk: upk, number: number, on: count.on, counted: count.counted, ledger: count.ledger,
          counter: count.counter, witness: count.witness, note: count.note,
          booked: CashCount.Booking(voucher: voucher, on: day))
      }
    case .reconciliation(let found):
      reconciliations[BankMonth(upk: found.upk, account: found.account, month: found.month)] = found
    case .asset(let asset): assets[asset.upk, default: []].append(asset)
    case .assetDepreciated(let upk, let number, let entry, _):
      assets[upk] = assets[upk]?.map { asset in
        guard asset.number == number else { return asset }
        return Asset(
          upk: upk, number: number, name: asset.name, cost: asset.cost, boughtOn: asset.boughtOn,
          life: asset.life, voucher: asset.voucher, registeredOn: asset.registeredOn,
          depreciation: asset.depreciation + [entry])
      }
    case .suspenseAssigned(let given):
      suspenseAssignments[given.ksm.upk, default: []].append(given)
      suspense[given.ksm, default: DailyBalance()].add(given.amount, on: given.on)
      unnamedSuspense[given.ksm.upk, default: DailyBalance()].add(-given.amount, on: given.on)
    default: break
    }
  }

  /// Takes in what a voucher moves, on every account and day of which something is known.
  mutating func take(_ voucher: Voucher, in upk: UPKID) {
    for posting in voucher.postings {
      add(posting.amount, to: posting.debit, upk)
      add(-posting.amount, to: posting.credit, upk)
      save(posting, on: voucher.bookedOn, upk)
      hold(posting, on: voucher.bookedOn, upk)
    }
    if voucher.postings.contains(where: \.movesSavings) {
      savingsPools[upk, default: .empty].book(voucher.postings, on: voucher.bookedOn)
    }
    for key in balancesOfDays.keys where key.upk == upk && voucher.bookedOn <= key.on {
      let net = voucher.net(on: key.account)
      balancesOfDays[key, default: .zero] += key.account.kind.growsByDebit ? net : -net
    }
    for key in movements.keys where key.upk == upk && voucher.bookedOn <= key.upTo {
      for posting in voucher.postings { movements[key]?.add(posting, in: voucher.bookedOn.month) }
    }
    for key in bankMonths.keys where key.upk == upk { bankMonths[key]?.take(voucher, key) }
  }

  private mutating func add(_ net: Rupiah, to account: AccountCode, _ upk: UPKID) {
    balances[AccountKey(upk: upk, account: account), default: .zero] +=
      account.kind.growsByDebit ? net : -net
  }

  private mutating func save(_ posting: Posting, on day: Day, _ upk: UPKID) {
    guard [posting.debit, posting.credit].contains(.savings), let number = posting.ksm else {
      return
    }
    let ksm = KSMID(upk, number)
    let amount = posting.credit == .savings ? posting.amount : -posting.amount
    savings[ksm] = SavingsAccount(
      movements: (savings[ksm] ?? .empty).movements
        + [SavingsAccount.Movement(on: day, amount: amount)])
  }

  private mutating func hold(_ posting: Posting, on day: Day, _ upk: UPKID) {
    guard [posting.debit, posting.credit].contains(.suspense) else { return }
    let amount = posting.credit == .suspense ? posting.amount : -posting.amount
    if let ksm = posting.ksm.map({ KSMID(upk, $0) }) {
      suspense[ksm, default: DailyBalance()].add(amount, on: day)
    } else {
      unnamedSuspense[upk, default: DailyBalance()].add(amount, on: day)
    }
  }

  /// Keeps a voucher as it is read back, and what it takes back as taken back.
  mutating func keep(_ voucher: Voucher, of command: some Command, by person: PersonID) {
    let id = VoucherID(upk: command.stream, number: voucher.number)
    vouchers[id] = VoucherRecord(
      voucher: voucher, kind: command.kind.rawValue, recordedBy: person, reversedBy: nil)
    guard let reversed = voucher.reverses.map({ VoucherID(upk: id.upk, number: $0) }),
      let found = vouchers[reversed]
    else { return }
    vouchers[reversed] = VoucherRecord(
      voucher: found.voucher, kind: found.kind, recordedBy: found.recordedBy,
      reversedBy: voucher.number)
  }

  /// The number of a voucher's paper is used, and by what.
  mutating func takePaper(of voucher: Voucher, _ effects: Effects) {
    guard let reference = voucher.reference else { return }
    let key = ReferenceKey(upk: effects.head.stream, reference: reference)
    let receipts = effects.changes.compactMap { change -> Repayment? in
      guard case .repayment(let repayment) = change, repayment.voucher == voucher.number else {
        return nil
      }
      return repayment
    }
    usedReferences.insert(key)
    paperHolders[key] = PaperHolder(
      voucher: voucher.number, on: voucher.bookedOn, receipt: receipts.first?.receipt,
      loan: receipts.first?.loan.number)
  }
}

extension Voucher {
  /// What it moves on an account, debits less credits.
  fileprivate func net(on account: AccountCode) -> Rupiah {
    postings.total {
      ($0.debit == account ? $0.amount : .zero) - ($0.credit == account ? $0.amount : .zero)
    }
  }
}

extension Posting {
  fileprivate var movesSavings: Bool {
    [debit, credit].contains { [.savings, .savingsCash, .savingsBank].contains($0) }
  }
}

extension [TrialBalance.Movement] {
  fileprivate mutating func add(_ posting: Posting, in month: Month) {
    let origin: TrialBalance.Movement.Origin = posting.closesYear ? .yearClose : .business
    add(
      .init(
        account: posting.debit, month: month, debit: posting.amount, credit: .zero,
        origin: origin))
    add(
      .init(
        account: posting.credit, month: month, debit: .zero, credit: posting.amount,
        origin: origin))
  }

  /// Adds to what moved on the account in the month, in its place.
  private mutating func add(_ new: TrialBalance.Movement) {
    let place = firstIndex { $0.key >= new.key } ?? endIndex
    guard place < endIndex, self[place].key == new.key else {
      insert(new, at: place)
      return
    }
    self[place] = .init(
      account: new.account, month: new.month, debit: self[place].debit + new.debit,
      credit: self[place].credit + new.credit, origin: new.origin)
  }
}

extension TrialBalance.Movement {
  fileprivate var key: (AccountCode, Month, Int) { (account, month, origin == .business ? 0 : 1) }
}

extension BankBook {
  fileprivate mutating func take(_ voucher: Voucher, _ key: BankMonth) {
    let net = voucher.net(on: key.account)
    let touches = voucher.postings.contains {
      $0.debit != $0.credit && [$0.debit, $0.credit].contains(key.account)
    }
    if voucher.bookedOn < key.month.first {
      self = BankBook(opening: opening + net, entries: entries)
    }
    guard touches, voucher.bookedOn.month == key.month else { return }
    let entry = Entry(
      voucher: voucher.number, on: voucher.bookedOn, reference: voucher.reference, amount: net,
      reverses: voucher.reverses)
    let place = entries.firstIndex { voucher.bookedOn < $0.on } ?? entries.endIndex
    self = BankBook(opening: opening, entries: entries[..<place] + [entry] + entries[place...])
  }
}
