/// A year's budget of income and cost (RAPB; rules.md 2.7, B-44): proposed by the manager, in force
/// once the board approves it.
public struct Budget: Hashable, Sendable {
  public let upk: UPKID
  public let number: Int64
  public let year: Int
  public let lines: [Line]
  public let proposedOn: Day
  public let proposedBy: PersonID
  /// `nil` while the board has not decided.
  public let approval: Approval?

  /// What an account of income or cost is to bring or to cost in the year.
  public struct Line: Hashable, Sendable {
    public let account: AccountCode
    public let amount: Rupiah

    public init(_ account: AccountCode, _ amount: Rupiah) {
      self.account = account
      self.amount = amount
    }
  }

  /// The board's decision.
  public struct Approval: Hashable, Sendable {
    public let on: Day
    public let by: PersonID
    public let minutes: String

    public init(on day: Day, by person: PersonID, minutes: String) {
      on = day
      by = person
      self.minutes = minutes
    }
  }

  public init(
    upk: UPKID, number: Int64, year: Int, lines: [Line], proposedOn: Day, proposedBy: PersonID,
    approval: Approval?
  ) {
    self.upk = upk
    self.number = number
    self.year = year
    self.lines = lines
    self.proposedOn = proposedOn
    self.proposedBy = proposedBy
    self.approval = approval
  }

  public var income: Rupiah { total { $0.kind == .income } }
  /// All cost, the provision for risk included.
  public var cost: Rupiah { total { $0.kind == .cost } }
  public var operating: Rupiah { total { AccountCode.operatingCost.contains($0) } }

  /// What is budgeted for an account; zero where nothing is.
  public func amount(_ account: AccountCode) -> Rupiah { total { $0 == account } }

  private func total(_ isCounted: (AccountCode) -> Bool) -> Rupiah {
    lines.filter { isCounted($0.account) }.total(\.amount)
  }

  /// What keeps the board from approving it: operating cost above a quarter of income (001 L438;
  /// ruling 17), cost above four fifths of it, so that CCr stays at 125 or more (B-42).
  var violations: [Rejection] {
    var found: [Rejection] = []
    if Int128(operating.amount) * 4 > Int128(income.amount) {
      found.append(.operatingAboveLimit(operating: operating, income: income))
    }
    if Int128(cost.amount) * 5 > Int128(income.amount) * 4 {
      found.append(.coverageTooLow(income: income, cost: cost))
    }
    return found
  }
}

extension Sequence<Budget> {
  /// The budget of a year that is in force on a day: the one approved last.
  public func inForce(year: Int, on day: Day) -> Budget? {
    filter { $0.year == year && $0.approval.map { $0.on <= day } ?? false }
      .max { ($0.approval?.on ?? day, $0.number) < ($1.approval?.on ?? day, $1.number) }
  }
}
