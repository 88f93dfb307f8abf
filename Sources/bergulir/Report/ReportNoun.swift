import ArgumentParser

/// `bergulir report …`.
struct ReportNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports for the village, the board and the programme.",
    discussion: """
      Example:
        bergulir report notice-board --upk malabutor --month 2017-12 --out sheet.html
      """,
    subcommands: [NoticeBoardReport.self])
}
