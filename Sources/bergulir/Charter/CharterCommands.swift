import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir charter …`.
struct CharterNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charter", abstract: "A board's charter (anggaran dasar).",
    discussion: "Example:\n  bergulir charter show --upk malabutor --as-of 2017-12-31",
    subcommands: [CharterSet.self, CharterShow.self, CharterHistory.self])
}

struct CharterSet: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Record the charter as it is, from a day on.",
    discussion: """
      Example:
        bergulir charter set --upk malabutor --valid-from 2010-01-05 --deed 12/2010 \\
          --poverty-tool "Article 4" --lending-only "Article 11 (2)" \\
          --income-for-unit-only "Article 12" --minutes BA-01/2010

      Leave out a clause that the charter lacks.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The first day it holds, YYYY-MM-DD.", transform: DayArgument.read)
  var validFrom: DayArgument
  @Option(help: "The number of the deed.") var deed: String
  @Option(help: "The article that makes lending a tool against poverty.")
  var povertyTool: String = ""
  @Option(help: "The article that keeps the fund for loans only.")
  var lendingOnly: String = ""
  @Option(help: "The article that keeps the UPK's income for the UPK's costs.")
  var incomeForUnitOnly: String = ""
  @Option(help: "The minutes of its approval.") var minutes: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.charters.setCharter(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.charter.validFrom = validFrom.day.description
        $0.charter.deed = deed
        $0.charter.povertyTool = povertyTool
        $0.charter.lendingOnly = lendingOnly
        $0.charter.incomeForUnitOnly = incomeForUnitOnly
        $0.charter.minutes = minutes
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next:
        "bergulir charter show --upk \(upk.name.upk?.description ?? "") --as-of \(validFrom.day)")
  }
}

struct CharterShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the charter in force on a day, and what it lacks.",
    discussion: "Example:\n  bergulir charter show --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let charter = try await session.charters.getCharter(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(charter))
  }
}

struct CharterHistory: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List all versions of the charter.",
    discussion: "Example:\n  bergulir charter history --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (charters, next) = try await page.gather { page in
      let response = try await session.charters.listCharters(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.charters, response.nextPageToken)
    }
    return .listing(
      Listing(
        charters.map { Record($0) }, shape: Record(Bergulir_V1_Charter()), nextPageToken: next))
  }
}
