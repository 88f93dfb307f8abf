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
    guard let rupiah = Rupiah(digits: argument) else { return nil }
    self.rupiah = rupiah
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
