/// Enters an asset into the register, with the voucher that booked its purchase.
///
/// Refused with: `amountNotPositive`, `amountTooLarge`, `textMissing`, `textTooLong` (the name),
/// `assetLifeOutOfRange`, `notFound` (the voucher), `dayInFuture` (bought, or registered),
/// `dayBefore` (registered before it was bought), `voucherReversed`, `assetAboveVoucher`.
public struct RegisterAsset: Command {
  public let upk: UPKID
  public let name: String
  public let cost: Rupiah
  public let boughtOn: Day
  /// Months of use.
  public let life: Int
  public let voucher: VoucherNumber
  public let day: Day

  public init(
    upk: UPKID, name: String, cost: Rupiah, boughtOn: Day, life: Int, voucher: VoucherNumber,
    day: Day
  ) {
    self.upk = upk
    self.name = name
    self.cost = cost
    self.boughtOn = boughtOn
    self.life = life
    self.voucher = voucher
    self.day = day
  }

  public var kind: CommandKind { .registerAsset }
  public var stream: UPKID { upk }
  public var content: Content {
    var content = Content()
    content.add("name", name)
    content.add("cost", cost)
    content.add("bought_on", boughtOn)
    content.add("life", life)
    content.add("voucher", voucher.description)
    content.add("on", day)
    return content
  }

  private var key: VoucherID { VoucherID(upk: upk, number: voucher) }

  public func needs(_ keys: inout Keys) {
    keys.vouchers.insert(key)
    keys.assetsOf.insert(upk)
  }

  public func decide(_ facts: Facts, for caller: Caller) throws(Refusal) -> Effects {
    let assets = facts.assets[upk] ?? []
    var violations = Violations()
    violations.require(cost, .amount)
    violations.require(name, .name, atMost: 60)
    violations.require(
      (1...Asset.longestLife).contains(life),
      .assetLifeOutOfRange(months: life, least: 1, most: Asset.longestLife))
    violations.requirePast(boughtOn, caller)
    violations.requirePast(day, caller)
    violations.require(day, notBefore: boughtOn, .bought)
    if let found = facts.vouchers[key] {
      if let reversal = found.reversedBy {
        violations.add([.voucherReversed(voucher, by: reversal)])
      }
      let left =
        found.voucher.postings.filter { $0.debit == .equipment }.total(\.amount)
        - assets.filter { $0.voucher == voucher }.total(\.cost)
      violations.require(
        cost <= left, .assetAboveVoucher(voucher, cost: cost, left: max(.zero, left)))
    } else {
      violations.add([.notFound(.voucher, name: "\(voucher)")])
    }
    try violations.check()

    var number: Int64 = 0
    var effects = Effects(head: facts.head(stream)) { numbering in
      number = numbering.take(.asset)
      return .asset(upk, number: number)
    }
    effects.add(
      .asset(
        Asset(
          upk: upk, number: number, name: name, cost: cost, boughtOn: boughtOn, life: life,
          voucher: voucher, registeredOn: day, depreciation: [])))
    return effects
  }
}
