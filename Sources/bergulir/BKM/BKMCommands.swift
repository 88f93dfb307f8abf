import ArgumentParser
import FundAPI
import SwiftProtobuf
import RevolvingFund

/// `bergulir bkm …`.
struct BKMNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bkm", abstract: "Community boards (BKM), the owners of the funds.",
    discussion: """
      Example:
        bergulir bkm register mentari --name "BKM Mentari" --region 92.71.03.1004
      """,
    subcommands: [BKMRegister.self, BKMList.self])
}

struct BKMRegister: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Register a board in its ward.",
    discussion: """
      Example:
        bergulir bkm register mentari --name "BKM Mentari" --region 92.71.03.1004
      """)

  @Argument(help: "A short code: lower-case letters, digits, hyphens.") var code: String
  @Option(help: "The board's name.") var name: String
  @Option(help: "The code of its region.") var region: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.bkms.registerBKM(
      .with {
        $0.write = write.wire
        $0.code = code
        $0.displayName = name
        $0.region = region
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, next: "bergulir upk register CODE --bkm \(code) --region \(region)")
  }
}

struct BKMList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the boards.",
    discussion: "Example:\n  bergulir bkm list")

  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (bkms, next) = try await page.gather { page in
      let response = try await session.bkms.listBKMs(
        .with { $0.page = page }, metadata: session.metadata, options: session.options)
      return (response.bkms, response.nextPageToken)
    }
    return .listing(
      Listing(bkms.map(Record.init), shape: Record(Bergulir_V1_BKM()), nextPageToken: next))
  }
}

extension Record {
  /// A board as it is shown.
  init(_ bkm: Bergulir_V1_BKM) {
    self.init([
      "name": .filled(bkm.name), "code": .filled(bkm.code),
      "display_name": .filled(bkm.displayName), "region": .filled(bkm.region),
    ])
  }
}
