import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct PersonAssign: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give a person a role in a place.",
    discussion: """
      Example:
        bergulir person assign 3 --role manager --scope upks/malabutor \\
          --from 2015-01-05 \\
          --minutes BA-03/2015 --duties "Leads the unit, signs first"
      """)

  @Argument(help: "The person: 3 or persons/3.", transform: PersonArgument.read)
  var person: PersonArgument
  @Option(help: "The role.") var role: Role
  @Option(
    help: "Where it holds: province, regions/92.71 or upks/malabutor.",
    transform: ScopeArgument.read)
  var scope: ScopeArgument
  @Option(help: "The first day; default the day of the write.", transform: DayArgument.read)
  var from: DayArgument?
  @Option(help: "The last day; default none.", transform: DayArgument.read) var to: DayArgument?
  @Option(help: "The number of the minutes of the appointment; can be filed later.")
  var minutes = ""
  @Option(help: "The job description; can be filed later.") var duties = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.persons.assignRole(
      .with {
        $0.write = write.wire
        $0.person = person.name.description
        $0.role = role.rawValue
        $0.scope = scope.name.description
        $0.from = from.wire
        $0.until = to.wire
        $0.minutes = minutes
        $0.duties = duties
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt, next: "bergulir person assignments \(person.name)")
  }
}

struct PersonEndAssignment: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-assignment", abstract: "Let a role end on the day given by --on.",
    discussion: "Example:\n  bergulir person end-assignment 3 --on 2017-06-30")

  @Argument(help: "The assignment: 3 or assignments/3.", transform: AssignmentArgument.read)
  var assignment: AssignmentArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.persons.endAssignment(
      .with {
        $0.write = write.wire
        $0.name = assignment.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

struct PersonFilePapers: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "File papers of an appointment that were missing.",
    discussion: """
      Example:
        bergulir person file 3 --duties "Leads the unit, signs first" --on 2017-02-01

      What is on file stays as it is.
      """)

  @Argument(help: "The assignment: 3 or assignments/3.", transform: AssignmentArgument.read)
  var assignment: AssignmentArgument
  @Option(help: "The number of the minutes of the appointment.") var minutes = ""
  @Option(help: "The job description.") var duties = ""
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.persons.filePapers(
      .with {
        $0.write = write.wire
        $0.name = assignment.name.description
        $0.minutes = minutes
        $0.duties = duties
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

struct PersonAssignments: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignments", abstract: "List a person's roles.",
    discussion: "Example:\n  bergulir person assignments 3")

  @Argument(help: "The person: 3 or persons/3.", transform: PersonArgument.read)
  var person: PersonArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (assignments, next) = try await page.gather { page in
      let response = try await session.persons.listAssignments(
        .with {
          $0.person = person.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.assignments, response.nextPageToken)
    }
    return .listing(
      Listing(
        assignments.map(Record.init), shape: Record(Bergulir_V1_Assignment()), nextPageToken: next))
  }
}

extension Record {
  /// An assignment as it is shown.
  init(_ assignment: Bergulir_V1_Assignment) {
    self.init(
      [
        "name": .filled(assignment.name), "person": .filled(assignment.person),
        "role": .code(assignment.role, Role.self), "scope": .filled(assignment.scope),
        "from": .filled(assignment.from), "until": .filled(assignment.until),
      ],
      details: [
        "minutes": .filled(assignment.minutes), "minutes_on": .filled(assignment.minutesOn),
        "duties": .filled(assignment.duties), "duties_on": .filled(assignment.dutiesOn),
      ])
  }
}
