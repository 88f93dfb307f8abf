import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir restructure …`.
struct RestructureNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restructure", abstract: "Loans that are put off over more time, once.",
    discussion: "Example:\n  bergulir restructure list --upk malabutor",
    subcommands: [RestructurePost.self, RestructureShow.self, RestructureList.self])
}

struct RestructurePost: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Make a new loan of what is open on an overdue one.",
    discussion: """
      Example:
        bergulir restructure post malabutor/1 --months 10 \\
          --reason "Market burnt down" \\
          --evidence "Stall reopened, seen on 2016-11-02" --agreement SPP-04/2016 \\
          --minutes BA-11/2016 --notice S-05/2016 --on 2016-11-10

      The class goes over to the new loan until three installments in a row were punctual, and \
      service charge that fell due is due with the first of them.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "Installments of the new loan.") var months: Int32
  @Option(help: "Why it cannot be repaid as agreed.") var reason: String
  @Option(help: "What shows that the business still runs.") var evidence: String
  @Option(help: "The number of the agreement that all members signed.") var agreement: String
  @Option(help: "The number of the board's minutes.") var minutes: String
  @Option(help: "The number of the letter to the supervisors.") var notice: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.restructurings.restructureLoan(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.months = months
        $0.reason = reason
        $0.evidence = evidence
        $0.agreement = agreement
        $0.minutes = minutes
        $0.notice = notice
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "principal": .amount(response.principal),
        "service_charge": .amount(response.serviceCharge),
        "inherited_class": .count(Int64(response.collectability)),
      ], next: "bergulir restructure show \(loan.name)")
  }
}

struct RestructureShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show how a loan was restructured, by either of the two loans.",
    discussion: "Example:\n  bergulir restructure show malabutor/1")

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let restructuring = try await session.restructurings.getRestructuring(
      .with { $0.name = loan.name.description }, metadata: session.metadata,
      options: session.options)
    return .item(Record(restructuring))
  }
}

struct RestructureList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the restructured loans of a UPK.",
    discussion: "Example:\n  bergulir restructure list --upk malabutor -o csv")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (restructurings, next) = try await page.gather { page in
      let response = try await session.restructurings.listRestructurings(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.restructurings, response.nextPageToken)
    }
    return .listing(
      Listing(
        restructurings.map { Record($0) }, shape: Record(Bergulir_V1_Restructuring()),
        nextPageToken: next))
  }
}

extension Record {
  /// A restructuring as it is shown.
  init(_ restructuring: Bergulir_V1_Restructuring) {
    self.init(
      [
        "loan": .filled(restructuring.loan), "successor": .filled(restructuring.successor),
        "on": .filled(restructuring.on), "principal": .amount(restructuring.principal),
        "service_charge": .amount(restructuring.serviceCharge),
        "collectability": .count(Int64(restructuring.collectability)),
        "minutes": .filled(restructuring.minutes),
      ],
      details: [
        "reason": .filled(restructuring.reason), "evidence": .filled(restructuring.evidence),
        "agreement": .filled(restructuring.agreement), "notice": .filled(restructuring.notice),
        "decided_by": .filled(restructuring.decidedBy),
      ])
  }
}
