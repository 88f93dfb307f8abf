import ArgumentParser
import FundAPI
import RevolvingFund

/// A bank account of a UPK: 11021 or 11022, or `bank` and `savings`.
struct BankAccountArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.bankAccount

  let code: AccountCode

  init?(argument: String) {
    switch argument {
    case "bank": code = .bank
    case "savings": code = .savingsBank
    default:
      guard let number = Int32(argument), (10_000...99_999).contains(number) else { return nil }
      code = AccountCode(number)
    }
  }
}
