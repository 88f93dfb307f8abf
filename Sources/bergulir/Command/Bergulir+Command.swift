import ArgumentParser
import FundAPI

extension Bergulir {
  /// The command that a command line asks for.
  ///
  /// A verb is parsed alone where that is enough: from the root the parser makes a tree of all
  /// commands and searches it again and again. What cannot be parsed alone, and help, is parsed
  /// from the root, which has the words for it.
  ///
  /// - Throws: `ValidationError`, and what the parser does.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    try checkCommand(arguments)
    return try parsedAlone(arguments) ?? parseAsRoot(arguments)
  }

  /// The verb that a command line names, with its options; `nil` where only the root can tell.
  static func parsedAlone(_ arguments: [String]) -> (any ParsableCommand)? {
    let (verb, rest) = walk(arguments)
    guard verb.configuration.subcommands.isEmpty else { return nil }
    return alone(verb, Array(rest))
  }

  /// Refuses a noun or a verb that does not exist and names those that do.
  ///
  /// The parser would complain of an unexpected argument, or of an option of the unknown verb.
  ///
  /// - Throws: `ValidationError`.
  static func checkCommand(_ arguments: some Sequence<String>) throws {
    let words = Array(arguments)
    try checkOrder(words)
    let (found, rest) = walk(words)
    guard !found.configuration.subcommands.isEmpty, let unknown = rest.first,
      !unknown.hasPrefix("-"), unknown != "help"
    else { return }
    let known = found.configuration.subcommands.compactMap { $0.configuration.commandName }
    throw ValidationError(CommandLineMistake.commandUnknown(unknown, known: known))
  }

  /// Refuses an option before the first noun; the parser would not know it there.
  private static func checkOrder(_ words: [String]) throws {
    guard let option = words.first, option.hasPrefix("-"), option.count > 1,
      !["--help", "-h", "--version"].contains(option)
    else { return }
    let nouns = Set(configuration.subcommands.compactMap { $0.configuration.commandName })
    if let noun = words.first(where: nouns.contains) {
      let name = option.prefix { $0 != "=" }
      throw ValidationError(
        CommandLineMistake.optionBeforeCommand(String(name), command: noun))
    }
  }

  /// The command that a command line begins with: the last noun or verb that there is.
  static func command(named arguments: some Sequence<String>) -> any ParsableCommand.Type {
    walk(Array(arguments)).found
  }

  /// Goes down the nouns and verbs that there are, and leaves the other words.
  private static func walk(
    _ arguments: [String]
  ) -> (found: any ParsableCommand.Type, rest: ArraySlice<String>) {
    var found: any ParsableCommand.Type = Bergulir.self
    var rest = arguments[...]
    while let word = rest.first,
      let next = found.configuration.subcommands.first(where: {
        $0.configuration.commandName == word
      })
    {
      found = next
      rest = rest.dropFirst()
    }
    return (found, rest)
  }
}
