import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir period …`.
struct PeriodNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period", abstract: "Months of the books: close them, and see what was frozen.",
    discussion: """
      Examples:
        bergulir period close --upk malabutor --month 2017-12
        bergulir period close --province --month 2017-12
      """,
    subcommands: [
      PeriodClose.self, PeriodStatus.self, PeriodShow.self, PeriodReopen.self,
      PeriodConfirmReopening.self, PeriodDiff.self, PeriodCloseYear.self, PeriodYears.self,
    ])
}

struct PeriodStatus: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how far the books are closed, and what is next.",
    discussion: "Example:\n  bergulir period status --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let status = try await session.periods.getPeriodStatus(
      .with { $0.parent = upk.name.description },
      metadata: session.metadata, options: session.options)
    return .item(Record(status))
  }
}

struct PeriodShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what was frozen when a month was closed.",
    discussion: "Example:\n  bergulir period show --upk malabutor --month 2016-10")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let period = try await session.periods.getPeriod(
      .with { $0.name = "\(upk.name)/periods/\(month.month)" },
      metadata: session.metadata, options: session.options)
    return .item(Record(whole: period))
  }
}

extension Record {
  /// How far the books are closed.
  init(_ status: Bergulir_V1_PeriodStatus) {
    self.init([
      "upk": .filled(status.upk), "closed_through": .filled(status.closedThrough),
      "next_month": .filled(status.next), "is_over": .flag(status.isOver),
      "close_by": .filled(status.closeBy), "is_overdue": .flag(status.isOverdue),
    ])
  }

  /// A closed month in one line.
  init(closed period: Bergulir_V1_Period) {
    func indicator(_ kind: IndicatorKind) -> Bergulir_V1_Indicator {
      period.indicators.first { $0.indicator == kind.rawValue } ?? Bergulir_V1_Indicator()
    }
    func inputs(_ kind: IndicatorKind) -> Value {
      .text("\(indicator(kind).numerator)/\(indicator(kind).denominator)")
    }
    self.init(
      [
        "month": .filled(period.month),
        "category": .code(period.category, AuthorityCategory.self),
        "suspended_since": .filled(period.suspendedSince),
        "at_risk": .amount(period.gate.numerator), "balance": .amount(period.gate.denominator),
        "gate_percent": .filledPercent(period.gate.percent),
        "lar_percent": .filledPercent(indicator(.lar).percent),
        "ccr_percent": .filledPercent(indicator(.ccr).percent),
        "roi_annualised": .filledPercent(indicator(.roi).annualised),
        "rr_percent": .filledPercent(indicator(.rr).percent),
      ],
      details: [
        "par_percent": .filledPercent(indicator(.par).percent), "lar_inputs": inputs(.lar),
        "par_inputs": inputs(.par), "ccr_inputs": inputs(.ccr), "roi_inputs": inputs(.roi),
        "rr_inputs": inputs(.rr), "version": .count(Int64(period.version)),
        "closed_on": .filled(period.closedOn),
      ])
  }

  /// A closed month with its indicators, and the list that it froze.
  init(whole period: Bergulir_V1_Period) {
    let list = period.frozenLoans.map { Record(frozen: $0) }
    self.init([
      "name": .filled(period.name), "month": .filled(period.month),
      "version": .count(Int64(period.version)), "closed_on": .filled(period.closedOn),
      "category": .code(period.category, AuthorityCategory.self),
      "suspended_since": .filled(period.suspendedSince),
      "at_risk": .amount(period.gate.numerator), "balance": .amount(period.gate.denominator),
      "gate_percent": .filledPercent(period.gate.percent),
      "reserve_scheme": .code(period.reserveScheme, ReserveScheme.self),
      "reserve_required": .amount(period.reserveRequired),
      "reserve_formed": .amount(period.reserveFormed),
      "indicators": .records(period.indicators.map { Record($0) }),
      "frozen_loans": list.isEmpty ? .absent : .records(list),
    ])
  }

  private init(frozen loan: Bergulir_V1_FrozenLoan) {
    self.init([
      "loan": .filled(loan.loan), "collectability": .count(Int64(loan.collectability)),
      "overdue_principal": .amount(loan.overduePrincipal),
      "overdue_service_charge": .amount(loan.overdueServiceCharge),
      "final_due": .filled(loan.finalDue),
    ])
  }
}
