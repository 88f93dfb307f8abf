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
      ApplicationSubmit.self, ApplicationShow.self, ApplicationList.self,
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
          --share 2=500000 --share 3=500000 --share 4=500000 --share 5=500000 --months 3 \\
          --papers form,memberList

      Papers: form, memberList, identityCards, formationMinutes, jointLiabilityStatement. With \
      one missing the application is recorded as incomplete.
      """)

  @Argument(help: "The group: malabutor/1 or upks/malabutor/ksms/1.", transform: KSMArgument.read)
  var ksm: KSMArgument
  @Option(
    help: "A member's share, MEMBER=RUPIAH, repeated; or all=RUPIAH.", transform: ShareArgument.read
  )
  var share: [ShareArgument]
  @Option(
    parsing: .unconditional, help: "What the group asks for in all; default the sum of the shares.",
    transform: Money.read)
  var amount: Money?
  @Option(help: "The number of monthly installments.") var months: Int32
  @Option(help: "What it is for.") var purpose: LoanPurpose = .productiveBusiness
  @Flag(help: "For a business that will be started.") var startUp = false
  @Option(help: "The papers that are there, with commas, or all.", transform: PaperNames.read)
  var papers: PaperNames?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws { try validateShares(share) }

  func answer(_ session: Session) async throws -> Answer {
    let shares = share.wire(members: try await members(session))
    let asked = try amount?.rupiah ?? sum(shares)
    let response = try await session.applications.submitApplication(
      .with {
        $0.write = write.wire
        $0.parent = ksm.name.description
        $0.amount = asked.amount
        $0.shares = shares
        $0.months = months
        $0.purpose = purpose.rawValue
        $0.businessStage = (startUp ? BusinessStage.startUp : .existing).rawValue
        $0.papers = papers?.names ?? []
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "state": .code(response.state, ApplicationState.self), "amount": .amount(asked.amount),
        "missing_papers": .codes(response.missing, ApplicationPaper.self),
      ],
      next: response.missing.isEmpty
        ? "bergulir inspection record \(response.receipt.name) --as-requested --witness PERSON"
        : completing(response.receipt.name, response.missing))
  }

  /// The numbers of the group's members on the day; none where the shares name them.
  private func members(_ session: Session) async throws -> [Int64] {
    guard share.namesEveryMember else { return [] }
    let response = try await session.members.listMembers(
      .with {
        $0.parent = ksm.name.description
        $0.asOf = write.on.wire
      }, metadata: session.metadata, options: session.options)
    return response.members.compactMap { member in
      guard case .member(_, ksm: _, let number)? = ResourceName(member.name) else { return nil }
      return number
    }
  }

  private func sum(_ shares: [Bergulir_V1_Share]) throws -> Rupiah {
    var sum: Int64 = 0
    for share in shares {
      let (next, overflows) = sum.addingReportingOverflow(share.amount)
      guard !overflows else { throw Complaint(.sharesTooLarge) }
      sum = next
    }
    return Rupiah(sum)
  }
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
