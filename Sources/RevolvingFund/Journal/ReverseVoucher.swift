/// Takes a manual voucher back by its mirror, which names it (rules.md 5.3).
///
/// The voucher stands as it was booked; whoever booked it does not take it back. What loans,
/// capital and savings booked is taken back by their own commands, where it can be.
///
/// Refused with: `textMissing`, `textTooLong` (the reason), `notFound` (the voucher),
/// `dayInFuture`, `dayBefore` (the voucher), `reverserIsRecorder`, `cashierMayNotPost`,
/// `savingsNotCovered`, `fundForLendingOnly` (a debt that was paid since), `voucherNotManual`,
/// `voucherReversed`, `voucherHasAssets`.
public struct ReverseVoucher: Command {
  public let upk: UPKID
  public let voucher: VoucherNumber
  public let reason: String
  public let day: Day

  public init(upk: UPKID, voucher: VoucherNumber, reason: String, day: Day) {
    self.upk = upk
    self.voucher = voucher
    self.reason = reason
    self.day = day
  }

  public var kind: CommandKind { .reverseVoucher }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("voucher", voucher.description)
    content.add("reason", reason)
    content.add("on", day)
    return content
  }

  private var key: VoucherID { VoucherID(upk: upk, number: voucher) }
  private var movements: MovementsKey {
    MovementsKey(upk: upk, upTo: Month(year: day.year, month: 12).last)
  }

  public func needs(_ keys: inout Keys) {
    keys.upks.insert(upk)
    keys.vouchers.insert(key)
    keys.movements.insert(movements)
    keys.savingsPools.insert(upk)
    keys.assetsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    guard let found = facts.vouchers[key] else {
      throw Refusal(.notFound(.voucher, name: "\(voucher)"))
    }
    guard found.kind == CommandKind.postJournal.rawValue else {
      throw Refusal(.voucherNotManual(voucher, kind: found.kind))
    }
    if let reversal = found.reversedBy {
      throw Refusal(.voucherReversed(voucher, by: reversal))
    }
    let postings = found.voucher.postings.map(\.reversed)
    var violations = Violations()
    violations.require(reason, .reason, atMost: 160)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: found.voucher.bookedOn, .posted)
    violations.require(caller.person != found.recordedBy, .reverserIsRecorder)
    violations.requireNoCashier(caller, at: upk, on: day, line: nil, facts)
    violations.add(facts.coverViolations(postings, on: day, in: upk))
    violations.add(liabilityViolations(postings, facts.movements[movements] ?? []))
    let assets = (facts.assets[upk] ?? []).filter { $0.voucher == voucher }.map(\.number)
    violations.require(assets.isEmpty, .voucherHasAssets(voucher, assets: assets))
    try violations.check()

    var effects = Effects(head: facts.head(stream), subject: .journal(upk))
    effects.post(on: day, "Pembatalan \(voucher): \(reason)", postings, reversing: voucher)
    effects.outcome.add("reversed", voucher.description)
    return effects
  }

  /// A debt that was paid since is not paid a second time by taking its receipt back.
  private func liabilityViolations(
    _ postings: [Posting], _ moved: [TrialBalance.Movement]
  ) -> [Rejection] {
    let trial = TrialBalance(asOf: movements.upTo, movements: moved)
    return postings.filter { $0.debit.kind == .liability && trial.balance($0.debit) < $0.amount }
      .map { .fundForLendingOnly(line: 1, $0.debit) }
  }
}

extension Violations {
  /// Who keeps the cash books nothing by hand, nor what was booked while they kept it (rules.md
  /// 4.7; ruling 19).
  mutating func requireNoCashier(
    _ caller: Caller, at upk: UPKID, on day: Day, line: Int?, _ facts: Facts
  ) {
    let kept = [day, caller.today].first {
      facts.holds(.cashier, person: caller.person, at: upk, on: $0)
    }
    guard let kept else { return }
    add([.cashierMayNotPost(on: kept, line: line)])
  }
}
