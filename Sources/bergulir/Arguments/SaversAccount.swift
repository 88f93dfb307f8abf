import ArgumentParser
import FundAPI
import RevolvingFund

/// Where the savers' money is: `cash` (11012), `bank` (11022), or an account's five digits.
struct SaversAccount: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.cashAccount

  let code: AccountCode

  init?(argument: String) {
    switch argument {
    case "cash": code = .savingsCash
    case "bank": code = .savingsBank
    default:
      guard let account = CashAccount(argument: argument) else { return nil }
      code = account.code
    }
  }
}
