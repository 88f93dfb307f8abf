import Foundation
import FundTesting
import Testing

/// What the README shows is what people see.
extension MentariReportTests {
  @Test func `the README shows what the demo prints, and what is typed after it`() async throws {
    let mentari = try #require(Mentari.current)
    let shown = try Shown.all(
      in: String(
        contentsOf: Programs.root.appendingPathComponent("README.md"), encoding: .utf8))
    #expect(shown.count > 10)
    let printed = Shown.all(of: mentari.transcript.components(separatedBy: "\n"))
    var last: Int32 = 0
    for part in shown where part.command.hasPrefix("bergulir ") {
      let found: [String]
      if let lines = printed.first(where: { $0.command == part.command })?.lines {
        found = lines
      } else {
        let (arguments, context) = try part.call()
        let done = try await mentari.bergulir(arguments, context: context)
        last = done.status
        found = (done.output + "\n" + done.words).components(separatedBy: "\n")
      }
      for line in part.lines { #expect(found.contains(line), "\(part.command)\n\(line)") }
    }
    #expect(shown.last == Shown(command: "echo $?", lines: ["\(last)"]))
  }
}

/// A command and what stands below it.
private struct Shown: Equatable {
  let command: String
  var lines: [String]

  /// The arguments of the command without quotes, and who types it.
  func call() throws -> (arguments: [String], context: String) {
    let words = command.components(separatedBy: "'").enumerated().flatMap { number, part in
      number.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [part]
    }
    let option = try #require(words.firstIndex(of: "--context"), "\(command)")
    return (Array(words[1..<option]), try #require(words.last))
  }

  /// What stands in the code blocks of a document.
  static func all(in document: String) -> [Shown] {
    document.components(separatedBy: "```").enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }
      .flatMap { all(of: $0.element.components(separatedBy: "\n")) }
  }

  /// What stands below each line that begins with `$`; `…` is what was left out.
  static func all(of lines: [String]) -> [Shown] {
    var found: [Shown] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        found.append(Shown(command: String(line.dropFirst(2)), lines: []))
      } else if !line.isEmpty, line != "…", !found.isEmpty {
        found[found.count - 1].lines.append(line)
      }
    }
    return found
  }
}
