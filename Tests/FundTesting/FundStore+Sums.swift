public import FundStore
public import RevolvingFund

extension FundStore {
  /// In what the sums that the database makes of loans and books differ from those that the rules
  /// make of loans read whole, on a day.
  public func differencesOfSums(of upks: [UPK], asOf day: Day) async throws -> [String] {
    let ids = upks.map(\.id)
    let end = IndicatorSheet.lastMonthEnd(day)
    let portfolios = try await portfolios(of: ids, asOf: day)
    let indicators = try await indicators(of: upks, asOf: day)
    let facts = try await facts(asOf: day) {
      $0.portfolios.formUnion(ids)
      $0.policiesOf.formUnion(ids)
    }
    var differing: [String] = []
    for upk in upks {
      let whole = IndicatorFigures(
        of: upk, asOf: day, facts.portfolios[upk.id] ?? .empty,
        movements: try await movements(upk.id, upTo: end),
        policies: facts.policies[upk.id] ?? [])
      let summed = try await indicatorFigures(of: upk, asOf: day)
      let pairs = [
        ("loans", portfolios[upk.id] == whole.portfolio),
        ("loans of the figures", summed.portfolio == whole.portfolio),
        ("loans of the month-end", summed.portfolioOfMonthEnd == whole.portfolioOfMonthEnd),
        ("sheet", summed.sheet == whole.sheet),
        ("quality", summed.quality == whole.quality),
        ("reserve", summed.reserve == whole.reserve),
        ("indicators", indicators[upk.id] == whole.sheet.all),
      ]
      differing += pairs.filter { !$0.1 }.map { "\(upk.code) on \(day): \($0.0)" }
      for loan in facts.portfolios[upk.id]?.loans ?? [] {
        guard let record = try await loanRecord(loan.loan.id, asOf: day) else { continue }
        let standing = try await loanStanding(loan.loan.id, asOf: day)
        let counted = record.repayments.filter { $0.counts(on: day) }
        let pairs = [
          ("standing", standing?.history.position(asOf: day) == loan.position(asOf: day)),
          ("state", standing?.history.state(asOf: day) == loan.state(asOf: day)),
          ("late fees paid", standing?.lateFeePaid == counted.total(\.lateFee)),
          ("savings", standing?.savingsPaid == counted.total(\.savings)),
          (
            "late fees owed",
            standing?.lateFeeOwed == loan.loan.lateFeeOwed(record.repayments, asOf: day)
          ),
        ]
        differing += pairs.filter { !$0.1 }.map { "\(loan.loan.id) on \(day): \($0.0)" }
      }
    }
    return differing
  }
}
