// The facts of `Rejection` about files of books.
extension Rejection {
  var importFacts: [Fact]? {
    switch self {
    case .bookFileWrong(let problem): problem.facts
    case .booksNotEmpty(let series): [("series", list(series))]
    default: nil
    }
  }
}

extension BookProblem {
  /// Where it is, what it is, and the values behind it.
  public var facts: [Rejection.Fact] {
    [("file", file.name), ("line", "\(line)"), ("problem", reason.code)] + reason.facts
  }
}

extension BookProblem.Reason {
  /// A stable name, for programs.
  public var code: String {
    switch self {
    case .notText: "notText"
    case .endMissing: "endMissing"
    case .quoteOpen: "quoteOpen"
    case .quoteInside: "quoteInside"
    case .fieldCount: "fieldCount"
    case .columnMissing: "columnMissing"
    case .columnUnknown: "columnUnknown"
    case .columnRepeated: "columnRepeated"
    case .fileMissing: "fileMissing"
    case .fileRepeated: "fileRepeated"
    case .rowCount: "rowCount"
    case .cellMissing: "cellMissing"
    case .cellWrong: "cellWrong"
    case .repeated: "repeated"
    case .unknown: "unknown"
    case .differs: "differs"
    case .dayBefore: "dayBefore"
    case .sumDiffers: "sumDiffers"
    case .unbalanced: "unbalanced"
    case .postingImpossible: "postingImpossible"
    case .scheduleImpossible: "scheduleImpossible"
    case .moreThanDebt: "moreThanDebt"
    case .shareOverpaid: "shareOverpaid"
    case .endsTwice: "endsTwice"
    case .restructuredTwice: "restructuredTwice"
    case .nothingOverdue: "nothingOverdue"
    case .ledgerDiffers: "ledgerDiffers"
    case .savingsNotCovered: "savingsNotCovered"
    case .personUnidentified: "personUnidentified"
    case .personBorrowsElsewhere: "personBorrowsElsewhere"
    }
  }

  fileprivate var facts: [Rejection.Fact] {
    switch self {
    case .notText, .endMissing, .quoteOpen, .quoteInside, .fileMissing, .fileRepeated,
      .postingImpossible, .moreThanDebt:
      []
    case .fieldCount(let found, let expected), .rowCount(let found, let expected):
      [("found", "\(found)"), ("expected", "\(expected)")]
    case .columnMissing(let column), .columnUnknown(let column), .columnRepeated(let column),
      .cellMissing(let column):
      [("column", column)]
    case .cellWrong(let column, let value, let form):
      [("column", column), ("value", value), ("form", form.rawValue)]
    case .repeated(let column, let value), .unknown(let column, let value):
      [("column", column), ("value", value)]
    case .differs(let column, let value, let expected):
      [("column", column), ("value", value), ("expected", expected)]
    case .dayBefore(let column, let day, let earliest):
      [("column", column), ("day", "\(day)"), ("earliest", "\(earliest)")]
    case .sumDiffers(let column, let found, let expected):
      [("column", column), ("found", "\(found.amount)"), ("expected", "\(expected.amount)")]
    case .unbalanced(let debits, let credits):
      [("debits", "\(debits.amount)"), ("credits", "\(credits.amount)")]
    case .scheduleImpossible(let member), .shareOverpaid(let member):
      [("member", "\(member)")]
    case .endsTwice(let loan), .restructuredTwice(let loan): [("loan", "\(loan)")]
    case .nothingOverdue(let loan, let day): [("loan", "\(loan)"), ("day", "\(day)")]
    case .ledgerDiffers(let account, let day, let found, let expected):
      [
        ("account", "\(account.number)"), ("day", "\(day)"), ("found", "\(found.amount)"),
        ("expected", "\(expected.amount)"),
      ]
    case .savingsNotCovered(let day, let held, let owed):
      [("day", "\(day)"), ("held", "\(held.amount)"), ("owed", "\(owed.amount)")]
    case .personUnidentified(let person), .personBorrowsElsewhere(let person):
      [("person", "\(person)")]
    }
  }
}
