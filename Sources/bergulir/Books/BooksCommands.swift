import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir books …`.
struct BooksNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "books",
    abstract: "Reckon the books again from the journal, and release books that were frozen.",
    discussion: """
      Examples:
        bergulir books verify --upk malabutor
        bergulir books verify --all -o json
        bergulir books release --upk malabutor \\
          --reason "restored from Friday's backup"
        bergulir books confirm --upk malabutor --context coordinator
      """,
    subcommands: [BooksVerify.self, BooksFreeze.self, BooksRelease.self, BooksConfirm.self])
}

struct BooksFreeze: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze", abstract: "Show whether writing is stopped, and why.",
    discussion: "Example:\n  bergulir books freeze --upk malabutor")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let freeze = try await session.verification.getFreeze(
      .with { $0.parent = upk.name.description }, metadata: session.metadata,
      options: session.options)
    return .item(Record(freeze))
  }
}

struct BooksRelease: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Ask that frozen books be written to again.",
    discussion: """
      Example:
        bergulir books release --upk malabutor \\
          --reason "restored from Friday's backup"

      It counts once a second person confirms it. What was found stays on record.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "Why writing may go on.") var reason: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.verification.requestRelease(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.reason = reason
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      next: "bergulir books confirm --upk \(upk.name.upk?.description ?? "") --context THEIRS")
  }
}

struct BooksConfirm: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm as a second person that writing may go on.",
    discussion: "Example:\n  bergulir books confirm --upk malabutor --context coordinator")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.verification.confirmRelease(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
      }, metadata: session.metadata, options: session.options)
    return .change(response.receipt)
  }
}

extension Record {
  /// A freeze; without a name there never was one.
  init(_ freeze: Bergulir_V1_Freeze) {
    self.init([
      "name": .filled(freeze.name), "is_frozen": .flag(freeze.holds),
      "frozen_on": .filled(freeze.frozenOn),
      "control": .code(freeze.difference.control, BookControl.self),
      "found_at": .filled(freeze.difference.place), "what": .told(freeze.difference.what),
      "expected": .told(freeze.difference.expected),
      "found_instead": .told(freeze.difference.found),
      "release_requested_by": .filled(freeze.requestedBy),
      "release_requested_on": .filled(freeze.requestedOn),
      "reason": .filled(freeze.reason), "released_by": .filled(freeze.releasedBy),
      "released_on": .filled(freeze.releasedOn),
    ])
  }
}
