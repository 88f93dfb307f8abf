import ArgumentParser
import FundAPI
import SwiftProtobuf

/// As of which day a command reads.
struct AsOfOptions: ParsableArguments {
  @Option(
    help: "The day to read as of, YYYY-MM-DD; default the daemon's today.",
    transform: DayArgument.read)
  var asOf: DayArgument?

  var wire: String { asOf.wire }
}

/// Which part of a list to print.
struct PageOptions: ParsableArguments {
  @Option(help: "How many to print, 1 to 1000.")
  var pageSize: Int = 50

  @Option(help: "Goes on where an earlier list ended; from its next_page_token.")
  var pageToken: String = ""

  @Flag(help: "Print all pages.")
  var all = false

  func validate() throws {
    guard (1...1000).contains(pageSize) else {
      throw ValidationError(OptionMistake.pageSizeOutOfRange)
    }
    guard !all || pageToken.isEmpty else {
      throw ValidationError(OptionMistake.pageTokenBesideAll)
    }
  }

  /// Gathers one page, or all of them, until the token is empty.
  func gather<Item>(
    _ page: (Bergulir_V1_Page) async throws -> (items: [Item], next: String)
  ) async throws -> (items: [Item], next: String) {
    var items: [Item] = []
    var token = pageToken
    repeat {
      let request = Bergulir_V1_Page.with {
        $0.size = Int32(all ? 1000 : pageSize)
        $0.token = token
      }
      let answer = try await page(request)
      items += answer.items
      token = answer.next
    } while all && !token.isEmpty
    return (items, token)
  }
}
