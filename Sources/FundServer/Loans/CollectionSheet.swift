internal import FundAPI
internal import FundStore
internal import RevolvingFund
internal import SwiftProtobuf

/// What a meeting collected: a list of repayments, each with an event of its own.
///
/// A line's request id follows from the sheet's, so that a sheet that was sent before does nothing
/// twice. A line that is refused leaves the others done, unless all are asked for or nothing: then
/// they are one commit, in which each line sees those before it.
struct CollectionSheet {
  let desk: Desk
  let request: Bergulir_V1_RecordSheetRequest

  /// The most lines of a sheet.
  static let limit = 200

  /// Records the lines one after the other.
  ///
  /// - Throws: `Fault` for a sheet that cannot be read, `StoreError`; what is refused is told line
  ///   by line.
  func record() async throws -> Bergulir_V1_RecordSheetResponse {
    guard !request.lines.isEmpty else { throw Fault.fieldMissing("lines") }
    guard request.lines.count <= CollectionSheet.limit else {
      throw Fault.fieldInvalid("lines", expected: .between(1, Int64(CollectionSheet.limit)))
    }
    let id = try request.write.options(today: Call.current.today).requestID
    let commands = try request.lines.enumerated().map { index, line in
      try (index + 1, id.line(index + 1), command(line, index + 1))
    }
    return summary(
      request.allOrNothing ? try await together(commands) : try await apart(commands))
  }

  private typealias Line = (number: Int, id: RequestID, command: (Day) -> RecordRepayment)

  private func command(
    _ line: Bergulir_V1_SheetLine, _ number: Int
  ) throws(Fault) -> (Day) -> RecordRepayment {
    let field = "lines[\(number)]"
    let name = try Field("\(field).loan", line.loan).loan()
    guard name.upk == Call.current.upk.code else {
      throw .fieldInvalid(
        "\(field).loan", expected: .resourceName("\(request.parent)/loans/NUMBER"))
    }
    let loan = LoanID(Call.current.upk.id, name.number)
    let reference = try Field("\(field).reference", line.reference).optionalLine()
    return { day in
      RecordRepayment(
        loan: loan, amount: Rupiah(line.amount),
        account: AccountCode(chosen: line.account, or: .cash), reference: reference,
        members: line.members.map(\.payment), excess: line.holdExcess ? .hold : .refuse, day: day)
    }
  }

  /// All lines or, where one is refused, none but those that were recorded before.
  private func together(_ lines: [Line]) async throws -> [Bergulir_V1_SheetResult] {
    let done = try await desk.performTogether(
      request.write, lines.map { (id: $0.id, command: $0.command) })
    let isRefused = done.contains { if case .failure = $0 { true } else { false } }
    return try zip(lines, done).map { line, done in
      var result = Bergulir_V1_SheetResult()
      result.line = Int32(line.number)
      switch done {
      case .failure(let refusal): result.problem = Problem(refusal).wire
      case .success(let performed) where !isRefused || performed.receipt.replayed:
        result.recorded = try Bergulir_V1_RecordRepaymentResponse(performed)
      case .success: break
      }
      return result
    }
  }

  private func apart(_ lines: [Line]) async throws -> [Bergulir_V1_SheetResult] {
    var results: [Bergulir_V1_SheetResult] = []
    for line in lines {
      var write = request.write
      write.requestID = line.id.description
      var result = Bergulir_V1_SheetResult()
      result.line = Int32(line.number)
      do {
        result.recorded = try Bergulir_V1_RecordRepaymentResponse(
          try await desk.perform(write, line.command))
      } catch let refusal as Refusal {
        result.problem = Problem(refusal).wire
      }
      results.append(result)
    }
    return results
  }

  private func summary(
    _ results: [Bergulir_V1_SheetResult]
  ) -> Bergulir_V1_RecordSheetResponse {
    .with {
      $0.results = results
      $0.recorded = Int32(results.count { $0.hasRecorded })
      $0.refused = Int32(results.count { $0.hasProblem })
      $0.amount = zip(request.lines, results).reduce(0) {
        $1.1.hasRecorded ? $0 + $1.0.amount : $0
      }
    }
  }
}
