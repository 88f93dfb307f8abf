import ArgumentParser
import Testing
@testable import bergulir

/// A command with the words that call it.
struct EveryCommand: CustomTestStringConvertible, Sendable {
  let path: String
  let command: any ParsableCommand.Type

  var testDescription: String { path }

  static let all = under(Bergulir.self, path: "bergulir")

  /// What its help shows, word by word without the program's name; shells' words are left out.
  var examples: [[String]] {
    command.configuration.discussion.replacing(/\\\n\s+/, with: "").split(separator: "\n")
      .filter { $0.hasPrefix("  bergulir ") }
      .map { line in
        let words = line.matches(of: /'([^']*)'|"([^"]*)"|(\S+)/).map { match in
          String(match.1 ?? match.2 ?? match.3 ?? "")
        }
        return Array(words.dropFirst().prefix { ![">", "|", "<", "&&"].contains($0) })
      }
  }

  private static func under(_ command: any ParsableCommand.Type, path: String) -> [Self] {
    let inner = command.configuration.subcommands.flatMap { sub in
      under(sub, path: path + " " + (sub.configuration.commandName ?? ""))
    }
    return [Self(path: path, command: command)] + inner
  }
}
