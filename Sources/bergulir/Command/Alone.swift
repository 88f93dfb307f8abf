import ArgumentParser

/// Parses a verb without the tree that it belongs to; `nil` for what only the tree has words for.
func alone<Verb: ParsableCommand>(
  _ verb: Verb.Type, _ arguments: [String]
) -> (any ParsableCommand)? {
  do {
    return (try Alone<Verb>.parseAsRoot(arguments) as? Alone<Verb>)?.verb
  } catch {
    return nil
  }
}

private struct Alone<Verb: ParsableCommand>: ParsableCommand {
  /// With a command above it the parser does not look for requests of completion scripts, for
  /// which it would parse two commands of its own; the root looks for them.
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "alone", _superCommandName: "bergulir")
  }

  @OptionGroup var verb: Verb
}
