/// The loans, groups or vouchers that make an indicator (rules.md 3).
///
/// The items sum to the two inputs that the indicator shows.
public struct IndicatorExplanation: Hashable, Sendable {
  public let indicator: Indicator
  /// The day of LAR, PAR and RR; the month-end of CCr and ROI.
  public let asOf: Day
  public let items: [Item]

  /// A part of the numerator, the denominator or both.
  public struct Item: Hashable, Sendable {
    public let subject: Subject
    public let numerator: Int64
    public let denominator: Int64
  }

  /// What an item is.
  public enum Subject: Hashable, Sendable {
    /// A group with a balance: its worst class and what it owes.
    case group(KSMID, Collectability, Rupiah)
    case loan(LoanPosition)
    /// What a voucher moved on an account of income or cost.
    case voucher(Voucher, AccountCode)
    /// What an account of capital holds.
    case account(AccountCode)
  }

  /// The groups behind LAR, or the loans behind PAR or RR.
  public init(_ kind: LoanIndicator, _ portfolio: Portfolio, asOf day: Day) {
    asOf = day
    switch kind {
    case .lar:
      indicator = portfolio.lar
      items = Dictionary(grouping: portfolio.positions, by: \.ksm)
        .sorted { $0.key.number < $1.key.number }
        .map { ksm, positions in
          let worst = positions.map(\.collectability).max() ?? .current
          return Item(
            subject: .group(ksm, worst, positions.total(\.outstanding)),
            numerator: worst.isAtRisk ? 1 : 0, denominator: 1)
        }
    case .par:
      indicator = portfolio.par
      items = portfolio.items { $0.collectability.isAtRisk ? $0.outstanding : .zero }
    case .rr:
      indicator = portfolio.rr
      items = portfolio.items { $0.outstanding - $0.overduePrincipalThreeMonths }
    }
  }

  /// The vouchers behind CCr, or the vouchers and the capital behind ROI.
  ///
  /// The trial balance is that of the sheet's month-end, and the vouchers are those from 1 January
  /// to it; those of a year's close are no income and no cost.
  public init(
    _ kind: BookIndicator, _ sheet: IndicatorSheet, trial: TrialBalance,
    vouchers: some Sequence<Voucher>
  ) {
    let flows = vouchers.filter {
      $0.bookedOn.year == trial.asOf.year && $0.bookedOn <= trial.asOf && !$0.closesYear
    }.flatMap(\.results)
    asOf = trial.asOf
    switch kind {
    case .ccr:
      indicator = sheet.ccr
      items = flows.map { flow in
        let isIncome = flow.account.kind == .income
        return Item(
          subject: .voucher(flow.voucher, flow.account),
          numerator: isIncome ? flow.amount.amount : 0,
          denominator: isIncome ? 0 : flow.amount.amount)
      }
    case .roi:
      indicator = sheet.roi
      let capital = AccountCode.capital.filter { trial.balance($0) != .zero }
      items =
        flows.map { flow in
          let amount = flow.account.kind == .income ? flow.amount : -flow.amount
          return Item(
            subject: .voucher(flow.voucher, flow.account), numerator: amount.amount,
            denominator: 0)
        }
        + capital.map {
          Item(subject: .account($0), numerator: 0, denominator: trial.balance($0).amount)
        }
    }
  }

  public var numerator: Int64 { items.reduce(0) { $0 + $1.numerator } }
  public var denominator: Int64 { items.reduce(0) { $0 + $1.denominator } }
}

/// The indicators that loans make.
public enum LoanIndicator: Hashable, Sendable {
  case lar, par, rr
}

/// The indicators that the books make.
public enum BookIndicator: Hashable, Sendable {
  case ccr, roi
}

extension Portfolio {
  fileprivate func items(
    _ counted: (LoanPosition) -> Rupiah
  ) -> [IndicatorExplanation.Item] {
    positions.map {
      IndicatorExplanation.Item(
        subject: .loan($0), numerator: counted($0).amount, denominator: $0.outstanding.amount)
    }
  }
}

/// What a voucher moved on an account of income or cost, on its usual side.
private struct ResultFlow {
  let voucher: Voucher
  let account: AccountCode
  var amount: Rupiah
}

extension Voucher {
  /// One flow for each account of income and cost.
  fileprivate var results: [ResultFlow] {
    var amounts: [AccountCode: Rupiah] = [:]
    for posting in postings {
      amounts[posting.debit, default: .zero] += posting.amount
      amounts[posting.credit, default: .zero] -= posting.amount
    }
    return amounts.filter { [.income, .cost].contains($0.key.kind) && $0.value != .zero }
      .sorted { $0.key < $1.key }
      .map { code, net in
        ResultFlow(voucher: self, account: code, amount: code.kind.growsByDebit ? net : -net)
      }
  }
}
