import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir capital …`.
struct CapitalNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capital", abstract: "The money that a fund starts with and is given later.",
    discussion:
      "Example:\n  bergulir capital receive --upk malabutor --source blm --amount 20.000.000",
    subcommands: [CapitalReceive.self, CapitalShow.self])
}

struct CapitalReceive: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Record capital that came into the fund's bank account.",
    discussion: """
      Example:
        bergulir capital receive --upk malabutor --source blm --amount 20.000.000 \\
          --reference SP2D-001 --on 2015-01-12
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Where it comes from.") var source: CapitalSource
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 20000000 or 20.000.000.", transform: Money.read)
  var amount: Money
  @Option(help: "The number on the paper.") var reference: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.capital.receiveCapital(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.source = source.rawValue
        $0.amount = amount.rupiah.amount
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["amount": .amount(amount.rupiah.amount)],
      next: "bergulir account list --upk \(upk.name.upk?.description ?? "")")
  }
}

struct CapitalShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show where the money came from, where it is, and its use.",
    discussion: """
      Example:
        bergulir capital show --upk malabutor --as-of 2017-12-31

      Only unspent income may be spent on running the UPK; where more was spent the fund is \
      eroded. Operating cost should be at most 25 % of the year's income. Savings belong to the \
      groups.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let capital = try await session.capital.getCapital(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(capital))
  }
}

extension Record {
  /// Capital by source, where it is, and the use of the year's income.
  init(_ capital: Bergulir_V1_Capital) {
    self.init([
      "upk": .filled(capital.upk), "as_of": .filled(capital.asOf),
      "p2kp": .amount(capital.p2Kp), "blm": .amount(capital.blm),
      "other": .amount(capital.other), "total": .amount(capital.total),
      "lent": .amount(capital.lent), "cash": .amount(capital.cash),
      "bank": .amount(capital.bank), "savings": .amount(capital.savings),
      "savings_cash": .amount(capital.savingsCash), "savings_bank": .amount(capital.savingsBank),
      "savings_covered": .flag(capital.savingsCovered), "use": .record(Record(capital.use)),
    ])
  }

  private init(_ use: Bergulir_V1_FundUse) {
    self.init([
      "income": .amount(use.income), "operating_cost": .amount(use.operatingCost),
      "other_cost": .amount(use.otherCost), "purchases": .amount(use.purchases),
      "prior_profit": .amount(use.priorProfit), "unspent": .amount(use.unspent),
      "fund_eroded": .flag(use.fundEroded),
      "operating_percent": .filledPercent(use.operatingPercent),
      "operating_within_limit": .flag(use.operatingWithinLimit),
    ])
  }
}
