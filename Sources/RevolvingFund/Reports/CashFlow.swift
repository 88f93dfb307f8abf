/// Where money came from and went to, in a month and in the year so far (arus kas, direct; rules.md
/// 6, P-03).
///
/// Money is what 11010, 11012, 11021 and 11022 hold; from one of them to another it does not flow.
public struct CashFlow: Hashable, Sendable {
  public let asOf: Day
  /// By section and counter account.
  public let lines: [Line]
  public let month: Sums
  public let year: Sums

  /// What a counter account brought and cost.
  public struct Line: Hashable, Sendable {
    public let section: Section
    public let account: Account
    public let month: Flow
    public let year: Flow
  }

  /// What came in and what went out.
  public struct Flow: Hashable, Sendable {
    public var received = Rupiah.zero
    public var paid = Rupiah.zero

    public var net: Rupiah { received - paid }
  }

  /// What money there was, what flowed, and what there is.
  public struct Sums: Hashable, Sendable {
    public let opening: Rupiah
    public let flow: Flow

    public var closing: Rupiah { opening + flow.net }
  }

  /// What money flows for.
  public enum Section: String, Hashable, Sendable, CaseIterable {
    /// Loans paid out and repaid.
    case lending
    /// Income, cost and claims from cash shortage.
    case operating
    /// The savers' money and what is held for groups.
    case savings
    case equipment
    /// Capital, debts and shares of profit that were allocated.
    case funding

    init(_ counter: AccountCode) {
      self =
        switch counter {
        case .loans: .lending
        case .savings, .suspense: .savings
        case .equipment, .accumulatedDepreciation: .equipment
        default: [.liability, .equity].contains(counter.kind) ? .funding : .operating
        }
    }
  }

  /// The flows of a year: of the vouchers from 1 January to the day, over movements up to the day.
  public init(
    _ vouchers: some Sequence<Voucher>, movements: [TrialBalance.Movement], chart: [Account],
    asOf day: Day
  ) {
    var month: [AccountCode: Flow] = [:]
    var year: [AccountCode: Flow] = [:]
    for voucher in vouchers where voucher.bookedOn.year == day.year && voucher.bookedOn <= day {
      for flow in voucher.moneyFlows {
        year[flow.counter, default: Flow()].add(flow)
        guard voucher.bookedOn.month == day.month else { continue }
        month[flow.counter, default: Flow()].add(flow)
      }
    }
    func money(before first: Month) -> Rupiah {
      movements.filter { $0.account.isMoney && $0.month < first }.total { $0.debit - $0.credit }
    }
    let names = chart.reduce(into: [:]) { $0[$1.code] = $1 }
    asOf = day
    lines = year.map { code, flow in
      Line(
        section: Section(code), account: names[code] ?? Account(code, "\(code.number)"),
        month: month[code] ?? Flow(), year: flow)
    }.sorted { ($0.section.place, $0.account.code) < ($1.section.place, $1.account.code) }
    self.month = Sums(opening: money(before: day.month), flow: month.values.sum)
    self.year = Sums(
      opening: money(before: Month(year: day.year, month: 1)), flow: year.values.sum)
  }
}

/// Money that came in or went out by one posting.
public struct MoneyFlow: Hashable, Sendable {
  /// The cash or bank account.
  public let account: AccountCode
  /// What it came for or went to.
  public let counter: AccountCode
  public let direction: MoneyDirection
  public let amount: Rupiah
}

/// Whether money came in or went out.
public enum MoneyDirection: String, Hashable, Sendable, CaseIterable {
  case received, paid
}

extension Voucher {
  /// The postings that brought or took money; what moves between cash and banks does neither.
  public var moneyFlows: [MoneyFlow] {
    postings.compactMap { posting in
      guard posting.debit.isMoney != posting.credit.isMoney else { return nil }
      let receives = posting.debit.isMoney
      return MoneyFlow(
        account: receives ? posting.debit : posting.credit,
        counter: receives ? posting.credit : posting.debit,
        direction: receives ? .received : .paid, amount: posting.amount)
    }
  }
}

extension CashFlow.Section {
  fileprivate var place: Int { CashFlow.Section.allCases.firstIndex(of: self) ?? 0 }
}

extension CashFlow.Flow {
  fileprivate mutating func add(_ flow: MoneyFlow) {
    switch flow.direction {
    case .received: received += flow.amount
    case .paid: paid += flow.amount
    }
  }
}

extension Sequence<CashFlow.Flow> {
  fileprivate var sum: CashFlow.Flow {
    CashFlow.Flow(received: total(\.received), paid: total(\.paid))
  }
}
