/// The rows of the files of a UPK's books, read cell by cell.
///
/// What is wrong with single cells and with the files themselves is known here; what is wrong
/// between rows is `BookAssembly`'s to say.
struct BookRecords: Hashable, Sendable {
  private(set) var regions: [RegionRow] = []
  private(set) var upks: [UnitRow] = []
  private(set) var persons: [PersonRow] = []
  private(set) var ksms: [GroupRow] = []
  private(set) var members: [MemberRow] = []
  private(set) var accounts: [AccountRow] = []
  private(set) var opening: [OpeningRow] = []
  private(set) var loans: [LoanRow] = []
  private(set) var shares: [ShareRow] = []
  private(set) var repayments: [RepaymentRow] = []
  private(set) var vouchers: [PostingRow] = []
  private(set) var assets: [AssetRow] = []
  private(set) var losses: [LossRow] = []
  private(set) var years: [YearRow] = []
  private(set) var restructurings: [RestructuringRow] = []
  private(set) var writeOffs: [WriteOffRow] = []
  private(set) var recoveries: [RecoveryRow] = []
  private(set) var settlements: [SettlementRow] = []
  private(set) var assignments: [AssignmentRow] = []
  private(set) var allocations: [AllocationRow] = []
  private(set) var problems: [BookProblem] = []

  init(_ files: [BookFile]) {
    var contents: [(line: Int, file: String, rows: Int)] = []
    var counts: [BookFileKind: Int] = [:]
    var illegible: Set<BookFileKind> = []
    for file in files {
      if counts[file.kind] != nil {
        problems.append(BookProblem(file.kind, line: 1, .fileRepeated))
        continue
      }
      let table = BookTable(file)
      counts[file.kind] = table.rows.count
      problems += table.problems
      if table.problems.contains(where: { $0.reason == .notText }) { illegible.insert(file.kind) }
      guard !table.problems.contains(where: \.spoilsHeader) else { continue }
      if file.kind == .contents {
        contents = read(table) { cells in
          guard let file = cells.text("file") else { return nil }
          return (cells.row.line, file, cells.small("rows", empty: 0, atMost: 10_000_000))
        }
      }
      take(table)
    }
    check(
      contents.filter { entry in !illegible.contains { $0.name == entry.file } }, against: counts)
  }

  private mutating func take(_ table: BookTable) {
    switch table.kind {
    case .contents: break
    case .regions: regions = read(table, RegionRow.init)
    case .upk: upks = read(table, UnitRow.init)
    case .persons: persons = read(table, PersonRow.init)
    case .ksms: ksms = read(table, GroupRow.init)
    case .members: members = read(table, MemberRow.init)
    case .accounts: accounts = read(table, AccountRow.init)
    case .opening: opening = read(table, OpeningRow.init)
    case .loans: loans = read(table, LoanRow.init)
    case .shares: shares = read(table, ShareRow.init)
    case .repayments: repayments = read(table, RepaymentRow.init)
    case .vouchers: vouchers = read(table, PostingRow.init)
    case .assets: assets = read(table, AssetRow.init)
    case .depreciation: losses = read(table, LossRow.init)
    case .years: years = read(table, YearRow.init)
    case .restructurings: restructurings = read(table, RestructuringRow.init)
    case .writeOffs: writeOffs = read(table, WriteOffRow.init)
    case .recoveries: recoveries = read(table, RecoveryRow.init)
    case .settlements: settlements = read(table, SettlementRow.init)
    case .suspense: assignments = read(table, AssignmentRow.init)
    case .allocations: allocations = read(table, AllocationRow.init)
    }
  }

  private mutating func read<Value>(
    _ table: BookTable, _ row: (inout BookCells) -> Value?
  ) -> [Value] {
    table.rows.compactMap {
      var cells = BookCells(table.kind, $0)
      let value = row(&cells)
      problems += cells.problems
      return cells.isSound ? value : nil
    }
  }

  /// Where the files come with a list of themselves, none of them may be missing or cut short.
  private mutating func check(
    _ contents: [(line: Int, file: String, rows: Int)], against counts: [BookFileKind: Int]
  ) {
    for entry in contents {
      guard let kind = BookFileKind.allCases.first(where: { $0.name == entry.file }) else {
        problems.append(
          BookProblem(.contents, line: entry.line, .unknown(column: "file", value: entry.file)))
        continue
      }
      // The registers stay behind where the books alone are sent.
      if kind.isRegister && counts[kind] == nil { continue }
      if let count = counts[kind] {
        guard count != entry.rows else { continue }
        problems.append(
          BookProblem(kind, line: 1, .rowCount(found: count, expected: entry.rows)))
      } else {
        problems.append(BookProblem(kind, line: 1, .fileMissing))
      }
    }
  }
}

extension BookProblem {
  /// Whether the cells of the file cannot be told apart.
  var spoilsHeader: Bool {
    switch reason {
    case .notText, .columnMissing, .columnUnknown, .columnRepeated: true
    default: false
    }
  }
}
