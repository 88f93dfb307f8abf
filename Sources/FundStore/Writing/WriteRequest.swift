public import RevolvingFund

/// How a command is to be run: for whom, and under which name.
public struct WriteRequest: Sendable {
  public let requestID: RequestID
  public let caller: Caller
  /// Decide and say what would come of it, but write nothing.
  public let isDryRun: Bool

  public init(requestID: RequestID, caller: Caller, isDryRun: Bool) {
    self.requestID = requestID
    self.caller = caller
    self.isDryRun = isDryRun
  }
}

/// What came of an accepted command.
///
/// All of it stands in the event, so that a repeated request gets the same answer.
public struct Recorded: Hashable, Sendable {
  /// The event's number in its stream; `nil` in a dry run, where nothing is numbered.
  public let sequence: Int64?
  /// The end of the resource name of what the command was about or made; see `Subject.path`.
  public let subject: String
  /// Sorted by the fields' names.
  public let outcome: Content
  /// The numbers of the vouchers, such as `KM-2017-0012`.
  public let vouchers: [String]
  /// Whether the same request was recorded before this call.
  public let isReplay: Bool
  public let isDryRun: Bool

  public init(
    sequence: Int64?, subject: String, outcome: Content, vouchers: [String], isReplay: Bool,
    isDryRun: Bool
  ) {
    self.sequence = sequence
    self.subject = subject
    self.outcome = outcome
    self.vouchers = vouchers
    self.isReplay = isReplay
    self.isDryRun = isDryRun
  }
}
