import ArgumentParser
import FundAPI
import RevolvingFund

/// Where money moves: `cash` (11010), `bank` (11021), or an account's five digits.
struct CashAccount: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.cashAccount

  let code: AccountCode

  init?(argument: String) {
    switch argument {
    case "cash": code = .cash
    case "bank": code = .bank
    default:
      guard argument.utf8.count == 5, let number = Int32(argument), number >= 10_000 else {
        return nil
      }
      code = AccountCode(number)
    }
  }
}
