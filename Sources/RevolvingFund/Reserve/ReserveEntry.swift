/// What a month's close books so that the reserve is what the scheme requires (rules.md 2.8;
/// ruling 2).
///
/// The entry is the difference from 12010 as it is just before. What is released takes back the
/// provision of the year, 51080, down to zero; the rest is income, 41030. Under the scheme `none`
/// nothing is booked, whatever 12010 holds.
public struct ReserveEntry: Hashable, Sendable {
  public let reserve: LoanLossReserve
  /// 51080 of the year so far.
  private let provision: Rupiah

  /// The entry for a portfolio and the books of the same day.
  public init(scheme: ReserveScheme, portfolio: PortfolioSums, trial: TrialBalance) {
    reserve = LoanLossReserve(
      scheme: scheme, required: scheme.required(portfolio.balances),
      formed: -trial.balance(.loanLossReserve))
    provision = trial.yearToDate(.provision)
  }

  /// What the entry adds to the reserve; negative where it releases some.
  public var amount: Rupiah { reserve.scheme == .none ? .zero : reserve.missing }

  /// CCr of the books as they would be after the entry, by a scheme that they may not follow.
  public func coverage(of trial: TrialBalance) -> Indicator {
    let booked = trial.booking(postings)
    return Indicator(.ccr, Ratio(booked.incomeOfYear.amount, max(0, booked.costOfYear.amount)))
  }

  var postings: [Posting] {
    guard amount <= .zero else {
      return [Posting(debit: .provision, credit: .loanLossReserve, amount: amount)]
    }
    let toProvision = min(-amount, max(.zero, provision))
    return [
      (AccountCode.provision, toProvision), (.creditIncome, -amount - toProvision),
    ].filter { $0.1 > .zero }.map {
      Posting(debit: .loanLossReserve, credit: $0, amount: $1)
    }
  }
}

extension Sequence<LendingPolicy> {
  /// The scheme of the reserve in force on a day; the programme's own until a board sets one.
  public func reserveScheme(on day: Day) -> ReserveScheme {
    inForce(on: day)?.reserveScheme ?? .standard
  }
}
