import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir export`.
struct ExportCommand: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the whole books of a UPK to the files of an import.",
    discussion: """
      Example:
        bergulir export --upk malabutor --out malabutor/

      The files have the names and NIK of the members, and of who decided what they tell: they are \
      written for you alone. docs/import.md says what is left behind.
      """)

  static var patience: Duration { .seconds(300) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(name: .customLong("out"), help: "A folder to write the files to.") var folder: String
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.bookFiles.exportBooks(
      .with { $0.parent = upk.name.description }, metadata: session.metadata,
      options: session.options)
    try BookFolder(path: folder).write(response.files)
    return .item(
      Record([
        "folder": .filled(folder), "files": .count(Int64(response.files.count)),
      ]))
  }
}
