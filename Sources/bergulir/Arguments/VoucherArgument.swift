import ArgumentParser
import FundAPI
import RevolvingFund

/// A voucher by its number, `KM-2017-0012`.
struct VoucherArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.voucher

  let number: VoucherNumber

  init?(argument: String) {
    guard let number = VoucherNumber(parsing: argument) else { return nil }
    self.number = number
  }
}
