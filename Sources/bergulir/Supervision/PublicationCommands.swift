import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir publication …`.
struct PublicationNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publication", abstract: "What was posted or sent of which month.",
    discussion: "Example:\n  bergulir publication list --upk malabutor",
    subcommands: [PublicationRecord.self, PublicationList.self])
}

struct PublicationRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record that a closed month's report was posted or sent.",
    discussion: """
      Examples:
        bergulir publication record --upk malabutor --kind notice-sheet \\
          --month 2017-10 --reference "Board at the ward office" --on 2017-11-06
        bergulir publication record --upk malabutor --kind bkm-report \\
          --month 2017-10 --reference S-11/2017
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "What was published.") var kind: PublicationKind
  @Option(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @Option(help: "Where it hangs, or the number of the letter.") var reference: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.supervisions.recordPublication(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.kind = kind.rawValue
        $0.month = month.month.description
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir publication list --upk \(upk.name.upk?.description ?? "")")
  }
}

struct PublicationList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was posted or sent.",
    discussion: "Example:\n  bergulir publication list --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (publications, next) = try await page.gather { page in
      let response = try await session.supervisions.listPublications(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.publications, response.nextPageToken)
    }
    return .listing(
      Listing(
        publications.map { Record($0) }, shape: Record(Bergulir_V1_Publication()),
        nextPageToken: next))
  }
}

extension Record {
  init(_ publication: Bergulir_V1_Publication) {
    self.init([
      "name": .filled(publication.name), "kind": .code(publication.kind, PublicationKind.self),
      "month": .filled(publication.month), "on": .filled(publication.on),
      "by": .filled(publication.publishedBy), "reference": .filled(publication.reference),
    ])
  }
}
