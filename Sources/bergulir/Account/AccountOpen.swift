import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

struct AccountOpen: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Add an account to a UPK's chart.",
    discussion: """
      Example:
        bergulir account open --upk malabutor --code 51031 --name "Materai"

      Free are 11061-11099, 21011-21019, 21051-21099, 41021-41029, 41031-41099 and 51011-51049. \
      What is spent on an added cost or asset account is paid from unspent income.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The account's five digits.") var code: Int32
  @Option(help: "What the account is called.") var name: String
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.accounts.openAccount(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.code = code
        $0.displayName = name
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, [:],
      next: "bergulir account list --upk \(upk.name.upk?.description ?? "")")
  }
}
