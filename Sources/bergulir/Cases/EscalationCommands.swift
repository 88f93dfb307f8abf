import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir escalation …`.
struct EscalationNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalation", abstract: "Cases that wait for an office's answer.",
    discussion: "Example:\n  bergulir escalation list --upk malabutor --overdue",
    subcommands: [EscalationList.self])
}

struct EscalationList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List escalations that were not answered, by UPK.",
    discussion: """
      Examples:
        bergulir escalation list --upk malabutor
        bergulir escalation list --province --overdue
        bergulir escalation list --region 92.71 --office city
      """)

  static var patience: Duration { .seconds(60) }

  @Flag(help: "Every UPK of the province.") var province = false
  @Option(help: "The UPK of a region, such as 92.71.", transform: RegionArgument.read)
  var region: RegionArgument?
  @Option(help: "One UPK, by its code.", transform: UPKArgument.read) var upk: UPKArgument?
  @Flag(help: "Only those whose time is over.") var overdue = false
  @Option(help: "Only those of one office.") var office: Escalate.Office?
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard [province, region != nil, upk != nil].count(where: \.self) == 1 else {
      throw ValidationError(OptionMistake.placeUnclear)
    }
  }

  /// What is asked about, as the wire writes it.
  private var parent: String {
    upk?.name.description ?? region.map { "regions/\($0.code)" } ?? "province"
  }

  func answer(_ session: Session) async throws -> Answer {
    let (escalations, next) = try await page.gather { page in
      let response = try await session.cases.listEscalations(
        .with {
          $0.parent = parent
          $0.asOf = asOf.wire
          $0.overdueOnly = overdue
          $0.office = office?.rawValue ?? ""
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.escalations, response.nextPageToken)
    }
    return .listing(
      Listing(
        escalations.map { Record(escalation: $0) },
        shape: Record(escalation: Bergulir_V1_CaseStep()), nextPageToken: next))
  }
}
