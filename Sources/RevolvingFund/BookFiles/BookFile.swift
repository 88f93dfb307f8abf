/// One of the CSV files in which the books of a UPK are carried, as text.
public struct BookFile: Hashable, Sendable {
  public let kind: BookFileKind
  public let text: String

  public init(kind: BookFileKind, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// The files that make up the books of a UPK, in the order in which they are read.
///
/// `docs/import.md` describes each with an example.
public enum BookFileKind: String, Hashable, Sendable, CaseIterable {
  /// Which files there are, and how many rows each has.
  case contents
  /// Places, the UPK and people: registered one by one before the books, by those who may.
  case regions, upk, persons
  case ksms, members, accounts, opening, loans, shares, repayments, vouchers
  /// What became of loans that were not simply repaid, and what moves no account.
  case restructurings
  case writeOffs = "write-offs"
  case recoveries, settlements, suspense
  case assets, depreciation, years, allocations

  /// Whether it holds what belongs to the province, and may name people.
  public var isRegister: Bool { [.regions, .upk, .persons].contains(self) }

  /// Such as `loans.csv`.
  public var name: String { rawValue + ".csv" }

  /// All columns, in the order in which an export writes them.
  public var columns: [String] {
    switch self {
    case .contents: ["file", "rows"]
    case .regions: ["region", "name"]
    case .upk:
      ["upk", "name", "bkm", "bkm_name", "region", "operating_since", "ran_earlier_programme"]
    case .persons: ["person", "name", "gender", "nik"]
    case .ksms: ["ksm", "name", "formed_on"]
    case .members: ["ksm", "member", "person", "joined_on", "left_on"]
    case .accounts: ["account", "name"]
    case .opening: ["date", "account", "debit_idr", "credit_idr", "loan", "ksm"]
    case .loans:
      [
        "loan", "ksm", "disbursed_on", "months", "rate_percent", "method", "round_unit_idr",
        "early_settlement", "late_fee_idr", "savings_thousandths", "purpose", "business_stage",
        "principal_paid_idr", "service_charge_paid_idr", "last_paid_on", "cancelled_on",
      ]
    case .shares: ["loan", "member", "amount_idr"]
    case .repayments:
      [
        "repayment", "loan", "receipt", "date", "account", "amount_idr", "late_fee_idr",
        "savings_idr", "held_idr", "members", "voucher", "reversal", "reversed_on",
        "reversal_reason",
      ]
    case .vouchers:
      [
        "voucher", "date", "description", "reference", "debit", "credit", "amount_idr", "loan",
        "from_loan", "ksm", "reverses",
      ]
    case .assets:
      ["asset", "name", "cost_idr", "bought_on", "life_months", "voucher", "registered_on"]
    case .depreciation: ["asset", "month", "amount_idr", "voucher"]
    case .years: ["year", "closed_on"]
    case .restructurings, .writeOffs, .recoveries, .settlements, .suspense, .allocations:
      decisionColumns
    }
  }

  /// Those that a file must have; the others may be left out.
  public var required: [String] {
    switch self {
    case .contents, .regions, .upk, .ksms, .accounts: columns
    case .persons: ["person", "name", "gender"]
    case .members: ["ksm", "member", "person", "joined_on"]
    case .opening: ["date", "account", "debit_idr", "credit_idr"]
    case .loans: ["loan", "ksm", "disbursed_on", "months", "rate_percent"]
    case .shares: columns
    case .repayments: ["loan", "date", "account", "amount_idr"]
    case .vouchers: ["date", "description", "debit", "credit", "amount_idr"]
    case .assets: ["asset", "name", "cost_idr", "bought_on", "life_months", "voucher"]
    case .depreciation, .years, .settlements: columns
    case .restructurings, .writeOffs, .recoveries, .suspense, .allocations: requiredOfDecisions
    }
  }
}

/// What is wrong with a file of books, and on which line.
public struct BookProblem: Hashable, Sendable {
  public let file: BookFileKind
  /// Counted from 1, the header included; 1 for what is wrong with the file as a whole.
  public let line: Int
  public let reason: Reason

  public init(_ file: BookFileKind, line: Int, _ reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// How a line is wrong.
  public enum Reason: Hashable, Sendable {
    /// Neither UTF-8 nor Windows-1252.
    case notText
    /// The text ends in the middle of a line: half of it may be missing.
    case endMissing
    case quoteOpen, quoteInside
    case fieldCount(found: Int, expected: Int)
    case columnMissing(String)
    case columnUnknown(String)
    case columnRepeated(String)
    case fileMissing
    case fileRepeated
    case rowCount(found: Int, expected: Int)
    case cellMissing(column: String)
    case cellWrong(column: String, value: String, CellForm)
    case repeated(column: String, value: String)
    /// It names something that no file has.
    case unknown(column: String, value: String)
    /// Lines that belong together say different things.
    case differs(column: String, value: String, expected: String)
    case dayBefore(column: String, Day, earliest: Day)
    case sumDiffers(column: String, found: Rupiah, expected: Rupiah)
    case unbalanced(debits: Rupiah, credits: Rupiah)
    case postingImpossible
    case scheduleImpossible(member: Int64)
    case moreThanDebt
    case shareOverpaid(member: Int64)
    /// It was put off, written off, taken back or paid off before.
    case endsTwice(loan: Int64)
    /// What follows a restructured loan is not restructured itself.
    case restructuredTwice(loan: Int64)
    case nothingOverdue(loan: Int64, on: Day)
    /// The account of the loan is not what its repayments leave, at the end of a day.
    case ledgerDiffers(AccountCode, on: Day, found: Rupiah, expected: Rupiah)
    case savingsNotCovered(on: Day, held: Rupiah, owed: Rupiah)
    case personUnidentified(Int64)
    case personBorrowsElsewhere(Int64)
  }

  /// What a cell should hold.
  public enum CellForm: String, Hashable, Sendable, CaseIterable {
    case number, amount, day, percent, account, voucher, receipt, payments, choice
    case region, code, month, nik, flag
  }
}
