import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir joint-liability …`.
struct JointLiabilityNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "joint-liability",
    abstract: "How the members of a group answer for each other (tanggung renteng).",
    discussion: "Example:\n  bergulir joint-liability show malabutor/1",
    subcommands: [
      LiabilityShow.self, LiabilityCallCommand.self, LiabilitySettle.self, LiabilitySetOff.self,
    ])
}

struct LiabilityShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show who is behind, who paid for whom, and who owes whom.",
    discussion: "Example:\n  bergulir joint-liability show malabutor/1 --as-of 2016-06-30")

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let found = try await session.jointLiability.getJointLiability(
      .with {
        $0.name = loan.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(found))
  }
}

struct LiabilityCallCommand: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Record the meeting of a group of which members are behind.",
    discussion: """
      Example:
        bergulir joint-liability call malabutor/1 --present 1,2,4,5 \\
          --decision "The group pays for member 3 by Friday" --on 2016-06-14
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "The members who came, 1,2,5.", transform: PresentArgument.read)
  var present: PresentArgument
  @Option(help: "What the meeting decided.") var decision: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.jointLiability.callJointLiability(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.present = present.numbers
        $0.decision = decision
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["short": .amount(response.short), "count": .count(Int64(response.members))],
      next: "bergulir joint-liability show \(loan.name)")
  }
}

struct LiabilitySettle: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "Record that a member gave another back what was paid.",
    discussion: """
      Example:
        bergulir joint-liability settle malabutor/1 --debtor 5 --creditor 1 \\
          --amount 100.000

      It moves no money of the UPK.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "The number of the member who owed.") var debtor: Int64
  @Option(help: "The number of the member who had paid.") var creditor: Int64
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 100000 or 100.000.", transform: Money.read)
  var amount: Money
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.jointLiability.settleMemberDebt(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.debtor = debtor
        $0.creditor = creditor
        $0.amount = amount.rupiah.amount
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["amount": .amount(amount.rupiah.amount), "open": .amount(response.open)],
      next: "bergulir joint-liability show \(loan.name)")
  }
}

struct LiabilitySetOff: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-off", abstract: "Pay what is overdue with the group's savings.",
    discussion: """
      Example:
        bergulir joint-liability set-off malabutor/1 --amount 150.000 --on 2016-09-12

      Only if the group's agreement says so, and at most what is overdue. As much goes from the \
      savers' bank account to the fund's.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 150000 or 150.000.", transform: Money.read)
  var amount: Money
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.jointLiability.setOffSavings(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.amount = amount.rupiah.amount
      }, metadata: session.metadata, options: session.options)
    return .repayment(response.repayment, next: "bergulir loan show \(loan.name)")
  }
}

/// The members who came to a meeting, `1,2,5`.
struct PresentArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.memberNumbers

  let numbers: [Int64]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int64($0) }.filter { $0 > 0 }
    guard numbers.count == parts.count else { return nil }
    self.numbers = numbers
  }
}
