import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct BankShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what bank and books agree on, and what not.",
    discussion: """
      Example:
        bergulir bank show --upk malabutor --account bank --month 2017-10
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(
    help: "bank (11021), savings (11022) or five digits.", transform: BankAccountArgument.read)
  var account: BankAccountArgument
  @Option(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @Option(help: "The version; default the last.") var version: Int64 = 0
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let found = try await session.reconciliations.getReconciliation(
      .with {
        $0.parent = upk.name.description
        $0.account = account.code.number
        $0.month = month.month.description
        $0.version = version
      }, metadata: session.metadata, options: session.options)
    return .item(Record(whole: found))
  }
}

struct BankList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the reconciliations of a UPK.",
    discussion: "Example:\n  bergulir bank list --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (found, next) = try await page.gather { page in
      let response = try await session.reconciliations.listReconciliations(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.reconciliations, response.nextPageToken)
    }
    return .listing(
      Listing(
        found.map { Record($0) }, shape: Record(Bergulir_V1_Reconciliation()),
        nextPageToken: next))
  }
}

extension Record {
  /// A reconciliation in one line.
  init(_ found: Bergulir_V1_Reconciliation) {
    self.init(
      [
        "account": .account(found.account), "month": .filled(found.month),
        "version": .count(found.version), "statement_balance": .amount(found.statementBalance),
        "ledger_balance": .amount(found.ledgerBalance),
        "only_in_bank": .count(Int64(found.onlyInBank)),
        "only_in_books": .count(Int64(found.onlyInBooks)),
        "is_reconciled": .flag(found.isReconciled),
      ],
      details: [
        "name": .filled(found.name), "reconciled_on": .filled(found.reconciledOn),
        "matched": .count(Int64(found.matched)),
        "only_in_bank_amount": .amount(found.onlyInBankAmount),
        "only_in_books_amount": .amount(found.onlyInBooksAmount),
        "adjusted_statement": .amount(found.adjustedStatement),
        "adjusted_ledger": .amount(found.adjustedLedger),
        "unexplained": .amount(found.unexplained),
      ])
  }

  /// A reconciliation with its items.
  init(whole found: Bergulir_V1_Reconciliation) {
    self.init([
      "name": .filled(found.name), "account": .account(found.account),
      "month": .filled(found.month), "version": .count(found.version),
      "reconciled_on": .filled(found.reconciledOn),
      "statement_balance": .amount(found.statementBalance),
      "only_in_books_amount": .amount(found.onlyInBooksAmount),
      "adjusted_statement": .amount(found.adjustedStatement),
      "ledger_balance": .amount(found.ledgerBalance),
      "only_in_bank_amount": .amount(found.onlyInBankAmount),
      "adjusted_ledger": .amount(found.adjustedLedger),
      "unexplained": .amount(found.unexplained), "matched": .count(Int64(found.matched)),
      "is_reconciled": .flag(found.isReconciled),
      "items": found.items.isEmpty ? .absent : .records(found.items.map { Record($0) }),
    ])
  }

  private init(_ item: Bergulir_V1_ReconciliationItem) {
    self.init([
      "side": .code(item.side, ReconciliationSide.self), "amount": .amount(item.amount),
      "stated_on": .filled(item.statedOn), "text": .filled(item.text),
      "booked_on": .filled(item.bookedOn), "voucher": .filled(item.voucher),
    ])
  }
}
