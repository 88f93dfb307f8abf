import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct RepaymentSheet: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Record what a meeting collected, line by line.",
    discussion: """
      Examples:
        bergulir repayment sheet --upk malabutor --file meeting.csv --on 2016-06-10
        bergulir repayment sheet --upk malabutor --file meeting.csv \\
          --all-or-nothing --dry-run

      The file has the header loan,amount_idr,receipt and, if need be, the columns account and \
      members: 1,575000,K-0012,cash,1=115000 2=115000:3. It has at most 200 lines. A line that is \
      refused leaves the others done and is named; the same file under the same --request-id \
      books nothing twice. With --all-or-nothing each line sees those before it, and one that is \
      refused leaves none.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "A CSV file; - is standard input.") var file: String
  @Flag(help: "Record all lines in one step, each after those before it, or none.")
  var allOrNothing = false
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let sheet = try SheetFile(TextFile(path: file), of: upk)
    let response = try await session.repayments.recordSheet(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.lines = sheet.lines.map(\.wire)
        $0.allOrNothing = allOrNothing
      }, metadata: session.metadata, options: session.options)
    let items = zip(sheet.lines, response.results).map { line, result in
      Record(result, of: line.wire, line: line.line)
    }
    var answer = Answer(
      .listing(
        Listing(
          items,
          shape: Record(Bergulir_V1_SheetResult(), of: Bergulir_V1_SheetLine(), line: 0))),
      notes: [note(of: response)])
    // By their papers lines are known again; without them only by the request id.
    if sheet.lines.contains(where: { $0.wire.reference.isEmpty }), !write.sending.dryRun {
      answer.notes.append(Notes.repeatSheet("\(requestID)"))
    }
    if response.refused > 0 { answer.exit = .refused }
    return answer
  }

  private func note(of sheet: Bergulir_V1_RecordSheetResponse) -> Sentence {
    if allOrNothing && sheet.refused > 0 { return Notes.sheetLeft(sheet) }
    return write.sending.dryRun ? Notes.sheetTried(sheet) : Notes.sheetRecorded(sheet)
  }
}

extension Record {
  /// What became of a line.
  init(_ result: Bergulir_V1_SheetResult, of line: Bergulir_V1_SheetLine, line number: Int) {
    let recorded = result.recorded
    let violation = result.problem.violations.first
    self.init(
      [
        "line": .count(Int64(number)), "loan": .filled(line.loan),
        "amount": .amount(line.amount), "receipt": .filled(recorded.receiptNumber),
        "outstanding": result.hasRecorded ? .amount(recorded.outstanding) : .absent,
        "replayed": recorded.receipt.replayed ? .flag(true) : .absent,
        "problem": violation.map {
          .code(
            $0.reason,
            Sentence(english: $0.message.english, indonesian: $0.message.indonesian))
        } ?? .absent,
      ],
      details: [
        "remedy": violation.map {
          .code(
            $0.reason, Sentence(english: $0.remedy.english, indonesian: $0.remedy.indonesian))
        } ?? .absent,
        "dry_run": .flag(recorded.receipt.dryRun),
      ])
  }
}
