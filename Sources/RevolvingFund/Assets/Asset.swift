/// A thing of lasting use on 12020, which wears out in a straight line (rules.md 5.1, 5.3).
public struct Asset: Hashable, Sendable {
  public let upk: UPKID
  /// Counted from 1 in the UPK.
  public let number: Int64
  public let name: String
  public let cost: Rupiah
  public let boughtOn: Day
  /// Months of use.
  public let life: Int
  /// The voucher that booked its purchase on 12020.
  public let voucher: VoucherNumber
  public let registeredOn: Day
  /// What was booked, by month, in order.
  public let depreciation: [Depreciation]

  /// What an asset lost in the books of one month.
  public struct Depreciation: Hashable, Sendable {
    public let month: Month
    public let amount: Rupiah

    public init(month: Month, amount: Rupiah) {
      self.month = month
      self.amount = amount
    }
  }

  public init(
    upk: UPKID, number: Int64, name: String, cost: Rupiah, boughtOn: Day, life: Int,
    voucher: VoucherNumber, registeredOn: Day, depreciation: [Depreciation]
  ) {
    self.upk = upk
    self.number = number
    self.name = name
    self.cost = cost
    self.boughtOn = boughtOn
    self.life = life
    self.voucher = voucher
    self.registeredOn = registeredOn
    self.depreciation = depreciation
  }

  /// Most months that an asset may be used up in.
  public static let longestLife = 240

  /// What it has lost by the end of a month: as much in each month after that of its purchase, and
  /// the remainder in the last, down to one rupiah.
  public func worn(through month: Month) -> Rupiah {
    let months = month.distance(from: boughtOn.month)
    let all = max(0, cost.amount - 1)
    guard months > 0 else { return .zero }
    guard months < life else { return Rupiah(all) }
    return Rupiah(all / Int64(life) * Int64(months))
  }

  /// What is booked of that by the end of a month.
  public func booked(through month: Month) -> Rupiah {
    depreciation.filter { $0.month <= month }.total(\.amount)
  }

  /// What is to be booked in a month: what it has lost and no month booked yet, so that one that
  /// was registered late catches up.
  public func due(in month: Month) -> Rupiah {
    max(.zero, worn(through: month) - depreciation.total(\.amount))
  }

  /// What it is worth in the books at the end of a month.
  public func bookValue(through month: Month) -> Rupiah { cost - booked(through: month) }

  /// The asset after one more month.
  func adding(_ entry: Depreciation) -> Asset {
    Asset(
      upk: upk, number: number, name: name, cost: cost, boughtOn: boughtOn, life: life,
      voucher: voucher, registeredOn: registeredOn, depreciation: depreciation + [entry])
  }
}
