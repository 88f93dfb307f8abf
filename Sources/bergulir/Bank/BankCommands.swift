import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir bank …`.
struct BankNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "Bank accounts held against the bank's statements.",
    discussion: """
      Example:
        bergulir bank reconcile --upk malabutor --account bank --month 2017-10 \\
          --file oct.csv
      """,
    subcommands: [BankReconcile.self, BankShow.self, BankList.self])
}

struct BankReconcile: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Hold a month against the bank's statement.",
    discussion: """
      Example:
        bergulir bank reconcile --upk malabutor --account bank --month 2017-10 \\
          --file oct.csv

      The file has the header date,text,amount_idr,balance_idr: what went out is below zero, and \
      each balance is that after its line. Amounts agree when the line names the paper of the \
      voucher, or their days are at most five apart. Nothing is booked; reconcile again once what \
      the bank alone has is booked.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(
    help: "bank (11021), savings (11022) or five digits.", transform: BankAccountArgument.read)
  var account: BankAccountArgument
  @Option(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @Option(help: "A CSV file; - is standard input.") var file: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let source = TextFile(path: file)
    let response = try await reconcile(StatementFile(source).lines, of: source, session)
    let found = response.reconciliation
    let name = upk.name.upk?.description ?? ""
    let number = account.code.number
    return .change(
      response.receipt,
      [
        "version": .count(found.version), "statement_balance": .amount(found.statementBalance),
        "ledger_balance": .amount(found.ledgerBalance), "matched": .count(Int64(found.matched)),
        "only_in_bank": .count(Int64(found.onlyInBank)),
        "only_in_books": .count(Int64(found.onlyInBooks)),
        "unexplained": .amount(found.unexplained), "is_reconciled": .flag(found.isReconciled),
      ],
      next: "bergulir bank show --upk \(name) --account \(number) --month \(month.month)")
  }

  /// Sends the lines; a refusal names the file's lines.
  private func reconcile(
    _ lines: [Bergulir_V1_StatementLine], of file: TextFile, _ session: Session
  ) async throws -> Bergulir_V1_ReconcileBankResponse {
    do {
      return try await session.reconciliations.reconcileBank(
        .with {
          $0.write = write.wire
          $0.parent = upk.name.description
          $0.account = account.code.number
          $0.month = month.month.description
          $0.lines = lines
        }, metadata: session.metadata, options: session.options)
    } catch {
      throw CallFailure(error, address: session.address).naming(file)
    }
  }
}
