import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir eligibility instrument …`.
struct InstrumentNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instrument", abstract: "The province's thresholds for the criteria.",
    discussion: "Example:\n  bergulir eligibility instrument show",
    subcommands: [InstrumentShow.self, InstrumentHistory.self, InstrumentSet.self])
}

struct InstrumentShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the thresholds in force on a day.",
    discussion: "Example:\n  bergulir eligibility instrument show --as-of 2017-12-31")

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    .item(Record(try await session.instrument(asOf: asOf.wire)))
  }
}

struct InstrumentHistory: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List every version that the province has set.",
    discussion: "Example:\n  bergulir eligibility instrument history")

  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (instruments, next) = try await page.gather { page in
      let response = try await session.eligibility.listInstruments(
        .with { $0.page = page }, metadata: session.metadata, options: session.options)
      return (response.instruments, response.nextPageToken)
    }
    return .listing(
      Listing(
        instruments.map { Record($0) }, shape: Record(Bergulir_V1_Instrument()),
        nextPageToken: next))
  }
}

struct InstrumentSet: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set thresholds from a day to come; what is not named stays.",
    discussion: """
      Example:
        bergulir eligibility instrument set --valid-from 2018-02-01 \\
          --women-in-ten 4 --reason "SK-12/2018: more women in KSM"

      A province may be stricter than the programme, never milder. Decisions that were made keep \
      the thresholds of their day.
      """)

  @Option(help: "The first day it holds, after today, YYYY-MM-DD.", transform: DayArgument.read)
  var validFrom: DayArgument
  @Option(help: "The fewest supervisors, 2 or 3.") var fewestSupervisors: Int32?
  @Option(help: "The most supervisors, 2 or 3.") var mostSupervisors: Int32?
  @Option(help: "The fewest officers of a UPK, 2 to 4.") var fewestOfficers: Int32?
  @Option(help: "How many officers are ideal, 2 to 10.") var idealOfficers: Int32?
  @Option(help: "The fewest members of a KSM, 5 to 20.") var fewestMembers: Int32?
  @Option(help: "Women in ten members, 3 to 10.") var womenInTen: Int32?
  @Option(help: "Months of running and saving before a first loan, 3 to 12.")
  var monthsBeforeFirstLoan: Int32?
  @Option(help: "The longest that an attestation counts, 1 to 36 months.")
  var attestationMonths: Int32?
  @Option(help: "The longest that an assessment of the books counts, 1 to 12 months.")
  var assessmentMonths: Int32?
  @Option(help: "What poor books forbid.") var bookkeepingGate: BookkeepingGate?
  @Option(help: "How many days late a decision to lend may be entered, 0 to 31.")
  var lateEntryDays: Int32?
  @Option(help: "Why the thresholds are so.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    var instrument = try await session.instrument(asOf: validFrom.day.description)
    instrument.validFrom = validFrom.day.description
    instrument.reason = reason
    set(&instrument)
    let response = try await session.eligibility.setInstrument(
      .with {
        $0.write = write.wire
        $0.instrument = instrument
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir eligibility instrument show --as-of \(validFrom.day)")
  }

  private func set(_ instrument: inout Bergulir_V1_Instrument) {
    if let fewestSupervisors { instrument.fewestSupervisors = fewestSupervisors }
    if let mostSupervisors { instrument.mostSupervisors = mostSupervisors }
    if let fewestOfficers { instrument.fewestOfficers = fewestOfficers }
    if let idealOfficers { instrument.idealOfficers = idealOfficers }
    if let fewestMembers { instrument.fewestMembers = fewestMembers }
    if let womenInTen { instrument.womenInTen = womenInTen }
    if let monthsBeforeFirstLoan { instrument.monthsBeforeFirstLoan = monthsBeforeFirstLoan }
    if let attestationMonths { instrument.attestationMonths = attestationMonths }
    if let assessmentMonths { instrument.assessmentMonths = assessmentMonths }
    if let bookkeepingGate { instrument.bookkeepingGate = bookkeepingGate.rawValue }
    if let lateEntryDays { instrument.lateEntryDays = lateEntryDays }
  }
}

extension Session {
  /// The thresholds in force on a day, which may be one to come.
  fileprivate func instrument(asOf day: String) async throws -> Bergulir_V1_Instrument {
    try await eligibility.getInstrument(
      .with { $0.asOf = day }, metadata: metadata, options: options)
  }
}
