import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir workload …`.
struct WorkloadNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workload", abstract: "Who carries what in a UPK, and which seats are empty.",
    discussion: "Example:\n  bergulir workload show --upk malabutor",
    subcommands: [WorkloadShow.self])
}

struct WorkloadShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show work by officer, empty seats and what ends soon.",
    discussion: """
      Example:
        bergulir workload show --upk malabutor --as-of 2017-12-31

      An officer's applications are those that the officer inspected and that are not decided or \
      paid out; cases are those in which the officer did the latest step; visits are those to \
      groups in arrears, of the last thirty days.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let workload = try await session.forecasts.getWorkload(
      .with {
        $0.parent = upk.name.description
        $0.asOf = asOf.wire
      }, metadata: session.metadata, options: session.options)
    return .item(Record(workload))
  }
}

extension Record {
  /// The workload with officers, seats and assignments that end soon.
  init(_ workload: Bergulir_V1_Workload) {
    self.init([
      "name": .filled(workload.name), "as_of": .filled(workload.asOf),
      "applications_unassigned": .count(Int64(workload.applicationsUnassigned)),
      "cases_untouched": .count(Int64(workload.casesUntouched)),
      "officers": .records(workload.officers.map { Record($0) }),
      "seats": .records(workload.seats.map { Record($0) }),
      "ending_soon": .records(workload.ending.map { Record($0) }),
    ])
  }

  private init(_ load: Bergulir_V1_OfficerLoad) {
    self.init([
      "person": .filled(load.person), "roles": .codes(load.roles, Role.self),
      "applications": .count(Int64(load.applications)), "cases": .count(Int64(load.cases)),
      "visits": .count(Int64(load.visits)), "trained": .flag(load.trained),
    ])
  }

  private init(_ seats: Bergulir_V1_Seats) {
    self.init([
      "office": .code(seats.office, Workload.Office.self), "filled": .count(Int64(seats.filled)),
      "required": .count(Int64(seats.required)), "vacant": .count(Int64(seats.vacant)),
      "untrained": .count(Int64(seats.untrained)),
    ])
  }

  private init(_ ending: Bergulir_V1_EndingAssignment) {
    self.init([
      "name": .filled(ending.name), "person": .filled(ending.person),
      "role": .code(ending.role, Role.self), "until": .filled(ending.until),
    ])
  }
}
