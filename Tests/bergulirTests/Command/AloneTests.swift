import ArgumentParser
import FundTesting
import Testing
@testable import bergulir

/// What a command was made of; a request id that it made up itself is left out.
private func parts(of command: any ParsableCommand) -> String {
  "\(command)".replacing(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{30,}/, with: "ID")
}

/// Parsing from the root takes half a second without optimization, so each run takes some verbs of
/// all, by a seed that it prints.
@Test func `a verb that is parsed alone is what the root makes of it`() throws {
  let seed = UInt64.random(in: 0...9999)
  print("the seed of the verbs that are parsed alone is \(seed)")
  var random = SeededRandom(seed: seed)
  for found in EveryCommand.all.shuffled(using: &random).prefix(20) {
    for words in found.examples.prefix(2) {
      let alone = Bergulir.parsedAlone(words)
      guard let fromRoot = fromRoot(words) else {
        #expect(alone == nil, "\(words) is parsed alone only")
        continue
      }
      // A noun that has a verb by default is the root's.
      let isVerb = Bergulir.command(named: words).configuration.subcommands.isEmpty
      #expect(alone.map(parts(of:)) == (isVerb ? parts(of: fromRoot) : nil), "seed \(seed)")
    }
  }
}

/// Examples have words in capitals where the reader has to put something in.
private func fromRoot(_ words: [String]) -> (any ParsableCommand)? {
  do {
    return try Bergulir.parseAsRoot(words)
  } catch {
    return nil
  }
}

@Test(arguments: [
  "", "--version", "--help", "loan", "loan --help", "loan list --help", "loan list -h",
  "help loan list", "loan help list", "loan lists", "loan list --upk Malabutor",
  "loan list --upk malabutor --no-such-option", "loan list --upk malabutor extra",
  "loan list --generate-completion-script bash", "--generate-completion-script",
  "period close --month 2017-12", "--lang id loan list",
])
private func `what cannot be parsed alone is left to the root`(line: String) {
  let words = line.split(separator: " ").map(String.init)
  #expect(Bergulir.parsedAlone(words) == nil)
}
