import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir approval-chain …`.
struct ApprovalChainNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approval-chain", abstract: "Who decides on a UPK's loans, and in which order.",
    discussion: "Example:\n  bergulir approval-chain show --upk malabutor",
    subcommands: [ApprovalChainSet.self, ApprovalChainShow.self, ApprovalChainList.self])
}

struct ApprovalChainSet: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Put a new approval chain in force from a day on.",
    discussion: """
      Example:
        bergulir approval-chain set --upk malabutor --valid-from 2016-07-01 \\
          --step manager \\
          --step bkmMember=2,5,10000000,0 --step bkmCoordinator --minutes BA-07/2016

      A step is a role, and after = how many persons sign, within how many days, from which \
      amount on, and from which PAR in percent on. Manager and coordinator sign every loan; all \
      signers are different persons, always. An application keeps the chain of the day on which \
      it is inspected: a chain that is set later, on the same day too, binds the next inspection.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The first day it holds, YYYY-MM-DD.", transform: DayArgument.read)
  var validFrom: DayArgument
  @Option(
    help: "A step, in the order of signing, repeated: ROLE or ROLE=PERSONS,DAYS,AMOUNT,PAR.",
    transform: ChainStepArgument.read)
  var step: [ChainStepArgument]
  @Option(help: "The days within which a complete application is inspected.")
  var inspectionDays: Int32 = 7
  @Option(help: "The days within which an approved one is paid out.")
  var disbursementDays: Int32 = 7
  @Option(help: "The minutes by which the board decided it.") var minutes: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.chains.setApprovalChain(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.chain = .with {
          $0.validFrom = validFrom.day.description
          $0.steps = step.map(\.wire)
          $0.inspectionDays = inspectionDays
          $0.disbursementDays = disbursementDays
          $0.minutes = minutes
        }
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir approval-chain show --upk \(upk.name.upk?.description ?? "")")
  }
}

struct ApprovalChainShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the approval chain in force.",
    discussion: "Example:\n  bergulir approval-chain show --upk malabutor --as-of 2016-07-01")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let chain = try await session.chains.getApprovalChain(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(chain))
  }
}

struct ApprovalChainList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the approval chains that a board set.",
    discussion: "Example:\n  bergulir approval-chain list --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (chains, next) = try await page.gather { page in
      let response = try await session.chains.listApprovalChains(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.chains, response.nextPageToken)
    }
    return .listing(
      Listing(
        chains.map { Record($0) }, shape: Record(Bergulir_V1_ApprovalChain()),
        nextPageToken: next))
  }
}
