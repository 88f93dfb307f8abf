import FundAPI
public import GRPCCore
public import GRPCInProcessTransport
public import RevolvingFund

/// All that is read of a UPK's books, through the services as people call them.
public struct BookReading: Sendable {
  public typealias Client = GRPCClient<InProcessTransport.Client>

  /// An answer, with what was asked.
  public struct Figure: Sendable, Equatable {
    public let name: String
    public let value: any Hashable & Sendable

    public static func == (left: Figure, right: Figure) -> Bool {
      left.name == right.name && AnyHashable(left.value) == AnyHashable(right.value)
    }
  }

  private let client: Client
  private let metadata: Metadata
  private let upk: String

  /// What a caller reads of a UPK, such as `upks/malabutor`.
  public init(_ client: Client, as metadata: Metadata, of upk: String) {
    self.client = client
    self.metadata = metadata
    self.upk = upk
  }

  /// Every statement, list and indicator at the end of some days, and the ledgers and lists of all.
  public func figures(on days: [Day]) async throws -> [Figure] {
    var found: [Figure] = []
    for day in days {
      found += try await statements("\(day)")
      found += try await explanations("\(day)")
      found += try await holdings("\(day)")
    }
    guard let last = days.last else { return found }
    for year in Set(days.map(\.year)).sorted() {
      found += try await ledgers(from: "\(year)-01-01", until: "\(min(last, yearEnd(year)))")
      if yearEnd(year) <= last { found.append(try await pack(year)) }
    }
    return found + (try await loans("\(last)")) + (try await registers("\(last)"))
  }

  private func yearEnd(_ year: Int) -> Day { Month(year: year, month: 12).last }

  private func figure(_ day: String, _ name: String, _ value: any Hashable & Sendable) -> Figure {
    Figure(name: "\(day) \(name)", value: value)
  }
}

// What the books say at the end of a day.
extension BookReading {
  private func statements(_ day: String) async throws -> [Figure] {
    let reports = Bergulir_V1_ReportService.Client(wrapping: client)
    var progress = Bergulir_V1_GetLoanProgressRequest()
    progress.parent = upk
    progress.asOf = day
    var reserve = Bergulir_V1_GetReserveRequest()
    reserve.parent = upk
    reserve.asOf = day
    var income = Bergulir_V1_GetIncomeStatementRequest()
    income.parent = upk
    income.asOf = day
    var flow = Bergulir_V1_GetCashFlowRequest()
    flow.parent = upk
    flow.asOf = day
    var equity = Bergulir_V1_GetEquityChangesRequest()
    equity.parent = upk
    equity.asOf = day
    var trial = Bergulir_V1_GetTrialBalanceRequest()
    trial.parent = upk
    trial.asOf = day
    var sheet = Bergulir_V1_GetBalanceSheetRequest()
    sheet.parent = upk
    sheet.asOf = day
    let accounts = Bergulir_V1_AccountService.Client(wrapping: client)
    return [
      figure(day, "progress", try await reports.getLoanProgress(progress, metadata: metadata)),
      figure(day, "reserve", try await reports.getReserve(reserve, metadata: metadata)),
      figure(day, "income", try await reports.getIncomeStatement(income, metadata: metadata)),
      figure(day, "flow", try await reports.getCashFlow(flow, metadata: metadata)),
      figure(day, "equity", try await reports.getEquityChanges(equity, metadata: metadata)),
      figure(day, "trial", try await reports.getTrialBalance(trial, metadata: metadata)),
      figure(day, "sheet", try await accounts.getBalanceSheet(sheet, metadata: metadata)),
    ]
  }

  private func explanations(_ day: String) async throws -> [Figure] {
    let reports = Bergulir_V1_ReportService.Client(wrapping: client)
    var found: [Figure] = []
    for name in ["LAR", "PAR", "CCr", "ROI", "RR"] {
      var request = Bergulir_V1_ExplainIndicatorRequest()
      request.parent = upk
      request.indicator = name
      request.asOf = day
      found.append(
        figure(day, name, try await reports.explainIndicator(request, metadata: metadata)))
    }
    var indicators = Bergulir_V1_GetIndicatorsRequest()
    indicators.parent = upk
    indicators.asOf = day
    var classes = Bergulir_V1_GetCollectabilityRequest()
    classes.parent = upk
    classes.asOf = day
    return found + [
      figure(
        day, "indicators",
        try await Bergulir_V1_IndicatorService.Client(wrapping: client)
          .getIndicators(indicators, metadata: metadata)),
      figure(
        day, "classes",
        try await Bergulir_V1_LoanService.Client(wrapping: client)
          .getCollectability(classes, metadata: metadata)),
    ]
  }

  /// Loans, claims, savings and what is held.
  private func holdings(_ day: String) async throws -> [Figure] {
    var claims = Bergulir_V1_ListWriteOffsRequest()
    claims.parent = upk
    claims.asOf = day
    var held = Bergulir_V1_ListSuspenseRequest()
    held.parent = upk
    held.asOf = day
    var saved = Bergulir_V1_ListSavingsRequest()
    saved.parent = upk
    saved.asOf = day
    var late = Bergulir_V1_ListMemberArrearsRequest()
    late.parent = upk
    late.asOf = day
    late.page.size = 1000
    return [
      figure(
        day, "claims",
        try await Bergulir_V1_WriteOffService.Client(wrapping: client)
          .listWriteOffs(claims, metadata: metadata)),
      figure(
        day, "held",
        try await Bergulir_V1_SuspenseService.Client(wrapping: client)
          .listSuspense(held, metadata: metadata)),
      figure(
        day, "saved",
        try await Bergulir_V1_SavingsService.Client(wrapping: client)
          .listSavings(saved, metadata: metadata)),
      figure(
        day, "late members",
        try await Bergulir_V1_CaseService.Client(wrapping: client)
          .listMemberArrears(late, metadata: metadata)),
    ]
  }
}

// Ledgers, cards and lists.
extension BookReading {
  private func ledgers(from: String, until: String) async throws -> [Figure] {
    let reports = Bergulir_V1_ReportService.Client(wrapping: client)
    var chart = Bergulir_V1_ListAccountsRequest()
    chart.parent = upk
    chart.asOf = until
    let accounts = try await Bergulir_V1_AccountService.Client(wrapping: client)
      .listAccounts(chart, metadata: metadata)
    var found = [figure(until, "accounts", accounts)]
    for account in accounts.accounts.map(\.code) {
      var request = Bergulir_V1_GetLedgerRequest()
      request.parent = upk
      request.account = account
      request.from = from
      request.until = until
      found.append(
        figure(until, "\(account)", try await reports.getLedger(request, metadata: metadata)))
    }
    for direction in ["received", "paid"] {
      var request = Bergulir_V1_GetMoneyRecordRequest()
      request.parent = upk
      request.direction = direction
      request.from = from
      request.until = until
      found.append(
        figure(until, direction, try await reports.getMoneyRecord(request, metadata: metadata)))
    }
    return found
  }

  /// The year's pack without the page, on which months that were closed and budgets stand too.
  private func pack(_ year: Int) async throws -> Figure {
    var request = Bergulir_V1_GetAnnualPackRequest()
    request.parent = upk
    request.year = Int32(year)
    var pack = try await Bergulir_V1_NoticeService.Client(wrapping: client)
      .getAnnualPack(request, metadata: metadata)
    let page = pack.page.split(separator: "<h2")
    pack.page = page.filter { $0.contains("embagian laba</h2>") }.joined()
    return figure("\(year)", "pack", pack)
  }

  private func loans(_ day: String) async throws -> [Figure] {
    var list = Bergulir_V1_ListLoansRequest()
    list.parent = upk
    list.asOf = day
    list.page.size = 1000
    let loans = try await Bergulir_V1_LoanService.Client(wrapping: client)
      .listLoans(list, metadata: metadata).loans
    var found: [Figure] = []
    for loan in loans {
      // The number of its application is no part of the books.
      var figures = loan
      figures.application = ""
      found.append(figure(day, loan.name, figures))
      var card = Bergulir_V1_GetLoanCardRequest()
      card.name = loan.name
      card.asOf = day
      found.append(
        figure(
          day, "card \(loan.name)",
          try await Bergulir_V1_ReportService.Client(wrapping: client)
            .getLoanCard(card, metadata: metadata)))
      var liability = Bergulir_V1_GetJointLiabilityRequest()
      liability.name = loan.name
      liability.asOf = day
      let standing = try await Bergulir_V1_JointLiabilityService.Client(wrapping: client)
        .getJointLiability(liability, metadata: metadata)
      found.append(figure(day, "members of \(loan.name)", standing.members))
      found.append(figure(day, "debts on \(loan.name)", standing.debts))
    }
    return found
  }

  private func registers(_ day: String) async throws -> [Figure] {
    var restructured = Bergulir_V1_ListRestructuringsRequest()
    restructured.parent = upk
    var given = Bergulir_V1_ListSuspenseAssignmentsRequest()
    given.parent = upk
    given.asOf = day
    var profits = Bergulir_V1_ListAllocationsRequest()
    profits.parent = upk
    var years = Bergulir_V1_ListYearsRequest()
    years.parent = upk
    let assignments = try await Bergulir_V1_SuspenseService.Client(wrapping: client)
      .listSuspenseAssignments(given, metadata: metadata).assignments
    let allocations = try await Bergulir_V1_ProfitService.Client(wrapping: client)
      .listAllocations(profits, metadata: metadata).allocations
    let closed = try await Bergulir_V1_PeriodService.Client(wrapping: client)
      .listYears(years, metadata: metadata).years
    return [
      figure(
        day, "restructured",
        try await Bergulir_V1_RestructuringService.Client(wrapping: client)
          .listRestructurings(restructured, metadata: metadata)),
      // The version of the bounds is that of the province where it was decided.
      figure(
        day, "profits",
        allocations.map { allocation in
          var allocation = allocation
          allocation.bounds = ""
          return allocation
        }),
      // Who recorded them is whoever imported them.
      figure(
        day, "given",
        assignments.map { ["\($0.number)", $0.ksm, "\($0.amount)", $0.on, $0.reason] }),
      figure(
        day, "years", closed.map { ["\($0.year)", $0.closedOn, "\($0.income)", "\($0.cost)"] }),
    ]
  }
}
