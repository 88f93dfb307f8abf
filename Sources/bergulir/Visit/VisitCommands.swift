import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir visit …`.
struct VisitNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visit", abstract: "What members say a month after the pay-out.",
    discussion: "Example:\n  bergulir visit due --upk malabutor --within 7",
    subcommands: [
      VisitRecord.self, VisitDue.self, VisitList.self, VisitFindings.self, VisitBlocks.self,
      VisitLift.self,
    ])
}

struct VisitRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record what a member received, and who used it for what.",
    discussion: """
      Examples:
        bergulir visit record malabutor/1 --member 1 --received 767.000 \\
          --use asApplied
        bergulir visit record malabutor/1 --member 3 --received 0 --use byAnother \\
          --beneficiary 12 --companion 4 --note "Her cousin took it"

      Who did not have the whole share, or gave it on, lent a name: whoever had the money is \
      blocked, and so is the witness of the receipt, until the board lifts it. Where somebody else \
      used it, say who, or that nobody knows. Money spent on something else lowers the member's \
      next ceiling.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "The member's number in the group.") var member: Int64
  @Option(
    parsing: .unconditional, help: "What the member says to have received; 0 is nothing.",
    transform: Money.read)
  var received: Money
  @Option(help: "For what it was used.") var use: VisitUse
  @Option(
    help: "Who of the board came along: 4 or persons/4; must be there where the payer visits.",
    transform: PersonArgument.read)
  var companion: PersonArgument?
  @Option(
    help: "Who had the money instead: 12 or persons/12.", transform: PersonArgument.read)
  var beneficiary: PersonArgument?
  @Flag(help: "Somebody had the money, and nobody knows who.") var beneficiaryUnknown = false
  @Option(help: "What was said and seen.") var note = ""
  @Option(help: "Where photographs are kept.") var reference = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.visits.recordVisit(
      .with {
        $0.write = write.wire
        $0.parent = loan.name.description
        $0.member = member
        $0.companion = companion?.name.description ?? ""
        $0.received = received.rupiah.amount
        $0.use = use.rawValue
        $0.beneficiary = beneficiary?.name.description ?? ""
        $0.beneficiaryUnknown = beneficiaryUnknown
        $0.note = note
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "finding": .code(response.finding, VisitFinding.self),
        "blocked": .count(Int64(response.blocked)),
      ], next: "bergulir visit due --upk \(loan.name.upk?.description ?? "")")
  }
}

struct VisitLift: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "lift", abstract: "End a block by minutes of the board.",
    discussion: "Example:\n  bergulir visit lift malabutor/1 --minutes BA-07/2016")

  @Argument(
    help: "The block: malabutor/1 or upks/malabutor/blocks/1.", transform: BlockArgument.read)
  var block: BlockArgument
  @Option(help: "The number of the board's minutes.") var minutes: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.visits.liftBlock(
      .with {
        $0.write = write.wire
        $0.name = block.name.description
        $0.minutes = minutes
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, next: "bergulir visit blocks --upk \(block.name.upk?.description ?? "")")
  }
}
