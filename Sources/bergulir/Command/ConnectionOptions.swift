import ArgumentParser
import FrameTransport
import FundAPI

/// What every command takes: which daemon, as whom, and how to print.
struct ConnectionOptions: ParsableArguments {
  @Option(help: "The context to use instead of the current one (BERGULIR_CONTEXT).")
  var context: String?

  @Option(
    help: "The daemon's address, HOST:PORT (BERGULIR_SERVER).", transform: ServerArgument.read)
  var server: ServerArgument?

  @Option(help: "A file with the token; never the token itself (BERGULIR_TOKEN_FILE).")
  var tokenFile: String?

  @Option(
    help: "Seconds to wait for an answer; default 10, for reports 60.",
    transform: TimeoutArgument.read)
  var timeout: TimeoutArgument?

  @OptionGroup var security: SecurityOptions
  @OptionGroup var output: OutputOptions
}

/// How a command prints.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "How to print.")
  var output: OutputFormat = .table

  @Option(help: "The language of words and headings: id or en (BERGULIR_LANG); default en.")
  var lang: Language?

  @Flag(help: "Leave out the headings of tables and CSV.")
  var noHeaders = false

  init() {}

  func validate() throws {
    try checkLanguage(.current)
  }

  /// Refuses a `BERGULIR_LANG` that names no language of ours, unless --lang wins over it.
  func checkLanguage(_ environment: Environment) throws {
    guard lang == nil, let named = environment["BERGULIR_LANG"] else { return }
    guard Language(rawValue: named) != nil else {
      throw ValidationError(OptionMistake.languageUnknown(named))
    }
  }

  /// What a command line asks for that may not be readable as a whole.
  init(lookedUpIn arguments: [String]) {
    func value(_ names: [String]) -> String? {
      let joined = arguments.lazy.compactMap { argument in
        names.first { argument.hasPrefix($0 + "=") }.map { argument.dropFirst($0.count + 1) }
      }
      let apart = zip(arguments, arguments.dropFirst()).first { names.contains($0.0) }?.1
      return apart ?? joined.first.map(String.init)
    }
    output = value(["-o", "--output"]).flatMap(OutputFormat.init(rawValue:)) ?? .table
    lang = value(["--lang"]).flatMap(Language.init(rawValue:))
    noHeaders = false
  }

  /// The language of what people read.
  func language(_ environment: Environment) -> Language {
    lang ?? environment.language
  }

  func printer(_ environment: Environment) -> Printer {
    Printer(
      format: output, language: language(environment), headers: noHeaders ? .hidden : .shown)
  }
}

/// An address as `127.0.0.1:7710` or `[::1]:7710`.
struct ServerArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.serverAddress

  let address: ListenAddress

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"),
      let port = Int(argument[argument.index(after: colon)...]), (1...65_535).contains(port)
    else { return nil }
    var host = argument[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty else { return nil }
    address = ListenAddress(host: String(host), port: port)
  }
}

/// A time of 1 to 300 whole seconds, with or without an `s`.
struct TimeoutArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.seconds

  let duration: Duration

  init?(argument: String) {
    let digits = argument.hasSuffix("s") ? String(argument.dropLast()) : argument
    guard let seconds = Int(digits), (1...300).contains(seconds) else { return nil }
    duration = .seconds(seconds)
  }
}
