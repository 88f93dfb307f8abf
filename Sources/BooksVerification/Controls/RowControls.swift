/// Compares the rows that are there with those that must be.
struct RowControls {
  private(set) var findings: [Finding] = []

  /// Tables whose every row follows from events.
  private static let told: [BookTable] = [
    .account, .loan, .loanShare, .installment, .disbursement, .memberReceipt, .repayment,
    .repaymentReversal, .liabilityCall, .debtSettlement, .restructuring, .writeOff,
    .claimRecovery, .claimReversal, .claimWaiver, .suspenseAssignment, .cashCount,
    .cashDifference, .reconciliation, .reconciliationItem, .asset, .depreciation, .period,
    .periodIndicator, .frozenLoan, .recovery, .reopening, .yearClose, .profitAllocation,
    .profitPart, .budget, .budgetLine, .freeze, .complaint, .complaintAnswer, .meeting,
    .supervision, .publication, .balanceConfirmation, .confirmedBalance, .finding,
    .findingAnswer,
  ]

  init(_ books: Books, _ retelling: Retelling) {
    for table in RowControls.told {
      compare(table, books[table], retelling.rows[table] ?? [:])
    }
    compareClaims(
      Set(books.claims).subtracting(retelling.looseClaims.subtracting(retelling.claims)),
      retelling.claims)
  }

  private mutating func compare(
    _ table: BookTable, _ found: [Cells], _ expected: [String: Cells]
  ) {
    let control = RowControls.control(of: table)
    let named = found.reduce(into: [:]) { $0[rowName(table, $1)] = $1 }
    for name in Set(expected.keys).union(named.keys).sorted() {
      guard let wanted = expected[name], let row = named[name] else {
        let isExpected = expected[name] != nil
        findings.append(
          Finding(
            control, name, "row", expected: isExpected ? "there" : "none",
            found: isExpected ? "none" : "there"))
        continue
      }
      for (column, value) in wanted.values.sorted(by: { $0.key < $1.key })
      where row[column] != value {
        findings.append(
          Finding(
            control, name, column, expected: value ?? "nothing", found: row[column] ?? "nothing"))
      }
    }
  }

  private static func control(of table: BookTable) -> Control {
    switch table {
    case .account: .chart
    case .period, .periodIndicator, .frozenLoan: .frozenFigures
    default: .record
    }
  }

  private mutating func compareClaims(_ found: Set<String>, _ expected: Set<String>) {
    for name in found.symmetricDifference(expected).sorted() {
      findings.append(
        Finding(
          .record, "borrower_claim/\(name)", "row",
          expected: expected.contains(name) ? "there" : "none",
          found: expected.contains(name) ? "none" : "there"))
    }
  }
}
