import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct VisitDue: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List the members of open loans whom nobody has visited.",
    discussion: "Example:\n  bergulir visit due --upk malabutor --within 7 --as-of 2016-06-10")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Those too that fall due in so many days, up to 366.") var within: Int32 = 0
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (visits, next) = try await page.gather { page in
      let response = try await session.visits.listDueVisits(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.withinDays = within
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.visits, response.nextPageToken)
    }
    return .listing(
      Listing(
        visits.map(Record.init), shape: Record(Bergulir_V1_DueVisit()), nextPageToken: next))
  }
}

struct VisitList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List visits, of all loans or of one.",
    discussion: "Example:\n  bergulir visit list --upk malabutor --findings")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Only visits about this loan: malabutor/1.", transform: LoanArgument.read)
  var loan: LoanArgument?
  @Flag(help: "Only visits that found something.") var findings = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (visits, next) = try await page.gather { page in
      let response = try await session.visits.listVisits(
        .with {
          $0.parent = upk.name.description
          $0.loan = loan?.name.description ?? ""
          $0.findingsOnly = findings
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.visits, response.nextPageToken)
    }
    return .listing(
      Listing(visits.map(Record.init), shape: Record(Bergulir_V1_Visit()), nextPageToken: next))
  }
}

struct VisitFindings: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "Count what visits found, in all and per 1,000 members.",
    discussion: "Example:\n  bergulir visit findings --upk malabutor --as-of 2016-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let findings = try await session.visits.getVisitFindings(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(findings))
  }
}

struct VisitBlocks: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocks", abstract: "List who may not borrow after a visit, and why.",
    discussion: "Example:\n  bergulir visit blocks --upk malabutor --standing")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Flag(help: "Leave out those that were lifted.") var standing = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (blocks, next) = try await page.gather { page in
      let response = try await session.visits.listBlocks(
        .with {
          $0.parent = upk.name.description
          $0.standingOnly = standing
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.blocks, response.nextPageToken)
    }
    return .listing(
      Listing(
        blocks.map(Record.init), shape: Record(Bergulir_V1_BorrowerBlock()),
        nextPageToken: next))
  }
}
