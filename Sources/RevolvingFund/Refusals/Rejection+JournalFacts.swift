// The facts of `Rejection` about vouchers, the chart and what is counted.
extension Rejection {
  var journalFacts: [Fact]? {
    switch self {
    case .accountNotExtensible(let account):
      [("account", "\(account.number)")]
    case .cashierMayNotPost(let day, let line):
      [("day", "\(day)")] + lineFact(line)
    case .voucherNotManual(let voucher, let kind):
      [("voucher", "\(voucher)"), ("kind", kind)]
    case .voucherReversed(let voucher, let reversal):
      [("voucher", "\(voucher)"), ("reversal", "\(reversal)")]
    default: nil
    }
  }
}
