import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct ApprovalReview: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Show all that a decision needs to know on one page.",
    discussion: """
      Examples:
        bergulir approval review malabutor/1
        bergulir approval review malabutor/1 --as-of 2016-05-06

      The group and its members, its loans so far with their worst class, the schedule, the UPK's \
      authority with its numbers, the money, earlier signatures, and what your own signature would \
      be refused for on the day.
      """)

  static var patience: Duration { .seconds(60) }

  @Argument(
    help: "The application: malabutor/1 or the whole name.", transform: ApplicationArgument.read)
  var application: ApplicationArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let review = try await session.approvals.reviewApplication(
      .with {
        $0.name = application.name.description
        $0.asOf = asOf.wire
      },
      metadata: session.metadata, options: session.options)
    let language = connection.output.language(.current)
    let note =
      review.violations.isEmpty
      ? Notes.wouldStand("bergulir approve \(application.name)") : Notes.wouldBeRefused
    return Answer(.item(Record(review, language: language)), notes: [note])
  }
}

extension Record {
  init(_ review: Bergulir_V1_Review, language: Language) {
    self = Record([
      "group_name": .filled(review.groupName),
      "standing": .code(review.standing, BorrowerStanding.self),
      "category": .code(review.category, AuthorityCategory.self),
      "par_percent": .filledPercent(review.parPercent),
      "par_as_of": review.parPercent.isEmpty ? .absent : .filled(review.parAsOf),
      "at_risk": .amount(review.atRisk),
      "par_balance": .amount(review.balance), "cash_and_bank": .amount(review.held),
      "reserved": .amount(review.reserved), "available": .amount(review.available),
      "recommended_sum": .amount(review.recommended),
      "as_of": .filled(review.asOf), "chain_of": .filled(review.application.inspection.on),
    ])
    .appending(Record(whole: review.application))
    .appending(
      Record([
        "members": .records(review.members.map(Record.init)),
        "people": .records(
          review.people.map {
            Record(["person": .filled($0.person), "full_name": .filled($0.fullName)])
          }),
        "earlier_loans": .records(review.loans.map(Record.init)),
        "schedule": .records(review.schedule.map(Record.init)),
        "violations": .records(
          review.violations.map { Record(Problem.Violation($0), language: language) }),
      ]))
  }

  private init(_ member: Bergulir_V1_ReviewedMember) {
    self.init([
      "member": .count(member.member), "full_name": .filled(member.fullName),
      "loans": .count(Int64(member.loans)),
      "requested": .amount(member.requested), "recommended": .amount(member.recommended),
      "largest_installment": .amount(member.largestInstallment),
      "capacity": .amount(member.capacity),
      "scores": .text(member.scores.map { "\($0)" }.joined(separator: " ")),
      "blocked_member": .flag(member.blocked), "deviated": .flag(member.deviated),
      "own_ceiling": member.ceiling > 0 ? .amount(member.ceiling) : .absent,
    ])
  }

  private init(_ loan: Bergulir_V1_ReviewedLoan) {
    self.init([
      "loan": .filled(loan.name), "disbursed_on": .filled(loan.disbursedOn),
      "principal": .amount(loan.principal), "outstanding": .amount(loan.outstanding),
      "state": .code(loan.state, LoanState.self),
      "collectability": .count(Int64(loan.collectability)), "worst": .count(Int64(loan.worst)),
    ])
  }

  private init(_ violation: Problem.Violation, language: Language) {
    self.init([
      "code": .text(violation.reason), "description": .text(violation.message[language]),
      "remedy": .text(violation.remedy[language]),
    ])
  }
}
