import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir report annual`.
struct AnnualReport: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "annual", abstract: "Write the pack for the yearly members' meeting (RWT).",
    discussion: """
      Examples:
        bergulir report annual --upk malabutor --year 2017 --out pack.html
        bergulir report annual --upk malabutor --year 2017 --part capital=90 \\
          --part supervisors=10 --out pack.html

      Statements, indicators, loans by class, budget and profit of a year that has ended, in \
      Indonesian, without any borrower's name: open it in a browser and print it on A4. What the \
      meeting decided on the profit is shown; before, --part is what is proposed to it, else that \
      all of it becomes capital. Without --out it goes to standard output.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The year.") var year: Int32
  @Option(
    name: .customLong("part"), help: "A proposed PURPOSE=PERCENT; repeat it.",
    transform: ProfitPartArgument.read)
  var parts: [ProfitPartArgument] = []
  @Option(help: "A file to write the page to.") var out: String?
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let pack = try await session.notices.getAnnualPack(
      .with {
        $0.parent = upk.name.description
        $0.year = year
        $0.parts = parts.map(\.wire)
      }, metadata: session.metadata, options: session.options)
    guard let out else { return Answer(.document(pack.page, Record(pack))) }
    try TextFile(path: out).write(pack.page)
    return .item(Record(pack))
  }
}

extension Record {
  /// The main figures of a pack, without its page.
  init(_ pack: Bergulir_V1_AnnualPack) {
    self.init(
      [
        "upk": .filled(pack.upk), "year": .count(Int64(pack.year)), "as_of": .filled(pack.asOf),
        "is_closed": .flag(pack.isClosed), "total_assets": .amount(pack.assets),
        "capital": .amount(pack.capital), "outstanding": .amount(pack.outstanding),
        "lent": .amount(pack.lent), "income": .amount(pack.income), "cost": .amount(pack.cost),
        "profit": .amount(pack.income - pack.cost), "allocatable": .amount(pack.available),
        "is_decided": .flag(pack.isDecided),
      ],
      details: [
        "indicators": .records(pack.indicators.map(Record.init)),
        "reserve_missing": .amount(pack.reserve.required - pack.reserve.formed),
        "ccr_with_reserve": .filledPercent(pack.reserve.ccr.percent),
        "parts": .records(pack.parts.map { Record($0) }),
      ])
  }

  /// A part of a profit.
  init(_ part: Bergulir_V1_ProfitPart) {
    self.init([
      "purpose": .code(part.purpose, ProfitPurpose.self),
      "percent": .filledPercent(
        Ratio(Int64(part.hundredths), 10_000).percentText(decimals: 2) ?? ""),
      "amount": .amount(part.amount),
    ])
  }
}
