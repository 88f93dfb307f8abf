import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir balance …`.
struct BalanceNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance", abstract: "Balances as borrowers know them, beside the books.",
    discussion: "Example:\n  bergulir balance list --upk malabutor",
    subcommands: [BalanceConfirm.self, BalanceList.self, BalanceDifferences.self])
}

struct BalanceConfirm: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Record what borrowers say is still to be paid.",
    discussion: """
      Example:
        bergulir balance confirm --upk malabutor --as-of 2017-12-31 --scope all \\
          --file stated.csv

      The file has the columns loan, member, stated_idr and evidence: the loan by its number, what \
      the member says is still to be paid on the share with its service charge, and the paper that \
      proves it. A difference that a paper proves opens a finding.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The end of this day was asked about.", transform: DayArgument.read)
  var asOf: DayArgument
  @Option(help: "Whether everybody was asked.") var scope: ConfirmationScope
  @Option(help: "A CSV file; - is standard input.") var file: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let stated = try StatedBalanceFile(TextFile(path: file), of: upk)
    let response = try await session.supervisions.confirmBalances(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.asOf = asOf.day.description
        $0.scope = scope.rawValue
        $0.statements = stated.statements
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "agreed": .amount(response.agreed), "differs": .amount(response.differs),
        "proven": .amount(response.proven),
      ], next: "bergulir balance differences --upk \(upk.name.upk?.description ?? "")")
  }
}

/// A CSV file of what borrowers stated, checked line by line before anything is sent.
struct StatedBalanceFile: Sendable {
  let statements: [Bergulir_V1_StatedBalance]

  static let limit = 1000

  /// Reads the file; a loan may be written by its number alone.
  ///
  /// - Throws: `Complaint` with every bad line, or with what is wrong with the whole file.
  init(_ file: TextFile, of upk: UPKArgument) throws {
    try self.init(text: try file.readWindowsToo(), path: file.path, of: upk)
  }

  /// Reads the text of a file; the path is for messages only.
  ///
  /// - Throws: `Complaint` as above.
  init(text: String, path: String, of upk: UPKArgument) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: ["loan", "member", "stated_idr"])
    statements = try csv.read(atMost: Self.limit) { cells in
      var statement = Bergulir_V1_StatedBalance()
      statement.loan = cells.loan("loan", of: upk)
      statement.member = cells.member("member")
      statement.stated = cells.amount("stated_idr")
      statement.evidence = cells.row["evidence"]
      return statement
    }
  }
}

struct BalanceList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List confirmations, and when the next is due.",
    discussion: "Example:\n  bergulir balance list --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (confirmations, next) = try await session.confirmations(of: upk, asOf, page)
    return .listing(
      Listing(
        confirmations.map { Record($0) }, shape: Record(Bergulir_V1_BalanceConfirmation()),
        nextPageToken: next))
  }
}

struct BalanceDifferences: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "differences", abstract: "Show what borrowers stated and the books do not.",
    discussion: "Example:\n  bergulir balance differences --upk malabutor -o csv")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (confirmations, next) = try await session.confirmations(of: upk, asOf, page)
    let lines = confirmations.flatMap { confirmation in
      confirmation.lines.filter { $0.difference != 0 }.map { Record($0, of: confirmation) }
    }
    return .listing(
      Listing(
        lines,
        shape: Record(
          Bergulir_V1_ConfirmedBalance(), of: Bergulir_V1_BalanceConfirmation()),
        nextPageToken: next))
  }
}

extension Session {
  /// Balance confirmations of a UPK with their lines.
  fileprivate func confirmations(
    of upk: UPKArgument, _ asOf: AsOfOptions, _ page: PageOptions
  ) async throws -> (items: [Bergulir_V1_BalanceConfirmation], next: String) {
    try await page.gather { page in
      let response = try await supervisions.listConfirmations(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: metadata, options: options)
      return (response.confirmations, response.nextPageToken)
    }
  }
}

extension Record {
  init(_ confirmation: Bergulir_V1_BalanceConfirmation) {
    self.init([
      "name": .filled(confirmation.name), "as_of": .filled(confirmation.asOf),
      "on": .filled(confirmation.on), "supervisor": .filled(confirmation.supervisor),
      "scope": .code(confirmation.scope, ConfirmationScope.self),
      "agreed": .count(Int64(confirmation.agreed)),
      "differs": .count(Int64(confirmation.differs)),
      "proven": .count(Int64(confirmation.proven)),
      "next_due": .filled(confirmation.nextDue),
    ])
  }

  init(
    _ line: Bergulir_V1_ConfirmedBalance, of confirmation: Bergulir_V1_BalanceConfirmation
  ) {
    self.init([
      "as_of": .filled(confirmation.asOf), "loan": .filled(line.loan),
      "member": .amount(line.member), "stated": .amount(line.stated),
      "books": .amount(line.books), "difference": .amount(line.difference),
      "result": .code(line.result, ConfirmationResult.self),
      "evidence": .filled(line.evidence),
    ])
  }
}
