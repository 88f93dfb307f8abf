import ArgumentParser
import FundAPI
import RevolvingFund

/// Says how a command ended: data on standard output, words on standard error.
struct Report: Sendable {
  let printer: Printer
  let language: Language
  /// The id of the write that is being sent.
  let requestID: RequestID?

  init(environment: Environment, output: OutputOptions, requestID: RequestID?) {
    printer = output.printer(environment)
    language = output.language(environment)
    self.requestID = requestID
  }

  /// Prints an answer.
  func succeed(_ answer: Answer) {
    StandardStream.output.write(printer.text(answer))
    for note in answer.notes {
      StandardStream.error.write(note[language] + "\n")
    }
    if case .listing(let listing) = answer.body, printer.format == .table {
      // Where a note says what came out, an empty list is no news.
      if listing.isEmpty, answer.notes.isEmpty {
        StandardStream.error.write(Notes.nothingFound[language] + "\n")
      }
      if !listing.nextPageToken.isEmpty {
        StandardStream.error.write(Notes.more(token: listing.nextPageToken)[language] + "\n")
      }
    }
  }

  /// Says something beside the answer.
  func note(_ sentence: Sentence) {
    StandardStream.error.write(sentence[language] + "\n")
  }

  /// Prints a failure; the result ends the process with its code.
  func fail(_ error: any Error) -> ExitCode {
    if let code = error as? ExitCode { return code }
    let found = CallFailure(error)
    let failure = requestID.map(found.ofWrite) ?? found
    StandardStream.error.write(text(of: failure))
    return ExitCode(failure.exit.rawValue)
  }

  /// A failure as JSON where the answer would have been, else as sentences.
  func text(of failure: CallFailure) -> String {
    switch printer.format {
    case .json, .jsonl: JSONText.object(fields(of: failure)) + "\n"
    case .table, .csv: sentences(of: failure)
    }
  }

  private func sentences(of failure: CallFailure) -> String {
    let violations = failure.violations
    let remedies = Set(violations.map(\.remedy))
    var lines = violations.count > 1 ? [Notes.reasons(violations.count)[language]] : []
    for (index, violation) in violations.enumerated() {
      let number = violations.count > 1 ? "  \(index + 1). " : ""
      lines.append("\(number)\(violation.message[language]) [\(violation.reason)]")
      if remedies.count > 1 || violations.count == 1 {
        lines.append(String(repeating: " ", count: max(2, number.count)) + remedy(violation))
      }
    }
    if failure.omitted > 0 { lines.append("  " + Notes.omitted(failure.omitted)[language]) }
    if violations.count > 1, remedies.count == 1 { lines.append("  " + remedy(violations[0])) }
    if failure.isNotConnected {
      lines.append("  " + Notes.isItRunning[language])
    } else if let requestID, failure.exit == .unreachable, !failure.isNotSecured {
      lines.append("  " + Notes.rerun(requestID)[language])
    }
    if failure.lacksContext { lines.append("  " + Notes.noContext[language]) }
    if let requestID, failure.requestsDone > 0 {
      lines.append("  " + Notes.goOn(requestID, after: failure.requestsDone)[language])
    }
    let shown = lines.filter { $0.contains { $0 != " " } }
    return "bergulir: " + shown.joined(separator: "\n") + "\n"
  }

  private func remedy(_ violation: Problem.Violation) -> String {
    violation.remedy[language]
  }

  private func fields(of failure: CallFailure) -> [Record.Field] {
    let first = failure.violations[0]
    let error = Record([
      "code": .text(failure.status.name),
      "reason": .text(first.reason),
      "message": .text(first.message[.english]),
      "localized": .text(first.message[.indonesian]),
      "metadata": .record(metadata(first)),
      "request_id": requestID.map { .text($0.description) } ?? .absent,
      "violations": .records(
        failure.violations.map { violation in
          Record([
            "reason": .text(violation.reason),
            "message": .text(violation.message[.english]),
            "localized": .text(violation.message[.indonesian]),
            "remedy": .text(violation.remedy[.english]),
            "remedy_localized": .text(violation.remedy[.indonesian]),
            "metadata": .record(metadata(violation)),
          ])
        }),
      "omitted": .count(Int64(failure.omitted)),
    ])
    return Record(["error": .record(error)]).fields
  }

  private func metadata(_ violation: Problem.Violation) -> Record {
    violation.facts.reduce(Record([:])) { record, fact in
      record.appending(Record([fact.name: .text(fact.value)]))
    }
  }
}
