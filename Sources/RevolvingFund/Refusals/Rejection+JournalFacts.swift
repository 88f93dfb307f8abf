// The facts of `Rejection` about vouchers, the chart and what is counted.
extension Rejection {
  var journalFacts: [Fact]? {
    switch self {
    case .accountNotExtensible(let account), .accountNotBank(let account):
      [("account", "\(account.number)")]
    case .cashierMayNotPost(let day, let line):
      [("day", "\(day)")] + lineFact(line)
    case .voucherNotManual(let voucher, let kind):
      [("voucher", "\(voucher)"), ("kind", kind)]
    case .voucherReversed(let voucher, let reversal):
      [("voucher", "\(voucher)"), ("reversal", "\(reversal)")]
    case .voucherHasAssets(let voucher, let assets):
      [("voucher", "\(voucher)"), ("assets", list(assets.map { "\($0)" }))]
    case .cashCountSuperseded(let count, let last):
      [("count", "\(count)"), ("last", "\(last)")]
    case .cashCountAgrees(let count):
      [("count", "\(count)")]
    case .cashDifferenceBooked(let count, let voucher):
      [("count", "\(count)"), ("voucher", "\(voucher)")]
    case .assetLifeOutOfRange(let months, let least, let most):
      [("months", "\(months)"), ("least", "\(least)"), ("most", "\(most)")]
    case .assetAboveVoucher(let voucher, let cost, let left):
      [("voucher", "\(voucher)"), ("cost", "\(cost.amount)"), ("left", "\(left.amount)")]
    case .nothingToDepreciate(let month):
      [("month", "\(month)")]
    case .statementTooLong(let lines, let limit):
      [("count", "\(lines)"), ("limit", "\(limit)")]
    case .statementLineOutside(let line, let day, let month):
      [("line", "\(line)"), ("day", "\(day)"), ("month", "\(month)")]
    case .statementBroken(let line, let expected, let found):
      [("line", "\(line)"), ("expected", "\(expected.amount)"), ("found", "\(found.amount)")]
    default: nil
    }
  }
}
