import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir arrears …`.
struct ArrearsNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arrears", abstract: "What is overdue, how old it is, and what falls due next.",
    discussion: """
      Examples:
        bergulir arrears list --upk malabutor --as-of 2017-12-31
        bergulir arrears list --upk malabutor --by-member
        bergulir arrears due --upk malabutor --within 3
      """,
    subcommands: [ArrearsList.self, ArrearsDue.self])
}

struct ArrearsList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the loans that are behind, with their age and class.",
    discussion: """
      Examples:
        bergulir arrears list --upk malabutor --as-of 2017-12-31
        bergulir arrears list --upk malabutor --as-of 2017-12-31 --by-member -o csv

      With --by-member each member whose own share is late has a row: what is missing on the \
      share, the member's part of what is overdue on the loan, and what others paid for the \
      member. The parts sum to the list of loans.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Flag(help: "List members whose own share is late instead of loans.") var byMember = false
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    if byMember { return try await members(session) }
    let (cases, next) = try await session.cases(
      of: upk, asOf: asOf, includeClosed: false, page)
    return .listing(
      Listing(
        cases.map { Record(arrears: $0) }, shape: Record(arrears: Bergulir_V1_Case()),
        nextPageToken: next))
  }

  private func members(_ session: Session) async throws -> Answer {
    let (members, next) = try await page.gather { page in
      let response = try await session.cases.listMemberArrears(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.members, response.nextPageToken)
    }
    return .listing(
      Listing(
        members.map { Record($0) }, shape: Record(Bergulir_V1_MemberArrears()),
        nextPageToken: next))
  }
}

struct ArrearsDue: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List what falls due in the next days, to remind groups.",
    discussion: """
      Examples:
        bergulir arrears due --upk malabutor
        bergulir arrears due --upk malabutor --within 7 -o csv
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "How many days ahead, 0 to 31.") var within: Int32 = 3
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (due, next) = try await page.gather { page in
      let response = try await session.cases.listDue(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.within = within
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.installments, response.nextPageToken)
    }
    return .listing(
      Listing(
        due.map { Record($0) }, shape: Record(Bergulir_V1_DueInstallment()),
        nextPageToken: next))
  }
}
