// Loans that were put off, and those that follow them.
extension BookAssembly {
  /// Ends the loans that were put off, and opens what follows them with what went over.
  mutating func succeed() {
    var seen: Set<Int64> = []
    for row in records.restructurings {
      for (column, number) in [("loan", row.loan), ("successor", row.successor)]
      where !seen.insert(number).inserted {
        note(.restructurings, row.line, .repeated(column: column, value: "\(number)"))
      }
      guard let old = place(of: row.loan, "loan", .restructurings, row.line),
        let new = place(of: row.successor, "successor", .restructurings, row.line),
        fits(row, loans[old], loans[new])
      else { continue }
      open(row, old, new)
    }
  }

  mutating func place(
    of loan: Int64, _ column: String, _ file: BookFileKind, _ line: Int
  ) -> Int? {
    let place = loans.firstIndex { $0.id.number == loan }
    // A loan that is in its file but could not be read has its own problem.
    if place == nil && !records.loans.contains(where: { $0.number == loan }) {
      note(file, line, .unknown(column: column, value: "\(loan)"))
    }
    return place
  }

  /// Whether one loan can follow the other on the day that the row names.
  private mutating func fits(_ row: RestructuringRow, _ old: Loan, _ new: Loan) -> Bool {
    let before = problems.count
    checkEnd(of: old, on: row.on, .restructurings, row.line)
    if old.succession != nil {
      note(.restructurings, row.line, .restructuredTwice(loan: row.loan))
    }
    if new.disbursedOn != row.on {
      note(
        .restructurings, row.line,
        .differs(column: "date", value: "\(row.on)", expected: "\(new.disbursedOn)"))
    }
    if new.ksm != old.ksm {
      note(
        .restructurings, row.line,
        .differs(column: "ksm", value: "\(new.ksm.number)", expected: "\(old.ksm.number)"))
    }
    for share in new.shares where !old.shares.contains(where: { $0.member == share.member }) {
      note(.restructurings, row.line, .unknown(column: "member", value: "\(share.member)"))
    }
    if new.principal != old.openPrincipal {
      note(
        .restructurings, row.line,
        .sumDiffers(
          column: "amount_idr", found: new.principal, expected: old.openPrincipal))
    }
    if collectability(of: old, on: row.on) == .current {
      note(.restructurings, row.line, .nothingOverdue(loan: row.loan, on: row.on))
    }
    return problems.count == before
  }

  /// A loan ends once, and after all that was paid on it.
  mutating func checkEnd(
    of loan: Loan, on day: Day, _ file: BookFileKind, _ line: Int
  ) {
    if loan.state != .active { note(file, line, .endsTwice(loan: loan.id.number)) }
    let moved = history(of: loan).payments.map(\.on) + [loan.disbursedOn]
    if let last = moved.max(), day < last {
      note(file, line, .dayBefore(column: "date", day, earliest: last))
    }
  }

  private func history(of loan: Loan) -> LoanHistory {
    LoanHistory(
      loan: loan, entries: repayments.filter { $0.loan == loan.id }.flatMap(\.entries))
  }

  private func collectability(of loan: Loan, on day: Day) -> Collectability {
    history(of: loan).position(asOf: day)?.collectability ?? .current
  }

  private mutating func open(_ row: RestructuringRow, _ old: Int, _ new: Int) {
    let inherited = collectability(of: loans[old], on: row.on)
    let charge = loans[old].openServiceCharge(fallenDueBy: row.on)
    let carried = loans[old].dividing(
      charge, among: loans[new].shares, fallenDueBy: row.on)
    loans[new] = loans[new].following(
      Succession(
        predecessor: loans[old].id, inheritedClass: inherited, carriedCharge: carried))
    loans[old].state = .restructured
    loans[old].closedOn = row.on
    let paid = records.loans.first { $0.number == row.successor }.flatMap { paidToDate($0) }
    if let paid {
      repayments.append(paid)
      repayments.sort { $0.number < $1.number }
    }
    loans[new] = settled(loans[new])
    restructurings.append(
      Restructuring(
        loan: loans[old].id, successor: loans[new].id, on: row.on,
        principal: loans[new].principal, serviceCharge: charge, collectability: inherited,
        grounds: row.grounds, decidedBy: person(row.decidedBy)))
  }

  /// Somebody of the files as known here; who recorded the books where nobody is named.
  func person(_ number: Int64?) -> PersonID { number.flatMap { persons[$0] } ?? recorder }
}

extension Loan {
  /// The same loan as what follows another.
  fileprivate func following(_ succession: Succession) -> Loan {
    Loan(
      id: id, ksm: ksm, application: application, terms: terms, shares: shares,
      disbursedOn: disbursedOn, state: state, paid: paid,
      waivedServiceCharge: waivedServiceCharge, closedOn: closedOn, succession: succession)
  }
}
