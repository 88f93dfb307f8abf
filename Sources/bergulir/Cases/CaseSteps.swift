import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct CaseRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record what was done, and what the group promised.",
    discussion: """
      Examples:
        bergulir case record malabutor/1 --action bill --evidence 009/UPK/2018 \\
          --note "Delivered"
        bergulir case record malabutor/1 --action visit \\
          --note "Met the chair at the stall" \\
          --promised 500.000 --promised-by 2018-03-20

      Whether a promise was kept shows in the payments. Reports to an office are another command: \
      bergulir case escalate.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "What was done.") var action: CaseAction
  @Option(help: "What came of it.") var note: String
  @Option(help: "The number or place of the paper.") var evidence = ""
  @Option(help: "What the group promised to pay, in rupiah.", transform: Money.read)
  var promised: Money?
  @Option(help: "Until when it promised to.", transform: DayArgument.read)
  var promisedBy: DayArgument?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws {
    guard (promised == nil) == (promisedBy == nil) else {
      throw ValidationError(OptionMistake.promiseHalf)
    }
  }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.cases.recordCaseStep(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.action = action.rawValue
        $0.note = note
        $0.evidence = evidence
        $0.promised = promised?.rupiah.amount ?? 0
        $0.promisedBy = promisedBy.wire
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt, next: "bergulir case show \(loan.name)")
  }
}

struct CaseEscalate: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate", abstract: "Take a case to an office, which has to answer.",
    discussion: """
      Examples:
        bergulir case escalate malabutor/1 --office board \\
          --note "Two months without a payment"
        bergulir case escalate malabutor/1 --office ward --note "…" \\
          --answer-due 2018-04-15
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "Which office.") var office: Escalate.Office
  @Option(help: "What it is told and asked.") var note: String
  @Option(help: "The number or place of the report.") var evidence = ""
  @Option(help: "The last day for its answer; default in 14 days.", transform: DayArgument.read)
  var answerDue: DayArgument?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.cases.escalate(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.office = office.rawValue
        $0.note = note
        $0.evidence = evidence
        $0.answerDue = answerDue.wire
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["answer_due": .filled(response.answerDue)],
      next: "bergulir case show \(loan.name)")
  }
}

struct CaseAnswer: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Record what an office answered.",
    discussion: """
      Examples:
        bergulir case answer malabutor/3 \\
          --answer "The board visits the group on Friday"
        bergulir case answer malabutor/3 --answer "…" --by 9 --evidence 470/112/2018

      Whoever holds the office answers; somebody else who types it names the person and the letter.
      """)

  @Argument(
    help: "The escalation: malabutor/3 or upks/malabutor/case-steps/3.",
    transform: CaseStepArgument.read)
  var step: CaseStepArgument
  @Option(help: "What the office answered.") var answer: String
  @Option(help: "Who answered: 9 or persons/9; default you.", transform: PersonArgument.read)
  var by: PersonArgument?
  @Option(help: "The number of the letter that it came with.") var evidence = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.cases.answerEscalation(
      .with {
        $0.write = write.wire
        $0.name = step.name.description
        $0.answer = answer
        $0.answeredBy = by?.name.description ?? ""
        $0.evidence = evidence
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}
