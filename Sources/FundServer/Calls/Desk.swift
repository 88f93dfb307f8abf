internal import FundAPI
internal import FundStore
internal import RevolvingFund

/// What every service works with: the store, and the one way by which a request becomes a command.
struct Desk: Sendable {
  let store: FundStore

  /// A command that was accepted, now or before, or would be.
  struct Performed: Sendable {
    let recorded: Recorded
    let receipt: Bergulir_V1_Receipt
  }

  /// Runs the command that a request asks for.
  ///
  /// Every write goes through here: who it is done for, under which id and on which day is the
  /// same for all of them. `command` is given the day that it is booked on.
  ///
  /// - Throws: `Fault` for a request that cannot be read, `Refusal`, `StoreError`.
  func perform(
    _ write: Bergulir_V1_Write, _ command: (Day) throws -> any Command
  ) async throws -> Performed {
    let call = Call.current
    let options = try write.options(today: call.today)
    call.trace.requestID = options.requestID
    do {
      return try await perform(command(options.day), options, call)
    } catch let refusal as Refusal where write.on.isEmpty && refusal.isOfUsedRequestID {
      // The id is known, so nothing new is booked here. A request without a day that was sent
      // before midnight and again after it is the same request.
      do {
        return try await perform(command(options.day.addingDays(-1)), options, call)
      } catch is Refusal {
        throw refusal
      }
    }
  }

  /// Records repayments that a request lists, all of them in one commit or none; each is decided as
  /// if those before it were recorded.
  ///
  /// - Throws: `Fault` for a request that cannot be read, `StoreError`; what is refused is told
  ///   repayment by repayment.
  func performTogether(
    _ write: Bergulir_V1_Write,
    _ repayments: [(id: RequestID, command: (Day) -> RecordRepayment)]
  ) async throws -> [Result<Performed, Refusal>] {
    let call = Call.current
    let options = try write.options(today: call.today)
    call.trace.requestID = options.requestID
    func results(on day: Day) async throws -> [Result<Performed, Refusal>] {
      let caller = try call.caller()
      let pending = repayments.map { id, command in
        (
          command: command(day),
          request: WriteRequest(requestID: id, caller: caller, isDryRun: options.isDryRun)
        )
      }
      return zip(pending, try await store.runTogether(pending)).map { pending, result in
        result.map { recorded in
          Performed(
            recorded: recorded,
            receipt: Bergulir_V1_Receipt(recorded, of: pending.command, in: call.namedUPK?.code))
        }
      }
    }
    let today = try await results(on: options.day)
    guard write.on.isEmpty, today.contains(where: { $0.refusal?.isOfUsedRequestID ?? false }) else {
      return today
    }
    // As above: the same request without a day, sent again after midnight.
    let before = try await results(on: options.day.addingDays(-1))
    return before.contains { $0.refusal != nil } ? today : before
  }

  private func perform(
    _ command: any Command, _ options: WriteOptions, _ call: Call
  ) async throws -> Performed {
    let recorded = try await store.run(
      command,
      WriteRequest(
        requestID: options.requestID, caller: try call.caller(),
        isDryRun: options.isDryRun))
    return Performed(
      recorded: recorded,
      receipt: Bergulir_V1_Receipt(recorded, of: command, in: call.namedUPK?.code))
  }
}

extension Desk.Performed {
  /// A number of the outcome.
  ///
  /// - Throws: `StoreError.corrupted` if the command always leaves one and the event has none.
  func number(_ name: String) throws -> Int64 {
    guard let text = recorded.outcome[name], let number = Int64(text) else {
      throw StoreError.corrupted("outcome of \(recorded.subject) without \(name)")
    }
    return number
  }

  /// A text of the outcome.
  ///
  /// - Throws: as `number`.
  func text(_ name: String) throws -> String {
    guard let text = recorded.outcome[name] else {
      throw StoreError.corrupted("outcome of \(recorded.subject) without \(name)")
    }
    return text
  }
}

extension Result {
  /// Why there is none.
  fileprivate var refusal: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

extension Desk.Performed {
  /// The names that an outcome lists; none where it lists nothing.
  func names(_ name: String) -> [String] {
    (recorded.outcome[name] ?? "").split(separator: ",").map(String.init)
  }
}

extension Refusal {
  /// Whether it says that the request's id was used for something else.
  fileprivate var isOfUsedRequestID: Bool {
    rejections.contains { rejection in
      if case .requestIDReused = rejection { true } else { false }
    }
  }
}
