import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// What a group asks for, as typed for a submission or a draft.
struct ApplicationForm: ParsableArguments {
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

  func validate() throws { try validateShares(share) }

  var stage: BusinessStage { startUp ? .startUp : .existing }

  /// Every member's share, and what they ask for in all.
  func shares(
    _ session: Session, on day: DayArgument?
  ) async throws -> (shares: [Bergulir_V1_Share], asked: Rupiah) {
    let shares = share.wire(members: try await members(session, on: day))
    return (shares, try amount?.rupiah ?? sum(shares))
  }

  /// The numbers of the group's members on the day; none where the shares name them.
  private func members(_ session: Session, on day: DayArgument?) async throws -> [Int64] {
    guard share.namesEveryMember else { return [] }
    let response = try await session.members.listMembers(
      .with {
        $0.parent = ksm.name.description
        $0.asOf = day.wire
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
