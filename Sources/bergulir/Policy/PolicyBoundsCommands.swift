import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir policy bounds …`.
struct PolicyBoundsNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounds", abstract: "Within what boards of the province may set their rules.",
    discussion: "Example:\n  bergulir policy bounds show --as-of 2017-12-31",
    subcommands: [PolicyBoundsSet.self, PolicyBoundsShow.self, PolicyBoundsHistory.self])
}

struct PolicyBoundsSet: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set the bounds from a day on; rules in force stay.",
    discussion: """
      Example:
        bergulir policy bounds set --valid-from 2017-01-01 \\
          --ceiling 100.000..5.000.000 --term 3..24 --rate 0.5..3 --round-unit 1 \\
          --round-unit 1000 --savings-account none --savings-account group \\
          --start-up-ceiling 100.000..1.000.000 --start-up-term 3..12 \\
          --cash-limit 2.000.000 --least-capital 60 --profit-at-risk capitalOnly \\
          --reason "Circular 4/2016"

      Without the two options for start-ups no board may lend to those who will start a business.
      Each version says all of it: an option left out is as before a province sets its own.
      """)

  @Option(help: "The first day they hold, YYYY-MM-DD.", transform: DayArgument.read)
  var validFrom: DayArgument
  @Option(help: "The ceilings of loans, in rupiah.", transform: MoneySpan.read)
  var ceiling: MoneySpan
  @Option(help: "The terms of loans, in months.", transform: MonthsSpan.read)
  var term: MonthsSpan
  @Option(help: "The service charge (jasa) a month, in percent.", transform: RateSpan.read)
  var rate: RateSpan
  @Option(help: "A unit to which installments may be rounded, in rupiah; repeated.")
  var roundUnit: [Int64]
  @Option(help: "What savings at a bank may be asked for; repeated.")
  var savingsAccount: [SavingsAccountRule]
  @Option(help: "The ceilings for those who will start a business.", transform: MoneySpan.read)
  var startUpCeiling: MoneySpan?
  @Option(help: "The terms for those who will start a business.", transform: MonthsSpan.read)
  var startUpTerm: MonthsSpan?
  @Option(help: "The fee for an installment paid late, in rupiah.", transform: MoneySpan.read)
  var lateFee: MoneySpan?
  @Option(
    parsing: .unconditional,
    help: "The most cash that a UPK may have in hand at the end of a day, in rupiah.",
    transform: Money.read)
  var cashLimit: Money?
  @Option(
    help: "The least part of a profit that becomes capital, in percent; default 50.",
    transform: PercentArgument.read)
  var leastCapital: PercentArgument?
  @Option(help: "What may become of a profit where the year ended with a PAR of 20 % or more.")
  var profitAtRisk: ProfitAtRisk = .shared
  @Option(help: "Why the bounds are so, such as the circular.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws {
    guard (startUpCeiling == nil) == (startUpTerm == nil) else {
      throw ValidationError(OptionMistake.startUpRuleHalf)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.policies.setPolicyBounds(
      .with {
        $0.write = write.wire
        $0.bounds = bounds
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, next: "bergulir policy bounds show --as-of \(validFrom.day)")
  }

  private var bounds: Bergulir_V1_PolicyBounds {
    .with {
      $0.validFrom = validFrom.day.description
      $0.ceiling = ceiling.wire
      $0.term = term.wire
      $0.rateMillionths = rate.wire
      $0.roundUnits = roundUnit
      $0.savingsAccounts = savingsAccount.map(\.rawValue)
      if let startUpCeiling { $0.startUpCeiling = startUpCeiling.wire }
      if let startUpTerm { $0.startUpTerm = startUpTerm.wire }
      if let lateFee { $0.lateFee = lateFee.wire }
      if let cashLimit { $0.cashLimit = cashLimit.rupiah.amount }
      if let leastCapital { $0.leastCapital = leastCapital.hundredths }
      $0.profitAtRisk = profitAtRisk.rawValue
      $0.reason = reason
    }
  }
}

struct PolicyBoundsShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the bounds in force on a day.",
    discussion: "Example:\n  bergulir policy bounds show --as-of 2017-12-31")

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let bounds = try await session.policies.getPolicyBounds(
      .with { $0.asOf = asOf.wire }, metadata: session.metadata, options: session.options)
    return .item(Record(bounds))
  }
}

struct PolicyBoundsHistory: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List all versions of the bounds.",
    discussion: "Example:\n  bergulir policy bounds history")

  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (bounds, next) = try await page.gather { page in
      let response = try await session.policies.listPolicyBounds(
        .with { $0.page = page }, metadata: session.metadata, options: session.options)
      return (response.bounds, response.nextPageToken)
    }
    return .listing(
      Listing(
        bounds.map { Record($0) }, shape: Record(Bergulir_V1_PolicyBounds()),
        nextPageToken: next))
  }
}
