// The journal of the files.
extension BookAssembly {
  /// The opening balances as one voucher of their day, without money coming in: a `PB`.
  ///
  /// Each debit is set against credits, the loans first, the capital first.
  mutating func openingVoucher() -> Voucher? {
    guard let first = records.opening.first else { return nil }
    for row in records.opening { checkOpening(row, on: first.on) }
    let debits = records.opening.total(\.debit)
    let credits = records.opening.total(\.credit)
    guard debits == credits else {
      note(.opening, first.line, .unbalanced(debits: debits, credits: credits))
      return nil
    }
    var left = records.opening.filter { $0.credit > .zero }
      .sorted { ($0.account.kind == .equity ? 0 : 1) < ($1.account.kind == .equity ? 0 : 1) }
      .map { (row: $0, amount: $0.credit) }[...]
    let owing = records.opening.filter { $0.debit > .zero }
      .sorted { ($0.loan == nil ? 1 : 0) < ($1.loan == nil ? 1 : 0) }
    var postings: [Posting] = []
    for row in owing {
      var amount = row.debit
      while amount > .zero, let credit = left.first {
        let part = min(amount, credit.amount)
        if let posting = checkedPosting(
          debit: row.account, credit: credit.row.account, part, loan: row.loan ?? credit.row.loan,
          ksm: row.ksm ?? credit.row.ksm)
        {
          postings.append(posting)
        } else {
          note(.opening, row.line, .postingImpossible)
        }
        amount -= part
        left[left.startIndex].amount -= part
        if left[left.startIndex].amount == .zero { left.removeFirst() }
      }
    }
    guard !postings.isEmpty else { return nil }
    return Voucher(
      number: VoucherNumber(
        kind: .transfer, year: first.on.year,
        number: next[Counter.voucher(.transfer, year: first.on.year).name] ?? 1),
      bookedOn: first.on, description: "Saldo awal", reference: nil, postings: postings)
  }

  private mutating func checkOpening(_ row: OpeningRow, on day: Day) {
    if row.on != day {
      note(.opening, row.line, .differs(column: "date", value: "\(row.on)", expected: "\(day)"))
    }
    check([row.account], .opening, row.line, columns: ["account"], on: row.on)
    if row.debit > .zero && row.credit > .zero {
      note(
        .opening, row.line,
        .cellWrong(column: "credit_idr", value: "\(row.credit.amount)", .amount))
    }
    checkOwner(row.loan, of: [row.account], .opening, row.line)
    checkGroup(row.ksm, of: [row.account], .opening, row.line)
  }

  /// Accounts that the UPK has and that files may move; 31050 on the last day of a year that
  /// `years.csv` names, since the close of a year alone moves it.
  private mutating func check(
    _ accounts: [AccountCode], _ file: BookFileKind, _ line: Int, columns: [String], on day: Day
  ) {
    let isClosing =
      file == .vouchers && day == Month(year: day.year, month: 12).last
      && records.years.contains { $0.year == day.year }
    for (account, column) in zip(accounts, columns) {
      guard account != .profitOfYear || isClosing, chart.contains(account) else {
        note(file, line, .unknown(column: column, value: "\(account.number)"))
        continue
      }
    }
  }

  /// The standard chart and what the files add to it.
  private var chart: Set<AccountCode> {
    Set(ChartOfAccounts.standard.map(\.code) + records.accounts.map(\.account.code))
  }

  /// What moves on 11030 names its loan, and no loan that there is none of.
  private mutating func checkOwner(
    _ loan: Int64?, of accounts: [AccountCode], _ file: BookFileKind, _ line: Int
  ) {
    if let loan {
      guard !records.loans.contains(where: { $0.number == loan }) else { return }
      note(file, line, .unknown(column: "loan", value: "\(loan)"))
    } else if accounts.contains(.loans) {
      note(file, line, .cellMissing(column: "loan"))
    }
  }

  /// What moves on 21020 names its group; what moves on 21030 may.
  private mutating func checkGroup(
    _ ksm: Int64?, of accounts: [AccountCode], _ file: BookFileKind, _ line: Int
  ) {
    if let ksm {
      if !records.ksms.contains(where: { $0.number == ksm })
        || !accounts.contains(where: { $0 == .savings || $0 == .suspense })
      {
        note(file, line, .unknown(column: "ksm", value: "\(ksm)"))
      }
    } else if accounts.contains(.savings) {
      note(file, line, .cellMissing(column: "ksm"))
    }
  }

  private func checkedPosting(
    debit: AccountCode, credit: AccountCode, _ amount: Rupiah, loan: Int64?, ksm: Int64?,
    fromLoan: Int64? = nil
  ) -> Posting? {
    let moves =
      fromLoan == nil
      ? debit != credit : debit == .loans && credit == .loans && loan != nil && fromLoan != loan
    guard amount > .zero, moves else { return nil }
    return Posting(
      debit: debit, credit: credit, amount: amount, loan: loan, ksm: ksm, fromLoan: fromLoan)
  }

  /// The vouchers of the file in its order; lines of the same number that follow each other are
  /// one, and lines without a number one each.
  mutating func draftedVouchers() -> [Voucher] {
    var drafts: [[PostingRow]] = []
    for row in records.vouchers {
      if let number = row.voucher, drafts.last?.first?.voucher == number {
        drafts[drafts.count - 1].append(row)
      } else {
        drafts.append([row])
      }
    }
    var series = next
    var seen = VoucherMarks()
    return drafts.compactMap { voucher(of: $0, &series, &seen) }
  }

  /// What vouchers before have used up.
  private struct VoucherMarks {
    var numbers: Set<VoucherNumber> = []
    var references: Set<String> = []
    var reversed: Set<VoucherNumber> = []
  }

  private mutating func voucher(
    of rows: [PostingRow], _ series: inout [String: Int64], _ seen: inout VoucherMarks
  ) -> Voucher? {
    let first = rows[0]
    let postings = rows.compactMap { posting(of: $0, like: first) }
    guard postings.count == rows.count else { return nil }
    let kind = first.voucher.map(\.kind) ?? VoucherKind(postings)
    let name = Counter.voucher(kind, year: first.on.year).name
    let expected = VoucherNumber(kind: kind, year: first.on.year, number: series[name] ?? 1)
    series[name] = expected.number + 1
    let isOpening = kind == .transfer && first.on == begin
    if let given = first.voucher, given != expected || VoucherKind(postings) != kind && !isOpening {
      let right = VoucherKind(postings) == kind || isOpening ? expected.description : "-"
      note(
        .vouchers, first.line,
        .differs(column: "voucher", value: given.description, expected: right))
    }
    if let begin, first.on < begin {
      note(.vouchers, first.line, .dayBefore(column: "date", first.on, earliest: begin))
    }
    if let reference = first.reference, !seen.references.insert(reference).inserted {
      note(.vouchers, first.line, .repeated(column: "reference", value: reference))
    }
    if let reversed = first.reverses {
      if !seen.numbers.contains(reversed) {
        note(.vouchers, first.line, .unknown(column: "reverses", value: reversed.description))
      } else if !seen.reversed.insert(reversed).inserted {
        note(.vouchers, first.line, .repeated(column: "reverses", value: reversed.description))
      }
    }
    seen.numbers.insert(expected)
    return Voucher(
      number: expected, bookedOn: first.on, description: first.description,
      reference: first.reference, postings: postings, reverses: first.reverses)
  }

  private mutating func posting(of row: PostingRow, like first: PostingRow) -> Posting? {
    let before = problems.count
    let pairs: [(String, String, String)] = [
      ("date", "\(row.on)", "\(first.on)"), ("description", row.description, first.description),
      ("reference", row.reference ?? "", first.reference ?? ""),
      ("reverses", row.reverses?.description ?? "", first.reverses?.description ?? ""),
    ]
    for (column, value, expected) in pairs where value != expected {
      note(.vouchers, row.line, .differs(column: column, value: value, expected: expected))
    }
    let accounts = [row.debit, row.credit]
    check(accounts, .vouchers, row.line, columns: ["debit", "credit"], on: row.on)
    checkOwner(row.loan, of: accounts, .vouchers, row.line)
    checkGroup(row.ksm, of: accounts, .vouchers, row.line)
    let posting = checkedPosting(
      debit: row.debit, credit: row.credit, row.amount, loan: row.loan, ksm: row.ksm,
      fromLoan: row.fromLoan)
    if posting == nil { note(.vouchers, row.line, .postingImpossible) }
    return problems.count == before ? posting : nil
  }
}
