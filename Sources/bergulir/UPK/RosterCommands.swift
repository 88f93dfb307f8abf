import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct UPKRoster: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Show who is in office, with training and papers.",
    discussion: """
      Example:
        bergulir upk roster malabutor --as-of 2017-12-31

      An office in a region around the UPK, or in the province, counts for the UPK too.
      """)

  @Argument(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let roster = try await session.upks.getRoster(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .listing(
      Listing(
        roster.officers.map(Record.init), shape: Record(Bergulir_V1_Officer()),
        context: Record(["as_of": .filled(roster.asOf)])))
  }
}

extension Record {
  /// A person in office as one is shown.
  init(_ officer: Bergulir_V1_Officer) {
    self.init([
      "person": .filled(officer.person), "full_name": .filled(officer.fullName),
      "gender": .code(officer.gender, Gender.self),
      "roles": .codes(officer.roles, Role.self),
      "topics": .codes(officer.topics, TrainingTopic.self),
      "minutes_filed": .flag(officer.minutesFiled), "duties_filed": .flag(officer.dutiesFiled),
    ])
  }
}
