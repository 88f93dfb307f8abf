import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir ksm …`.
struct KSMNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ksm", abstract: "Borrowers' groups (KSM).",
    discussion: """
      Example:
        bergulir ksm register --upk malabutor --name "KSM A" --formed-on 2015-06-01
      """,
    subcommands: [KSMRegister.self, KSMShow.self, KSMList.self])
}

struct KSMRegister: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Register a group; its members come after.",
    discussion: """
      Example:
        bergulir ksm register --upk malabutor --name "KSM A" --formed-on 2015-06-01
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The group's name.") var name: String
  @Option(help: "The day it was formed, YYYY-MM-DD.", transform: DayArgument.read)
  var formedOn: DayArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.ksms.registerKSM(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.displayName = name
        $0.formedOn = formedOn.day.description
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt, next: "bergulir member add \(response.receipt.name) PERSON…")
  }
}

struct KSMShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a group.",
    discussion: "Example:\n  bergulir ksm show malabutor/1 --as-of 2017-12-31")

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let ksm = try await session.ksms.getKSM(
      .with {
        $0.name = self.ksm.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(ksm))
  }
}

struct KSMList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the groups of a UPK.",
    discussion: "Example:\n  bergulir ksm list --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (ksms, next) = try await page.gather { page in
      let response = try await session.ksms.listKSMs(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.ksms, response.nextPageToken)
    }
    return .listing(
      Listing(ksms.map(Record.init), shape: Record(Bergulir_V1_KSM()), nextPageToken: next))
  }
}

extension Record {
  /// A group as it is shown.
  init(_ ksm: Bergulir_V1_KSM) {
    self.init([
      "name": .filled(ksm.name), "display_name": .filled(ksm.displayName),
      "formed_on": .filled(ksm.formedOn), "members": .count(Int64(ksm.members)),
      "women": .count(Int64(ksm.women)),
    ])
  }
}
