import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir journal …`.
struct JournalNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "The vouchers of a UPK.",
    discussion: "Example:\n  bergulir journal post --upk malabutor --file journal.csv",
    subcommands: [JournalPost.self, JournalReverse.self, JournalList.self])
}

struct JournalPost: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Post the vouchers of a CSV file, all of them or none.",
    discussion: """
      Example:
        bergulir journal post --upk malabutor --file journal-2017.csv

      The file has the header date,voucher,description,debit,credit,amount_idr, where voucher is \
      the number on the paper, and at most 1000 lines. Refusals name the file's lines.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "A CSV file; - is standard input.") var file: String
  @OptionGroup var sending: SendingOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let source = TextFile(path: file)
    let vouchers = try JournalFile(source).vouchers
    let response = try await post(vouchers, of: source, session)
    let receipt = response.receipt
    let record = Record(
      [
        "name": .filled(receipt.name), "verb": .code(receipt.verb, Verb.self),
        // A dry run draws no numbers; each line is one voucher.
        "count": .count(Int64(vouchers.count)),
        "first_voucher": .filled(receipt.vouchers.first ?? ""),
        "last_voucher": .filled(receipt.vouchers.last ?? ""),
        "over_budget":
          response.overBudget.isEmpty ? .absent : .names(response.overBudget.map { "\($0)" }),
        "over_operating_limit":
          response.overOperatingLimit.isEmpty
          ? .absent : .names(response.overOperatingLimit.map { "\($0)" }),
      ],
      details: [
        "vouchers": .names(receipt.vouchers), "sequence": .amount(receipt.sequence),
        "replayed": .flag(receipt.replayed), "dry_run": .flag(receipt.dryRun),
      ])
    let next = "bergulir account list --upk \(upk.name.upk?.description ?? "")"
    return Answer(.change(record), notes: [Notes.changed(receipt, next: next)])
  }

  /// Posts the vouchers; a refusal names the file's lines.
  private func post(
    _ vouchers: [Bergulir_V1_VoucherDraft], of file: TextFile, _ session: Session
  ) async throws -> Bergulir_V1_PostJournalResponse {
    do {
      return try await session.journal.postJournal(
        .with {
          $0.write = sending.wire(on: nil)
          $0.parent = upk.name.description
          $0.vouchers = vouchers
        }, metadata: session.metadata, options: session.options)
    } catch {
      throw CallFailure(error, address: session.address).naming(file)
    }
  }
}

struct JournalList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List vouchers, one line a posting.",
    discussion: """
      Example:
        bergulir journal list --upk malabutor --from 2017-12-01 --to 2017-12-31
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(
    help: "The first day, YYYY-MM-DD; default the first voucher.", transform: DayArgument.read)
  var from: DayArgument?
  @Option(help: "The last day, YYYY-MM-DD; default the last voucher.", transform: DayArgument.read)
  var to: DayArgument?
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    guard let from, let to, from.day > to.day else { return }
    throw ValidationError(OptionMistake.spanReversed)
  }

  func answer(_ session: Session) async throws -> Answer {
    let (vouchers, next) = try await page.gather { page in
      let response = try await session.journal.listVouchers(
        .with {
          $0.parent = upk.name.description
          $0.from = from.wire
          $0.until = to.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.vouchers, response.nextPageToken)
    }
    return .listing(
      Listing(
        vouchers.flatMap(Record.postings),
        shape: Record(Bergulir_V1_Posting(), of: Bergulir_V1_Voucher()), nextPageToken: next))
  }
}

extension Record {
  /// One line for each posting of a voucher.
  static func postings(_ voucher: Bergulir_V1_Voucher) -> [Record] {
    voucher.postings.map { Record($0, of: voucher) }
  }

  fileprivate init(_ posting: Bergulir_V1_Posting, of voucher: Bergulir_V1_Voucher) {
    self.init(
      [
        "number": .filled(voucher.number), "date": .filled(voucher.date),
        "debit": .account(posting.debit), "credit": .account(posting.credit),
        "amount": .amount(posting.amount), "description": .filled(voucher.description_p),
      ],
      details: [
        "reference": .filled(voucher.reference), "loan": .filled(posting.loan),
        "ksm": .filled(posting.ksm), "reverses": .filled(voucher.reverses),
        "reversed_by": .filled(voucher.reversedBy),
      ])
  }
}

extension Value {
  /// An account by its five digits.
  static func account(_ code: Int32) -> Value { .text("\(code)") }
}
