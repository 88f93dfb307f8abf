public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_Forecast {
  public init(
    _ forecast: CashForecast, alerts: [FundAlert], incentive: IncentiveRoom, of upk: Code
  ) {
    self.init()
    name = ResourceName.upk(upk).description
    asOf = forecast.asOf.description
    cash = forecast.cash.amount
    bank = forecast.bank.amount
    reserved = forecast.reserved.amount
    available = forecast.available.amount
    overdue = forecast.overdue.amount
    overdueAtRisk = forecast.overdueAtRisk.amount
    months = forecast.months.map { Bergulir_V1_ForecastMonth($0) }
    self.alerts = alerts.map { Bergulir_V1_FundAlert($0) }
    self.incentive = Bergulir_V1_IncentiveRoom(incentive)
  }
}

extension Bergulir_V1_ForecastMonth {
  public init(_ expected: CashForecast.ExpectedMonth) {
    self.init()
    month = expected.month.description
    principal = expected.principal.amount
    serviceCharge = expected.serviceCharge.amount
    atRisk = expected.atRisk.amount
    available = expected.available.amount
  }
}

extension Bergulir_V1_FundAlert {
  public init(_ alert: FundAlert) {
    self.init()
    self.alert = alert.kind.rawValue
    switch alert {
    case .idleCash(let idle, let day):
      since = day.description
      amount = idle.amount
    case .noServiceCharge(let day), .noLending(let day): since = day.description
    }
  }
}

extension Bergulir_V1_IncentiveRoom {
  public init(_ room: IncentiveRoom) {
    self.init()
    income = room.income.amount
    cost = room.cost.amount
    risk = room.risk.amount
    underCostCoverage = room.underCostCoverage.amount
    underOperatingLimit = room.underOperatingLimit.amount
    affordable = room.affordable.amount
  }
}

extension Bergulir_V1_Referral {
  public init(_ referral: Referral, in upk: Code) {
    self.init()
    name =
      ResourceName.member(upk, ksm: referral.ksm.number, referral.member).description
    loans = Int32(clamping: referral.loans)
    largestShare = referral.largestShare.amount
    worst = Int32(referral.worst.rawValue)
  }
}

extension Bergulir_V1_Workload {
  public init(_ workload: Workload, of upk: Code) {
    self.init()
    name = ResourceName.upk(upk).description
    asOf = workload.asOf.description
    officers = workload.officers.map { Bergulir_V1_OfficerLoad($0) }
    applicationsUnassigned = Int32(clamping: workload.applicationsUnassigned)
    casesUntouched = Int32(clamping: workload.casesUntouched)
    seats = workload.seats.map { Bergulir_V1_Seats($0) }
    ending = workload.ending.map { Bergulir_V1_EndingAssignment($0) }
  }
}

extension Bergulir_V1_OfficerLoad {
  public init(_ load: Workload.OfficerLoad) {
    self.init()
    person = ResourceName.person(load.person).description
    roles = Role.allCases.filter(load.roles.contains).map(\.rawValue)
    applications = Int32(clamping: load.applications)
    cases = Int32(clamping: load.cases)
    visits = Int32(clamping: load.visits)
    trained = load.isTrained
  }
}

extension Bergulir_V1_Seats {
  public init(_ seats: Workload.Seats) {
    self.init()
    office = seats.office.rawValue
    filled = Int32(clamping: seats.filled)
    required = Int32(clamping: seats.required)
    vacant = Int32(clamping: seats.vacant)
    untrained = Int32(clamping: seats.untrained)
  }
}

extension Bergulir_V1_EndingAssignment {
  public init(_ assignment: Assignment) {
    self.init()
    name = ResourceName.assignment(assignment.id).description
    person = ResourceName.person(assignment.person).description
    role = assignment.role.rawValue
    until = assignment.until?.description ?? ""
  }
}
