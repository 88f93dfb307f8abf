import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir report notice-board`.
struct NoticeBoardReport: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice-board", abstract: "Write the sheet that a village reads of its fund.",
    discussion: """
      Examples:
        bergulir report notice-board --upk malabutor --month 2017-12 --out sheet.html
        bergulir report notice-board --upk malabutor --month 2017-12 -o json

      One page in Indonesian that names no borrower: open it in a browser and print it on A4. \
      Without --out it goes to standard output.
      """)

  static var patience: Duration { .seconds(60) }

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @Option(help: "A file to write the page to.") var out: String?
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let board = try await session.notices.getNoticeBoard(
      .with {
        $0.parent = upk.name.description
        $0.month = month.month.description
      }, metadata: session.metadata, options: session.options)
    guard let out else { return Answer(.document(board.page, Record(board))) }
    try TextFile(path: out).write(board.page)
    return .item(Record(board))
  }
}

extension Record {
  /// The figures of a sheet, without its page.
  init(_ board: Bergulir_V1_NoticeBoard) {
    self.init(
      [
        "upk": .filled(board.upk), "month": .filled(board.month), "as_of": .filled(board.asOf),
        "is_closed": .flag(board.isClosed),
        "category": .code(board.category, AuthorityCategory.self),
        "capital": .amount(board.capital), "cash": .amount(board.cash),
        "bank": .amount(board.bank), "savings": .amount(board.savings),
        "outstanding": .amount(board.outstanding), "groups": .count(Int64(board.groups)),
        "borrowers": .count(Int64(board.borrowers)), "loans": .count(Int64(board.loans)),
        "lent": .amount(board.lent), "principal": .amount(board.principal),
        "service_charge": .amount(board.serviceCharge), "income": .amount(board.income),
        "cost": .amount(board.cost), "written_off": .amount(board.writtenOff),
        "with_write_offs": .filledPercent(board.parWithWriteOffs.percent),
        "par": .record(Record(board.par)),
        "seal": board.sealNumber == 0 ? .absent : .text("\(board.sealNumber):\(board.sealDigits)"),
      ],
      details: [
        "classes": .records(board.classes.map(Record.init)),
        "trend": .records(board.readings.map(Record.init)),
      ])
  }

  init(_ line: Bergulir_V1_NoticeClass) {
    self.init([
      "collectability": .count(Int64(line.collectability)), "loans": .count(Int64(line.loans)),
      "balance": .amount(line.balance),
    ])
  }

  init(_ reading: Bergulir_V1_NoticeReading) {
    self.init([
      "month": .filled(reading.month), "par_percent": .filledPercent(reading.par.percent),
      "income": .amount(reading.income), "cost": .amount(reading.cost),
    ])
  }
}
