import ArgumentParser
import FundAPI

extension Bergulir {
  /// Refuses a noun or a verb that does not exist and names those that do.
  ///
  /// The parser would complain of an unexpected argument, or of an option of the unknown verb.
  ///
  /// - Throws: `ValidationError`.
  static func checkCommand(_ arguments: some Sequence<String>) throws {
    let words = Array(arguments)
    try checkOrder(words)
    let (found, unknown) = walk(words)
    guard let unknown else { return }
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
    walk(arguments).found
  }

  private static func walk(
    _ arguments: some Sequence<String>
  ) -> (found: any ParsableCommand.Type, unknown: String?) {
    var found: any ParsableCommand.Type = Bergulir.self
    for word in arguments {
      let known = found.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return (found, nil) }
      guard let next = known.first(where: { $0.configuration.commandName == word }) else {
        return (found, word)
      }
      found = next
    }
    return (found, nil)
  }
}
