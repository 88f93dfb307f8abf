/// How the service charge (jasa) is reckoned (rules.md 2.2, B-18).
public enum ChargeMethod: String, Hashable, Sendable, CaseIterable {
  /// On the first principal, every month the same.
  case flat
  /// On the scheduled balance, falling with it.
  case declining
}

/// What happens to later service charges when a loan is settled early (rules.md 0, ruling 7).
public enum EarlySettlement: String, Hashable, Sendable, CaseIterable {
  case waive, charge
}

/// What a loan is lent on; fixed at the decision, whatever the policy becomes later.
public struct LoanTerms: Hashable, Sendable {
  /// Monthly installments, 1 to 60.
  public let months: Int
  public let rate: MonthlyRate
  public let method: ChargeMethod
  /// Flat installments are rounded up to this many rupiah; 1 leaves them exact.
  public let roundUnit: Int64
  public let earlySettlement: EarlySettlement
  /// Owed once for each installment that is not paid in full by its due day.
  public let lateFee: Rupiah
  /// What the group saves with each installment, in thousandths of it.
  public let savingsThousandths: Int

  public init(
    months: Int, rate: MonthlyRate, method: ChargeMethod, roundUnit: Int64,
    earlySettlement: EarlySettlement, lateFee: Rupiah = .zero, savingsThousandths: Int = 0
  ) {
    self.months = months
    self.rate = rate
    self.method = method
    self.roundUnit = roundUnit
    self.earlySettlement = earlySettlement
    self.lateFee = lateFee
    self.savingsThousandths = savingsThousandths
  }

  /// Why there is no schedule for these shares: `scheduleNotPossible`, or nothing.
  ///
  /// Whether there is one does not depend on the day of disbursement.
  func violations(shares: [Rupiah]) -> [Rejection] {
    do throws(Rejection) {
      _ = try Schedule(shares: shares, terms: self, disbursedOn: Day(epochDays: 0))
      return []
    } catch {
      return [error]
    }
  }

  /// Why there is no schedule for what is left of shares: `scheduleNotPossible` of the largest, or
  /// nothing.
  ///
  /// One of them has to last all the months, or fewer would do.
  func violations(rests: [Rupiah]) -> [Rejection] {
    rests.max().map { violations(shares: [$0]) } ?? []
  }

  /// The same terms over other months.
  func over(_ months: Int) -> LoanTerms {
    LoanTerms(
      months: months, rate: rate, method: method, roundUnit: roundUnit,
      earlySettlement: earlySettlement, lateFee: lateFee, savingsThousandths: savingsThousandths)
  }
}
