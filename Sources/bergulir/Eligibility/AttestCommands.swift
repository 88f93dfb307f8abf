import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct EligibilityAttest: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "attest", abstract: "Say of a criterion what no record can show.",
    discussion: """
      Examples:
        bergulir eligibility attest malabutor --criterion R-022 \\
          --evidence LHP-04/2015 \\
          --until 2016-01-31
        bergulir eligibility attest malabutor/1 --criterion B-04 \\
          --evidence BA-KSM-01 \\
          --until 2016-06-30 --volunteer 9
        bergulir eligibility attest malabutor/1 --criterion B-07 --members all \\
          --items all \\
          --evidence PS2-RT-03 --until 2016-06-30 --volunteer 9

      The province's consultant answers for board, supervisors and UPK, the facilitator with a \
      volunteer for groups and members. The newest attestation counts. Criteria that follow from \
      records cannot be attested.
      """)

  @Argument(
    help: "The UPK, malabutor, or one of its groups, malabutor/1.", transform: TestedArgument.read)
  var subject: TestedArgument
  @Option(help: "The criterion's code.") var criterion: Criterion
  @Option(
    help: """
      Whose it is, for criteria of members: their numbers in the group, with commas, or all; see \
      bergulir member list.
      """,
    transform: MemberNumbers.read)
  var members: MemberNumbers?
  @Option(help: "What was found.") var verdict: AttestedVerdict = .met
  @Option(
    help: """
      For B-07, what holds of each member, with commas, or all: poor, business, growing, \
      motivated, needsCapital, ableToRepay, familyConsents, lawful.
      """,
    transform: ItemNames.read)
  var items: ItemNames?
  @Option(help: "Number or place of the paper that shows it.") var evidence: String
  @Option(help: "The last day that it counts, YYYY-MM-DD.", transform: DayArgument.read)
  var until: DayArgument
  @Option(help: "The volunteer who was there: 9 or persons/9.", transform: PersonArgument.read)
  var volunteer: PersonArgument?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let numbers = try await numbers(session)
    let response = try await session.eligibility.attest(
      .with {
        $0.write = write.wire
        $0.parent = subject.name.description
        $0.criterion = criterion.rawValue
        $0.members = numbers
        $0.verdict = verdict.rawValue
        $0.items = items?.names ?? []
        $0.evidence = evidence
        $0.until = until.day.description
        $0.volunteer = volunteer?.name.description ?? ""
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["attestations": .count(Int64(response.attestations))],
      next: "bergulir eligibility check \(subject.text)")
  }

  /// The numbers that were named, or those of all members of the day.
  private func numbers(_ session: Session) async throws -> [Int64] {
    switch members {
    case nil: return []
    case .some(.numbers(let numbers)): return numbers
    case .some(.all):
      var found: [Int64] = []
      var token = ""
      repeat {
        let response = try await session.members.listMembers(
          .with {
            $0.parent = subject.name.description
            $0.asOf = write.on.wire
            $0.page = .with { $0.token = token }
          }, metadata: session.metadata, options: session.options)
        found += response.members.compactMap { member in
          guard case .member(_, ksm: _, let number)? = ResourceName(member.name) else { return nil }
          return number
        }
        token = response.nextPageToken
      } while !token.isEmpty
      return found
    }
  }
}

struct EligibilityAttestations: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "attestations", abstract: "List what was attested of a UPK or a KSM.",
    discussion: "Example:\n  bergulir eligibility attestations malabutor/1")

  @Argument(
    help: "The UPK, malabutor, or one of its groups, malabutor/1.", transform: TestedArgument.read)
  var subject: TestedArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (attestations, next) = try await page.gather { page in
      let response = try await session.eligibility.listAttestations(
        .with {
          $0.parent = subject.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.attestations, response.nextPageToken)
    }
    return .listing(
      Listing(
        attestations.map { Record($0) }, shape: Record(Bergulir_V1_Attestation()),
        nextPageToken: next))
  }
}
