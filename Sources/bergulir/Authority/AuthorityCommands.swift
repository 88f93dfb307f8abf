import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir authority …`.
struct AuthorityNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "authority", abstract: "Whom a UPK may lend to, and why.",
    discussion: "Example:\n  bergulir authority show --upk malabutor --as-of 2017-12-31",
    subcommands: [
      AuthorityShow.self, AuthorityHistory.self, AuthorityRecovery.self, AuthorityConfirm.self,
      AuthorityCollect.self, AuthorityCollections.self, AuthorityPlan.self, AuthorityPlans.self,
    ])
}

struct AuthorityShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show whom a UPK may lend to on a day, and by which rule.",
    discussion: """
      Example:
        bergulir authority show --upk malabutor --as-of 2017-12-31

      The stricter of two decides: the last closed month, and PAR on the day. Principal written \
      off in the last twelve months still counts in both. If no month was closed for more than two \
      months, the UPK counts as suspended.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let authority = try await session.authority(of: upk, asOf: asOf)
    return .item(Record(authority, language: connection.output.language(.current)))
  }
}

struct AuthorityHistory: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List closed months with their figures and category.",
    discussion: """
      Example:
        bergulir authority history --upk malabutor --from 2016-01 --to 2017-12

      Every line is as it was when the month was closed.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The first month, YYYY-MM; default the first.", transform: MonthArgument.read)
  var from: MonthArgument?
  @Option(help: "The last month, YYYY-MM; default the last.", transform: MonthArgument.read)
  var to: MonthArgument?
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard let from, let to, to.month < from.month else { return }
    throw ValidationError(OptionMistake.spanReversed)
  }

  func answer(_ session: Session) async throws -> Answer {
    let (periods, next) = try await page.gather { page in
      let response = try await session.periods.listPeriods(
        .with {
          $0.parent = upk.name.description
          $0.from = from?.month.description ?? ""
          $0.until = to?.month.description ?? ""
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.periods, response.nextPageToken)
    }
    return .listing(
      Listing(
        periods.map { Record(closed: $0) }, shape: Record(closed: Bergulir_V1_Period()),
        nextPageToken: next))
  }
}

struct AuthorityRecovery: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "Show the frozen list, and what has still to come in.",
    discussion: """
      Example:
        bergulir authority recovery --upk malabutor --as-of 2017-12-31

      Principal that came in after the freeze counts, loan by loan up to what was frozen; service \
      charge, write-offs and restructuring never do.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let authority = try await session.authority(of: upk, asOf: asOf)
    let suspension = authority.suspension
    return .listing(
      Listing(
        suspension.loans.map { Record($0) }, shape: Record(Bergulir_V1_FrozenLoan()),
        context: Record([
          "upk": .filled(authority.upk), "as_of": .filled(authority.asOf),
          "category": .code(authority.category, AuthorityCategory.self),
          "suspension": authority.hasSuspension
            ? .record(Record(suspension, loans: false)) : .absent,
        ])))
  }
}

extension Session {
  /// Whom a UPK may lend to on a day.
  func authority(
    of upk: UPKArgument, asOf: AsOfOptions
  ) async throws -> Bergulir_V1_Authority {
    try await authority.getAuthority(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: metadata, options: options)
  }
}
