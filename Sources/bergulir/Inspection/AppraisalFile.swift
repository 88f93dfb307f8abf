import FundAPI
import RevolvingFund
import SwiftProtobuf

/// A CSV file of what a visit found, one line a member, checked before anything is sent.
struct AppraisalFile: Sendable {
  /// Those with an amount that is not 0.
  let recommended: [Bergulir_V1_Share]
  /// One a line, of those who are not recommended too.
  let appraisals: [Bergulir_V1_Appraisal]

  /// The five scores, in their order.
  static let scores = ["ability", "feasibility", "capital", "character", "condition"]
  static let columns =
    ["member"] + scores
    + ["income_idr", "living_cost_idr", "other_installments_idr", "recommended_idr"]
  /// The most lines of one file: more than a group has members.
  static let limit = 100

  /// Reads the file.
  ///
  /// - Throws: `Complaint` with every bad line, or with what is wrong with the whole file.
  init(_ file: TextFile) throws {
    try self.init(text: try file.read(), path: file.path)
  }

  /// Reads the text of a file; the path is for messages only.
  ///
  /// - Throws: `Complaint` as above.
  init(text: String, path: String) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: AppraisalFile.columns)
    guard !csv.rows.isEmpty else { throw Complaint(.fileEmpty(path: path)) }
    guard csv.rows.count <= AppraisalFile.limit else {
      throw Complaint(.tooManyLines(path: path, limit: AppraisalFile.limit))
    }
    var mistakes: [Mistake] = []
    var seen: Set<Int64> = []
    let lines = csv.rows.map { AppraisalFile.line($0, &seen, &mistakes) }
    guard mistakes.isEmpty else { throw Complaint(mistakes) }
    appraisals = lines.map(\.appraisal)
    recommended = lines.compactMap { line in
      guard line.recommended != 0 else { return nil }
      return .with {
        $0.member = line.appraisal.member
        $0.amount = line.recommended
      }
    }
  }

  private static func line(
    _ row: CSVFile.Row, _ seen: inout Set<Int64>, _ mistakes: inout [Mistake]
  ) -> (appraisal: Bergulir_V1_Appraisal, recommended: Int64) {
    func field<Value>(
      _ name: String, _ expected: Mistake.FieldKind, _ read: (String) -> Value?
    ) -> Value? {
      let value = read(row[name])
      if value == nil {
        mistakes.append(
          .fieldWrong(line: row.line, field: name, value: row[name], expected: expected))
      }
      return value
    }
    func amount(_ name: String) -> Int64 {
      field(name, .amount) { Money(argument: $0)?.rupiah.amount } ?? 0
    }
    var member = field("member", .member) { text in
      Int64(text).flatMap { $0 > 0 ? $0 : nil }
    }
    if let number = member, !seen.insert(number).inserted {
      member = field("member", .newMember) { _ in nil }
    }
    let scores = AppraisalFile.scores.map { name in
      field(name, .score) { text in
        Int32(text).flatMap { isDigits(text[...]) && (1...5).contains($0) ? $0 : nil }
      } ?? 0
    }
    let income = amount("income_idr")
    let livingCost = amount("living_cost_idr")
    let otherInstallments = amount("other_installments_idr")
    let recommended = amount("recommended_idr")
    let appraisal = Bergulir_V1_Appraisal.with {
      $0.member = member ?? 0
      $0.scores = scores
      $0.income = income
      $0.livingCost = livingCost
      $0.otherInstallments = otherInstallments
    }
    return (appraisal, recommended)
  }
}
