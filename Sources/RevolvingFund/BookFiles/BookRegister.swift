/// What the files say of the province: places, the UPK and people, to be registered one by one.
///
/// Names and NIK are in it: it is made where the files are, and never sent as a whole.
public struct BookRegister: Hashable, Sendable {
  public let regions: [Region]
  /// The UPK with its board, where the files have them.
  public let units: [Unit]
  public let persons: [Entry]

  /// A UPK and its board.
  public struct Unit: Hashable, Sendable {
    public let code: Code
    public let name: String
    public let bkm: BKM
    public let region: RegionCode
    public let operatingSince: Month
    public let ranEarlierProgramme: Bool
  }

  /// Somebody, by the number that the files use.
  public struct Entry: Hashable, Sendable {
    /// Where it stands in `persons.csv`.
    public let line: Int
    public let number: Int64
    public let name: String
    public let gender: Gender
    public let nik: NIK?

    public init(line: Int, number: Int64, name: String, gender: Gender, nik: NIK?) {
      self.line = line
      self.number = number
      self.name = name
      self.gender = gender
      self.nik = nik
    }
  }

  /// Reads the registers among the files.
  public init(_ files: [BookFile]) {
    let records = BookRecords(files.filter(\.kind.isRegister))
    regions = records.regions.map(\.region).sorted { $0.code < $1.code }
    units = records.upks.map {
      Unit(
        code: $0.code, name: $0.name, bkm: $0.bkm, region: $0.region,
        operatingSince: $0.operatingSince, ranEarlierProgramme: $0.ranEarlierProgramme)
    }
    persons = records.persons.map {
      Entry(line: $0.line, number: $0.number, name: $0.name, gender: $0.gender, nik: $0.nik)
    }
  }

  /// The day from which the UPK is told of, the same for the same files: of its first operating
  /// month, or of its first group.
  public static func firstDay(of files: [BookFile]) -> Day? {
    let records = BookRecords(files)
    return (records.upks.map(\.operatingSince.first) + records.ksms.map(\.formedOn)).min()
  }

  /// What is wrong with all files, registers and books, as far as they show it themselves.
  public static func problems(of files: [BookFile]) -> [BookProblem] {
    let records = BookRecords(files)
    var problems = records.problems
    var seen: Set<Int64> = []
    for row in records.persons where !seen.insert(row.number).inserted {
      problems.append(
        BookProblem(.persons, line: row.line, .repeated(column: "person", value: "\(row.number)")))
    }
    if !records.persons.isEmpty {
      for row in records.named where !seen.contains(row.person) {
        problems.append(row.stranger)
      }
    }
    // What rows lack that could not be read would be found missing once more by the others.
    if problems.isEmpty {
      problems =
        BookAssembly(records, upk: UPKID(1), by: PersonID(0), persons: [:]).problems
    }
    return problems.sorted { ($0.file.place, $0.line) < ($1.file.place, $1.line) }
  }
}

extension BookFileKind {
  /// Its place among the files.
  fileprivate var place: Int { BookFileKind.allCases.firstIndex(of: self) ?? 0 }
}
