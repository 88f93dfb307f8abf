import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct PeriodReopen: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Ask that the last closed month be opened again.",
    discussion: """
      Example:
        bergulir period reopen 2017-10 --upk malabutor \\
          --reason 'Receipt 0114 was left out'

      Another person confirms it, before the 15th of the next month.
      """)

  @Argument(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Why.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.periods.requestReopening(
      .with {
        $0.write = write.wire
        $0.name = "\(upk.name)/periods/\(month.month)"
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    let code = upk.name.upk?.description ?? ""
    return .change(
      response.receipt, ["version": .count(Int64(response.version))],
      next: "bergulir period confirm-reopening \(month.month) --upk \(code)")
  }
}

struct PeriodConfirmReopening: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm-reopening", abstract: "Open the month that another asked for.",
    discussion: """
      Example:
        bergulir period confirm-reopening 2017-10 --upk malabutor

      Vouchers go into the month until it is closed again, as its next version.
      """)

  @Argument(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.periods.confirmReopening(
      .with {
        $0.write = write.wire
        $0.name = "\(upk.name)/periods/\(month.month)"
      }, metadata: session.metadata, options: session.options)
    let code = upk.name.upk?.description ?? ""
    return .change(
      response.receipt, ["version": .count(Int64(response.version))],
      next: "bergulir period close --upk \(code) --month \(month.month)")
  }
}

struct PeriodDiff: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show in what two versions of a closed month differ.",
    discussion: """
      Example:
        bergulir period diff 2017-10 --upk malabutor

      Without versions: the newest, and the one before it.
      """)

  @Argument(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The earlier version.") var fromVersion: Int32 = 0
  @Option(help: "The later version.") var toVersion: Int32 = 0
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let difference = try await session.periods.getPeriodDifference(
      .with {
        $0.name = "\(upk.name)/periods/\(month.month)"
        $0.fromVersion = fromVersion
        $0.toVersion = toVersion
      }, metadata: session.metadata, options: session.options)
    return .item(Record(difference))
  }
}

extension Record {
  /// In what two versions differ, and how the earlier one came to be opened.
  init(_ difference: Bergulir_V1_PeriodDifference) {
    self.init([
      "name": .filled(difference.name), "from_version": .count(Int64(difference.fromVersion)),
      "to_version": .count(Int64(difference.toVersion)), "reason": .filled(difference.reason),
      "requested_by": .filled(difference.requestedBy),
      "confirmed_by": .filled(difference.confirmedBy),
      "reopened_on": .filled(difference.reopenedOn),
      "differences": .records(difference.figures.map { Record($0) }),
    ])
  }

  init(_ figure: Bergulir_V1_FigureDifference) {
    let kind = PeriodFigure(rawValue: figure.figure)?.indicator
    func value(_ numerator: Int64, _ denominator: Int64) -> Value {
      guard let kind else { return .amount(numerator) }
      let words = PeriodFigure.words(Ratio(numerator, denominator), as: kind)
      return .code("\(numerator)/\(denominator)", words)
    }
    self.init([
      "figure": .code(figure.figure, PeriodFigure.self),
      "before": value(figure.numeratorBefore, figure.denominatorBefore),
      "after": value(figure.numeratorAfter, figure.denominatorAfter),
    ])
  }
}
