import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir write-off …`.
struct WriteOffNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-off", abstract: "Loans that are given up, and what is claimed on them.",
    discussion: "Example:\n  bergulir write-off list --upk malabutor --open",
    subcommands: [
      WriteOffPost.self, WriteOffRecover.self, WriteOffReverse.self, WriteOffWaive.self,
      WriteOffList.self,
    ])
}

struct WriteOffPost: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Take a loan of class 5 off the books.",
    discussion: """
      Example:
        bergulir write-off post malabutor/1 --proposed-by 2 --minutes BA-03/2018 \\
          --report RWT-2017 --on 2018-03-15

      The group's own money pays first: `joint-liability set-off`, `suspense apply`. \
      --savings-kept says why savings cannot be used, as where nobody agreed to a set-off. The \
      claim stays, and so do the borrowers' names. PAR as the gate reads it counts the principal \
      for twelve months.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "The manager who proposed it: 2 or persons/2.", transform: PersonArgument.read)
  var proposedBy: PersonArgument
  @Option(help: "The number of the board's minutes.") var minutes: String
  @Option(help: "The number of the report to the annual community meeting.") var report: String
  @Option(help: "Why the group's savings cannot be used.") var savingsKept: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.writeOffs.writeOffLoan(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.proposedBy = proposedBy.name.description
        $0.minutes = minutes
        $0.report = report
        $0.savingsKept = savingsKept
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "principal": .amount(response.principal),
        "service_charge": .amount(response.serviceCharge),
        "from_reserve": .amount(response.fromReserve), "cost": .amount(response.cost),
      ], next: "bergulir loan show \(loan.name)")
  }
}

struct WriteOffRecover: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover", abstract: "Record money that came in on a loan written off.",
    discussion: """
      Example:
        bergulir write-off recover malabutor/1 --amount 250.000 --reference K-0112 \\
          --on 2018-06-02

      It takes off the principal first and is income of the fund. The paper's number makes it \
      safe to send again.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 250000 or 250.000.", transform: Money.read)
  var amount: Money
  @Option(
    help: "Where the money goes: cash (the default), bank or five digits.",
    transform: CashAccount.read)
  var account: CashAccount?
  @Option(help: "The number on the paper receipt.") var reference: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.writeOffs.recoverClaim(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.amount = amount.rupiah.amount
        $0.account = account?.code.number ?? 0
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "receipt": .filled(response.receiptNumber),
        "principal": .amount(response.principal),
        "service_charge": .amount(response.serviceCharge), "claim": .amount(response.claim),
        "state": .code(response.state, LoanState.self),
      ], next: "bergulir loan show \(loan.name)")
  }
}

struct WriteOffWaive: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive", abstract: "Give up what is left of a claim: a later decision.",
    discussion: """
      Example:
        bergulir write-off waive malabutor/1 --minutes BA-09/2019 \\
          --reason "All members left the ward" --on 2019-09-20

      The borrowers' names are free then; the group's record stays.
      """)

  @Argument(help: "The loan: malabutor/1 or upks/malabutor/loans/1.", transform: LoanArgument.read)
  var loan: LoanArgument
  @Option(help: "The number of the board's minutes.") var minutes: String
  @Option(help: "Why nothing more is claimed.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.writeOffs.waiveClaim(
      .with {
        $0.write = write.wire
        $0.name = loan.name.description
        $0.minutes = minutes
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "principal": .amount(response.principal),
        "service_charge": .amount(response.serviceCharge),
      ], next: "bergulir loan show \(loan.name)")
  }
}
