public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Budget {
  public init(_ budget: Budget, in upk: Code) {
    self.init()
    name = ResourceName.budget(upk, budget.number).description
    year = Int32(clamping: budget.year)
    lines = budget.lines.map { line in
      .with {
        $0.account = line.account.number
        $0.amount = line.amount.amount
      }
    }
    income = budget.income.amount
    cost = budget.cost.amount
    operating = budget.operating.amount
    proposedOn = budget.proposedOn.description
    proposedBy = ResourceName.person(budget.proposedBy).description
    guard let approval = budget.approval else { return }
    approvedOn = approval.on.description
    approvedBy = ResourceName.person(approval.by).description
    minutes = approval.minutes
  }
}

extension Bergulir_V1_ProposeBudgetRequest {
  /// The lines as asked for.
  public var budgetLines: [Budget.Line] {
    lines.map { Budget.Line(AccountCode($0.account), Rupiah($0.amount)) }
  }
}

extension Bergulir_V1_Realisation {
  /// What a year's budget has come to, with the sums of both.
  public init(_ realisation: BudgetRealisation, use: FundUse, trial: TrialBalance, in upk: Code) {
    self.init()
    parent = ResourceName.upk(upk).description
    year = Int32(clamping: realisation.asOf.year)
    asOf = realisation.asOf.description
    lines = realisation.lines.map { line in
      .with {
        $0.account = line.account.number
        $0.budgeted = line.budgeted.amount
        $0.realised = line.realised.amount
        $0.isOver = line.isOver
      }
    }
    realised = Bergulir_V1_RealisationSum(
      income: trial.incomeOfYear, cost: trial.costOfYear, operating: use.operating)
    guard let plan = realisation.budget else { return }
    budget = ResourceName.budget(upk, plan.number).description
    budgeted = Bergulir_V1_RealisationSum(
      income: plan.income, cost: plan.cost, operating: plan.operating)
  }
}

extension Bergulir_V1_RealisationSum {
  fileprivate init(income: Rupiah, cost: Rupiah, operating: Rupiah) {
    self.init()
    self.income = income.amount
    self.cost = cost.amount
    self.operating = operating.amount
    operatingPercent =
      Ratio(operating.amount, max(0, income.amount)).percentText(decimals: 2, boundaries: [25])
      ?? ""
    coveragePercent =
      Ratio(income.amount, max(0, cost.amount)).percentText(decimals: 2, boundaries: [100, 125])
      ?? ""
  }
}

extension Bergulir_V1_Assessment {
  public init(_ assessment: BookkeepingAssessment, in upk: Code) {
    self.init()
    parent = ResourceName.upk(upk).description
    asOf = assessment.asOf.description
    from = assessment.months.first?.description ?? ""
    until = assessment.months.last?.description ?? ""
    items = assessment.results.map { result in
      .with {
        $0.item = result.item.rawValue
        $0.passed = result.passed
        $0.isMoney = result.item.isMoney
        $0.evidence = result.evidence.reduce(into: [:]) { $0[$1.name] = $1.value }
      }
    }
    passed = Int32(clamping: assessment.passed)
    isAdequate = assessment.isAdequate
  }
}
