import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct PersonTrain: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Record a training with all who took part.",
    discussion: """
      Example:
        bergulir person train 3 4 5 --topic unitOperation --trained-on 2015-01-20 \\
          --reference SERT-12/2015
      """)

  @Argument(help: "Who took part: 3 or persons/3.", transform: PersonArgument.read)
  var persons: [PersonArgument]
  @Option(help: "What it was about.") var topic: TrainingTopic
  @Option(help: "The day it was held, YYYY-MM-DD.", transform: DayArgument.read)
  var trainedOn: DayArgument
  @Option(help: "The certificate or attendance list.") var reference: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.persons.recordTraining(
      .with {
        $0.write = write.wire
        $0.persons = persons.map(\.name.description)
        $0.topic = topic.rawValue
        $0.trainedOn = trainedOn.day.description
        $0.reference = reference
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

struct PersonTrainings: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "trainings", abstract: "List the trainings that a person took part in.",
    discussion: "Example:\n  bergulir person trainings 3")

  @Argument(help: "The person: 3 or persons/3.", transform: PersonArgument.read)
  var person: PersonArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (trainings, next) = try await page.gather { page in
      let response = try await session.persons.listTrainings(
        .with {
          $0.person = person.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.trainings, response.nextPageToken)
    }
    return .listing(
      Listing(
        trainings.map(Record.init), shape: Record(Bergulir_V1_Training()), nextPageToken: next))
  }
}

extension Record {
  /// A training of a person as it is shown.
  init(_ training: Bergulir_V1_Training) {
    self.init([
      "name": .filled(training.name), "person": .filled(training.person),
      "topic": .code(training.topic, TrainingTopic.self),
      "trained_on": .filled(training.trainedOn), "reference": .filled(training.reference),
    ])
  }
}
