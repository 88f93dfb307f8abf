import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir upk …`.
struct UPKNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upk", abstract: "Lending units (UPK) of the boards.",
    discussion: """
      Example:
        bergulir upk register malabutor --name "UPK Malabutor" --bkm mentari \\
          --region 92.71.03.1004 --operating-since 2015-01
      """,
    subcommands: [UPKRegister.self, UPKShow.self, UPKList.self, UPKRoster.self])
}

struct UPKRegister: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Register the lending unit of a board.",
    discussion: """
      Example:
        bergulir upk register malabutor --name "UPK Malabutor" --bkm mentari \\
          --region 92.71.03.1004 --operating-since 2015-01
      """)

  @Argument(help: "A short code: lower-case letters, digits, hyphens.") var code: String
  @Option(help: "The unit's name.") var name: String
  @Option(help: "The code of its board.") var bkm: String
  @Option(help: "The code of its ward.") var region: String
  @Option(help: "Its first operating month, YYYY-MM.", transform: MonthArgument.read)
  var operatingSince: MonthArgument
  @Flag(help: "Its kelurahan ran P2KP or PNPM before.") var earlierProgramme = false
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.upks.registerUPK(
      .with {
        $0.write = write.wire
        $0.code = code
        $0.displayName = name
        $0.bkm = bkm
        $0.region = region
        $0.operatingSince = operatingSince.month.description
        $0.ranEarlierProgramme = earlierProgramme
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt, next: "bergulir policy set --upk \(code)")
  }
}

struct UPKShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a lending unit.",
    discussion: "Example:\n  bergulir upk show malabutor")

  @Argument(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let upk = try await session.upks.getUPK(
      .with { $0.name = self.upk.name.description },
      metadata: session.metadata, options: session.options)
    return .item(Record(upk))
  }
}

struct UPKList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lending units.",
    discussion: "Example:\n  bergulir upk list")

  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (upks, next) = try await page.gather { page in
      let response = try await session.upks.listUPKs(
        .with { $0.page = page }, metadata: session.metadata, options: session.options)
      return (response.upks, response.nextPageToken)
    }
    return .listing(
      Listing(upks.map(Record.init), shape: Record(Bergulir_V1_UPK()), nextPageToken: next))
  }
}

extension Record {
  /// A lending unit as it is shown.
  init(_ upk: Bergulir_V1_UPK) {
    self.init(
      [
        "name": .filled(upk.name), "display_name": .filled(upk.displayName),
        "bkm": .filled(upk.bkm), "region": .filled(upk.region),
        "operating_since": .filled(upk.operatingSince),
      ],
      details: [
        "ran_earlier_programme": .flag(upk.ranEarlierProgramme),
        "live_from": .filled(upk.liveFrom),
      ])
  }
}
