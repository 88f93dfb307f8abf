import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir eligibility …`.
struct EligibilityNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eligibility",
    abstract: "Whether a ward, a KSM and its members may lend and borrow.",
    discussion: """
      Examples:
        bergulir eligibility check malabutor/1
        bergulir eligibility explain malabutor
        bergulir eligibility matrix --province
      """,
    subcommands: [
      EligibilityCheck.self, EligibilityExplain.self, EligibilityAttest.self,
      EligibilityAttestations.self, EligibilityMatrix.self, InstrumentNoun.self,
    ])
}

struct EligibilityCheck: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Answer every criterion at once.",
    discussion: """
      Examples:
        bergulir eligibility check malabutor
        bergulir eligibility check malabutor/1 --as-of 2017-12-31

      Of a UPK: its board, supervisors and itself. Of a KSM: these, the group and its members, \
      which is what lending to it hangs on. What the records show is computed from them; the rest \
      is attested. Open shares in other loans (B-09) are those of now, whatever the day.
      """)

  static var patience: Duration { .seconds(60) }

  @Argument(
    help: "The UPK, malabutor, or one of its groups, malabutor/1.", transform: TestedArgument.read)
  var subject: TestedArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.eligibility(of: subject, asOf: asOf)
    let language = connection.output.language(.current)
    let listing = Listing(
      report.results.map { Record($0, language: language) },
      shape: Record(Bergulir_V1_CriterionResult(), language: language), context: Record(report))
    return Answer(.listing(listing), notes: [note(of: report)])
  }

  private func note(of report: Bergulir_V1_EligibilityReport) -> Sentence {
    guard report.eligible else { return Notes.notEligible(subject.text) }
    guard report.mayBorrow else {
      return Notes.notAdmitted(
        report.name, AuthorityCategory(rawValue: report.category) ?? .notRated)
    }
    return Notes.eligible(report.name)
  }
}

struct EligibilityExplain: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what to do about each criterion that is not met.",
    discussion: """
      Examples:
        bergulir eligibility explain malabutor/1
        bergulir eligibility explain malabutor --criterion R-008
      """)

  static var patience: Duration { .seconds(60) }

  @Argument(
    help: "The UPK, malabutor, or one of its groups, malabutor/1.", transform: TestedArgument.read)
  var subject: TestedArgument
  @Option(help: "Only this criterion, met or not.") var criterion: Criterion?
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let report = try await session.eligibility(of: subject, asOf: asOf)
    let language = connection.output.language(.current)
    let chosen = report.results.filter { result in
      criterion.map { $0.rawValue == result.criterion } ?? (result.verdict == "failed")
    }
    return .listing(
      Listing(
        chosen.flatMap { Record.explanations(of: $0, language: language) }
          + (criterion == nil ? report.conduct : []).flatMap {
            Record.explanations(of: $0, in: report.name, language: language)
          },
        shape: Record.explanation(of: Bergulir_V1_CriterionResult(), found: "", remedy: nil),
        context: Record(report)))
  }
}

struct EligibilityMatrix: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Show who stands where, and what expires next.",
    discussion: """
      Examples:
        bergulir eligibility matrix --province
        bergulir eligibility matrix --region 92.71 --as-of 2017-12-31
      """)

  static var patience: Duration { .seconds(120) }

  @Flag(help: "Every UPK of the province.") var province = false
  @Option(help: "The UPK of a region, such as 92.71.", transform: RegionArgument.read)
  var region: RegionArgument?
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard province == (region == nil) else {
      throw ValidationError(OptionMistake.areaUnclear)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let (wards, next) = try await page.gather { page in
      let response = try await session.eligibility.listEligibility(
        .with {
          $0.parent = region.map { "regions/\($0.code)" } ?? "province"
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.wards, response.nextPageToken)
    }
    return .listing(
      Listing(
        wards.map { Record($0) }, shape: Record(Bergulir_V1_WardStanding()), nextPageToken: next))
  }
}

extension Session {
  /// Every criterion of a subject on a day.
  func eligibility(
    of subject: TestedArgument, asOf: AsOfOptions
  ) async throws -> Bergulir_V1_EligibilityReport {
    try await eligibility.checkEligibility(
      .with {
        $0.name = subject.name.description
        $0.asOf = asOf.wire
      }, metadata: metadata, options: options)
  }
}
