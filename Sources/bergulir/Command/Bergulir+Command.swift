import ArgumentParser

extension Bergulir {
  /// Refuses a noun or a verb that does not exist and names those that do.
  ///
  /// The parser would complain of an unexpected argument, or of an option of the unknown verb.
  ///
  /// - Throws: `ValidationError`.
  static func checkCommand(_ arguments: some Sequence<String>) throws {
    var found: any ParsableCommand.Type = Bergulir.self
    for word in arguments {
      let known = found.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return }
      guard let next = known.first(where: { $0.configuration.commandName == word }) else {
        let names = known.compactMap { $0.configuration.commandName }.joined(separator: ", ")
        throw ValidationError("no command '\(word)'; there is: \(names)")
      }
      found = next
    }
  }
}
