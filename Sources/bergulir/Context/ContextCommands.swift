import ArgumentParser
import FoundationEssentials
import FrameTransport
import FundAPI

/// `bergulir context …`.
struct ContextNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "context", abstract: "Keep the addresses and tokens of the daemons you work with.",
    discussion: """
      Example:
        bergulir context set office --server 127.0.0.1:7710 --token-file office.token
        bergulir context use office
      """,
    subcommands: [
      ContextSet.self, ContextList.self, ContextShow.self, ContextUse.self, ContextRemove.self,
    ])
}

/// A command that only touches the user's own contexts.
protocol ContextCommand: ParsableCommand {
  var output: OutputOptions { get }
  func answer(_ book: inout ContextBook) throws -> Answer
}

extension ContextCommand {
  func run() throws {
    let environment = Environment.current
    let report = Report(environment: environment, output: output, requestID: nil)
    do {
      var book = try ContextBook(environment: environment)
      report.succeed(try answer(&book))
    } catch {
      throw report.fail(error)
    }
  }
}

struct ContextSet: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Add a context or change it.",
    discussion: """
      Examples:
        bergulir context set office --server 127.0.0.1:7710 --token-file office.token
        some-keychain get bergulir | bergulir context set office --token-stdin
        bergulir context set fund --server fund.example.org:7710 --ca ca.pem \\
          --token-file a.token

      The token is copied into a file of its own that only you may read.
      """)

  @Argument(help: "The context's name.") var name: String
  @Option(help: "The daemon's address, HOST:PORT.", transform: ServerArgument.read)
  var server: ServerArgument?
  @Option(help: "A file whose first line is the token.") var tokenFile: String?
  @Flag(help: "Read the token from standard input.") var tokenStdin = false
  @OptionGroup var security: SecurityOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !tokenStdin || tokenFile == nil else {
      throw ValidationError(OptionMistake.tokenFromTwoPlaces)
    }
  }

  func answer(_ book: inout ContextBook) throws -> Answer {
    guard Context.isName(name) else { throw Complaint(.contextNameInvalid(name)) }
    let path = tokenStdin ? "-" : tokenFile
    let token = try path.map { try Token.read(TextFile(path: $0)) }
    let known = book.contents.contexts[name]?.server
    let address = try server?.address ?? known.map(Target.address) ?? Target.standard
    // What was kept of TLS was kept for another server.
    let isMoved = known != nil && known != address.description
    try book.set(
      name, server: address.description, token: token,
      security: try security.kept(for: address) ?? (isMoved ? SecurityChoice() : nil))
    return Answer(
      .change(try record(name, in: book)),
      notes: [Notes.contextSet(name, next: next(in: book))])
  }

  private func next(in book: ContextBook) -> String {
    name == book.current ? "bergulir whoami" : "bergulir context use \(name)"
  }
}

struct ContextList: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the contexts.",
    discussion: "Example:\n  bergulir context list")

  @OptionGroup var output: OutputOptions

  func answer(_ book: inout ContextBook) throws -> Answer {
    let items = try book.sorted.map { try record($0.name, in: book) }
    return .listing(Listing(items, shape: shape))
  }
}

struct ContextShow: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a context, but not its token.",
    discussion: "Example:\n  bergulir context show office")

  @Argument(help: "The context's name; default the current one.") var name: String?
  @OptionGroup var output: OutputOptions

  func answer(_ book: inout ContextBook) throws -> Answer {
    .item(try record(name ?? book.current ?? "", in: book))
  }
}

struct ContextUse: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Make a context the current one.",
    discussion: "Example:\n  bergulir context use office")

  @Argument(help: "The context's name.") var name: String
  @OptionGroup var output: OutputOptions

  func answer(_ book: inout ContextBook) throws -> Answer {
    try book.use(name)
    return Answer(
      .change(try record(name, in: book)), notes: [Notes.contextUsed(name)])
  }
}

struct ContextRemove: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forget a context and delete its token.",
    discussion: "Example:\n  bergulir context remove office")

  @Argument(help: "The context's name.") var name: String
  @OptionGroup var output: OutputOptions

  func answer(_ book: inout ContextBook) throws -> Answer {
    let record = try record(name, in: book)
    try book.remove(name)
    return Answer(.change(record), notes: [Notes.contextRemoved(name)])
  }
}

private let shape = Record([
  "name": .absent, "server": .absent, "has_token": .absent, "current": .absent,
])

private func record(_ name: String, in book: ContextBook) throws -> Record {
  let context = try book.context(name)
  return Record([
    "name": .text(name), "server": .text(context.server),
    "has_token": .flag(context.tokenFile != nil), "current": .flag(name == book.current),
  ])
}
