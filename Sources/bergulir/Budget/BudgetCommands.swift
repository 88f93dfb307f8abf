import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir budget …`.
struct BudgetNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget", abstract: "Yearly budgets (RAPB), and what becomes of them.",
    discussion: "Example:\n  bergulir budget show --upk malabutor --as-of 2018-06-30",
    subcommands: [
      BudgetPropose.self, BudgetApprove.self, BudgetList.self, BudgetShow.self,
    ])
}

struct BudgetPropose: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Propose a year's budget to the board.",
    discussion: """
      Example:
        bergulir budget propose 2018 --upk malabutor --line 41010=2.400.000 \\
          --line 51010=480.000 --line 51080=700.000

      The board approves none with operating cost above a quarter of its income, or with a CCr \
      below 125.
      """)

  @Argument(help: "The year.") var year: Int32
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(
    name: .customLong("line"), help: "ACCOUNT=RUPIAH for the whole year; repeat it.",
    transform: BudgetLineArgument.read)
  var lines: [BudgetLineArgument]
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.budgets.proposeBudget(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.year = year
        $0.lines = lines.map(\.wire)
      }, metadata: session.metadata, options: session.options)
    let number = response.receipt.name.split(separator: "/").last ?? "NUMBER"
    return .change(
      response.receipt,
      next: "bergulir budget approve \(upk.name.upk?.description ?? "")/\(number)")
  }
}

struct BudgetApprove: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Put a proposed budget in force, for the board.",
    discussion: "Example:\n  bergulir budget approve malabutor/1 --minutes BA-07/2017")

  @Argument(
    help: "The budget: malabutor/1 or upks/malabutor/budgets/1.", transform: BudgetArgument.read)
  var budget: BudgetArgument
  @Option(help: "The number of the board's minutes.") var minutes: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.budgets.approveBudget(
      .with {
        $0.write = write.wire
        $0.name = budget.name.description
        $0.minutes = minutes
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir budget show --upk \(budget.name.upk?.description ?? "")")
  }
}

struct BudgetList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List budgets, those that were never approved too.",
    discussion: "Example:\n  bergulir budget list --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let budgets = try await session.budgets.listBudgets(
      .with { $0.parent = upk.name.description },
      metadata: session.metadata, options: session.options
    ).budgets
    return .listing(Listing(budgets.map { Record($0) }, shape: Record(Bergulir_V1_Budget())))
  }
}

struct BudgetShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a year's budget beside what the books have.",
    discussion: """
      Example:
        bergulir budget show --upk malabutor --as-of 2018-06-30

      Operating cost should be at most 25 % of income, and income at least 125 % of all cost.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let realisation = try await session.budgets.getRealisation(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(realisation))
  }
}

/// A line of a budget, `51010=480.000`.
struct BudgetLineArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.budgetLine

  let account: Int32
  let amount: Rupiah

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 5, let account = Int32(parts[0]),
      account >= 10_000, let amount = Money(argument: String(parts[1]))
    else { return nil }
    self.account = account
    self.amount = amount.rupiah
  }

  var wire: Bergulir_V1_BudgetLine {
    .with {
      $0.account = account
      $0.amount = amount.amount
    }
  }
}
