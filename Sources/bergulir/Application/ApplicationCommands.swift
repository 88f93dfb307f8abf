import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir application …`.
struct ApplicationNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "application", abstract: "What groups ask to borrow.",
    discussion: """
      Example:
        bergulir application submit malabutor/1 --share all=822000 --months 4 \\
          --papers all
      """,
    subcommands: [
      ApplicationSubmit.self, ApplicationDraft.self, ApplicationSubmitDraft.self,
      ApplicationShow.self, ApplicationList.self,
      ApplicationComplete.self, ApplicationCancel.self, ApplicationWaitlist.self,
      ApplicationRelease.self, ApplicationContract.self,
    ])
}

struct ApplicationSubmit: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand in what a group asks for, member by member.",
    discussion: """
      Examples:
        bergulir application submit malabutor/1 --share all=822000 --months 4 \\
          --papers all \\
          --on 2016-05-02
        bergulir application submit malabutor/3 --amount 2.500.000 --share 1=500000 \\
          --share 2=500000 --share 3=500000 --share 4=500000 --share 5=500000 \\
          --months 3 --papers form,memberList

      Papers: form, memberList, identityCards, formationMinutes, jointLiabilityStatement. With \
      one missing the application is recorded as incomplete.
      """)

  @OptionGroup var form: ApplicationForm
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let (shares, asked) = try await form.shares(session, on: write.on)
    let response = try await session.applications.submitApplication(
      .with {
        $0.write = write.wire
        $0.parent = form.ksm.name.description
        $0.amount = asked.amount
        $0.shares = shares
        $0.months = form.months
        $0.purpose = form.purpose.rawValue
        $0.businessStage = form.stage.rawValue
        $0.papers = form.papers?.names ?? []
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "state": .code(response.state, ApplicationState.self), "amount": .amount(asked.amount),
        "missing_papers": .codes(response.missing, ApplicationPaper.self),
      ],
      next: following(response.receipt.name, missing: response.missing))
  }
}

/// What comes after an application was handed in.
func following(_ name: String, missing: [String]) -> String {
  missing.isEmpty
    ? "bergulir inspection record \(name) --as-requested --witness PERSON"
    : completing(name, missing)
}

/// The command that hands in what an application lacks.
func completing(_ name: String, _ missing: [String]) -> String {
  "bergulir application complete \(name) --papers \(missing.joined(separator: ","))"
}

/// Refuses a `--share all=…` beside others: whom it means would not be clear.
func validateShares(_ shares: [ShareArgument]) throws {
  guard shares.isClear else {
    throw ValidationError(OptionMistake.allBesideOtherShares)
  }
}

struct ApplicationShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an application with its inspection and signatures.",
    discussion: "Example:\n  bergulir application show malabutor/1")

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let application = try await session.applications.getApplication(
      .with {
        $0.name = self.application.name.description
        $0.asOf = asOf.wire
      },
      metadata: session.metadata, options: session.options)
    return .item(Record(whole: application))
  }
}

struct ApplicationList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the applications of a UPK, with age and place.",
    discussion: "Example:\n  bergulir application list --upk malabutor --state recommended")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Only those in this state.") var state: ApplicationState?
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (applications, next) = try await page.gather { page in
      let response = try await session.applications.listApplications(
        .with {
          $0.parent = upk.name.description
          $0.state = state?.rawValue ?? ""
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.applications, response.nextPageToken)
    }
    return .listing(
      Listing(
        applications.map { Record($0) }, shape: Record(Bergulir_V1_Application()),
        nextPageToken: next))
  }
}
