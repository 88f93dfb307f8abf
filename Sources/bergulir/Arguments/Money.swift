import ArgumentParser
import FundAPI
import RevolvingFund

/// Whole rupiah as people type them: `8220000` or `8.220.000`.
///
/// A negative amount is read too, so that the fund's own rule answers it.
struct Money: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.amount

  let rupiah: Rupiah

  init?(argument: String) {
    let digits = argument.hasPrefix("-") ? argument.dropFirst() : argument[...]
    let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
    guard isGrouped, groups.allSatisfy(isDigits),
      let amount = Int64((argument.hasPrefix("-") ? "-" : "") + groups.joined())
    else { return nil }
    rupiah = Rupiah(amount)
  }

  /// What is wrong with a text that is no amount: too large for the books, or not written as one.
  static func correction(of text: String) -> ArgumentCorrection {
    let digits = text.filter { $0 != "." && $0 != "-" }
    let isLarge = isDigits(digits[...]) && Int64(digits) == nil
    return isLarge ? .amountTooLarge : .write(form)
  }
}

/// Whether a text is one or more ASCII digits.
func isDigits(_ text: Substring) -> Bool {
  !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}
