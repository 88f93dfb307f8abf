/// Puts the rows of the files together, and notes where they do not fit each other.
struct BookAssembly {
  let records: BookRecords
  let upk: UPKID
  /// Who is named as having recorded what had no recorder in the files.
  let recorder: PersonID
  var problems: [BookProblem] = []

  /// Who the persons of the files are here, as far as it is known.
  let persons: [Int64: PersonID]

  private(set) var vouchers: [Voucher] = []
  var loans: [Loan] = []
  var repayments: [Repayment] = []
  /// Without what they lost, which `records` has.
  private(set) var assets: [Asset] = []
  private(set) var years: [ClosedYear] = []
  var restructurings: [Restructuring] = []
  /// With what came in on their claims.
  private(set) var writeOffs: [WriteOff] = []
  private(set) var settlements: [DebtSettlement] = []
  private(set) var assignments: [SuspenseAssignment] = []
  private(set) var allocations: [ProfitAllocation] = []
  /// The next number of each series.
  var next: [String: Int64] = [:]
  /// The first day of the books: of the opening balances, or of the first voucher.
  let begin: Day?

  init(
    _ records: BookRecords, upk: UPKID, by recorder: PersonID, persons: [Int64: PersonID]
  ) {
    self.records = records
    self.upk = upk
    self.recorder = recorder
    self.persons = persons
    begin = records.opening.first?.on ?? records.vouchers.map(\.on).min()
    checkGroups()
    if let opening = openingVoucher() { book(opening) }
    for voucher in draftedVouchers() { book(voucher) }
    loans = openedLoans()
    repayments = recordedRepayments()
    let successors = Set(records.restructurings.map(\.successor))
    loans = loans.map { successors.contains($0.id.number) ? $0 : settled($0) }
    succeed()
    writeOffs = writtenOff()
    settlements = settledDebts()
    assignments = assignedSuspense()
    assets = registeredAssets()
    years = closedYears()
    allocations = allocatedProfits()
    checkNumbers()
    checkNames()
    checkLoans()
    checkSavings()
    checkSuspense()
  }

  mutating func note(_ file: BookFileKind, _ line: Int, _ reason: BookProblem.Reason) {
    problems.append(BookProblem(file, line: line, reason))
  }

  /// Takes the next number of a series.
  mutating func draw(_ counter: Counter) -> Int64 {
    let number = next[counter.name] ?? 1
    next[counter.name] = number + 1
    return number
  }

  /// Lets a series go on behind a number that was given.
  mutating func pass(_ counter: Counter, _ number: Int64) {
    next[counter.name] = max(next[counter.name] ?? 1, number + 1)
  }

  private mutating func book(_ voucher: Voucher) {
    vouchers.append(voucher)
    pass(.voucher(voucher.number.kind, year: voucher.number.year), voucher.number.number)
  }

  /// The last day that the files name.
  var latestDay: Day? {
    (assets.map(\.registeredOn) + years.map(\.closedOn) + decisionDays
      + [lastDay].compactMap(\.self)).max()
  }

  /// The days of the last voucher and of the last repayment.
  var lastDay: Day? { (vouchers.map(\.bookedOn) + repayments.map(\.on)).max() }
}

// Groups and members.
extension BookAssembly {
  private mutating func checkGroups() {
    var formed: [Int64: Day] = [:]
    for row in records.ksms {
      if formed.updateValue(row.formedOn, forKey: row.number) != nil {
        note(.ksms, row.line, .repeated(column: "ksm", value: "\(row.number)"))
      }
      pass(.ksm, row.number)
    }
    var seen: Set<[Int64]> = []
    var open: [Int64: Int64] = [:]
    for row in records.members {
      if !seen.insert([row.ksm, row.number]).inserted {
        note(.members, row.line, .repeated(column: "member", value: "\(row.number)"))
      }
      pass(.member(ksm: row.ksm), row.number)
      if let day = formed[row.ksm] {
        if row.joinedOn < day {
          note(.members, row.line, .dayBefore(column: "joined_on", row.joinedOn, earliest: day))
        }
      } else {
        note(.members, row.line, .unknown(column: "ksm", value: "\(row.ksm)"))
      }
      if let leftOn = row.leftOn {
        if leftOn <= row.joinedOn {
          note(.members, row.line, .dayBefore(column: "left_on", leftOn, earliest: row.joinedOn))
        }
      } else if open.updateValue(row.ksm, forKey: row.person) != nil {
        note(.members, row.line, .repeated(column: "person", value: "\(row.person)"))
      }
    }
  }
}

// Loans.
extension BookAssembly {
  private mutating func openedLoans() -> [Loan] {
    let shares = Dictionary(grouping: records.shares, by: \.loan)
    let members = Dictionary(grouping: records.members, by: \.ksm).mapValues { rows in
      Set(rows.map(\.number))
    }
    var known: Set<Int64> = []
    var loans: [Loan] = []
    let applications = numberedApplications()
    for row in records.loans {
      if !known.insert(row.number).inserted {
        note(.loans, row.line, .repeated(column: "loan", value: "\(row.number)"))
      }
      pass(.loan, row.number)
      guard let group = members[row.ksm] else {
        note(.loans, row.line, .unknown(column: "ksm", value: "\(row.ksm)"))
        continue
      }
      let own = shares[row.number] ?? []
      guard !own.isEmpty else {
        note(.loans, row.line, .unknown(column: "shares", value: "\(row.number)"))
        continue
      }
      guard checkShares(own, of: row, members: group) else { continue }
      loans.append(
        Loan(
          id: LoanID(upk, row.number), ksm: KSMID(upk, row.ksm),
          application: ApplicationID(upk, applications[row.number] ?? 0), terms: row.terms,
          shares: own.map { Share(member: $0.member, amount: $0.amount) },
          disbursedOn: row.disbursedOn, state: .active, paid: .nothing,
          waivedServiceCharge: .zero, closedOn: nil))
    }
    for row in records.shares where !known.contains(row.loan) {
      note(.shares, row.line, .unknown(column: "loan", value: "\(row.loan)"))
    }
    return loans
  }

  /// The application of each loan: what follows a restructured loan has that of the loan before.
  private mutating func numberedApplications() -> [Int64: Int64] {
    let predecessors = records.restructurings.reduce(into: [:]) { $0[$1.successor] = $1.loan }
    var numbers: [Int64: Int64] = [:]
    for row in records.loans where predecessors[row.number] == nil {
      numbers[row.number] = draw(.application)
    }
    for (successor, loan) in predecessors { numbers[successor] = numbers[loan] }
    return numbers
  }

  /// Whether shares are of members, one each, and can be repaid in installments.
  private mutating func checkShares(
    _ shares: [ShareRow], of loan: LoanRow, members: Set<Int64>
  ) -> Bool {
    let isSuccessor = records.restructurings.contains { $0.successor == loan.number }
    // Of what follows a restructured loan one share has to last all the months, not each.
    let lasting = isSuccessor ? shares.map(\.amount).max() : nil
    let before = problems.count
    var seen: Set<Int64> = []
    for row in shares {
      if !seen.insert(row.member).inserted {
        note(.shares, row.line, .repeated(column: "member", value: "\(row.member)"))
      }
      if !members.contains(row.member) {
        note(.shares, row.line, .unknown(column: "member", value: "\(row.member)"))
      }
      if !loan.terms.violations(shares: [lasting ?? row.amount]).isEmpty {
        note(.shares, row.line, .scheduleImpossible(member: row.member))
      }
    }
    return problems.count == before
  }
}
