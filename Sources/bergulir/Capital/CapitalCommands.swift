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
    subcommands: [CapitalReceive.self])
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
