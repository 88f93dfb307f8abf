import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir assessment …`.
struct AssessmentNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assessment", abstract: "How a UPK keeps its books, computed from them.",
    discussion: "Example:\n  bergulir assessment show --upk malabutor --as-of 2017-12-31",
    subcommands: [AssessmentShow.self])
}

struct AssessmentShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the ten items, and whether the books are adequate.",
    discussion: """
      Example:
        bergulir assessment show --upk malabutor --as-of 2017-12-31

      Over the three months that ended last. Adequate takes eight of ten, the five about money \
      among them, and an approved budget.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let assessment = try await session.assessments.getAssessment(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(assessment))
  }
}

extension Record {
  /// The ten items with their ground.
  init(_ assessment: Bergulir_V1_Assessment) {
    self.init([
      "as_of": .filled(assessment.asOf), "from": .filled(assessment.from),
      "until": .filled(assessment.until), "passed": .count(Int64(assessment.passed)),
      "is_adequate": .flag(assessment.isAdequate),
      "items": .records(assessment.items.map { Record($0) }),
    ])
  }

  init(_ item: Bergulir_V1_AssessmentItem) {
    let evidence = item.evidence.sorted { $0.key < $1.key }
      .filter { !$0.value.isEmpty }.map { AssessmentEvidence($0.key, $0.value) }
    self.init([
      "item": .code(item.item, AssessmentItem.self), "passed": .flag(item.passed),
      "is_money": .flag(item.isMoney),
      "evidence": evidence.isEmpty
        ? .absent
        : .list(evidence.map { "\($0.name)=\($0.value)" }, evidence.map(\.words)),
    ])
  }
}
