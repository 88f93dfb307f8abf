import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct PeriodClose: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a month; nothing goes before its end any more.",
    discussion: """
      Examples:
        bergulir period close --upk malabutor --month 2017-12 --on 2018-01-05
        bergulir period close --area 92.71 --month 2017-12 --dry-run
        bergulir period close --province --month 2017-12 --catch-up

      Months are closed in order, after they have ended. The reserve is made what the scheme in \
      force requires; then the indicators and the authority to lend are frozen with their inputs. \
      Assets of which the month has no depreciation are named; a later month catches up.

      With --area or --province every UPK there that has not closed the month is closed, each in a \
      commit of its own. Those that are refused are listed with the reason, and the exit code is \
      then 7: UPK behind by a month or more too, unless --catch-up closes what comes before. \
      Ctrl-C stops after the calls in flight. Run it again to go on: what is closed is left out.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument?
  @Flag(help: "Every UPK of the province.") var province = false
  @Option(
    name: [.long, .customLong("region")], help: "The UPK of a region, such as 92.71.",
    transform: RegionArgument.read)
  var area: RegionArgument?
  @Option(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @Flag(help: "Of an area: close the months before it first where a UPK is behind.")
  var catchUp = false
  @Option(help: "Of an area: how many UPK at a time, 1 to 8; default 1, for clerks close too.")
  var atOnce: Int?
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func validate() throws {
    guard [upk != nil, province, area != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(OptionMistake.oneOfUPKAndArea)
    }
    guard upk == nil || (!catchUp && atOnce == nil) else {
      throw ValidationError(OptionMistake.onlyForAreas)
    }
    guard (1...8).contains(atOnce ?? 1) else {
      throw ValidationError(OptionMistake.atOnceOutOfRange)
    }
  }

  func run() async throws {
    // Of an area Ctrl-C ends no call half way, so there is no write whose outcome is unknown.
    try await run(sending: upk == nil ? nil : requestID)
  }

  func answer(_ session: Session) async throws -> Answer {
    guard let upk else { return try await ofArea(session) }
    let response = try await session.periods.closePeriod(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.month = month.month.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "category": .code(response.category, AuthorityCategory.self),
        "reserve": .amount(response.reserve), "version": .count(Int64(response.version)),
        "not_depreciated":
          response.notDepreciated.isEmpty
          ? .absent : .names(response.notDepreciated.map { "\($0)" }),
      ],
      next: "bergulir authority show --upk \(upk.name.upk?.description ?? "")")
  }

  private func ofArea(_ session: Session) async throws -> Answer {
    let language = connection.output.language(.current)
    let stop = StopKey(language: language)
    defer { stop.end() }
    let close = AreaClose(
      session: session, month: month.month, write: write.wire, stop: stop.request,
      order: catchUp ? .catchingUp : .onlyNext)
    let parent = area.map { "regions/\($0.code)" } ?? "province"
    let units = try await close.waiting(in: parent)
    let outcome = try await close.close(units, atOnce: atOnce ?? 1, language: language)
    return outcome.answer(of: month.month, isDryRun: write.sending.dryRun, language: language)
  }
}
