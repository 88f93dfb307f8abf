import FundAPI
import RevolvingFund
import SwiftProtobuf

extension Record {
  /// A budget by its sums.
  init(_ budget: Bergulir_V1_Budget) {
    self.init(
      [
        "name": .filled(budget.name), "year": .count(Int64(budget.year)),
        "income": .amount(budget.income), "cost": .amount(budget.cost),
        "operating_cost": .amount(budget.operating), "proposed_on": .filled(budget.proposedOn),
        "approved_on": .filled(budget.approvedOn),
      ],
      details: [
        "proposed_by": .filled(budget.proposedBy), "approved_by": .filled(budget.approvedBy),
        "minutes": .filled(budget.minutes),
        "lines": .records(budget.lines.map { Record($0) }),
      ])
  }

  private init(_ line: Bergulir_V1_BudgetLine) {
    self.init(["account": .count(Int64(line.account)), "amount": .amount(line.amount)])
  }

  /// A year's budget beside what the books have.
  init(_ realisation: Bergulir_V1_Realisation) {
    self.init([
      "year": .count(Int64(realisation.year)), "as_of": .filled(realisation.asOf),
      "budget": .filled(realisation.budget),
      "realised": .record(Record(realisation.realised)),
      "budgeted": realisation.budget.isEmpty ? .absent : .record(Record(realisation.budgeted)),
      "lines": .records(realisation.lines.map { Record($0) }),
    ])
  }

  private init(_ sum: Bergulir_V1_RealisationSum) {
    self.init([
      "income": .amount(sum.income), "cost": .amount(sum.cost),
      "operating_cost": .amount(sum.operating),
      "operating_percent": .filledPercent(sum.operatingPercent),
      "coverage_percent": .filledPercent(sum.coveragePercent),
    ])
  }

  private init(_ line: Bergulir_V1_RealisationLine) {
    self.init([
      "account": .count(Int64(line.account)), "budgeted": .amount(line.budgeted),
      "realised": .amount(line.realised), "is_over_budget": .flag(line.isOver),
    ])
  }
}
