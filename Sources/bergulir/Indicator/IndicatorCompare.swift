import ArgumentParser
import FundAPI
import RevolvingFund

struct IndicatorCompare: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set our figures beside published ones, and say why they differ.",
    discussion: """
      Examples:
        bergulir indicator compare --upk malabutor --published published-2017.csv \\
          --month 2017-12
        bergulir indicator compare --upk malabutor \\
          --published published-2017.csv -o csv

      The file has a column month, and of each indicator the columns that were published: printed \
      percent, category and inputs. Examples/mentari/README.md names them. The reasons are found \
      from the figures by rules.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "A CSV file of published figures; - is standard input.") var published: String
  @Option(help: "Only this month, YYYY-MM.", transform: MonthArgument.read)
  var month: MonthArgument?
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let text = try TextFile(path: published).readWindowsToo()
    let figures = try PublishedSheet(text: text, path: published).figures
      .filter { month == nil || $0.month == month?.month }
    guard let first = figures.map(\.month).min(), let last = figures.map(\.month).max() else {
      throw Complaint(.monthNotPublished(month?.month.description))
    }
    let sheets = try await session.history(of: upk, from: first, to: last)
    let comparisons = figures.compactMap { figure in
      sheets.first { $0.flowsAsOf == figure.month.last.description }
        .map { Comparison(figure, sheet: $0, beside: figures) }
    }
    return .listing(
      Listing(
        comparisons.map { Record($0, language: connection.output.language(.current)) },
        shape: Record(Comparison.shape, language: .english)))
  }
}

extension Comparison {
  /// A printed figure beside a sheet of ours.
  init(
    _ figure: PublishedFigure, sheet: Bergulir_V1_IndicatorSheet, beside figures: [PublishedFigure]
  ) {
    let printedOthers = figures.filter { $0.month == figure.month }.compactMap { other in
      other.inputs.map { (kind: other.kind, ratio: $0) }
    }
    let ownOthers = IndicatorKind.allCases.map { (kind: $0, ratio: sheet[$0].inputs) }
    self.init(
      figure, right: RightFigure(sheet[figure.kind], month: figure.month),
      income: sheet[.ccr].numerator, others: ownOthers + printedOthers)
  }

  fileprivate static var shape: Comparison {
    let month = Month(year: 2000, month: 1)
    return Comparison(
      PublishedFigure(month: month, kind: .lar, printed: "0", inputs: nil, category: nil),
      right: RightFigure(Bergulir_V1_Indicator(), month: month), income: 0, others: [])
  }
}

extension RightFigure {
  /// An indicator as the daemon answers it.
  init(_ indicator: Bergulir_V1_Indicator, month: Month) {
    let inputs = indicator.inputs
    let isROI = indicator.indicator == IndicatorKind.roi.rawValue
    self.init(
      inputs: inputs,
      judged: isROI
        ? Ratio(inputs.numerator * 12, inputs.denominator * Int64(month.month)) : inputs,
      percent: isROI ? indicator.annualised : indicator.percent,
      category: PerformanceCategory(rawValue: indicator.category) ?? .notRated)
  }
}

extension Bergulir_V1_Indicator {
  fileprivate var inputs: Ratio { Ratio(numerator, denominator) }
}

extension Record {
  /// A comparison in one line; the explanation is for people and in their language.
  init(_ comparison: Comparison, language: Language) {
    let published = comparison.published
    let right = comparison.right
    let explanation = comparison.reasons.map { $0.words[language] }
    self.init(
      [
        "month": .text(published.month.description), "indicator": .text(published.kind.rawValue),
        "printed": .percent(published.printed),
        "printed_category": published.category.map { .code($0.rawValue, $0.words) } ?? .absent,
        "percent": .filledPercent(right.percent),
        "category": .code(right.category.rawValue, right.category.words),
        "explanation": .text(explanation.joined(separator: " ")),
      ],
      details: [
        "numerator": .amount(right.inputs.numerator),
        "denominator": .amount(right.inputs.denominator),
        "reasons": .names(comparison.reasons.map(\.code)),
      ])
  }
}
