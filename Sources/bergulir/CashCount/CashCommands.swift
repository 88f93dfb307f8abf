import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir cash …`.
struct CashNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cash", abstract: "Counts of the cash, beside what the books say.",
    discussion:
      "Example:\n  bergulir cash count --upk malabutor --counted 385.000 --witness 5",
    subcommands: [CashCountRecord.self, CashDifference.self, CashList.self])
}

struct CashCountRecord: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Record what is in the cash box at the end of a day.",
    discussion: """
      Example:
        bergulir cash count --upk malabutor --counted 385.000 --witness 5 \\
          --on 2017-10-31

      The cashier counts, another person sees it. Nothing is booked. What is above the limit of
      cash in hand has to be at the bank by the next day; days on which it was not are named.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 385000 or 385.000.", transform: Money.read)
  var counted: Money
  @Option(help: "Who saw it: the person's number.", transform: PersonArgument.read)
  var witness: PersonArgument
  @Option(help: "A remark.") var note: String = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.cashCounts.recordCashCount(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.counted = counted.rupiah.amount
        $0.witness = witness.name.description
        $0.note = note
      }, metadata: session.metadata, options: session.options)
    let next =
      response.difference == 0 || response.receipt.name.isEmpty
      ? "bergulir cash list --upk \(upk.name.upk?.description ?? "")"
      : "bergulir cash difference \(response.receipt.name)"
    return .change(
      response.receipt,
      [
        "counted": .amount(counted.rupiah.amount), "ledger": .amount(response.ledger),
        "difference": .amount(response.difference), "deposit": .amount(response.deposit),
        "deposit_by": .filled(response.depositBy), "cash_kept_on": .names(response.keptOn),
      ], next: next)
  }
}

struct CashDifference: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "difference", abstract: "Book what the last count found over or missing.",
    discussion: """
      Example:
        bergulir cash difference malabutor/3 --on 2017-11-01

      What is missing is owed on account 11060, what is over is income on 41020.
      """)

  @Argument(
    help: "The count: malabutor/3 or upks/malabutor/cash-counts/3.",
    transform: CashCountArgument.read)
  var count: CashCountArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.cashCounts.bookCashDifference(
      .with {
        $0.write = write.wire
        $0.name = count.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["difference": .amount(response.difference)],
      next: "bergulir cash list --upk \(count.name.upk?.description ?? "")")
  }
}

struct CashList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the counts of the cash.",
    discussion: "Example:\n  bergulir cash list --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (counts, next) = try await page.gather { page in
      let response = try await session.cashCounts.listCashCounts(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.cashCounts, response.nextPageToken)
    }
    return .listing(
      Listing(
        counts.map(Record.init), shape: Record(Bergulir_V1_CashCount()), nextPageToken: next))
  }
}

extension Record {
  /// A count beside what the books said.
  init(_ count: Bergulir_V1_CashCount) {
    self.init(
      [
        "name": .filled(count.name), "date": .filled(count.date),
        "counted": .amount(count.counted), "ledger": .amount(count.ledger),
        "difference": .amount(count.difference), "voucher": .filled(count.voucher),
      ],
      details: [
        "counter": .filled(count.counter), "witness": .filled(count.witness),
        "note": .filled(count.note),
      ])
  }
}
