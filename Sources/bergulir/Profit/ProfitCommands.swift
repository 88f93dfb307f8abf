import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir profit …`.
struct ProfitNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profit", abstract: "What becomes of a closed year's profit.",
    discussion: """
      Example:
        bergulir profit allocate 2017 --upk malabutor --part capital=90 \\
          --part supervisors=10 --minutes RWT-2018
      """,
    subcommands: [ProfitAllocate.self, ProfitList.self, ProfitPaySupervisors.self])
}

struct ProfitAllocate: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: "Book what the annual meeting made of a year's profit.",
    discussion: """
      Example:
        bergulir profit allocate 2017 --upk malabutor --part capital=90 \\
          --part supervisors=10 --minutes RWT-2018 --on 2018-02-10

      After the close of the year; the parts sum to 100. At least half becomes capital, and only \
      the supervisors may have the rest.
      """)

  @Argument(help: "The year.") var year: Int32
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(
    name: .customLong("part"), help: "PURPOSE=PERCENT; repeat it.",
    transform: ProfitPartArgument.read)
  var parts: [ProfitPartArgument]
  @Option(help: "The number of the meeting's minutes.") var minutes: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.profits.allocateProfit(
      .with {
        $0.write = write.wire
        $0.name = "\(upk.name)/years/\(year)"
        $0.parts = parts.map(\.wire)
        $0.minutes = minutes
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["amount": .amount(response.amount)],
      next: "bergulir profit list --upk \(upk.name.upk?.description ?? "")")
  }
}

struct ProfitList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what became of the profits of closed years.",
    discussion: "Example:\n  bergulir profit list --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let found = try await session.profits.listAllocations(
      .with { $0.parent = upk.name.description },
      metadata: session.metadata, options: session.options
    ).allocations
    let parts = found.flatMap { allocation in
      allocation.parts.map { Record($0, of: allocation) }
    }
    return .listing(
      Listing(
        parts, shape: Record(Bergulir_V1_ProfitPart(), of: Bergulir_V1_Allocation())))
  }
}

struct ProfitPaySupervisors: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay-supervisors", abstract: "Pay a supervisor from allocated profit.",
    discussion: """
      Example:
        bergulir profit pay-supervisors --upk malabutor --supervisor persons/9 \\
          --amount 100.000

      Up to what was allocated to the supervisors; nothing else pays them.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Who is paid: 9 or persons/9.", transform: PersonArgument.read)
  var supervisor: PersonArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 100000 or 100.000.", transform: Money.read)
  var amount: Money
  @Option(
    help: "Where it comes from: cash or bank; default cash.", transform: CashAccount.read)
  var account: CashAccount?
  @Option(help: "The number on the paper.") var reference: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.profits.paySupervisors(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.supervisor = supervisor.name.description
        $0.amount = amount.rupiah.amount
        $0.account = account?.code.number ?? 0
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["amount": .amount(amount.rupiah.amount), "balance": .amount(response.balance)])
  }
}

/// A part of a profit, `capital=90` or `supervisors=7,5` percent, two decimals at most.
struct ProfitPartArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.profitPart

  let purpose: ProfitPurpose
  let hundredths: Int32

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let purpose = ProfitPurpose(rawValue: String(parts[0])),
      let part = PercentArgument(argument: String(parts[1]))
    else { return nil }
    self.purpose = purpose
    hundredths = part.hundredths
  }

  var wire: Bergulir_V1_ProfitPart {
    .with {
      $0.purpose = purpose.rawValue
      $0.hundredths = hundredths
    }
  }
}

extension Record {
  /// A part of a year's profit.
  init(_ part: Bergulir_V1_ProfitPart, of allocation: Bergulir_V1_Allocation) {
    self.init([
      "year": .count(Int64(allocation.year)), "on": .filled(allocation.on),
      "minutes": .filled(allocation.minutes),
      "purpose": .code(part.purpose, ProfitPurpose.self),
      "percent": .filledPercent(
        Ratio(Int64(part.hundredths), 10_000).percentText(decimals: 2) ?? ""),
      "amount": .amount(part.amount), "decided_by": .filled(allocation.decidedBy),
      "bounds": .filled(allocation.bounds),
    ])
  }
}
