import RevolvingFund

extension LendingPolicy {
  /// The same policy with another fee and other savings.
  func with(lateFee: Rupiah, savingsThousandths: Int) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: version, validFrom: validFrom, borrowerCriteria: borrowerCriteria,
      firstLoanCeiling: firstLoanCeiling, laterLoanCeiling: laterLoanCeiling,
      shortestTerm: shortestTerm, longestTerm: longestTerm, rate: rate, method: method,
      roundUnit: roundUnit, earlySettlement: earlySettlement, reserveScheme: reserveScheme,
      jointLiability: jointLiability, savingsAccount: savingsAccount, startUps: startUps,
      lateFee: lateFee, savingsThousandths: savingsThousandths, reason: reason, minutes: minutes)
  }

  /// The same policy with a limit of cash in hand.
  func with(cashLimit: Rupiah) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: version, validFrom: validFrom, borrowerCriteria: borrowerCriteria,
      firstLoanCeiling: firstLoanCeiling, laterLoanCeiling: laterLoanCeiling,
      shortestTerm: shortestTerm, longestTerm: longestTerm, rate: rate, method: method,
      roundUnit: roundUnit, earlySettlement: earlySettlement, reserveScheme: reserveScheme,
      jointLiability: jointLiability, savingsAccount: savingsAccount, startUps: startUps,
      lateFee: lateFee, savingsThousandths: savingsThousandths, cashLimit: cashLimit,
      reason: reason, minutes: minutes)
  }

  /// The same policy with another scheme of the reserve.
  func with(reserveScheme: ReserveScheme) -> LendingPolicy {
    LendingPolicy(
      upk: upk, version: version, validFrom: validFrom, borrowerCriteria: borrowerCriteria,
      firstLoanCeiling: firstLoanCeiling, laterLoanCeiling: laterLoanCeiling,
      shortestTerm: shortestTerm, longestTerm: longestTerm, rate: rate, method: method,
      roundUnit: roundUnit, earlySettlement: earlySettlement, reserveScheme: reserveScheme,
      jointLiability: jointLiability, savingsAccount: savingsAccount, startUps: startUps,
      lateFee: lateFee, savingsThousandths: savingsThousandths, reason: reason, minutes: minutes)
  }
}
