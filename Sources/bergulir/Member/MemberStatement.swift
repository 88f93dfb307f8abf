import ArgumentParser
import FundAPI
import SwiftProtobuf

struct MemberStatement: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Show a member's own schedule, what was paid, and the debts inside the group.",
    discussion: """
      Examples:
        bergulir member statement malabutor/1/3 --as-of 2016-12-31
        bergulir member statement malabutor/1/3 -o csv

      CSV has a line for each installment, payment and debt.
      """)

  @Argument(help: "The member: malabutor/1/3 or the whole name.", transform: MemberArgument.read)
  var member: MemberArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let statement = try await session.jointLiability.getMemberStatement(
      .with {
        $0.name = member.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    var answer = Answer.item(Record(statement))
    answer.rows = Listing(
      statement.loans.flatMap(\.rows), shape: Record.statementRow(of: "", "", on: ""))
    return answer
  }
}
