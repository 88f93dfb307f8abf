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
    try self.init(text: try file.readWindowsToo(), path: file.path)
  }

  /// Reads the text of a file; the path is for messages only.
  ///
  /// - Throws: `Complaint` as above.
  init(text: String, path: String) throws(Complaint) {
    let csv = try CSVFile(text, path: path, columns: AppraisalFile.columns)
    var seen: Set<Int64> = []
    let lines = try csv.read(atMost: AppraisalFile.limit) { AppraisalFile.line(&$0, &seen) }
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
    _ cells: inout CSVCells, _ seen: inout Set<Int64>
  ) -> (appraisal: Bergulir_V1_Appraisal, recommended: Int64) {
    let member = cells.member("member")
    if member > 0, !seen.insert(member).inserted { cells.refuse("member", .newMember) }
    let scores = AppraisalFile.scores.map { name in
      cells.read(name, .score) { text in
        Int32(text).flatMap { isDigits(text[...]) && (1...5).contains($0) ? $0 : nil }
      } ?? 0
    }
    let appraisal = Bergulir_V1_Appraisal.with {
      $0.member = member
      $0.scores = scores
      $0.income = cells.amount("income_idr")
      $0.livingCost = cells.amount("living_cost_idr")
      $0.otherInstallments = cells.amount("other_installments_idr")
    }
    return (appraisal, cells.amount("recommended_idr"))
  }
}
