public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Loan {
  /// A loan as it stood at the end of a day, without its schedule; `nil` before its disbursement.
  public init?(_ history: LoanHistory, in upk: Code, asOf day: Day) {
    guard let position = history.position(asOf: day) else { return nil }
    let loan = history.loan
    self.init()
    name = ResourceName.loan(upk, loan.id.number).description
    ksm = ResourceName.ksm(upk, loan.ksm.number).description
    application = ResourceName.application(upk, loan.application.number).description
    disbursedOn = loan.disbursedOn.description
    principal = loan.principal.amount
    months = Int32(loan.terms.months)
    rateMillionths = loan.terms.rate.millionths
    method = loan.terms.method.rawValue
    state = history.state(asOf: day).rawValue
    asOf = day.description
    outstanding = position.outstanding.amount
    overduePrincipal = position.overduePrincipal.amount
    overdueServiceCharge = position.overdueServiceCharge.amount
    oldestUnpaidDue = position.oldestUnpaidDue?.description ?? ""
    collectability = Int32(position.collectability.rawValue)
    shares = loan.shares.map(Bergulir_V1_Share.init)
    guard let succession = loan.succession else { return }
    predecessor = ResourceName.loan(upk, succession.predecessor.number).description
    let inherited = history.inherited(asOf: day)
    inheritedClass = inherited > .current ? Int32(inherited.rawValue) : 0
  }
}

extension Bergulir_V1_Installment {
  public init(_ installment: Installment) {
    self.init()
    number = Int32(installment.number)
    due = installment.due.description
    principal = installment.principal.amount
    serviceCharge = installment.serviceCharge.amount
  }
}

extension Bergulir_V1_CollectabilityReport {
  /// Balances by class with the reserve they need: by the policy's scheme, and by the default one.
  public init(_ portfolio: Portfolio, scheme: ReserveScheme, trial: TrialBalance) {
    self.init()
    let balances = portfolio.balances
    asOf = trial.asOf.description
    classes = Collectability.allCases.map { collectability in
      .with {
        $0.collectability = Int32(collectability.rawValue)
        $0.loans = Int32(portfolio.loans(in: collectability))
        $0.outstanding = (balances[collectability] ?? .zero).amount
      }
    }
    outstanding = portfolio.outstanding.amount
    // The reserve is a contra-account: formed, it lowers the assets.
    let formed = -trial.balance(.loanLossReserve)
    func reserve(_ scheme: ReserveScheme) -> Bergulir_V1_Reserve {
      Bergulir_V1_Reserve(
        LoanLossReserve(scheme: scheme, required: scheme.required(balances), formed: formed))
    }
    self.reserve = reserve(scheme)
    defaultReserve = reserve(.pnpmUrban)
  }
}

extension Bergulir_V1_Reserve {
  public init(_ reserve: LoanLossReserve) {
    self.init()
    scheme = reserve.scheme.rawValue
    required = reserve.required.amount
    formed = reserve.formed.amount
    missing = reserve.missing.amount
  }
}
