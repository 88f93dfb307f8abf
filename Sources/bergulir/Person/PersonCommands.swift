import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir person …`.
struct PersonNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "People, and the roles that they hold.",
    discussion: """
      Example:
        bergulir person register --file members.csv
        bergulir person assign 3 --role manager --scope upks/malabutor
      """,
    subcommands: [
      PersonRegister.self, PersonShow.self, PersonList.self, PersonAssign.self,
      PersonEndAssignment.self, PersonFilePapers.self, PersonAssignments.self, PersonTrain.self,
      PersonTrainings.self,
    ])
}

struct PersonShow: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a person; of the NIK only the last four digits.",
    discussion: "Example:\n  bergulir person show 12")

  @Argument(help: "The person: 12 or persons/12.", transform: PersonArgument.read)
  var person: PersonArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let person = try await session.persons.getPerson(
      .with { $0.name = self.person.name.description },
      metadata: session.metadata, options: session.options)
    return .item(Record(person))
  }
}

struct PersonList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the people.",
    discussion: "Example:\n  bergulir person list --page-size 20")

  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (persons, next) = try await page.gather { page in
      let response = try await session.persons.listPersons(
        .with { $0.page = page }, metadata: session.metadata, options: session.options)
      return (response.persons, response.nextPageToken)
    }
    return .listing(
      Listing(persons.map(Record.init), shape: Record(Bergulir_V1_Person()), nextPageToken: next))
  }
}

extension Record {
  /// A person as one is shown.
  init(_ person: Bergulir_V1_Person) {
    self.init([
      "name": .filled(person.name), "full_name": .filled(person.fullName),
      "gender": .code(person.gender, Gender.self), "nik_last_four": .filled(person.nikLastFour),
    ])
  }
}
