import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct AuthorityConfirm: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm by minutes that 60 % of the frozen list came in.",
    discussion: """
      Example:
        bergulir authority confirm --upk malabutor --minutes BA-07/2018 \\
          --on 2018-03-15
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The number of the board's minutes.") var minutes: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.authority.confirmRecovery(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.minutes = minutes
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      [
        "recovered": .amount(response.recovered),
        "frozen_principal": .amount(response.frozenPrincipal),
      ], next: "bergulir authority show --upk \(upk.name.upk?.description ?? "")")
  }
}

struct AuthorityCollect: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect", abstract: "Record a joint collection of the board and the UPK.",
    discussion: """
      Example:
        bergulir authority collect --upk malabutor --board-person 4 --unit-person 2 \\
          --note "Visited KSM A and B" --on 2016-11-20

      One is due each month while the UPK is suspended or recovered.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Who came for the board: 4 or persons/4.", transform: PersonArgument.read)
  var boardPerson: PersonArgument
  @Option(help: "Who came for the UPK: 2 or persons/2.", transform: PersonArgument.read)
  var unitPerson: PersonArgument
  @Option(help: "What was done.") var note: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.authority.recordCollection(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.boardPerson = boardPerson.name.description
        $0.unitPerson = unitPerson.name.description
        $0.note = note
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir authority collections --upk \(upk.name.upk?.description ?? "")")
  }
}

struct AuthorityCollections: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "collections", abstract: "List the joint collections of board and UPK.",
    discussion: "Example:\n  bergulir authority collections --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (collections, next) = try await page.gather { page in
      let response = try await session.authority.listCollections(
        .with {
          $0.parent = upk.name.description
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.collections, response.nextPageToken)
    }
    return .listing(
      Listing(
        collections.map { Record($0) }, shape: Record(Bergulir_V1_JointCollection()),
        nextPageToken: next))
  }
}

extension Record {
  /// A joint collection as it is shown.
  init(_ collection: Bergulir_V1_JointCollection) {
    self.init([
      "name": .filled(collection.name), "on": .filled(collection.on),
      "board_person": .filled(collection.boardPerson),
      "unit_person": .filled(collection.unitPerson), "note": .filled(collection.note),
    ])
  }
}
