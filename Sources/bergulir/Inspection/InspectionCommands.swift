import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir inspection …`.
struct InspectionNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspection", abstract: "What a loan officer found when looking at a request.",
    discussion: """
      Example:
        bergulir inspection record malabutor/1 --as-requested --witness 7 \\
          --appraisal all=4,4,3,5,4:1500000,900000,0
      """,
    subcommands: [InspectionRecord.self])
}

struct InspectionRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record an inspection and what it recommends.",
    discussion: """
      Examples:
        bergulir inspection record malabutor/1 --as-requested --witness 7 \\
          --appraisal all=4,4,3,5,4:1500000,900000,0 --on 2016-05-04
        bergulir inspection record malabutor/1 --share 1=700000 --share 2=822000 \\
          --witness 7 --appraisal 1=4,4,3,5,4:1500000,900000,0 \\
          --appraisal 2=3,3,3,4,3:1200000,700000,100000
        bergulir inspection record malabutor/1 --not-recommended --witness 7 \\
          --note "no business"
        bergulir inspection record malabutor/1 --from appraisal.csv --witness 7

      Each recommended member is appraised: ability, feasibility, capital, character and \
      condition from 1 to 5; then what the household earns, needs to live and pays on other debts \
      in a month. Nobody is recommended for more than is left.

      A file has a line for each member under the header \
      member,ability,feasibility,capital,character,condition,income_idr,living_cost_idr,\
      other_installments_idr,recommended_idr, with commas or semicolons: \
      1,4,4,3,5,4,1.500.000,900.000,0,822.000. Who is not recommended has 0 at the end. With one \
      bad line nothing is sent.
      """)

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @Option(
    help: "A member of the board who came along: 7 or persons/7.", transform: PersonArgument.read)
  var witness: PersonArgument
  @Option(
    help: "A recommended share, MEMBER=RUPIAH, repeated; or all=RUPIAH.",
    transform: ShareArgument.read)
  var share: [ShareArgument] = []
  @Flag(help: "Recommend the shares that the group asked for.") var asRequested = false
  @Flag(help: "Recommend nothing.") var notRecommended = false
  @Option(
    help: "A member's appraisal, MEMBER=SCORES:INCOME,LIVING,INSTALLMENTS, repeated; or all=….",
    transform: AppraisalArgument.read)
  var appraisal: [AppraisalArgument] = []
  @Option(help: "A CSV file of all members' appraisals and shares; - is standard input.")
  var from: String?
  @Option(help: "What was found.") var note: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws {
    try validateShares(share)
    let choices = [!share.isEmpty, asRequested, notRecommended, from != nil].count { $0 }
    guard choices == 1, from == nil || appraisal.isEmpty else {
      throw ValidationError(OptionMistake.oneRecommendation)
    }
    guard appraisal.isClear else {
      throw ValidationError(OptionMistake.allBesideOtherAppraisals)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let (recommended, appraisals) = try await found(session)
    let response = try await session.inspections.recordInspection(
      .with {
        $0.write = write.wire
        $0.name = application.name.description
        $0.witness = witness.name.description
        $0.recommended = recommended
        $0.appraisals = appraisals
        $0.note = note
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "state": .code(response.state, ApplicationState.self),
        "recommended": .amount(response.recommended),
      ],
      next: ApplicationState(rawValue: response.state)?.nextCommand(on: "\(application.name)") ?? ""
    )
  }

  /// What is recommended and what was seen, from the file or from the command line.
  private func found(
    _ session: Session
  ) async throws -> ([Bergulir_V1_Share], [Bergulir_V1_Appraisal]) {
    if let from {
      let file = try AppraisalFile(TextFile(path: from))
      return (file.recommended, file.appraisals)
    }
    let requested = try await requested(session)
    let recommended = asRequested ? requested : share.wire(members: requested.map(\.member))
    return (recommended, appraisal.wire(members: recommended.map(\.member)))
  }

  /// What the group asked for; none where the inspection names its own shares.
  private func requested(_ session: Session) async throws -> [Bergulir_V1_Share] {
    guard asRequested || share.namesEveryMember else { return [] }
    return try await session.applications.getApplication(
      .with { $0.name = application.name.description },
      metadata: session.metadata, options: session.options
    ).requested
  }
}
